import { onBusEvents } from '../../runtime/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type ReopenDependencies, reopenTicket } from '../../shared/jira/reopen-ticket.ts';

/** Reopens the ticket of a fix that did not hold, with the evidence in a comment. */
export function reopenRemediation(deps: ReopenDependencies & { telemetry: Telemetry }) {
  return onBusEvents(
    ['Remediation Ineffective', 'Remediation Regressed'],
    'reopen-remediation',
    deps.telemetry,
    async ({ data }, cause) => {
      const isReopened = await reopenTicket(deps, data, cause);
      deps.telemetry.count(isReopened ? 'TicketReopened' : 'TicketReopenedBefore');
    },
  );
}
