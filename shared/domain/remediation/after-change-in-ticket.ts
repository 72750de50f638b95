import { IN_TICKET_EVENTS } from './in-ticket-events.ts';
import type { PushedDueDate, TicketedRemediation } from './remediation.ts';
import type { RemediationEvent } from './remediation-events.ts';
import type { RemediationEventOf } from './transitions.ts';

type ChangeInTicket = RemediationEventOf<keyof typeof IN_TICKET_EVENTS>;

export const isChangeInTicket = (event: RemediationEvent): event is ChangeInTicket =>
  Object.hasOwn(IN_TICKET_EVENTS, event.type);

/** The fix after something was changed in its ticket. Nothing of it moves the fix itself, or its due date. */
export function afterChangeInTicket(state: TicketedRemediation, event: ChangeInTicket): TicketedRemediation {
  switch (event.type) {
    case 'Remediation Ticket Updated':
    case 'Remediation Priority Lowered':
    case 'Remediation Ticket Moved Out':
    case 'Remediation Ticket Found Again':
      return { ...state, ...seenIn(event.data) };
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
    case 'Remediation Due Date Set':
      return { ...state, ticket: { ...state.ticket, dueOn: event.data.dueOn, ownDueOnAt: event.data.at } };
    case 'Remediation Closed In Bulk':
      return { ...state, closedInBulkAt: event.data.claimAt };
    case 'Remediation Ticket Missing':
      return { ...state, ticket: { ...state.ticket, missingSince: event.data.at } };
  }
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
