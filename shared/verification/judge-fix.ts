import { isDeepStrictEqual } from 'node:util';
import type { Cause } from '../domain/events/recorded-event.ts';
import { judge, nextLook, rescheduled } from '../domain/remediation/decide/judge.ts';
import { showWhileAccepted } from '../domain/remediation/decide/show-while-accepted.ts';
import {
  claimToJudge,
  isWatched,
  type JudgedClaim,
  type Remediation,
  type WatchedRemediation,
} from '../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../domain/remediation/remediation-events.ts';
import { isAccepted } from '../domain/verification/verdict/evidence.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { runAll } from '../run-all.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import {
  type AssessDependencies,
  type Assessment,
  assess,
  assessWatched,
  type EarlierFails,
  type EvidenceStore,
  resultsIn,
} from './assess-fix.ts';

export type JudgeFixDependencies = AssessDependencies & {
  store: Pick<RecordStore, 'changeRemediation' | 'lookAgain' | 'remediation'>;
  now: () => string;
};

/** A fix that changes so often while it is judged is judged later. */
const TRIES = 8;
const READS_AT_ONCE = 10;

/** Others changed the fix each time it was judged. */
export class FixKeepsChanging extends Error {
  constructor(remediationId: RecommendationId) {
    super(
      `remediation ${remediationId} was changed by others each of ${TRIES} times that it was judged; it is judged again later`,
    );
    this.name = 'FixKeepsChanging';
  }
}

export type NamedFix = { readonly postMortemId: PostMortemId; readonly remediationId: RecommendationId };

/**
 * Judges a claimed fix by all that is known of it now. The arrival of evidence, the schedule and the sweep all come here. While
 * its risk is accepted, fails are shown, and nothing follows from them.
 *
 * @returns changes of its standing; none when there are none, or when it is no claim any more
 * @throws FixKeepsChanging
 */
export async function judgeFix(
  deps: JudgeFixDependencies,
  { postMortemId, remediationId }: NamedFix,
  cause: Cause,
  earlierFails: EarlierFails = 'wait',
): Promise<RemediationEvent[]> {
  let judgedBefore: Remediation | undefined;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = await deps.store.remediation(postMortemId, remediationId);
    const claim = before && claimToJudge(before);
    if (before === undefined || claim === undefined) return [];
    const at = deps.now();
    // Who finds the fix as it was, and could not write, has read it otherwise than it is stored: an event writes it whole.
    const isTold = isDeepStrictEqual(before, judgedBefore);
    judgedBefore = before;
    const { events: decided, look } = await decide(deps, before, claim, { at, earlierFails, isTold });
    if (decided.length === 0) {
      if (look === undefined || (await deps.store.lookAgain(look.at, look.next))) return [];
      continue;
    }
    let isSameCase = true;
    const { events } = await deps.store.changeRemediation(
      postMortemId,
      remediationId,
      // Decided on the fix as it was read: if it has moved on, somebody may have judged it by newer evidence.
      (latest) => {
        isSameCase = isDeepStrictEqual(latest, before);
        return isSameCase ? decided : [];
      },
      cause,
    );
    if (!isSameCase) continue;
    if (!events.some(isSilence)) return events;
    // Evidence that arrived between the look and the write found a fix at rest, and left it so: it is looked at once more.
    return [...events, ...(await judgeFix(deps, { postMortemId, remediationId }, cause, earlierFails))];
  }
  throw new FixKeepsChanging(remediationId);
}

type Decided = {
  events: RemediationEvent[];
  /** Where the fix is to stand in its queue, when nothing else changed. */
  look?: { at: WatchedRemediation; next: Pick<WatchedRemediation, 'nextCheckAt'> };
};

async function decide(
  deps: JudgeFixDependencies,
  before: Remediation,
  claim: JudgedClaim,
  { at, earlierFails, isTold }: { at: string; earlierFails: EarlierFails; isTold: boolean },
): Promise<Decided> {
  if (before.state === 'accepted') {
    return { events: showWhileAccepted(before, (await assess(deps, claim, at)).verdict, at) };
  }
  if (!isWatched(before)) return { events: [] };
  const upgradedAt = await deps.evidence.verdictsSince(at);
  const look = () => assessWatched(deps, before, { at, upgradedAt, earlierFails });
  let assessed = await look();
  const planned = judge(before, assessed.verdict, [], at, upgradedAt);
  if (planned.length === 0) {
    const next = nextLook(before, assessed.verdict, at);
    if (next === undefined) return { events: [] };
    return isTold
      ? { events: [rescheduled(before, assessed.verdict, at)] }
      : { events: [], look: { at: before, next } };
  }
  if (planned.some(isProof) && (await hasMended(deps.evidence, assessed))) assessed = await look();
  const results = await resultsIn(deps.evidence, assessed);
  return { events: judge(before, assessed.verdict, results, at, upgradedAt) };
}

const isSilence = ({ type }: RemediationEvent): boolean =>
  type === 'Remediation Silence Excused' || type === 'Remediation Evidence Late' || type === 'Remediation Unproven';

const isProof = ({ type }: RemediationEvent): boolean =>
  type === 'Remediation Verified' || type === 'Remediation Regraded';

/**
 * Holds the last words that a proof would rest on to their log, which is what counts, and makes those anew that differ.
 *
 * @returns true when there were any
 */
async function hasMended(
  evidence: EvidenceStore,
  { claim: { checks }, known: { histories } }: Assessment,
): Promise<boolean> {
  let hasDiffered = false;
  function* tasks() {
    for (const [index, check] of checks.entries()) {
      if (check.kind !== 'signal') continue;
      for (const history of (histories[index] ?? []).filter((one) => isAccepted(check, one))) {
        const { source, resource, stretches } = history;
        const run = async () => {
          const of = { subject: check.subject, source, resource };
          const newest = await evidence.newestWord(of);
          const last = stretches.at(-1);
          if (newest?.at === last?.to && newest?.outcome === last?.outcome) return;
          await evidence.rebuildLastWords(of);
          hasDiffered = true;
        };
        yield { name: `${source} on ${resource}`, run };
      }
    }
  }
  await runAll(tasks(), READS_AT_ONCE);
  return hasDiffered;
}
