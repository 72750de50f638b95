import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_UNJUDGED } from '../../../../../shared/domain/verification/verdict/not-judged.ts';
import {
  NOTHING_SAID,
  type Said,
  type SourceState,
  stateOf,
  stateWith,
} from '../../../../../shared/domain/verification/verdict/source-state.ts';
import { unjudgedOf } from '../../../../../shared/domain/verification/verdict/unjudged-of-check.ts';
import { mustHold } from '../../../../support/texts/must-hold.ts';

const unjudged = fc.record({
  at: fc.integer({ min: 0, max: 150 }),
  outcome: fc.constant('not judged' as const),
  reason: fc.constantFrom('suppressed', 'the agent did not answer', 'no data'),
});
const judged = fc.record({
  at: fc.integer({ min: 0, max: 150 }),
  outcome: fc.constantFrom('pass' as const, 'fail' as const, 'gone' as const),
});
const said: fc.Arbitrary<Said[]> = fc
  .tuple(fc.array(unjudged, { maxLength: 120, size: 'max' }), fc.array(judged, { maxLength: 4 }))
  .chain(([many, few]) => fc.shuffledSubarray<Said>([...many, ...few], { minLength: many.length + few.length }));

/** The words one by one, as they arrive: what falls between others is read from the log of those that have. */
function arrivingOneByOne(words: readonly Said[]): SourceState {
  const log: Said[] = [];
  let state = NOTHING_SAID;
  for (const word of words) {
    log.push(word);
    state = stateWith(state, word) ?? stateOf(log);
  }
  return state;
}

describe('words that judge nothing', () => {
  it('are kept the same in whatever order and however often they arrive, and when the log is read anew', () => {
    mustHold(
      fc.property(said, said, (words, again) => {
        const repeated = [...words, ...again.filter((word) => words.includes(word)), ...words.slice(0, 9).toReversed()];
        expect(arrivingOneByOne(repeated)).toEqual(stateOf(words));
        expect(stateOf(words.toReversed())).toEqual(stateOf(words));
      }),
      { runs: 1_000 },
    );
  });

  it('are those after the last word that judged, up to so many', () => {
    let full = 0;
    mustHold(
      fc.property(said, (words) => {
        const last = Math.max(-1, ...words.flatMap(({ at, outcome }) => (outcome === 'not judged' ? [] : [at])));
        const after = words.filter(({ at, outcome }) => outcome === 'not judged' && at > last).map(({ at }) => at);
        const times = [...new Set(after)].toSorted((a, b) => a - b);
        if (times.length > MOST_UNJUDGED) full += 1;
        const { notJudged } = stateOf(words);
        expect(notJudged.times).toEqual(times.slice(-MOST_UNJUDGED));
        expect(notJudged.reason === undefined).toBe(times.length === 0);
      }),
      { runs: 1_000 },
    );
    expect(full).toBeGreaterThan(10);
  });

  it('leave where the words changed as it was', () => {
    mustHold(
      fc.property(said, (words) => {
        const counting = words.filter(({ outcome }) => outcome !== 'not judged');
        expect(stateOf(words).stretches).toEqual(stateOf(counting).stretches);
      }),
    );
  });
});

describe('what a check shows of them', () => {
  const check = {
    kind: 'signal' as const,
    subject: { type: 'control' as const, id: 'S3.1' },
    sources: ['scan', 'edr'],
  };
  const history = (source: string, resource: string, ...words: Said[]) => ({ source, resource, ...stateOf(words) });
  const skipped = (at: number, reason = 'suppressed'): Said => ({ at, outcome: 'not judged', reason });

  it('is how many there were since the claim and since each source last judged, and the newest', () => {
    const histories = [
      history('scan', 'eu', skipped(1), skipped(11), skipped(12), { at: 5, outcome: 'fail' }),
      history('scan', 'us', skipped(13), { at: 14, outcome: 'pass' }),
      history('edr', '*', skipped(9), skipped(15, 'no agent')),
      history('another', 'eu', skipped(20)),
    ];
    expect(unjudgedOf(check, histories, 10)).toEqual({
      count: 3,
      newest: { at: new Date(15).toISOString(), source: 'edr', reason: 'no agent' },
    });
    expect(unjudgedOf(check, histories.slice(1, 2), 10)).toBeUndefined();
    expect(unjudgedOf({ ...check, resources: ['eu'] }, histories, 11)).toEqual({
      count: 1,
      newest: { at: new Date(12).toISOString(), source: 'scan', resource: 'eu', reason: 'suppressed' },
    });
  });

  it('is so many or more, where more were said than are counted', () => {
    const words = Array.from({ length: MOST_UNJUDGED + 5 }, (_, index) => skipped(index + 1));
    const counted = (since: number) => {
      const found = unjudgedOf(check, [history('scan', 'eu', ...words)], since);
      return [found?.count, found?.hasMore];
    };
    expect([counted(0), counted(6)]).toEqual([
      [MOST_UNJUDGED, true],
      [MOST_UNJUDGED - 1, undefined],
    ]);
  });
});
