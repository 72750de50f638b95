import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { claimedFix } from '../domain/remediation/decide/judge.ts';
import { silenceFrom, untilAPersonDecides } from '../domain/remediation/decide/regrade.ts';
import type { JudgedClaim, WatchedRemediation } from '../domain/remediation/remediation.ts';
import type { CheckResult } from '../domain/verification/check-result.ts';
import { askableSources } from '../domain/verification/evidence-source-policy.ts';
import type { Signal, Subject } from '../domain/verification/signal.ts';
import { oneNameIn, underOneNames } from '../domain/verification/source-names.ts';
import { groundsOf, resultsOf } from '../domain/verification/verdict/check-results.ts';
import type { Downtime } from '../domain/verification/verdict/downtime.ts';
import { type Known, thatJudged } from '../domain/verification/verdict/evidence.ts';
import type { SourceHistory, Word, WordOutcome } from '../domain/verification/verdict/stretches.ts';
import { unjudgedOf } from '../domain/verification/verdict/unjudged-of-check.ts';
import { type Verdict, verdictOf } from '../domain/verification/verdict/verdict-of.ts';
import { verdictPolicy } from '../domain/verification/verdict/verdict-policy.ts';
import type { SourceOn } from '../store/inbox/words.ts';

/** Words of sources of evidence: their last words, which are a cache, and the log of all words behind it. */
export type EvidenceStore = {
  historiesAbout: (subject: Subject) => Promise<SourceHistory[]>;
  newestWord: (of: SourceOn) => Promise<Word | undefined>;
  /** The first word after a time. */
  wordAfter: (of: SourceOn, at: string) => Promise<Word | undefined>;
  signalAt: (of: SourceOn, word: { at: string; outcome: WordOutcome }) => Promise<Signal | undefined>;
  rebuildLastWords: (of: SourceOn) => Promise<void>;
  /** Times in which the intake was down, also one that goes on. */
  intakeDowns: (now: string) => Promise<readonly Downtime[]>;
  /** When verdicts began in this installation. Whoever asks first sets it, to `now`. */
  verdictsSince: (now: string) => Promise<string>;
};

export type AssessDependencies = {
  evidence: EvidenceStore;
  config: Pick<HoldfastConfig, 'verification' | 'evidenceSources'>;
};

/**
 * A verdict, and what it was made of. `claim`: with the one name of each source. `notJudged`: for each check, the words that changed
 * nothing.
 */
export type Assessment = {
  claim: JudgedClaim;
  known: Known;
  verdict: Verdict;
  notJudged: readonly CheckResult['notJudged'][];
};

/** Fails from before the upgrade: they wait for a person, or this is that person, and they count. */
export type EarlierFails = 'wait' | 'count';

/** Verdict on a claim that is watched, with what an upgrade asks for: earlier silence and earlier fails do not count by themselves. */
export async function assessWatched(
  deps: AssessWithoutWords,
  before: WatchedRemediation,
  { at, upgradedAt, earlierFails }: { at: string; upgradedAt: string; earlierFails: EarlierFails },
): Promise<Assessment> {
  const assessed = await assess(deps, before, at, silenceFrom(before, upgradedAt, at));
  if (earlierFails === 'count') return assessed;
  return { ...assessed, verdict: untilAPersonDecides(before, assessed.verdict, upgradedAt) };
}

type AssessWithoutWords = Pick<AssessDependencies, 'config'> & {
  evidence: Pick<EvidenceStore, 'historiesAbout' | 'intakeDowns'>;
};

/** Verdict on a claim by all that is known of it at a time. Changes nothing. */
export async function assess(
  { evidence, config }: AssessWithoutWords,
  asClaimed: JudgedClaim,
  at: string,
  silentFrom?: string,
): Promise<Assessment> {
  const oneName = oneNameIn(config.evidenceSources);
  const claim = { ...asClaimed, checks: asClaimed.checks.map((check) => underOneNames(check, oneName)) };
  const histories = await Promise.all(
    claim.checks.map((check) =>
      check.kind === 'signal' ? evidence.historiesAbout(check.subject) : Promise.resolve([]),
    ),
  );
  const notJudged = claim.checks.map((check, index) =>
    check.kind === 'signal' ? unjudgedOf(check, histories[index] ?? [], Date.parse(claim.claim.at)) : undefined,
  );
  const known: Known = {
    histories: histories.map(thatJudged),
    attestations: claim.attestations.map(({ check, outcome, at: time }) => ({ check, outcome, at: Date.parse(time) })),
  };
  const policy = verdictPolicy(config.verification, askableSources(config.evidenceSources));
  const fix = claimedFix(claim, silentFrom);
  const common = { claim, known, notJudged };
  const verdict = verdictOf(fix, known, policy, Date.parse(at));
  if (!mayBeExcused(verdict)) return { ...common, verdict };
  // Silence, and a fail that nobody took back in time, may be for an outage of our own. Nobody else has to know of one.
  const downs = await evidence.intakeDowns(at);
  if (downs.length === 0) return { ...common, verdict };
  return { ...common, verdict: verdictOf({ ...fix, intakeDowns: downs }, known, policy, Date.parse(at)) };
}

const mayBeExcused = ({ grade, recovered }: Verdict): boolean =>
  grade === 'late' || grade === 'unproven' || grade === 'failed' || recovered.length > 0;

/** Results of all checks in words, with the signals that they rest on. */
export async function resultsIn(
  evidence: Pick<EvidenceStore, 'signalAt'>,
  { claim, known, verdict, notJudged }: Assessment,
): Promise<CheckResult[]> {
  const fix = claimedFix(claim);
  const grounds = await Promise.all(
    groundsOf(fix, known, verdict).map(async (one) => {
      const check = claim.checks[one.check];
      const { source, resource, outcome } = one;
      const at = new Date(one.at).toISOString();
      const signal =
        check?.kind === 'signal'
          ? await evidence.signalAt({ subject: check.subject, source, resource }, { at, outcome })
          : undefined;
      return { ...one, signal };
    }),
  );
  return resultsOf(fix, verdict, grounds, claim.attestations).map((result, index) => {
    const unjudged = notJudged[index];
    return unjudged === undefined ? result : { ...result, notJudged: unjudged };
  });
}
