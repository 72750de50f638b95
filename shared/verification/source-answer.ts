import * as z from 'zod';
import type { NoAnswer } from '../domain/verification/asking.ts';
import { Resource, type Signal, Statement, Subject, WHOLE_SUBJECT } from '../domain/verification/signal.ts';
import { Instant } from '../domain/words/identifiers.ts';
import { CLOCK_SKEW_MS } from './take-in-signal.ts';

/** Question to a source: to look now, and to say how the resource stands. `*` is the subject as a whole. */
export type Question = {
  readonly version: 1;
  readonly correlationId: string;
  readonly source: string;
  readonly about: { readonly subject: Subject; readonly resource: string };
  readonly because: 'fail' | 'step' | 'decay';
  readonly askedAt: string;
};

/** Answer of a source. It repeats what it was asked, so that nobody takes an answer for another one. */
const Answer = z
  .strictObject({
    correlationId: z.string(),
    about: z.strictObject({ subject: Subject, resource: Resource }),
    outcome: Statement.shape.outcome,
    observedAt: Instant.optional(),
    reason: Statement.shape.reason,
    detail: Statement.shape.detail,
    url: Statement.shape.url,
  })
  .refine(({ outcome, reason }) => outcome !== 'not judged' || reason !== undefined, {
    path: ['reason'],
    error: 'expected the reason why it was not judged',
  });

/** Senders that write whole seconds name a time that is up to a second before the question. */
const WRITTEN_IN_SECONDS_MS = 1_000;

export type ReadAnswer = { signal: Signal } | { result: NoAnswer; because: string };

/**
 * Reads what came back from a source. An answer is observed at the asking: what the source had seen before is no answer, and
 * nobody has seen the future.
 *
 * @param now when the answer was there
 */
export function readAnswer(question: Question, came: unknown, now: string): ReadAnswer {
  if (came === undefined || came === null) return { result: 'nothing', because: 'it answered nothing' };
  const parsed = Answer.safeParse(came);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`);
    return { result: 'unreadable', because: wrong.join('; ') };
  }
  const { correlationId, about, observedAt = question.askedAt, ...said } = parsed.data;
  const { subject, resource } = question.about;
  const isOfThis =
    correlationId === question.correlationId &&
    about.subject.type === subject.type &&
    about.subject.id === subject.id &&
    about.resource === resource;
  if (!isOfThis) return { result: 'about something else', because: 'it repeats another question than it was asked' };
  if (Date.parse(observedAt) <= Date.parse(question.askedAt) - WRITTEN_IN_SECONDS_MS) {
    return {
      result: 'about something else',
      because: `it tells what was observed at ${observedAt}, before the question`,
    };
  }
  if (Date.parse(observedAt) > Date.parse(now) + CLOCK_SKEW_MS) {
    return { result: 'unreadable', because: `observedAt: ${observedAt} is in the future` };
  }
  return {
    signal: {
      ...said,
      id: `answer-${correlationId}`,
      subject,
      ...(resource === WHOLE_SUBJECT ? {} : { resource }),
      observedAt: within(question.askedAt, observedAt, now),
      source: question.source,
      answerTo: correlationId,
    },
  };
}

function within(earliest: string, at: string, latest: string): string {
  if (Date.parse(at) < Date.parse(earliest)) return earliest;
  return Date.parse(at) > Date.parse(latest) ? latest : at;
}
