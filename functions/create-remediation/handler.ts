import { onBusEvents } from '../../runtime/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type CreateDependencies, createTicket } from '../../shared/jira/create-ticket.ts';

/** Creates the Jira ticket of every approved recommendation, effectively once. */
export function createRemediation(deps: CreateDependencies & { telemetry: Telemetry }) {
  return onBusEvents(['Recommendation Approved'], 'create-remediation', deps.telemetry, async ({ data }, cause) => {
    const outcome = await createTicket(deps, data, cause);
    deps.telemetry.count(outcome === 'in doubt' ? 'TicketCreationInDoubt' : 'TicketCreationHandled');
    deps.telemetry.info('recommendation handled', { recommendation: data.recommendation.id, outcome });
  });
}
