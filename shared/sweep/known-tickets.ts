import type { Cause } from '../domain/events/recorded-event.ts';
import {
  claimIn,
  isClosedWithoutClaim,
  isFailed,
  isTicketed,
  type TicketedRemediation,
} from '../domain/remediation/remediation.ts';
import { runAll } from '../run-all.ts';
import { followedFixes, readFollowedPlace, writeFollowedPlace } from '../store/queues/followed-fixes.ts';
import type { Table } from '../store/table.ts';
import { type SyncDependencies, syncTicket } from '../tickets/sync-ticket.ts';
import type { ShownTicket } from '../tickets/ticket-system.ts';

type KnownTicketsDependencies = SyncDependencies & { table: Table; hasTime: () => boolean };

/**
 * Asks for tickets by the ids that records know, as many as one request takes. Anybody may overwrite the labels by which
 * changes are searched, and its webhook gets lost: then nothing else hears of such a ticket. Each run goes on where the one
 * before ended, so that every ticket is asked for in its turn, however many there are.
 */
export async function knownTickets(deps: KnownTicketsDependencies, cause: Cause): Promise<void> {
  if (!deps.hasTime()) return;
  const { fixes, place } = await nextOnes(deps);
  const shown = fixes.length === 0 ? [] : await deps.tickets.showMany(fixes.map(({ ticket }) => ticket.issueId));
  // Those whose ticket fails come again in the next round; the walk does not wait for them.
  await writeFollowedPlace(deps.table, place);
  const byId = new Map(shown.map((ticket) => [ticket.issueId, ticket]));
  await runAll(
    fixes
      .filter((fix) => isOutOfStep(fix, byId.get(fix.ticket.issueId)))
      .map(({ ticket }) => ({
        name: `ticket ${ticket.key}`,
        run: async () => {
          if (deps.hasTime()) await syncTicket(deps, ticket.issueId, cause);
        },
      })),
  );
}

/** @returns the next fixes with a ticket, and the place behind them; without a place the walk is through */
async function nextOnes({ table, store, tickets }: KnownTicketsDependencies) {
  const fixes: TicketedRemediation[] = [];
  let looked = 0;
  for await (const { postMortemId, remediationId, place } of followedFixes(table, await readFollowedPlace(table))) {
    const fix = await store.remediation(postMortemId, remediationId);
    if (fix !== undefined && isTicketed(fix) && fix.ticket.site === tickets.site) fixes.push(fix);
    looked += 1;
    if (looked >= tickets.mostShown) return { fixes, place };
  }
  return { fixes, place: undefined };
}

/** What failed is reopened by another worker. A ticket that is not shown is the audit's business. */
function isOutOfStep(fix: TicketedRemediation, ticket: ShownTicket | undefined): boolean {
  if (ticket === undefined || isFailed(fix)) return false;
  const isKnownAsDone = claimIn(fix) !== undefined || isClosedWithoutClaim(fix);
  return ticket.isDone !== isKnownAsDone || ticket.key !== fix.ticket.key;
}
