import type { RemediationEvent } from '../remediation-events.ts';
import type { TicketChange } from '../ticket-change.ts';

/** Fields of which the events tell that the work may be avoided, and not by whom. */
export function unnamedChanges(events: readonly RemediationEvent[]): TicketChange['field'][] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'Remediation Due Date Pushed':
        return event.data.by === undefined ? ['due date'] : [];
      case 'Remediation Priority Lowered':
        return event.data.by === undefined ? ['priority'] : [];
      case 'Remediation Ticket Moved Out':
        return event.data.by === undefined ? ['key'] : [];
      default:
        return [];
    }
  });
}
