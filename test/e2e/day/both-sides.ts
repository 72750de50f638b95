import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import {
  claimIn,
  isFailed,
  isTicketed,
  type Remediation,
  TICKET_LABEL,
  type TicketedRemediation,
  ticketLabel,
} from '../../../shared/domain/remediation/remediation.ts';
import type { OurWrite } from './our-writes.ts';
import type { TicketsOfDay } from './tickets-of-day.ts';

/** So often a label is put back in a month. */
const MOST_LABELLED = 3;

type BothSides = {
  jira: JiraSimulator;
  tickets: TicketsOfDay;
  fixes: readonly Remediation[];
  writes: readonly OurWrite[];
};

/** Where the records and Jira do not say the same of a fix and its ticket, one line each. */
export function disagreements({ jira, tickets, fixes, writes }: BothSides): string[] {
  return fixes.flatMap((fix) => {
    // Nobody follows the ticket of a fix that was given up.
    if (fix.state === 'cancelled') return [];
    if (!isTicketed(fix)) return [`${fix.id} has no ticket: it is ${fix.state}`];
    const issue = jira.issue(fix.ticket.issueId);
    const isMissing = fix.ticket.missingSince !== undefined;
    if (issue === undefined || !tickets.isShown(issue.id)) {
      return isMissing ? [] : [`${fix.ticket.key} is not shown, and its fix does not know it`];
    }
    const differences = [
      ...(isMissing ? ['is shown, and its fix takes it for missing'] : []),
      ...fieldsOff(fix, issue),
      ...standingOff(fix, issue),
      ...labelOff(fix, issue, writes),
    ];
    return differences.map((difference) => `${issue.key} (${fix.state}): ${difference}`);
  });
}

function fieldsOff({ ticket }: TicketedRemediation, issue: Issue): string[] {
  const pairs = [
    ['key', ticket.key, issue.key],
    ['title', ticket.title, issue.summary],
    ['assignee', ticket.assignee?.accountId, issue.assignee?.accountId],
    ['priority', ticket.priority?.id, issue.priority?.id],
    ['due date', ticket.dueOn ?? undefined, issue.dueDate ?? undefined],
  ] as const;
  return pairs.flatMap(([field, ours, theirs]) =>
    ours === theirs ? [] : [`its ${field} is ${theirs ?? 'none'}, and its fix says ${ours ?? 'none'}`],
  );
}

/** By the configuration a ticket claims when it is done, and its resolution says so. */
function standingOff(fix: TicketedRemediation, { status, resolution }: Issue): string[] {
  if (isFailed(fix)) return ['nobody reopened it'];
  const isClaim = status.category === 'done' && resolution?.name === 'Done';
  const isClosed = status.category === 'done' && !isClaim;
  const told = `it is ${status.name} as ${resolution?.name ?? 'nothing'}`;
  const isKnownAsClosed = 'closedWithoutClaim' in fix && fix.closedWithoutClaim !== undefined;
  return [
    ...((claimIn(fix) !== undefined) === isClaim ? [] : [`${told}, and its fix has ${isClaim ? 'no' : 'a'} claim`]),
    ...(isKnownAsClosed === isClosed
      ? []
      : [`${told}, and its fix ${isClosed ? 'does not know' : 'has it as closed'}`]),
  ];
}

function labelOff({ id }: TicketedRemediation, issue: Issue, writes: readonly OurWrite[]): string[] {
  if (issue.labels.includes(TICKET_LABEL) && issue.labels.includes(ticketLabel(id))) return [];
  const times = writes.filter((write) => write.kind === 'label' && write.issue === issue.id).length;
  return times === MOST_LABELLED ? [] : [`its label is gone, and was put back ${times} times`];
}
