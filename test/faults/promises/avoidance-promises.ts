import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { dayInTicket } from '../../../shared/domain/remediation/day-in-ticket.ts';
import {
  claimIn,
  isClaimedByPullRequest,
  isClosedWithoutClaim,
  isTicketed,
  type Remediation,
  type TicketedRemediation,
} from '../../../shared/domain/remediation/remediation.ts';
import type { KeptRecord, Remains } from './remains.ts';
import type { Violation } from './violation.ts';

type Fix = { fix: TicketedRemediation; issue: Issue; log: KeptRecord['log'] };

/** Fixes of which the ticket is there, with what happened to them. */
function* fixesWithTicket({ records, storm }: Remains): Generator<Fix> {
  for (const { remediations, log } of records) {
    for (const fix of remediations.filter(isTicketed)) {
      const issue = storm.jira.issue(fix.ticket.issueId);
      if (issue !== undefined) yield { fix, issue, log: log.filter((event) => isAbout(event, fix)) };
    }
  }
}

const isAbout = ({ data }: KeptRecord['log'][number], { id }: Remediation): boolean =>
  Object(data).remediationId === id;

function violationsOf(remains: Remains, promise: string, wrong: (one: Fix) => string | undefined): Violation[] {
  return [...fixesWithTicket(remains)].flatMap((one) => {
    const because = wrong(one);
    const { id } = one.fix;
    const about = [one.issue.key, id, id.toLowerCase(), `issue/${one.issue.id}`];
    return because === undefined ? [] : [{ promise, because: `${id}: ${because}`, about }];
  });
}

/** What was never seen is not known: a screen may lack it. */
export const fieldsAreKnownAsTheyAre = (remains: Remains): Violation[] =>
  violationsOf(remains, 'the record knows the fields of a ticket as they are', ({ fix: { ticket }, issue }) => {
    const { title, dueOn, priority, missingSince } = ticket;
    if (missingSince !== undefined) return `${issue.key} is there, and called missing since ${missingSince}`;
    if (title !== undefined && title !== issue.summary)
      return `${issue.key} is called "${issue.summary}", not "${title}"`;
    if (dueOn !== undefined && dueOn !== issue.dueDate) return `${issue.key} is due ${issue.dueDate}, not ${dueOn}`;
    if (priority?.id !== undefined && priority.id !== issue.priority?.id)
      return `${issue.key} has the priority ${issue.priority?.name}, not ${priority.id}`;
    return undefined;
  });

/** Two systems that correct one another never end. */
export const dueDatesArePutBackOnce = (remains: Remains): Violation[] =>
  violationsOf(remains, 'a due date is put back once', ({ issue, log }) => {
    const told = issue.comments.filter(({ properties }) =>
      properties.some(({ value }) => Object(value).marker === 'due date put back'),
    );
    const recorded = log.filter(({ type }) => type === 'Remediation Due Date Put Back');
    if (told.length > 1 || recorded.length > 1) return `${told.length} comments, ${recorded.length} in the record`;
    const byUs = issue.histories.filter(
      ({ author, items }) =>
        author.accountId === issue.creator.accountId && items.some(({ fieldId }) => fieldId === 'duedate'),
    );
    // One put back, and one for each further push until the first is recorded: no comment was there to be read. Once more by a worker that
    // crashed after it, and one for each decision that moves the date along.
    const answeredAt = log.findIndex(({ type }) => /^Remediation Due Date (Not )?Put Back$/.test(type));
    const before = answeredAt === -1 ? log : log.slice(0, answeredAt);
    const pushes = before.filter(({ type }) => type === 'Remediation Due Date Pushed').length;
    const decisions = log.filter(({ type }) => /^Risk |^Remediation Reopened$/.test(type)).length;
    const reasons = 1 + Math.max(1, pushes) + decisions;
    return byUs.length > reasons ? `${byUs.length} changes of ours for ${reasons} reasons` : undefined;
  });

/** A ticket that is done is not put back before it is open again. */
export const pushesAreAnswered = (remains: Remains): Violation[] =>
  violationsOf(remains, 'a due date that is pushed is put back, or left with a reason', ({ fix, issue, log }) => {
    const ours = dayInTicket(fix, remains.storm.config);
    const isClaimed = claimIn(fix) !== undefined && !isClaimedByPullRequest(fix);
    const isDone = isClaimed || isClosedWithoutClaim(fix);
    const isDecided = log.some(({ type }) => type.startsWith('Risk '));
    if (ours === undefined || isDone || isDecided || fix.ticket.dueOn === undefined) return undefined;
    const isPushed = issue.dueDate === null || issue.dueDate > ours;
    const { putBack } = fix.pushedDueDate ?? {};
    return isPushed && putBack !== 'done' && putBack !== 'refused'
      ? `${issue.key} is due ${issue.dueDate}, ours is ${ours}, and putting it back is ${putBack ?? 'not wanted'}`
      : undefined;
  });
