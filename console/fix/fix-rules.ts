import type { Schemas } from '../data/api.ts';

type Fix = Schemas['Remediation'];
type Me = { author: Schemas['Author'] } | undefined;

/** Who had a hand in the work, as far as Jira told. */
function workersOf(fix: Fix): Schemas['TicketPerson'][] {
  const ticket = 'ticket' in fix ? fix.ticket : undefined;
  const claim = 'claim' in fix ? fix.claim : undefined;
  return [ticket?.assignee, claim?.assignee, claim?.by, ...(fix.workedBy ?? [])].filter((one) => one !== undefined);
}

/** Whether the person is the one who did the work, which four eyes keep from vouching for it. */
export function didTheWork(fix: Fix, me: Me): boolean {
  const author = me?.author;
  if (author === undefined || author.kind !== 'person') return false;
  return workersOf(fix).some(
    ({ accountId, email }) =>
      (author.jiraAccountId !== undefined && accountId === author.jiraAccountId) ||
      (email !== undefined && author.email !== undefined && email.toLowerCase() === author.email.toLowerCase()),
  );
}

const OWN_WORK = 'You are the assignee, or were it during the work, or moved the ticket to done once.';

/** Why the person may not attest the fix; undefined: they may. The API has the last word. */
export function whyNotAttest(fix: Fix, me: Me): string | undefined {
  if (!fix.checks.some(({ kind }) => kind === 'attestation')) return 'No check of this fix asks for anybody’s word.';
  if (!['claimed', 'verifying', 'verified'].includes(fix.state)) {
    return 'It can be attested once its ticket is done.';
  }
  return didTheWork(fix, me) ? `${OWN_WORK} A second person must attest.` : undefined;
}

/** Why the risk of the fix cannot be accepted now. */
export function whyNotAccept(fix: Fix, me: Me): string | undefined {
  if (!('ticket' in fix) || fix.ticket === undefined || fix.state === 'cancelled') {
    return 'A risk is accepted while the fix has a ticket and is wanted.';
  }
  return didTheWork(fix, me) ? `${OWN_WORK} A second person must accept the risk.` : undefined;
}

/** Why the fix cannot be cancelled now. */
export function whyNotCancel(fix: Fix, me: Me): string | undefined {
  if (!['open', 'accepted', 'requested'].includes(fix.state)) {
    return 'Only a fix that is open, accepted or has no ticket yet can be cancelled.';
  }
  return didTheWork(fix, me) ? `${OWN_WORK} A second person must cancel it.` : undefined;
}

/** Why it cannot be checked now: there is nothing to check before somebody claims it. */
export const whyNotCheck = ({ state }: Fix): string | undefined =>
  ['claimed', 'verifying', 'verified'].includes(state)
    ? undefined
    : 'There is nothing to check until its ticket is done.';
