import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { ownAccounts } from '../../shared/store/queues/own-accounts.ts';
import type { Table } from '../../shared/store/table.ts';
import { isOwnEcho } from '../../shared/tickets/own-echo.ts';
import { type SyncDependencies, syncTicket } from '../../shared/tickets/sync-ticket.ts';
import type { TicketSites } from '../../shared/tickets/ticket-sites.ts';

/** Brings remediations in step with the tickets that Jira says have changed. */
export function syncRemediationHandler(
  deps: Omit<SyncDependencies, 'tickets'> & {
    table: Table;
    ticketSites: TicketSites;
    telemetry: Telemetry;
  } & BusEventDependencies,
) {
  const accounts = ownAccounts(deps.table, deps.now);
  return onBusEvents('sync-remediation', deps, async ({ data }, cause) => {
    if (await isOwnEcho({ ...deps, accounts }, data)) return deps.telemetry.count('OwnChangeHeard');
    const tickets = deps.ticketSites.named(data.site);
    const { outcome, events, missingFor } = await syncTicket({ ...deps, tickets }, data.issueId, cause);
    // It was asked for a moment ago, so this costs no call.
    if (outcome !== 'missing ticket') await accounts.learn(data.site, await tickets.account());
    deps.telemetry.count(outcome === 'changed' ? 'RemediationSynced' : 'RemediationInStep');
    if (missingFor !== undefined) {
      deps.telemetry.count('TicketMissing');
      deps.telemetry.warn('the ticket of a fix is missing', { key: data.key, ...missingFor });
    }
    deps.telemetry.info('ticket handled', { key: data.key, outcome, events: events.map(({ type }) => type) });
  });
}
