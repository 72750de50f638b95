import type { Cause } from '../domain/events/recorded-event.ts';
import { type FollowedRemediation, isFailed, isFollowed, isTicketDone } from '../domain/remediation/remediation.ts';
import { runAll } from '../run-all.ts';
import { LONGEST_HOLD_MS } from '../store/queues/failing-entries.ts';
import {
  type FollowedWalk,
  followedFixes,
  readFollowedWalk,
  writeFollowedWalk,
} from '../store/queues/followed-fixes.ts';
import type { ShownTicket } from '../tickets/ticket-system.ts';
import { lookAt, type TicketWalkDependencies } from './ticket-walk.ts';

/** Requests that a run makes for them: a hundred thousand tickets come round in a day or two. */
const REQUESTS_A_RUN = 5;

/** How far apart the clocks of Jira and of functions may be. */
const SLACK_MS = 300_000;

/**
 * Asks for tickets by the ids that records know, as many as one request takes. Anybody may overwrite the labels by which
 * changes are searched, and its webhook gets lost: then nothing else hears of such a ticket. Each run goes on where the one
 * before ended, round and round, so that every ticket is asked for in its turn, however many there are. What changed since the
 * round before is read again. One that cannot be read is an error for a day after its change; then it is tried in each round, and
 * costs none.
 *
 * @param looked ids of the tickets that this run has looked at already
 */
export async function knownTickets(
  deps: TicketWalkDependencies,
  looked: ReadonlySet<string>,
  cause: Cause,
): Promise<void> {
  if (!deps.hasTime()) return;
  const walk = nextWalk(await readFollowedWalk(deps.table, deps.tickets.key), deps.now());
  const { fixes, after } = await nextOnes(deps, walk);
  const shown = fixes.length === 0 ? [] : await deps.tickets.showMany(fixes.map(({ ticket }) => ticket.issueId));
  const byId = new Map(shown.map((ticket) => [ticket.issueId, ticket]));
  let { hasFailed } = walk;
  const syncOne = async (
    { ticket: { issueId } }: FollowedRemediation,
    ticket: ShownTicket | undefined,
  ): Promise<void> => {
    try {
      if (deps.hasTime()) await lookAt(deps, issueId, ticket, cause);
      else hasFailed = true;
    } catch (error) {
      const isOld = ticket !== undefined && Date.parse(deps.now()) - Date.parse(ticket.updatedAt) >= LONGEST_HOLD_MS;
      if (isOld) return;
      hasFailed = true;
      throw error;
    }
  };
  try {
    await runAll(
      fixes.flatMap((fix) => {
        const ticket = byId.get(fix.ticket.issueId);
        const isToBeLookedAt = ticket === undefined ? fix.ticket.missingSince === undefined : isNews(fix, ticket, walk);
        if (!isToBeLookedAt || looked.has(fix.ticket.issueId)) return [];
        return [{ name: `ticket ${fix.ticket.key}`, run: () => syncOne(fix, ticket) }];
      }),
    );
  } finally {
    // One that fails comes again in the next round; the walk does not wait for it.
    await writeFollowedWalk(deps.table, deps.tickets.key, { ...walk, after, hasFailed });
  }
}

/** Goes on with the round, or begins the next one. */
function nextWalk(last: FollowedWalk | undefined, startedAt: string): FollowedWalk {
  if (last?.after !== undefined) return last;
  return { startedAt, since: last?.hasFailed === false ? last.startedAt : last?.since, hasFailed: false };
}

/** @returns the next fixes with a ticket, and the place behind them; without a place the round is over */
async function nextOnes({ table, store, tickets }: TicketWalkDependencies, walk: FollowedWalk) {
  const fixes: FollowedRemediation[] = [];
  let looked = 0;
  const pageSize = REQUESTS_A_RUN * tickets.mostShown;
  for await (const { postMortemId, remediationId, place } of followedFixes(table, { after: walk.after, pageSize })) {
    const fix = await store.remediation(postMortemId, remediationId);
    if (fix !== undefined && isFollowed(fix) && tickets.names.includes(fix.ticket.site)) fixes.push(fix);
    looked += 1;
    if (looked >= pageSize) return { fixes, after: place };
  }
  return { fixes, after: undefined };
}

/** What failed is reopened by another worker. */
function isNews(fix: FollowedRemediation, ticket: ShownTicket, { since }: FollowedWalk): boolean {
  if (isFailed(fix)) return false;
  if (fix.ticket.missingSince !== undefined) return true;
  if (since !== undefined && Date.parse(ticket.updatedAt) >= Date.parse(since) - SLACK_MS) return true;
  return ticket.isDone !== isTicketDone(fix) || ticket.key !== fix.ticket.key;
}
