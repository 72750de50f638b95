import { type BusEventDependencies, onBusEventBatches } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import type { CreateDependencies } from '../../shared/tickets/create-ticket.ts';
import { createTickets } from '../../shared/tickets/create-tickets.ts';

/** Creates the Jira tickets of approved recommendations, effectively once, as many in one call as came together. */
export function createRemediationHandler(deps: CreateDependencies & BusEventDependencies & { telemetry: Telemetry }) {
  return onBusEventBatches('create-remediation', deps, async (batch) => {
    const failures = await createTickets(
      deps,
      batch.map(({ event, cause }) => ({ approved: event.data, cause })),
    );
    const failed = failures.filter((failure) => failure !== undefined).length;
    deps.telemetry.count('TicketCreationHandled', batch.length - failed);
    return failures;
  });
}
