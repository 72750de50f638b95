import { forgetHidden, rememberHidden } from '../store/queues/hiding-projects.ts';
import type { Table } from '../store/table.ts';
import type { CreatedTicket, TicketSystem } from './ticket-system.ts';

/**
 * Looks at a ticket in the moment after its creation, unless the creation has shown it already: what is not shown then is hidden from our
 * account, and was deleted by nobody. An answer that does not come says nothing.
 *
 * @param project of its route
 */
export async function noticeHiding(
  table: Table,
  tickets: TicketSystem,
  project: string,
  { issueId, key, isShown: wasShown }: CreatedTicket,
): Promise<void> {
  const place = { site: tickets.site, project };
  const isShown =
    wasShown ??
    (await tickets.show(issueId, key).then(
      (shown) => shown !== undefined,
      () => undefined,
    ));
  if (isShown === true) await forgetHidden(table, place);
  if (isShown === false) await rememberHidden(table, place, { issueId, key });
}
