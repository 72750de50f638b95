import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type SyncDependencies, syncTicket } from '../../shared/tickets/sync-ticket.ts';
import type { TicketSites } from '../../shared/tickets/ticket-sites.ts';

/** Brings remediations in step with the tickets that Jira says have changed. */
export function syncRemediationHandler(
  deps: Omit<SyncDependencies, 'tickets'> & { ticketSites: TicketSites; telemetry: Telemetry } & BusEventDependencies,
) {
  return onBusEvents('sync-remediation', deps, async ({ data }, cause) => {
    const tickets = deps.ticketSites.named(data.site);
    const { outcome, events, missingFor } = await syncTicket({ ...deps, tickets }, data.issueId, cause);
    deps.telemetry.count(outcome === 'changed' ? 'RemediationSynced' : 'RemediationInStep');
    if (missingFor !== undefined) {
      deps.telemetry.count('TicketMissing');
      deps.telemetry.warn('the ticket of a fix is missing', { key: data.key, ...missingFor });
    }
    deps.telemetry.info('ticket handled', { key: data.key, outcome, events: events.map(({ type }) => type) });
  });
}
