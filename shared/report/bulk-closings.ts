import type { Outcome } from '../store/queues/outcomes.ts';
import type { ChangeInTicket } from '../store/queues/ticket-changes.ts';

/** So many tickets of fixes, moved to done by one person within this time, were hardly looked at one by one. */
const BULK = { tickets: 5, withinMs: 60_000 };

/**
 * Claims that one person made in bulk: five fixes or more within a minute, by the clock of the ticketing system.
 *
 *     10:00:05 ─ 10:00:20 ─ 10:00:31 ─ 10:00:40 ─ 10:01:02   five within a minute: all of them
 *     10:00:05 ─ 10:00:20 ─ 10:00:31 ─ 10:00:40 ─ 10:02:00   none
 *
 * @param outcomes of the period, which are read anyway
 */
export function bulkClosings(outcomes: readonly Outcome[]): ChangeInTicket[] {
  const byPerson = Map.groupBy(outcomes.flatMap(claimIn), ({ accountId }) => accountId);
  return [...byPerson.values()].flatMap(inBulk).map(({ change }) => change);
}

type ClaimOf = { accountId: string; atMs: number; change: ChangeInTicket };

function claimIn({ claim, ...outcome }: Outcome): ClaimOf[] {
  if (claim?.by === undefined) return [];
  const { postMortemId, remediationId, title, ownerTeam, key } = outcome;
  const known = { postMortemId, remediationId, title, ownerTeam, site: claim.site, key };
  const change: ChangeInTicket = { ...known, at: claim.at, what: 'closed in bulk', by: claim.by.name };
  return [{ accountId: claim.by.accountId, atMs: Date.parse(claim.at), change }];
}

/** One walk over the claims in order, with a window of the time: there may be thousands. */
function inBulk(claims: readonly ClaimOf[]): ClaimOf[] {
  const inOrder = claims.toSorted((a, b) => a.atMs - b.atMs);
  const bulk = new Set<ClaimOf>();
  let window: ClaimOf[] = [];
  for (const claim of inOrder) {
    window = [...window.filter(({ atMs }) => claim.atMs - atMs <= BULK.withinMs), claim];
    const fixes = new Set(window.map(({ change }) => change.remediationId));
    if (fixes.size < BULK.tickets) continue;
    for (const one of window) bulk.add(one);
    // Those before the newest few are in it already, and make no later claim one of a bulk that these do not.
    window = newestOfEach(window).slice(-BULK.tickets);
  }
  return [...bulk];
}

const newestOfEach = (window: readonly ClaimOf[]): ClaimOf[] =>
  window.filter(
    ({ change }, index) =>
      !window.slice(index + 1).some((later) => later.change.remediationId === change.remediationId),
  );
