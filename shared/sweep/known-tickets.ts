import type { Cause } from '../domain/events/recorded-event.ts';
import {
  claimIn,
  isClosedWithoutClaim,
  isFailed,
  isTicketed,
  type TicketedRemediation,
} from '../domain/remediation/remediation.ts';
import { runAll } from '../run-all.ts';
import {
  type FollowedWalk,
  followedFixes,
  readFollowedWalk,
  writeFollowedWalk,
} from '../store/queues/followed-fixes.ts';
import type { Table } from '../store/table.ts';
import { type SyncDependencies, syncTicket } from '../tickets/sync-ticket.ts';
import type { ShownTicket } from '../tickets/ticket-system.ts';

type KnownTicketsDependencies = SyncDependencies & { table: Table; hasTime: () => boolean };

/** How far apart the clocks of Jira and of functions may be. */
const SLACK_MS = 300_000;

/**
 * Asks for tickets by the ids that records know, as many as one request takes. Anybody may overwrite the labels by which
 * changes are searched, and its webhook gets lost: then nothing else hears of such a ticket. Each run goes on where the one
 * before ended, round and round, so that every ticket is asked for in its turn, however many there are. What changed since the
 * round before is read again.
 */
export async function knownTickets(deps: KnownTicketsDependencies, cause: Cause): Promise<void> {
  if (!deps.hasTime()) return;
  const walk = nextWalk(await readFollowedWalk(deps.table), deps.now());
  const { fixes, after } = await nextOnes(deps, walk);
  const shown = fixes.length === 0 ? [] : await deps.tickets.showMany(fixes.map(({ ticket }) => ticket.issueId));
  const byId = new Map(shown.map((ticket) => [ticket.issueId, ticket]));
  let { hasFailed } = walk;
  const syncOne = async (issueId: string): Promise<void> => {
    try {
      if (deps.hasTime()) await syncTicket(deps, issueId, cause);
      else hasFailed = true;
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  try {
    await runAll(
      fixes
        .filter((fix) => isNews(fix, byId.get(fix.ticket.issueId), walk))
        .map(({ ticket }) => ({ name: `ticket ${ticket.key}`, run: () => syncOne(ticket.issueId) })),
    );
  } finally {
    // One that fails comes again in the next round; the walk does not wait for it.
    await writeFollowedWalk(deps.table, { ...walk, after, hasFailed });
  }
}

/** Goes on with the round, or begins the next one. */
function nextWalk(last: FollowedWalk | undefined, startedAt: string): FollowedWalk {
  if (last?.after !== undefined) return last;
  return { startedAt, since: last?.hasFailed === false ? last.startedAt : last?.since, hasFailed: false };
}

/** @returns the next fixes with a ticket, and the place behind them; without a place the round is over */
async function nextOnes({ table, store, tickets }: KnownTicketsDependencies, walk: FollowedWalk) {
  const fixes: TicketedRemediation[] = [];
  let looked = 0;
  for await (const { postMortemId, remediationId, place } of followedFixes(table, walk.after)) {
    const fix = await store.remediation(postMortemId, remediationId);
    if (fix !== undefined && isTicketed(fix) && fix.ticket.site === tickets.site) fixes.push(fix);
    looked += 1;
    if (looked >= tickets.mostShown) return { fixes, after: place };
  }
  return { fixes, after: undefined };
}

/** A ticket that is not shown is the audit's business. What failed is reopened by another worker. */
function isNews(fix: TicketedRemediation, ticket: ShownTicket | undefined, { since }: FollowedWalk): boolean {
  if (ticket === undefined || isFailed(fix)) return false;
  if (since !== undefined && Date.parse(ticket.updatedAt) >= Date.parse(since) - SLACK_MS) return true;
  const isKnownAsDone = claimIn(fix) !== undefined || isClosedWithoutClaim(fix);
  return ticket.isDone !== isKnownAsDone || ticket.key !== fix.ticket.key;
}
