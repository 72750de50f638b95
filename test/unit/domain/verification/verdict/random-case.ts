import fc from 'fast-check';
import type { Check } from '../../../../../shared/domain/verification/plan.ts';
import { thatJudged } from '../../../../../shared/domain/verification/verdict/evidence.ts';
import { type Said, stateOf } from '../../../../../shared/domain/verification/verdict/source-state.ts';
import type { WordOutcome } from '../../../../../shared/domain/verification/verdict/stretches.ts';
import {
  type ClaimedFix,
  type Verdict,
  verdictOf,
} from '../../../../../shared/domain/verification/verdict/verdict-of.ts';
import { verdictPolicy } from '../../../../../shared/domain/verification/verdict/verdict-policy.ts';
import { VerificationPolicy } from '../../../../../shared/domain/verification/verification-policy.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Sources that can be asked. */
export const ASKABLE = ['A', 'B'];
export const POLICY = verdictPolicy(VerificationPolicy.parse(undefined), ASKABLE);
const SUBJECT = { type: 'technique' as const, id: 'S' };

/** A signal with both its times: when it was observed, and when it became known. */
export type Heard = {
  readonly source: string;
  readonly subject: string;
  readonly resource: string;
  readonly outcome: WordOutcome | 'not judged';
  readonly observedAt: number;
  readonly receivedAt: number;
  readonly isAnswer?: boolean;
};
export type Attested = { readonly outcome: 'pass' | 'fail'; readonly at: number };

/** A claimed fix and all that will ever be told of it. */
export type Case = {
  readonly fix: ClaimedFix;
  readonly heard: readonly Heard[];
  readonly attested: readonly Attested[];
};

const hours = (most: number) => fc.integer({ min: 0, max: most }).map((hour) => hour * HOUR);
const SOURCES = ['A', 'A', 'B', 'C', 'X'] as const;

const checkOf: fc.Arbitrary<Check> = fc.record(
  {
    kind: fc.constant('signal' as const),
    subject: fc.constant(SUBJECT),
    sources: fc.constantFrom(['A'], ['A', 'B'], ['A', 'B', 'C']),
    need: fc.constantFrom('all' as const, 'any' as const, 2),
    resources: fc.constantFrom(['r1'], ['r1', 'r2']),
    seenFailingBefore: fc.constant(true as const),
  },
  { requiredKeys: ['kind', 'subject', 'sources'] },
);

export const heardOf = (outcome: fc.Arbitrary<Heard['outcome']>): fc.Arbitrary<Heard> =>
  fc
    .record({
      source: fc.constantFrom(...SOURCES),
      subject: fc.constantFrom('S', 'S', 'S', 'T'),
      resource: fc.constantFrom('r1', 'r2'),
      outcome,
      observedAt: hours(24 * 80),
      late: fc.constantFrom(0, 0, 0, 1, 30, 24 * 9),
      isAnswer: fc.constantFrom(false, false, true),
    })
    .map(({ late, ...heard }) => ({ ...heard, receivedAt: heard.observedAt + late * HOUR }));

const anyOutcome = fc.constantFrom(...(['pass', 'pass', 'pass', 'fail', 'fail', 'not judged', 'gone'] as const));

const at = (source: string, resource: string, outcome: WordOutcome, time: number): Heard => ({
  ...{ source, resource, outcome, subject: 'S' },
  ...{ observedAt: time, receivedAt: time },
});

/** A source that passes every so many days, so that something gets proven. */
const steadyPasses = fc
  .record({
    source: fc.constantFrom('A', 'B', 'C'),
    resource: fc.constantFrom('r1', 'r2'),
    from: fc.integer({ min: 0, max: 40 }),
    days: fc.integer({ min: 20, max: 90 }),
    gap: fc.constantFrom(1, 2, 6),
  })
  .map(({ source, resource, from, days, gap }) =>
    Array.from({ length: Math.floor(days / gap) }, (_, index) =>
      at(source, resource, 'pass', (from + index * gap) * DAY),
    ),
  );

/** A fail that the source repeats, or takes back, when it is asked minutes later. */
const askedAgain = fc
  .record({
    source: fc.constantFrom('A', 'B'),
    resource: fc.constantFrom('r1', 'r2'),
    from: hours(24 * 80),
    minutes: fc.constantFrom(1, 5, 59),
    again: fc.constantFrom('fail' as const, 'fail' as const, 'pass' as const, 'gone' as const),
  })
  .map(({ source, resource, from, minutes, again }) => [
    at(source, resource, 'fail', from),
    { ...at(source, resource, again, from + minutes * 60_000), isAnswer: true },
  ]);

/** Fails that are taken back within minutes or hours. */
const shortFails = fc
  .record({
    source: fc.constantFrom('A', 'B'),
    resource: fc.constantFrom('r1', 'r2'),
    from: hours(24 * 80),
    minutes: fc.constantFrom(10, 59, 60, 61, 120),
    times: fc.integer({ min: 1, max: 4 }),
    apart: fc.integer({ min: 3, max: 100 }),
  })
  .map(({ source, resource, from, minutes, times, apart }) =>
    Array.from({ length: times }, (_, index) => [
      at(source, resource, 'fail', from + index * apart * HOUR),
      at(source, resource, 'pass', from + index * apart * HOUR + minutes * 60_000),
    ]).flat(),
  );

export const evidence: fc.Arbitrary<Heard[]> = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: fc.array(heardOf(anyOutcome), { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(heardOf(anyOutcome), { maxLength: 14 }) },
    ),
    fc.array(steadyPasses, { maxLength: 5 }),
    fc.array(shortFails, { maxLength: 2 }),
    fc.array(askedAgain, { maxLength: 2 }),
  )
  .map((parts) => parts.flat(2));

const attestationsOf = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Attested[]>([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.record({ outcome: fc.constantFrom('pass' as const, 'pass' as const, 'fail' as const), at: hours(24 * 80) }),
      { maxLength: 2 },
    ),
  },
);

export const cases: fc.Arbitrary<Case> = fc
  .record({
    check: checkOf,
    isAttested: fc.boolean(),
    claimAt: hours(24 * 10),
    reopened: fc.oneof(
      { weight: 5, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 24 * 20 }), { minLength: 3, maxLength: 4 }) },
    ),
    heard: evidence,
    attested: attestationsOf,
  })
  .map(({ check, isAttested, claimAt, reopened, heard, attested }) => ({
    fix: {
      checks: isAttested ? [check, { kind: 'attestation' as const, statement: 'It holds, we looked' }] : [check],
      steps: [7 * DAY, 30 * DAY],
      claimAt,
      reopenedAt: reopened.map((hour) => claimAt - hour * HOUR),
    },
    heard,
    attested: isAttested ? attested : [],
  }));

/** A case whose claim is not held. */
export const withoutHold = (one: Case): Case => ({ ...one, fix: { ...one.fix, reopenedAt: [] } });

export const anyTime = hours(24 * 110);

/** What is known of a case at a time. */
export function knownAt({ fix, heard, attested }: Case, now: number) {
  const words = new Map<string, { source: string; resource: string; words: Said[] }>();
  for (const { source, subject, resource, outcome, observedAt, receivedAt, isAnswer = false } of heard) {
    if (receivedAt > now || subject !== 'S') continue;
    const key = `${source} on ${resource}`;
    const one = words.get(key) ?? { source, resource, words: [] };
    const at = Math.min(observedAt, receivedAt);
    one.words.push(outcome === 'not judged' ? { at, outcome, reason: 'suppressed' } : { at, outcome, isAnswer });
    words.set(key, one);
  }
  const histories = thatJudged([...words.values()].map(({ words: own, ...name }) => ({ ...name, ...stateOf(own) })));
  return {
    histories: fix.checks.map(({ kind }) => (kind === 'signal' ? histories : [])),
    attestations: attested.flatMap(({ outcome, at: time }) => (time <= now ? [{ check: 1, outcome, at: time }] : [])),
  };
}

export const judge = (one: Case, now: number): Verdict => verdictOf(one.fix, knownAt(one, now), POLICY, now);

/** The verdict without the time of the next look. */
export function settled(verdict: Verdict): Omit<Verdict, 'nextChangeAt'> {
  const { nextChangeAt: _, ...rest } = verdict;
  return rest;
}

/** Grades from the worst to the best. */
export const GRADES = [
  'failed',
  'unproven',
  'late',
  'awaiting',
  'done, not tested',
  'attested',
  'proven',
] as const satisfies readonly Verdict['grade'][];

export const rankOf = ({ grade }: Verdict): number => GRADES.indexOf(grade);
