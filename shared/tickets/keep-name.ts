import { routeIn } from '../domain/remediation/choose-route.ts';
import { isOfExistingTicket, isTicketed, type Remediation } from '../domain/remediation/remediation.ts';
import { countNaming } from '../store/queues/namings.ts';
import type { Table } from '../store/table.ts';
import { isSameTicket } from './ticket-sites.ts';
import type { ShownTicket, TicketSystem } from './ticket-system.ts';

type KeepNameDependencies = { table: Table; tickets: TicketSystem; now: () => string };

/** With somebody, or something, that takes it off each time, there is no point in going on. */
const MOST_TIMES = 3;

/**
 * Gives a ticket of ours the name back that a bulk edit took off. The fix is followed all the same, by the id of its ticket; the name is
 * for searches, ours and people's. A few times in a month, and then no more: where a rule of the site takes it off, it would be a fight.
 *
 * @returns true when it was given back
 */
export async function keepName(
  { table, tickets, now }: KeepNameDependencies,
  shown: ShownTicket,
  fix: Remediation | undefined,
): Promise<boolean> {
  if (shown.isNamed || !shown.isOurs || fix === undefined || !isTicketed(fix) || isOfExistingTicket(fix)) return false;
  if (!isSameTicket(fix.ticket, tickets, shown.issueId)) return false;
  const times = await countNaming(table, fix.ticket, now());
  return times <= MOST_TIMES && (await tickets.giveName(shown, fix.id, routeIn(fix)));
}
