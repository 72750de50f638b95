import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import { defaultCatalogue } from '../../../local/jira-simulator/site/catalogue.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { type DomainEvent, type EventOf, type EventType, parseEvent } from '../../../shared/domain/events/events.ts';
import type { ChainedEvent } from '../../../shared/domain/events/recorded-event.ts';
import {
  isTicketed,
  type Remediation,
  type TicketedRemediation,
} from '../../../shared/domain/remediation/remediation.ts';
import type { TicketsOfDay } from './tickets-of-day.ts';

/** Project to which no route leads. */
const OUTSIDE = 'SEC-';
/** The most urgent first. */
const PRIORITIES = defaultCatalogue.priorities.map(({ id }) => id);

type Rules = {
  jira: JiraSimulator;
  tickets: TicketsOfDay;
  fixes: readonly Remediation[];
  log: readonly Pick<ChainedEvent, 'type' | 'data'>[];
};

/** Rows of docs/in-step.md that the logs of the records do not keep to, one line each. */
export function brokenRules({ jira, tickets, fixes, log }: Rules): string[] {
  const known = log.map(({ type, data }) => parseEvent(type, data));
  return fixes.flatMap((fix) => {
    const events = known.filter(({ data }) => 'remediationId' in data && data.remediationId === fix.id);
    const issue = isTicketed(fix) && tickets.isShown(fix.ticket.issueId) ? jira.issue(fix.ticket.issueId) : undefined;
    const broken = [
      ...dueDateRules(events),
      ...priorityRules(events),
      ...projectRules(events),
      ...missingRules(events),
      ...ownWordRules(fix, events),
      ...(issue !== undefined && isTicketed(fix) ? untold(fix, issue, events) : []),
    ];
    return broken.map((because) => `${'ticket' in fix ? fix.ticket?.key : fix.id}: ${because}`);
  });
}

const ofType = <Type extends EventType>(events: readonly DomainEvent[], type: Type): EventOf<Type>[] =>
  events.filter((event): event is EventOf<Type> => event.type === type);

/** Later than ours or gone is a push, any other change is none; put back once, and left from then on. */
function dueDateRules(events: readonly DomainEvent[]): string[] {
  const pushes = ofType(events, 'Remediation Due Date Pushed').map(({ data }) => data);
  const putBack = ofType(events, 'Remediation Due Date Put Back');
  const answeredAt = events.findIndex(({ type }) => /^Remediation Due Date (Not )?Put Back$/.test(type));
  const later = answeredAt === -1 ? [] : ofType(events.slice(answeredAt), 'Remediation Due Date Pushed');
  const updates = ofType(events, 'Remediation Ticket Updated').flatMap(({ data }) => data.changes ?? []);
  return [
    ...(putBack.length > 1 ? [`its due date was put back ${putBack.length} times`] : []),
    ...later.filter(({ data }) => data.answer !== 'left').map(() => 'a push after the first answer was not left'),
    ...pushes
      .filter(({ to, ours }) => to !== null && to <= ours)
      .map(({ to, ours }) => `${to} is no push behind ${ours}`),
    ...updates
      .filter(({ field, from, to }) => field === 'due date' && from !== undefined && to === undefined)
      .map(() => 'a due date that was taken away is told as no push'),
  ];
}

const placeOf = (id: string | undefined): number => PRIORITIES.indexOf(id ?? '');

function priorityRules(events: readonly DomainEvent[]): string[] {
  return ofType(events, 'Remediation Priority Lowered')
    .filter(({ data: { from, to } }) => placeOf(from.id) >= placeOf(to.id))
    .map(({ data: { from, to } }) => `${from.name} to ${to.name} is not lower`);
}

function projectRules(events: readonly DomainEvent[]): string[] {
  const updates = ofType(events, 'Remediation Ticket Updated').flatMap(({ data }) => data.changes ?? []);
  return [
    ...ofType(events, 'Remediation Ticket Moved Out')
      .filter(({ data }) => !data.ticket.key.startsWith(OUTSIDE))
      .map(({ data }) => `${data.ticket.key} is in the project of a route, and told as moved out`),
    ...updates
      .filter(({ field, to = '' }) => field === 'key' && to.startsWith(OUTSIDE))
      .map(({ to }) => `the move to ${to} is not told as moved out`),
  ];
}

/** Missing is told once, until the ticket is found again. */
function missingRules(events: readonly DomainEvent[]): string[] {
  const turns = events
    .map(({ type }) => type)
    .filter((type) => /^Remediation Ticket (Missing|Found Again)$/.test(type));
  return turns.some((type, at) => type === (turns[at - 1] ?? 'Remediation Ticket Found Again'))
    ? [`missing and found again take no turns: ${turns.join(', ')}`]
    : [];
}

/** Title, priority and due date of the fix itself are its record's: only a failure moves its due date. */
function ownWordRules(fix: Remediation, events: readonly DomainEvent[]): string[] {
  const [asked] = ofType(events, 'Remediation Requested').map(({ data }) => data.remediation);
  if (asked === undefined) return ['nobody requested it'];
  const moved = events.flatMap((event) => {
    const isByUs = event.type === 'Remediation Reopened' && event.data.isByHoldfast;
    return isByUs || event.type === 'Remediation Follow-Up Wanted' ? [event.data.dueAt] : [];
  });
  const dueAt = moved.at(-1) ?? asked.dueAt;
  return [
    ...(fix.title === asked.title ? [] : ['its record took over another title']),
    ...(fix.priority === asked.priority ? [] : ['its record took over another priority']),
    ...(fix.dueAt === dueAt ? [] : [`it is due ${fix.dueAt}, and nothing but a failure moves that from ${dueAt}`]),
  ];
}

/** What shows in the ticket in the end was told on the way. */
function untold(fix: TicketedRemediation, issue: Issue, events: readonly DomainEvent[]): string[] {
  const isTold = (type: EventType): boolean => events.some((event) => event.type === type);
  const [created] = ofType(events, 'Remediation Ticket Created').map(({ data }) => data.ticket);
  const latest = Math.max(...[fix.dueAt, ...acceptedUntil(events)].map((at) => Date.parse(at)));
  const isPushed = issue.dueDate === null || issue.dueDate > new Date(latest).toISOString().slice(0, 10);
  const isLower = created?.priority?.id !== undefined && placeOf(issue.priority?.id) > placeOf(created.priority.id);
  return [
    ...(isPushed && !isTold('Remediation Due Date Pushed')
      ? [`nobody told that its due date is ${issue.dueDate}`]
      : []),
    ...(isLower && !isTold('Remediation Priority Lowered') ? ['nobody told of its lower priority'] : []),
    ...(issue.key.startsWith(OUTSIDE) && !isTold('Remediation Ticket Moved Out')
      ? ['nobody told that it moved out']
      : []),
  ];
}

const acceptedUntil = (events: readonly DomainEvent[]): string[] =>
  ofType(events, 'Risk Accepted').map(({ data }) => data.acceptance.until);
