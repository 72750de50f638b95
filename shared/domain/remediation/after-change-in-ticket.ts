import { IN_TICKET_EVENTS } from './in-ticket-events.ts';
import type { CancelledRemediation, PushedDueDate, Remediation, TicketedRemediation } from './remediation.ts';
import type { RemediationEvent } from './remediation-events.ts';
import { type RemediationEventOf, withoutOwed } from './transitions.ts';

type ChangeInTicket = RemediationEventOf<keyof typeof IN_TICKET_EVENTS>;

export const isChangeInTicket = (event: RemediationEvent): event is ChangeInTicket =>
  Object.hasOwn(IN_TICKET_EVENTS, event.type);

/** The fix after something was changed in its ticket. Nothing of it moves the fix itself, or its due date. */
export function afterChangeInTicket(state: TicketedRemediation, event: ChangeInTicket): TicketedRemediation {
  switch (event.type) {
    case 'Remediation Ticket Updated':
    case 'Remediation Priority Lowered':
    case 'Remediation Ticket Moved Out':
      return { ...state, ...seenIn(event.data) };
    case 'Remediation Ticket Found Again':
      return { ...withoutUntold(state), ...seenIn(event.data) };
    case 'Remediation Due Date Pushed':
      return { ...state, ...seenIn(event.data), pushedDueDate: pushed(state.pushedDueDate, event) };
    case 'Remediation Due Date Put Back':
      return {
        ...state,
        ticket: { ...state.ticket, dueOn: event.data.dueOn, ownDueOnAt: event.data.at },
        pushedDueDate: { pushes: 1, ...state.pushedDueDate, putBack: 'done' },
      };
    case 'Remediation Due Date Not Put Back':
      return { ...state, pushedDueDate: { pushes: 1, ...state.pushedDueDate, putBack: 'refused' } };
    case 'Remediation Due Date Restored':
      return { ...state, ...(state.pushedDueDate && { pushedDueDate: withoutOwed(state.pushedDueDate) }) };
    case 'Remediation Due Date Set':
      return { ...state, ticket: { ...state.ticket, dueOn: event.data.dueOn, ownDueOnAt: event.data.at } };
    case 'Remediation Closed In Bulk':
      return { ...state, closedInBulkAt: event.data.claimAt };
    case 'Remediation Ticket Missing':
      return { ...state, ticket: { ...state.ticket, missingSince: event.data.at } };
    case 'Remediation Ticket Put Away':
      return { ...state, ticket: event.data.ticket, putAway: { at: event.data.at } };
    case 'Remediation Ticket Brought Back':
      return broughtBack(state, event);
  }
}

/** A cancelled fix wants nothing of its ticket but to tell it so. */
export function afterCancelling(
  state: CancelledRemediation,
  event: RemediationEventOf<'Remediation Ticket Missing' | 'Remediation Ticket Found Again'>,
): CancelledRemediation {
  const { ticket, at } = event.data;
  return event.type === 'Remediation Ticket Missing'
    ? { ...state, ticket: { ...ticket, missingSince: at } }
    : { ...withoutUntold(state), ticket };
}

function withoutUntold<State extends Remediation>(state: State): State {
  const told = { ...state };
  if (told.notTold?.isMissing === true) delete told.notTold;
  return told;
}

/** What was read before it came back still says done: of the time when it was put away. */
function broughtBack(
  { putAway: _, ...state }: TicketedRemediation,
  { data }: RemediationEventOf<'Remediation Ticket Brought Back'>,
): TicketedRemediation {
  return state.state === 'open' || state.state === 'accepted' ? { ...state, endedClaimAt: data.putAwayAt } : state;
}

type Seen = RemediationEventOf<'Remediation Ticket Updated'>['data'];

const seenIn = ({ ticket, workedBy }: Pick<Seen, 'ticket' | 'workedBy'>) =>
  workedBy === undefined ? { ticket } : { ticket, workedBy };

function pushed(
  before: PushedDueDate | undefined,
  { data }: RemediationEventOf<'Remediation Due Date Pushed'>,
): PushedDueDate {
  const pushes = (before?.pushes ?? 0) + 1;
  if (data.answer !== 'left') return { pushes, putBack: 'owed' };
  return before?.putBack === undefined ? { pushes } : { pushes, putBack: before.putBack };
}
