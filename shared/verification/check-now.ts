import * as z from 'zod';
import type { Cause } from '../domain/events/recorded-event.ts';
import { askForCheck } from '../domain/remediation/decide/ask-for-check.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import type { Author } from '../domain/words/person.ts';
import { NotFound } from '../store/errors.ts';
import type { Item } from '../store/table.ts';
import { FixStanding, fixStanding } from './fix-standing.ts';
import { type JudgeFixDependencies, judgeFix } from './judge-fix.ts';

/** Where a fix stands, and what a check of it changed: names of events, none when it stands as before. */
export const CheckedFix = FixStanding.extend({ changes: z.array(z.string()) });
export type CheckedFix = z.infer<typeof CheckedFix>;

type FixId = { postMortemId: PostMortemId; remediationId: RecommendationId };

/**
 * Judges a claimed fix at once, for somebody who does not want to wait for its next check. The question is in the log before
 * anything is answered.
 *
 * @param once goes into the transaction that writes the question
 * @throws NotFound, Refusal when it is no claim, AskedTooSoon, FixKeepsChanging
 */
export async function checkNow(
  deps: JudgeFixDependencies,
  { postMortemId, remediationId }: FixId,
  by: Author,
  cause: Cause,
  once: readonly Item[] = [],
): Promise<CheckedFix> {
  await deps.store.changeRemediation(
    postMortemId,
    remediationId,
    (current) => {
      if (current === undefined) throw new NotFound(`remediation ${remediationId}`);
      return askForCheck(current, by, deps.now());
    },
    cause,
    once,
  );
  const changes = await judgeFix(deps, { postMortemId, remediationId }, cause);
  return { ...(await standingNow(deps, { postMortemId, remediationId })), changes: changes.map(({ type }) => type) };
}

/** @throws NotFound */
export async function standingNow(
  deps: JudgeFixDependencies,
  { postMortemId, remediationId }: FixId,
): Promise<FixStanding> {
  const remediation = await deps.store.remediation(postMortemId, remediationId);
  if (remediation === undefined) throw new NotFound(`remediation ${remediationId}`);
  return fixStanding(deps, remediation);
}
