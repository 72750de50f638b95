import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { referenceData } from '../../../../support/samples/reference-data.ts';
import { mustHold } from '../../../../support/texts/must-hold.ts';
import { anyTime, type Case, cases, DAY, judge, withoutHold } from './random-case.ts';

const model = referenceData('prototypes/verdicts/verdict.ts');
/** Later than any time of a case: nothing is due in it. */
const NEVER = 1e15;

const ModelVerdict = z.object({
  state: z.string(),
  grade: z.string(),
  checks: z.array(z.object({ outcome: z.string() })),
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
      // A held claim is left out: with us the quiet time also counts from the reopening.
      fc.property(cases.map(withoutHold), anyTime, (one, later) => {
        const now = one.fix.claimAt + later;
        const theirs = ModelVerdict.parse(verdictOf(caseOf(one), logOf(one), POLICY, now));
        const ours = judge(one, now);
        expect({
          grade: ours.grade,
          isHeld: ours.heldUntil !== undefined,
          checks: ours.heldUntil === undefined ? ours.checks.map(inTheirWords) : [],
          next: Math.min(ours.nextChangeAt, NEVER),
        }).toEqual({
          grade: theirs.grade,
          isHeld: theirs.state === 'flapping',
          checks: theirs.checks.map(({ outcome }) => (outcome === 'silent' ? 'waiting' : outcome)),
          next: Math.min(theirs.nextChangeAt, NEVER),
        });
      }),
      { runs: 5_000 },
    );
  });
});

const inTheirWords = (outcome: string): string =>
  outcome === 'lacking' || outcome === 'held back' ? 'waiting' : outcome;

function caseOf({ fix }: Case) {
  const checks = fix.checks.map((check) =>
    check.kind === 'signal'
      ? { ...check, subject: 'S', need: check.need ?? 'all', resources: check.resources ?? 'seen' }
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
