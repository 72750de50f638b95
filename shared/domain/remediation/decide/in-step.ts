import type { TicketPerson } from '../../words/person.ts';
import { plannedRoutes, routeIn } from '../choose-route.ts';
import { type DayRules, dayInTicket } from '../day-in-ticket.ts';
import {
  claimIn,
  type FollowedRemediation,
  isCancelledUntold,
  isClaimedByPullRequest,
  isOfExistingTicket,
  REMEMBERED_WORKERS,
  type Remediation,
  type RemediationTicket,
  type TicketedRemediation,
  type TicketPriority,
} from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import type { TicketChange } from '../ticket-change.ts';
import { ids } from './rules.ts';
import { ticketNotTold } from './ticket-not-told.ts';

type Field = TicketChange['field'];

/** What a reading tells of the ticket besides where it stands in its workflow. */
export type TicketFacts = {
  readonly ticket: RemediationTicket;
  readonly isDone: boolean;
  /** When the system was asked, by our clock; absent where it is not known. */
  readonly askedAt?: string;
  /** Names by which routes may call the project that it is in; absent where the system does not tell. */
  readonly projects?: readonly string[];
  /** Priorities of the site, the most urgent first; absent where the system does not tell. */
  readonly priorityOrder?: readonly TicketPriority[];
  /** Who changed a field last, and when, as far as the changelog was read. */
  readonly changedBy?: Readonly<Partial<Record<Field, { readonly at: string; readonly by?: TicketPerson }>>>;
  /** Assignees before this one, the oldest first, as far as the changelog was read. */
  readonly formerAssignees?: readonly TicketPerson[];
};

/**
 * The ticket as it is known after a reading. A field that is not shown now is as it was; a reading from before the last change
 * that was seen tells nothing new, nor does one from before the ticket was gone. One that was asked for before we wrote the due date tells
 * nothing of that.
 */
export function ticketAfter(
  seen: RemediationTicket,
  { ticket: read, askedAt }: Pick<TicketFacts, 'ticket' | 'askedAt'>,
): RemediationTicket {
  const wasAskedBefore = (at: string | undefined): boolean =>
    askedAt !== undefined && at !== undefined && Date.parse(askedAt) < Date.parse(at);
  if (isOlder(read, seen) || wasAskedBefore(seen.missingSince)) return seen;
  const { title, dueOn, priority, updatedAt, ownDueOnAt } = seen;
  const ownDate = dueOn === undefined ? {} : { dueOn };
  return {
    ...(title === undefined ? {} : { title }),
    ...ownDate,
    ...(priority === undefined ? {} : { priority }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(ownDueOnAt === undefined ? {} : { ownDueOnAt }),
    ...read,
    ...(wasAskedBefore(ownDueOnAt) ? ownDate : {}),
  };
}

/** Readings overtake one another. Both times are the system's. */
const isOlder = (read: RemediationTicket, seen: RemediationTicket): boolean =>
  read.updatedAt !== undefined &&
  seen.updatedAt !== undefined &&
  Date.parse(read.updatedAt) < Date.parse(seen.updatedAt);

/**
 * Takes in what people changed in the fields of a ticket, field by field:
 *
 *     due date   ours stands: later or gone is a push, put back once; nearer is theirs to set
 *     priority   theirs; a lower one is told
 *     assignee   theirs; everybody who had it during the work is remembered
 *     title      theirs; the record keeps its own
 *     project    theirs; out of all routes is told
 *
 * A ticket that was there before its fix is its owners': every change of it is recorded, and none is answered.
 */
export function fieldsInStep(
  state: TicketedRemediation,
  facts: TicketFacts,
  now: string,
  rules: DayRules,
): RemediationEvent[] {
  const ticket = ticketAfter(state.ticket, facts);
  if (ticket === state.ticket) return [];
  const step = { state, facts, ticket, now };
  const told = isOfExistingTicket(state)
    ? []
    : [...pushedDueDate(step, rules), ...loweredPriority(step), ...movedOut(step, rules)];
  return [...foundAgain(step), ...told, ...updated(step, told)];
}

type Step = { state: TicketedRemediation; facts: TicketFacts; ticket: RemediationTicket; now: string };

function foundAgain({
  state,
  ticket,
  now,
}: Pick<Step, 'ticket' | 'now'> & { state: FollowedRemediation }): RemediationEvent[] {
  const { missingSince } = state.ticket;
  if (missingSince === undefined) return [];
  const untold = state.notTold?.isMissing === true ? { isDecisionUntold: true as const } : {};
  return [
    { type: 'Remediation Ticket Found Again', data: { ...ids(state), ticket, missingSince, at: now, ...untold } },
  ];
}

/** The ticket of a fix that was cancelled while it was not shown. Whatever else was changed in it is its owners'. */
export function shownAfterCancelling(state: Remediation, facts: TicketFacts, now: string): RemediationEvent[] {
  if (!isCancelledUntold(state)) return [];
  const ticket = ticketAfter(state.ticket, facts);
  return ticket === state.ticket ? [] : foundAgain({ state, ticket, now });
}

/**
 * A ticket that is done is not put back before it is open again: nobody works towards the date, and many workflows let nobody edit it. What
 * was owed is owed still when the date is moved once more.
 */
function pushedDueDate({ state, facts, ticket, now }: Step, rules: DayRules): RemediationEvent[] {
  const { dueOn: from } = state.ticket;
  const { dueOn: to } = ticket;
  const ours = dayInTicket({ ...state, ticket }, rules);
  if (from === undefined || to === undefined || ours === undefined || from === to) return [];
  const isPush = to === null || (from !== null && to > from && to > ours);
  if (!isPush) return [];
  const isAnswered = state.pushedDueDate?.putBack === 'done' || state.pushedDueDate?.putBack === 'refused';
  const unanswered = facts.isDone ? 'put back once open' : 'put back';
  const answer = isAnswered ? 'left' : unanswered;
  const told = toldOf(facts, 'due date', now);
  return [{ type: 'Remediation Due Date Pushed', data: { ...ids(state), ticket, from, to, ours, answer, ...told } }];
}

function loweredPriority({ state, facts, ticket, now }: Step): RemediationEvent[] {
  const { priority: from } = state.ticket;
  const { priority: to } = ticket;
  if (from === undefined || to === undefined || !isLower(from, to, facts.priorityOrder)) return [];
  const told = toldOf(facts, 'priority', now);
  return [{ type: 'Remediation Priority Lowered', data: { ...ids(state), ticket, from, to, ...told } }];
}

/** What is not in the order is not lower: it only changed. */
function isLower(from: TicketPriority, to: TicketPriority, order: readonly TicketPriority[] = []): boolean {
  const [before, after] = [placeIn(order, from), placeIn(order, to)];
  return before !== -1 && after > before;
}

/**
 * By its id. We know the priority that we gave a ticket by the name in the configuration, where the screen does not tell what there is:
 * that one is told by the names of the site, which say nothing else of the order.
 */
function placeIn(order: readonly TicketPriority[], { id, name }: TicketPriority): number {
  if (id !== undefined) return order.findIndex((one) => one.id === id);
  const isCalledSo = (one: TicketPriority): boolean =>
    name !== undefined && one.name?.toLowerCase() === name.toLowerCase();
  return order.filter(isCalledSo).length === 1 ? order.findIndex(isCalledSo) : -1;
}

/** A move to the project of another route is an ordinary update, and so is a project that was renamed. */
function movedOut({ state, facts, ticket, now }: Step, rules: DayRules): RemediationEvent[] {
  const { key: fromKey } = state.ticket;
  const { projects } = facts;
  if (fromKey === ticket.key || projects === undefined) return [];
  const { site, project: recorded } = routeIn(state);
  const routed = new Set(
    plannedRoutes(rules)
      .filter((route) => route.site === site)
      .map(({ project }) => project),
  );
  if (projects.some((project) => project === recorded || routed.has(project))) return [];
  const told = toldOf(facts, 'key', now);
  return [{ type: 'Remediation Ticket Moved Out', data: { ...ids(state), ticket, fromKey, ...told } }];
}

/** What no other event tells. What is seen for the first time is no change: an earlier release did not look at it. */
function updated({ state, facts, ticket }: Step, told: readonly RemediationEvent[]): RemediationEvent[] {
  const isTold = (field: Field): boolean => told.some(({ type }) => TOLD_BY[field] === type);
  const changes = changesBetween(state.ticket, ticket)
    .filter(({ field }) => !isTold(field))
    .map((change) => {
      const by = facts.changedBy?.[change.field]?.by;
      return by === undefined ? change : { ...change, by };
    });
  // Each of the events has the ticket whole.
  const isSeen = told.length > 0 || !isFirstLook(state.ticket, ticket);
  if (changes.length === 0 && isSeen) return [];
  // Who has it after the claim looks whether it holds.
  const isWorked = claimIn(state) === undefined || isClaimedByPullRequest(state);
  const workers = isWorked ? workersAfter(state, facts) : {};
  return [{ type: 'Remediation Ticket Updated', data: { ...ids(state), ticket, changes, ...workers } }];
}

const TOLD_BY: Partial<Record<Field, RemediationEvent['type']>> = {
  'due date': 'Remediation Due Date Pushed',
  priority: 'Remediation Priority Lowered',
  key: 'Remediation Ticket Moved Out',
};

function isFirstLook(seen: RemediationTicket, ticket: RemediationTicket): boolean {
  return (
    (seen.title === undefined && ticket.title !== undefined) ||
    (seen.priority?.id === undefined && ticket.priority?.id !== undefined)
  );
}

function changesBetween(seen: RemediationTicket, ticket: RemediationTicket): TicketChange[] {
  const isKnown = <Value>(before: Value | undefined, after: Value | undefined): boolean =>
    before !== undefined && after !== undefined && before !== after;
  return [
    ...(seen.key === ticket.key ? [] : [change('key', seen.key, ticket.key)]),
    ...(seen.assignee?.accountId === ticket.assignee?.accountId
      ? []
      : [change('assignee', seen.assignee?.name, ticket.assignee?.name)]),
    ...(isKnown(seen.title, ticket.title) ? [change('title', seen.title, ticket.title)] : []),
    ...(isKnown(seen.dueOn, ticket.dueOn) || isFirstDueDate(seen, ticket)
      ? [change('due date', seen.dueOn, ticket.dueOn)]
      : []),
    ...(isKnown(seen.priority?.id, ticket.priority?.id)
      ? [change('priority', seen.priority?.name, ticket.priority?.name)]
      : []),
  ];
}

/** A ticket that was made without a due date got one. */
const isFirstDueDate = (seen: RemediationTicket, ticket: RemediationTicket): boolean =>
  seen.title !== undefined && seen.dueOn === undefined && typeof ticket.dueOn === 'string';

const change = (field: Field, from: string | null | undefined, to: string | null | undefined): TicketChange => ({
  field,
  ...(from == null ? {} : { from }),
  ...(to == null ? {} : { to }),
});

function toldOf({ changedBy }: TicketFacts, field: Field, now: string) {
  return changedBy?.[field] ?? { at: now };
}

/**
 * Everybody who was the assignee so far, or moved the ticket to done, for the event that is written anyway; nothing where that is as before. The newest are
 * remembered.
 */
export function workersAfter(
  state: TicketedRemediation,
  { ticket, formerAssignees = [] }: Pick<TicketFacts, 'ticket' | 'formerAssignees'>,
  movedToDone?: TicketPerson,
): { workedBy?: TicketPerson[] } {
  const known = state.workedBy ?? [];
  const seen = [state.ticket.assignee, ...formerAssignees, ticket.assignee, movedToDone].filter(
    (one) => one !== undefined,
  );
  const byAccount = new Map<string, TicketPerson>();
  for (const person of [...known, ...seen]) {
    const before = byAccount.get(person.accountId);
    // Whoever comes again is among the newest. The changelog knows no addresses, and sometimes no name.
    byAccount.delete(person.accountId);
    byAccount.set(person.accountId, { ...before, ...person, name: person.name || (before?.name ?? '') });
  }
  const isNew = seen.some(({ accountId }) => !known.some((one) => one.accountId === accountId));
  return isNew ? { workedBy: [...byAccount.values()].slice(-REMEMBERED_WORKERS) } : {};
}

/** The ticket is not shown any more: told once, until it is shown again. */
export function ticketMissing(state: Remediation, now: string): RemediationEvent[] {
  const ticket = 'ticket' in state ? state.ticket : undefined;
  if (ticket === undefined || ticket.missingSince !== undefined) return [];
  return [{ type: 'Remediation Ticket Missing', data: { ...ids(state), ticket, at: now } }];
}

/** What was decided cannot be said in a ticket that is not shown: it is owed until it is. */
export function decisionUntold(state: Remediation, now: string): RemediationEvent[] {
  const notTold = { about: 'decision', because: 'the ticket is not shown', isMissing: true } as const;
  return [...ticketMissing(state, now), ...ticketNotTold(state, notTold, now)];
}

/** Our own write of the due date is known from then on, and no change when it is read. */
export function dueDateSet(state: TicketedRemediation, dueOn: string, now: string): RemediationEvent[] {
  if (state.ticket.dueOn === dueOn) return [];
  return [{ type: 'Remediation Due Date Set', data: { ...ids(state), dueOn, at: now } }];
}

/** @param untold why the ticket has no comment of it */
export function dueDatePutBack(
  state: TicketedRemediation,
  dueOn: string,
  now: string,
  untold?: string,
): RemediationEvent[] {
  if (state.pushedDueDate?.putBack !== 'owed') return [];
  const why = untold === undefined ? {} : { untold };
  return [{ type: 'Remediation Due Date Put Back', data: { ...ids(state), dueOn, at: now, ...why } }];
}

/** People were faster, so the one time that we put a date back is not used up. @param dueOn what the ticket shows */
export function dueDateRestored(state: TicketedRemediation, dueOn: string, now: string): RemediationEvent[] {
  if (state.pushedDueDate?.putBack !== 'owed') return [];
  return [{ type: 'Remediation Due Date Restored', data: { ...ids(state), dueOn, at: now } }];
}

export function dueDateNotPutBack(state: TicketedRemediation, because: string, now: string): RemediationEvent[] {
  if (state.pushedDueDate?.putBack !== 'owed') return [];
  return [{ type: 'Remediation Due Date Not Put Back', data: { ...ids(state), because, at: now } }];
}
