import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type ReopenDependencies, reopenTicket } from '../../shared/tickets/reopen-ticket.ts';

const METRICS = {
  reopened: 'TicketReopened',
  'not ours to do': 'TicketReopenedBefore',
  refused: 'TicketNotReopened',
} as const;

/** Reopens the ticket of a fix that did not hold, with the evidence in a comment. */
export function reopenRemediationHandler(deps: ReopenDependencies & BusEventDependencies & { telemetry: Telemetry }) {
  return onBusEvents('reopen-remediation', deps, async ({ data }, cause) => {
    const outcome = await reopenTicket(deps, data, cause);
    deps.telemetry.count(METRICS[outcome.outcome]);
    // The queue tries again, and its dead-letter queue shows the reason to who can fix the cause.
    if (outcome.outcome === 'refused') throw outcome.refusal;
  });
}
