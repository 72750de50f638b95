import { isDeepStrictEqual } from 'node:util';
import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { claimedFix, judge } from '../domain/remediation/decide/judge.ts';
import { silenceFrom, untilAPersonDecides } from '../domain/remediation/decide/regrade.ts';
import { isWatched, type WatchedRemediation } from '../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../domain/remediation/remediation-events.ts';
import type { CheckResult } from '../domain/verification/check-result.ts';
import { askableSources } from '../domain/verification/evidence-source-policy.ts';
import type { Signal, Subject } from '../domain/verification/signal.ts';
import { type Grounds, groundsOf, resultsOf } from '../domain/verification/verdict/check-results.ts';
import { isAccepted, type Known } from '../domain/verification/verdict/evidence.ts';
import type { SourceHistory, Word, WordOutcome } from '../domain/verification/verdict/stretches.ts';
import { type Verdict, verdictOf } from '../domain/verification/verdict/verdict-of.ts';
import { verdictPolicy } from '../domain/verification/verdict/verdict-policy.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { runAll } from '../run-all.ts';
import type { SourceOn } from '../store/inbox/words.ts';
import type { RecordStore } from '../store/records/record-store.ts';

/** What sources have said: their last words, which are a cache, and the log of all words behind it. */
export type EvidenceStore = {
  historiesAbout: (subject: Subject) => Promise<SourceHistory[]>;
  newestWord: (of: SourceOn) => Promise<Word | undefined>;
  signalAt: (of: SourceOn, word: { at: string; outcome: WordOutcome }) => Promise<Signal | undefined>;
  rebuildLastWords: (of: SourceOn) => Promise<void>;
  /** When verdicts began in this installation. Whoever asks first sets it, to `now`. */
  verdictsSince: (now: string) => Promise<string>;
};

export type JudgeFixDependencies = {
  store: Pick<RecordStore, 'changeRemediation' | 'remediation'>;
  evidence: EvidenceStore;
  config: Pick<HoldfastConfig, 'verification' | 'evidenceSources'>;
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

/** Fails from before the upgrade: they wait for a person, or this is that person, and they count. */
export type EarlierFails = 'wait' | 'count';

/**
 * Judges a claimed fix by all that is known of it now. The arrival of evidence, the schedule and the sweep all come here.
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
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = await deps.store.remediation(postMortemId, remediationId);
    if (before === undefined || !isWatched(before)) return [];
    const at = deps.now();
    const decided = await decide(deps, before, at, earlierFails);
    if (decided.length === 0) return [];
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
    if (isSameCase) return events;
  }
  throw new FixKeepsChanging(remediationId);
}

async function decide(
  deps: JudgeFixDependencies,
  before: WatchedRemediation,
  at: string,
  earlierFails: EarlierFails,
): Promise<RemediationEvent[]> {
  const upgradedAt = await deps.evidence.verdictsSince(at);
  const look = () => assess(deps, before, { at, upgradedAt, earlierFails });
  let { known, verdict } = await look();
  const planned = judge(before, verdict, [], at, upgradedAt);
  if (planned.length === 0) return [];
  if (planned.some(isProof) && (await hasMended(deps.evidence, before, known))) ({ known, verdict } = await look());
  return judge(before, verdict, await resultsIn(deps.evidence, before, known, verdict), at, upgradedAt);
}

const isProof = ({ type }: RemediationEvent): boolean =>
  type === 'Remediation Verified' || type === 'Remediation Regraded';

/** Results of the checks, with the words that they rest on. */
export async function resultsIn(
  evidence: Pick<EvidenceStore, 'signalAt'>,
  before: WatchedRemediation,
  known: Known,
  verdict: Verdict,
): Promise<CheckResult[]> {
  const fix = claimedFix(before);
  const grounds = await withSignals(evidence, before, groundsOf(fix, known, verdict));
  return resultsOf(fix, verdict, grounds, before.attestations);
}

/** What is known of a claim, and the verdict on it. Reads only. */
export async function assess(
  { evidence, config }: Pick<JudgeFixDependencies, 'config'> & { evidence: Pick<EvidenceStore, 'historiesAbout'> },
  before: WatchedRemediation,
  { at, upgradedAt, earlierFails }: { at: string; upgradedAt: string; earlierFails: EarlierFails },
): Promise<{ known: Known; verdict: Verdict }> {
  const histories = await Promise.all(
    before.checks.map((check) =>
      check.kind === 'signal' ? evidence.historiesAbout(check.subject) : Promise.resolve([]),
    ),
  );
  const known: Known = {
    histories,
    attestations: before.attestations.map(({ check, outcome, at: time }) => ({ check, outcome, at: Date.parse(time) })),
  };
  const fix = claimedFix(before, silenceFrom(before, upgradedAt, at));
  const policy = verdictPolicy(config.verification, askableSources(config.evidenceSources));
  const verdict = verdictOf(fix, known, policy, Date.parse(at));
  return { known, verdict: earlierFails === 'wait' ? untilAPersonDecides(before, verdict, upgradedAt) : verdict };
}

/**
 * Holds the last words that a proof would rest on to their log, which is what counts, and makes those anew that differ.
 *
 * @returns true when there were any
 */
async function hasMended(
  evidence: EvidenceStore,
  { checks }: WatchedRemediation,
  { histories }: Known,
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

function withSignals(
  evidence: Pick<EvidenceStore, 'signalAt'>,
  { checks }: WatchedRemediation,
  grounds: readonly Grounds[],
): Promise<(Grounds & { signal: Signal | undefined })[]> {
  return Promise.all(
    grounds.map(async (one) => {
      const check = checks[one.check];
      const { source, resource, outcome } = one;
      const at = new Date(one.at).toISOString();
      const signal =
        check?.kind === 'signal'
          ? await evidence.signalAt({ subject: check.subject, source, resource }, { at, outcome })
          : undefined;
      return { ...one, signal };
    }),
  );
}
