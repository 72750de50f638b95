import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Verdict } from '../../../../../shared/domain/verification/verdict/verdict-of.ts';
import { referenceData } from '../../../../support/samples/reference-data.ts';
import { mustHold } from '../../../../support/texts/must-hold.ts';
import { ASKABLE, anyTime, type Case, cases, DAY, judge, withoutHold } from './random-case.ts';

const model = referenceData('prototypes/verdicts/verdict.ts');
/** Later than any time of a case: nothing is due in it. */
const NEVER = 1e15;

const ModelVerdict = z.object({
  state: z.string(),
  grade: z.string(),
  checks: z.array(z.object({ outcome: z.string() })),
  consequences: z.array(z.string()),
  nextChangeAt: z.number(),
});
const Model = z.object({
  POLICY: z.unknown(),
  verdictOf: z.custom<(one: unknown, log: unknown[], policy: unknown, now: number) => unknown>(
    (value) => typeof value === 'function',
  ),
});

/** A model of the same rules that was written apart from them, where it is at hand. */
describe.runIf(model)('the verdict of a model', () => {
  it('is ours', async () => {
    const { verdictOf, POLICY } = Model.parse(await import(`${model}`));
    mustHold(
      // A held claim is left out: with us the quiet time also counts from the reopening. The model knows no answers.
      fc.property(cases.map(withoutHold).map(withoutAnswers), anyTime, (one, later) => {
        const now = one.fix.claimAt + later;
        const theirs = ModelVerdict.parse(verdictOf(caseOf(one), logOf(one), POLICY, now));
        const ours = judge(one, now);
        expect({
          grade: ours.grade,
          isHeld: ours.heldUntil !== undefined,
          checks: ours.heldUntil === undefined ? ours.checks.map(inTheirWords) : [],
          asked: askedBy(one, ours),
          next: Math.min(ours.nextChangeAt, NEVER),
        }).toEqual({
          grade: theirs.grade,
          isHeld: theirs.state === 'flapping',
          checks: theirs.checks.map(({ outcome }) => (outcome === 'silent' ? 'waiting' : outcome)),
          asked: theirs.consequences.filter((id) => id.startsWith('ask ')).toSorted(),
          next: Math.min(theirs.nextChangeAt, NEVER),
        });
      }),
      { runs: 5_000 },
    );
  });
});

const withoutAnswers = (one: Case): Case => ({
  ...one,
  heard: one.heard.map((word) => ({ ...word, isAnswer: false })),
});

/** Ids of the questions as the model writes them. It asks a source once for a step, and not again after a fail. */
function askedBy({ fix }: Case, { askings, step }: Verdict): string[] {
  const ids = askings.flatMap(({ source, resource, because, at }) => {
    if (because === 'fail') return [];
    if (because === 'decay') return [`ask ${source} on ${resource}:${fix.claimAt}:${at}`];
    return [`ask ${source}:${fix.claimAt}:${at - (fix.steps[step] ?? 0)}:step ${step}`];
  });
  return [...new Set(ids)].toSorted();
}

const inTheirWords = (outcome: string): string =>
  outcome === 'lacking' || outcome === 'held back' ? 'waiting' : outcome;

function caseOf({ fix }: Case) {
  const checks = fix.checks.map((check) =>
    check.kind === 'signal'
      ? {
          ...check,
          askable: check.sources?.filter((source) => ASKABLE.includes(source)),
          subject: 'S',
          need: check.need ?? 'all',
          resources: check.resources ?? 'seen',
        }
      : { kind: 'attestation', notBy: [] },
  );
  return { firstDue: NEVER, plans: [{ from: -1_000 * DAY, plan: { checks, steps: fix.steps } }] };
}

function logOf({ fix, heard, attested }: Case) {
  const move = (at: number, isDone: boolean) => ({
    ...{ kind: 'ticket', isDone, resolution: isDone ? 'Done' : '', by: isDone ? 'people' : 'holdfast' },
    ...{ observedAt: at, receivedAt: at },
  });
  return [
    ...[...new Set(fix.reopenedAt)].flatMap((at) => [move(at - 1, true), move(at, false)]),
    move(fix.claimAt, true),
    ...heard.map((one) => ({ kind: 'signal', ...one })),
    ...attested.map(({ outcome, at }) => ({
      ...{ kind: 'attestation', check: 1, by: 'ben', outcome },
      ...{ observedAt: at, receivedAt: at },
    })),
  ];
}
