import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Question, readAnswer } from '../../../shared/verification/source-answer.ts';
import { SentSignal } from '../../../shared/verification/take-in-signal.ts';
import { answering } from '../../support/systems/asked-source.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const ASKED = Date.parse('2026-11-22T10:00:00.500Z');
const NOW = ASKED + 4_000;
const at = (ms: number) => new Date(ms).toISOString();
const QUESTION: Question = {
  ...{ version: 1, correlationId: 'q-1', source: 'bucket-scan', because: 'fail', askedAt: at(ASKED) },
  about: { subject: { type: 'control', id: 'public-buckets' }, resource: 'arn:aws:s3:::a' },
};
const observedAs = (observedAt: string | undefined) =>
  readAnswer(QUESTION, answering({ outcome: 'fail', ...(observedAt && { observedAt }) })(QUESTION), at(NOW));

describe('an answer of a source', () => {
  it('is a signal of the source that was asked, about what it was asked', () => {
    const said = {
      outcome: 'fail',
      detail: 'three objects',
      url: 'https://scans.test/1',
      observedAt: at(ASKED + 1_000),
    };
    expect(readAnswer(QUESTION, answering(said)(QUESTION), at(NOW))).toEqual({
      signal: {
        ...said,
        ...{ id: 'answer-q-1', source: 'bucket-scan', answerTo: 'q-1' },
        ...{ subject: QUESTION.about.subject, resource: 'arn:aws:s3:::a' },
      },
    });
  });

  it('is observed at the asking, when it does not say when, and of the whole subject when it was asked that', () => {
    const whole = { ...QUESTION, about: { ...QUESTION.about, resource: '*' } };
    const about = readAnswer(whole, answering({ outcome: 'pass' })(whole), at(NOW));
    expect([observedAs(undefined), about]).toMatchObject([
      { signal: { observedAt: at(ASKED) } },
      { signal: { outcome: 'pass', subject: whole.about.subject } },
    ]);
    expect(about).not.toHaveProperty('signal.resource');
  });

  it.each([
    ['in whole seconds', '2026-11-22T10:00:00Z', at(ASKED)],
    ['by a clock that runs ahead', at(NOW + 60_000), at(NOW)],
  ])('that is timed %s is neither from before the question nor from the future', (_, observedAt, kept) => {
    expect(observedAs(observedAt)).toMatchObject({ signal: { observedAt: kept } });
  });

  it('is never kept as observed before the question, nor in the future', () => {
    mustHold(
      fc.property(fc.integer({ min: -400_000, max: 400_000 }), (away) => {
        const read = observedAs(at(ASKED + away));
        if (!('signal' in read)) return;
        const kept = Date.parse(read.signal.observedAt);
        expect([kept >= ASKED, kept <= NOW]).toEqual([true, true]);
      }),
    );
  });

  it('is whatever came, and never throws', () => {
    mustHold(
      fc.property(fc.anything(), (came) => {
        expect(readAnswer(QUESTION, came, at(NOW))).toHaveProperty('result');
      }),
    );
  });
});

describe('a sender of signals', () => {
  it('cannot say that it was asked', () => {
    const signal = {
      ...{ subject: QUESTION.about.subject, outcome: 'fail', observedAt: at(ASKED), source: 'bucket-scan' },
    };
    expect([
      SentSignal.safeParse(signal).success,
      SentSignal.safeParse({ ...signal, answerTo: 'q-1' }).success,
    ]).toEqual([true, false]);
  });
});
