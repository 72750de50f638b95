import { type Cause, type RecordedEvent, recorded } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { isWatched, type Remediation, type WatchedRemediation } from '../domain/remediation/remediation.ts';
import type { Asking, NoAnswer } from '../domain/verification/asking.ts';
import { askingOf } from '../domain/verification/evidence-source-policy.ts';
import type { Signal } from '../domain/verification/signal.ts';
import { oneNameIn } from '../domain/verification/source-names.ts';
import { durationMs } from '../domain/words/duration.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { shortened } from '../domain/words/shorten.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { type Question, readAnswer } from './source-answer.ts';

/**
 * Puts a question to a function of the team's.
 *
 * @returns what it answered, whatever that is
 * @throws SourceTimedOut
 * @throws Error when the function is not there, may not be called, or fails
 */
export type AskFunction = (to: { name: string; timeoutMs: number }, question: Question) => Promise<unknown>;

/** The source did not answer in its time. It may still answer, and nobody listens any more. */
export class SourceTimedOut extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`);
    this.name = 'SourceTimedOut';
  }
}

export type AskSourceDependencies = {
  store: Pick<RecordStore, 'changeRemediation' | 'remediation'>;
  ask: AskFunction;
  /** Stores a signal with its event, once. */
  keep: (signal: Signal, event: RecordedEvent) => Promise<'stored' | 'repeated'>;
  config: Pick<HoldfastConfig, 'evidenceSources'>;
  now: () => string;
  newId: () => string;
};

/** Question of a claim, by its number. The rest of it stays in the record. */
export type AskedOf = {
  postMortemId: PostMortemId;
  remediationId: RecommendationId;
  claimAt: string;
  asking: { number: number };
};

export type AskedSource =
  | { outcome: 'answered'; said: Signal['outcome'] }
  | { outcome: 'no answer'; result: NoAnswer; because: string }
  | { outcome: 'not wanted any more' };

/** Characters that are kept of the reason why a source gave no answer. */
const REASON_LIMIT = 500;

/**
 * Asks a source, and keeps its answer as a signal of its own, which is judged when it arrives as any other is. What is no evidence
 * is noted, and of no other consequence: the fix is judged by what is known.
 */
export async function askSource(deps: AskSourceDependencies, asked: AskedOf, cause: Cause): Promise<AskedSource> {
  const { postMortemId, remediationId } = asked;
  const fix = await deps.store.remediation(postMortemId, remediationId);
  const asking = fix === undefined ? undefined : askingIn(fix, asked);
  const check = asking === undefined ? undefined : fix?.checks[asking.check];
  if (asking === undefined || check?.kind !== 'signal') return { outcome: 'not wanted any more' };
  const question: Question = {
    version: 1,
    correlationId: `${remediationId}-${Date.parse(asked.claimAt)}-${asking.number}`,
    // A question may be from before the source got its one name.
    source: oneNameIn(deps.config.evidenceSources)(asking.source),
    about: { subject: check.subject, resource: asking.resource },
    because: asking.because,
    askedAt: deps.now(),
  };
  const answer = await answerTo(deps, question);
  if ('signal' in answer) {
    const { signal } = answer;
    await deps.keep(signal, recorded({ type: 'Signal Recorded', data: { signal } }, 'holdfast', cause, deps));
    return { outcome: 'answered', said: signal.outcome };
  }
  await noteNoAnswer(deps, asked, asking, answer, cause);
  return { outcome: 'no answer', ...answer };
}

/** The claim may be over, and the next one may have questions of the same number. */
function askingIn(fix: Remediation, { claimAt, asking: { number } }: AskedOf): Asking | undefined {
  return isOfClaim(fix, claimAt) ? fix.asked?.find((one) => one.number === number) : undefined;
}

const isOfClaim = (fix: Remediation, claimAt: string): fix is WatchedRemediation =>
  isWatched(fix) && fix.claim.at === claimAt;

type NoEvidence = { result: NoAnswer; because: string };

async function answerTo(
  { ask, config, now }: AskSourceDependencies,
  question: Question,
): Promise<{ signal: Signal } | NoEvidence> {
  const asking = askingOf(config.evidenceSources, question.source);
  if (asking === undefined) return { result: 'not asked', because: 'evidenceSources does not say how any more' };
  const { function: name, timeout } = asking;
  try {
    return readAnswer(question, await ask({ name, timeoutMs: durationMs(timeout) }, question), now());
  } catch (error) {
    const result = error instanceof SourceTimedOut ? 'timed out' : 'error';
    return { result, because: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

async function noteNoAnswer(
  { store, now }: AskSourceDependencies,
  { postMortemId, remediationId, claimAt }: AskedOf,
  asking: Asking,
  { result, because }: NoEvidence,
  cause: Cause,
): Promise<void> {
  const reason = shortened(because, REASON_LIMIT);
  await store.changeRemediation(
    postMortemId,
    remediationId,
    (latest) =>
      latest !== undefined && isOfClaim(latest, claimAt)
        ? [
            {
              type: 'Remediation Source Gave No Answer',
              data: { postMortemId, remediationId, asking, at: now(), result, because: reason },
            },
          ]
        : [],
    cause,
  );
}
