import type { PostMortemId, RecommendationId } from '../../words/identifiers.ts';
import type { TicketPerson } from '../../words/person.ts';
import { isTicketed, type Remediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { ids } from './rules.ts';

/** So many tickets of fixes, moved to done by one person within this time, were hardly looked at one by one. */
export const BULK = { tickets: 5, withinMs: 60_000 };

/** A claim of a person, at the time at which the ticket went to done by the clock of its system. */
export type TimedClaim = {
  readonly postMortemId: PostMortemId;
  readonly remediationId: RecommendationId;
  readonly at: string;
};

/** Number of the tickets, and the times of the first and the last of them, as far as they are known. */
export type Bulk = { readonly tickets: number; readonly from: string; readonly to: string };

/**
 * The claims of one person that were made in bulk, each with its bulk: whatever was done within a minute of time together with it,
 * where that is five fixes or more.
 *
 *     10:00:05 ─ 10:00:20 ─ 10:00:31 ─ 10:00:40 ─ 10:01:02   five within a minute: all of them
 *     10:00:05 ─ 10:00:20 ─ 10:00:31 ─ 10:00:40 ─ 10:02:00   none
 *
 * @param claims of one person on one site, in any order: a few, since each is compared with each
 */
export function claimsInBulk<One extends TimedClaim>(claims: readonly One[]): { claim: One; bulk: Bulk }[] {
  const inOrder = claims.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const windows = inOrder
    .map(({ at }, index) =>
      inOrder.slice(index).filter((later) => Date.parse(later.at) - Date.parse(at) <= BULK.withinMs),
    )
    .filter((window) => fixesIn(window) >= BULK.tickets);
  return inOrder.flatMap((claim) => {
    const together = new Set(windows.filter((window) => window.includes(claim)).flat());
    const all = inOrder.filter((one) => together.has(one));
    const [first, last] = [all.at(0), all.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ claim, bulk: { tickets: fixesIn(all), from: first.at, to: last.at } }];
  });
}

const fixesIn = (claims: readonly TimedClaim[]): number =>
  new Set(claims.map(({ remediationId }) => remediationId)).size;

/**
 * The ticket of the fix was closed in bulk: told once for each claim, also when the claim is over by now, and not again when the bulk
 * turns out to be larger. A fix that was cancelled, or that has no ticket any more, tells nothing new.
 */
export function closedInBulk(
  state: Remediation,
  { claimAt, site, by, bulk }: { claimAt: string; site: string; by: TicketPerson; bulk: Bulk },
  now: string,
): RemediationEvent[] {
  if (!isTicketed(state)) return [];
  if (state.closedInBulkAt !== undefined && Date.parse(state.closedInBulkAt) >= Date.parse(claimAt)) return [];
  return [{ type: 'Remediation Closed In Bulk', data: { ...ids(state), claimAt, site, by, ...bulk, at: now } }];
}
