import { type BusEventDependencies, onBusEvents } from '../../runtime/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type ReopenDependencies, reopenTicket } from '../../shared/jira/reopen-ticket.ts';

/** Reopens the ticket of a fix that did not hold, with the evidence in a comment. */
export function reopenRemediation(deps: ReopenDependencies & BusEventDependencies & { telemetry: Telemetry }) {
  return onBusEvents(
    ['Remediation Ineffective', 'Remediation Regressed'],
    'reopen-remediation',
    deps,
    async ({ data }, cause) => {
      const isReopened = await reopenTicket(deps, data, cause);
      deps.telemetry.count(isReopened ? 'TicketReopened' : 'TicketReopenedBefore');
    },
  );
}
