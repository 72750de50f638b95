import { isTicketed, type Remediation } from '../domain/remediation/remediation.ts';
import { dueActions, type SystemQueue } from '../store/queues/due.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import type { TicketSites } from '../tickets/ticket-sites.ts';
import type { TicketSystem } from '../tickets/ticket-system.ts';

/** Sites of tickets, and the one that a part of a sweep is about. */
export type OneOfSites = { ticketSites: TicketSites; tickets: TicketSystem };

/** True for fixes whose ticket is on this site, or is to be. What is on no site of the configuration is told on the first. */
export function isOnSite(fix: Remediation | undefined, { ticketSites: { all }, tickets }: OneOfSites): boolean {
  const found =
    fix !== undefined && isTicketed(fix)
      ? all.find(({ names }) => names.includes(fix.ticket.site))
      : all.find(({ key }) => key === fix?.routeSite);
  return (found ?? all[0]) === tickets;
}

/** What the system has to do by `until` on one site: see `dueActions`. Where there is but one site, all is on it. */
export async function* dueOnSite(
  site: OneOfSites & { table: Table; store: Pick<RecordStore, 'remediation'> },
  queue: SystemQueue,
  until: string,
): ReturnType<typeof dueActions> {
  const isOnly = site.ticketSites.all.length === 1;
  for await (const due of dueActions(site.table, queue, until)) {
    if (isOnly || isOnSite(await site.store.remediation(due.postMortemId, due.remediationId), site)) yield due;
  }
}
