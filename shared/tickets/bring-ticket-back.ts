import type { Cause } from '../domain/events/recorded-event.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { broughtBack } from '../domain/remediation/decide/put-away.ts';
import { isToBeBroughtBack, type Remediation } from '../domain/remediation/remediation.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import type { CreateDependencies } from './create-ticket.ts';
import { type FollowUpOutcome, followUp, GONE } from './follow-up.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import { isShown } from './reopen-ticket.ts';
import { syncShown } from './sync-ticket.ts';

export type BringBackOutcome =
  | { outcome: 'brought back' }
  /** It is not away, or not any more, or somebody made a follow-up. */
  | { outcome: 'not ours to do' }
  /** The ticket stays done, and another follows up on it. `notMade`: why there is no other yet. */
  | { outcome: 'refused'; key: string; refusal: Error; notMade?: unknown };

/**
 * Moves the ticket of a fix that is wanted again out of done, where we had put it while the risk was accepted: by all ways that a ticket
 * is reopened by. Where there is none, or no such ticket, another one follows up on it. What people did meanwhile is taken in first: who
 * moved the ticket out of done was faster, and who moved it to done again claims.
 *
 *     time over ─▶ read, taken in ─▶ moved out of done ─┬─ record
 *                                                       └─ every way refused ── record ── follow-up, made as any ticket is
 *
 * @throws the system's error when it limits or nobody knows what it did: the queue, or the sweep, does it again
 */
export async function bringTicketBack(
  deps: CreateDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
): Promise<BringBackOutcome> {
  const { store, ticketSites, config, now } = deps;
  const fix = await store.remediation(postMortemId, remediationId);
  if (fix === undefined || !isToBeBroughtBack(fix)) return { outcome: 'not ours to do' };
  const { key, issueId, site } = fix.ticket;
  const stays = async (refusal: Error): Promise<BringBackOutcome> => {
    const told = (await isRestrictedNow(store, fix)) ? ticketSites.withoutWords(refusal) : refusal;
    return afterRefusal(await followUp(deps, fix, refusal.message, cause), key, told);
  };
  try {
    const tickets = ticketSites.named(site);
    const shown = await tickets.show(issueId, key);
    if (shown === undefined) return await stays(new Error(GONE));
    await syncShown({ store, tickets, config, now }, shown, cause);
    const current = await store.remediation(postMortemId, remediationId);
    if (current === undefined || !isToBeBroughtBack(current)) return { outcome: 'not ours to do' };
    const why = `The time for which the risk was accepted is over. The record says more: ${recordUrlOf(config.postMortem, postMortemId)}`;
    const isByHoldfast = await tickets.reopen(issueId, routeIn(current), why);
    const back = (state: Remediation | undefined) =>
      state !== undefined && isToBeBroughtBack(state) ? broughtBack(state, isByHoldfast, now()) : [];
    await store.changeRemediation(postMortemId, remediationId, back, cause);
    return { outcome: 'brought back' };
  } catch (error) {
    if (!(error instanceof Error) || ticketSites.failureOf(error) !== 'refused') throw error;
    // Whoever does not let us read it says nothing of its ways out of done.
    if (!(await isShown(ticketSites, fix))) throw error;
    return stays(error);
  }
}

function afterRefusal(followed: FollowUpOutcome, key: string, refusal: Error): BringBackOutcome {
  return followed.outcome === 'none'
    ? { outcome: 'not ours to do' }
    : { ...followed, outcome: 'refused', key, refusal };
}
