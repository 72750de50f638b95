import { isSameEmail, type Person, type TicketPerson } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { claimIn, REMEMBERED_WORKERS, type Remediation } from '../remediation.ts';

export function mustNotDoTheWork(state: Remediation, by: Person, what: string): void {
  const claim = claimIn(state);
  const ticket = 'ticket' in state ? state.ticket : undefined;
  const { workedBy = [] } = state;
  const workers = [ticket?.assignee, claim?.assignee, claim?.by, ...workedBy].filter((one) => one !== undefined);
  if (workers.some((worker) => isSamePerson(worker, by))) {
    const because = 'you are the assignee, or were it during the work, or moved the ticket to done once';
    throw new Refusal('four eyes', `${because}; a second person must ${what}`);
  }
  if (workers.some((worker) => !canBeTold(worker, by))) {
    throw new Refusal(
      'four eyes',
      'Jira and your sign-in share no name for people, so it cannot be shown that you are another person than who did ' +
        'the work; ask an admin to set your Jira account id (custom:jira_account_id) in the user pool',
    );
  }
}

/** Where some of those who worked may be forgotten, nobody can be shown to be another person. */
export function mustKnowWorkers({ workedBy = [] }: Remediation): void {
  if (workedBy.length < REMEMBERED_WORKERS) return;
  throw new Refusal(
    'four eyes',
    `${REMEMBERED_WORKERS} people or more had the ticket, and no more are remembered, so it cannot be shown that you are none of them; ` +
      'let a source show the fix, or have an approver accept the risk',
  );
}

function isSamePerson(worker: TicketPerson, person: Person): boolean {
  return (
    worker.accountId === person.jiraAccountId || (worker.email !== undefined && isSameEmail(worker.email, person.email))
  );
}

/** Two people are told apart by something that both have: an account id, or an e-mail address. */
function canBeTold(worker: TicketPerson, person: Person): boolean {
  return person.jiraAccountId !== undefined || (worker.email !== undefined && person.email !== undefined);
}
