import * as z from 'zod';
import { type Cause, type RecordedEvent, recorded } from '../domain/events/recorded-event.ts';
import { type Signal, Statement } from '../domain/verification/signal.ts';
import type { OneName } from '../domain/verification/source-names.ts';
import type { Author } from '../domain/words/person.ts';
import { WRITTEN } from '../domain/words/words.ts';
import { sha256 } from '../sha256.ts';

/** Clocks differ; a signal from further ahead than this is a mistake and could prove what is not there yet. */
export const CLOCK_SKEW_MS = 300_000;

const Name = WRITTEN.prose(1, 200);

/** A signal as its sender puts it. */
export const SentSignal = z
  .strictObject({ ...Statement.shape, id: Name.optional(), source: Name })
  .refine(({ outcome, reason }) => outcome !== 'not judged' || reason !== undefined, {
    path: ['reason'],
    error: 'expected the reason why it was not judged, such as "suppressed" or "the agent did not answer"',
  });
export type SentSignal = z.infer<typeof SentSignal>;

export type TakeInSignalDependencies = {
  /** Stores a signal with its event, once. */
  store: (signal: Signal, event: RecordedEvent) => Promise<'stored' | 'repeated'>;
  /** The one name of a source that has several. */
  oneName: OneName;
  now: () => string;
  newId: () => string;
};

export type TakenInSignal =
  | { outcome: 'stored' | 'repeated'; id: string }
  | { outcome: 'in the future'; observedAt: string };

/**
 * Keeps what a source said about a subject, once, and announces it in the same write. What it says under another of its names is
 * kept under its one name, so that the same said twice is one.
 */
export async function takeInSignal(
  deps: TakeInSignalDependencies,
  asSent: SentSignal,
  by: Author,
): Promise<TakenInSignal> {
  const sent = { ...asSent, source: deps.oneName(asSent.source) };
  const { observedAt } = sent;
  const now = deps.now();
  if (Date.parse(observedAt) > Date.parse(now) + CLOCK_SKEW_MS) return { outcome: 'in the future', observedAt };
  // Nobody has seen the future: a clock that runs ahead a little buys no time.
  const isAhead = Date.parse(observedAt) > Date.parse(now);
  const signal = { ...sent, id: sent.id ?? fingerprint(sent), observedAt: isAhead ? now : observedAt };
  const cause: Cause = { actor: by, correlationId: `signal:${signal.id}`, hops: 0 };
  const event = recorded({ type: 'Signal Recorded', data: { signal } }, 'holdfast', cause, deps);
  return { outcome: await deps.store(signal, event), id: signal.id };
}

/** Without an id of the sender's, the same statement is the same signal. */
function fingerprint({ subject, resource, outcome, observedAt, source }: SentSignal): string {
  const statement = JSON.stringify([
    subject.type,
    subject.id,
    outcome,
    observedAt,
    source,
    ...(resource === undefined ? [] : [resource]),
  ]);
  return sha256(statement).slice(0, 32);
}
