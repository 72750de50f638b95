import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneNameIn } from '../../../../shared/domain/verification/source-names.ts';
import { failTimesOf } from '../../../../shared/domain/verification/verdict/fails.ts';
import { joinedHistories, passesParted } from '../../../../shared/domain/verification/verdict/joined-histories.ts';
import { type Said, stateOf } from '../../../../shared/domain/verification/verdict/source-state.ts';
import {
  lastOutcomeOf,
  lastPassOf,
  type SourceHistory,
  stretchesOf,
  type Word,
} from '../../../../shared/domain/verification/verdict/stretches.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';

const oneName = oneNameIn({ hub: { alsoCalled: ['hub-asff', 'hub-ocsf'] } });
const words = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 200 }),
    outcome: fc.constantFrom('pass' as const, 'pass' as const, 'fail' as const, 'gone' as const),
    isAnswer: fc.boolean(),
  }),
  // Fewer than are kept, so that none is forgotten.
  { maxLength: 15 },
);
const historyOf = (source: string, said: readonly Word[], resource = 'r1'): SourceHistory => ({
  source,
  resource,
  stretches: stretchesOf(said),
});

describe('the histories of one source under several names', () => {
  it('are one, in which no fail is lost and the last word is the last of all', () => {
    mustHold(
      fc.property(words, words, words, (first, second, third) => {
        const [joined, ...more] = joinedHistories(
          [historyOf('hub', first), historyOf('hub-asff', second), historyOf('hub-ocsf', third)],
          oneName,
        );
        const all = historyOf('hub', [...first, ...second, ...third]);
        if (joined === undefined) throw new Error('nothing was joined');
        const fails = [...first, ...second, ...third].flatMap(({ at, outcome }) => (outcome === 'fail' ? [at] : []));
        expect([joined.source, more, lastOutcomeOf(joined), lastPassOf(joined)]).toEqual([
          'hub',
          [],
          lastOutcomeOf(all),
          lastPassOf(all),
        ]);
        expect(failTimesOf(joined).toSorted((a, b) => a - b)).toEqual([...new Set(fails)].toSorted((a, b) => a - b));
      }),
      { runs: 1_000 },
    );
  });

  it('take each fail back when the first word of any name after it does, also one in the middle of a run of passes', () => {
    mustHold(
      fc.property(words, words, (first, second) => {
        const histories = [historyOf('hub', first), historyOf('hub-asff', second)];
        const saidBy = (source: string) => (source === 'hub' ? first : second);
        const between = passesParted(histories, oneName).flatMap(({ source, resource, after }) => {
          const word = stretchesOf(saidBy(source).filter(({ at }) => at > after)).at(0);
          return word === undefined ? [] : [{ source, resource, word: { at: word.from, outcome: word.outcome } }];
        });
        const [joined] = joinedHistories(histories, oneName, between);
        const all = [...first, ...second];
        const fails = all.filter(({ outcome }) => outcome === 'fail').map(({ at }) => at);
        const backIn = (known: readonly Pick<Word, 'at' | 'outcome'>[]) =>
          fails.map((fail) =>
            Math.min(...known.filter(({ at, outcome }) => at > fail && outcome === 'pass').map(({ at }) => at)),
          );
        const starts = (joined?.stretches ?? []).flatMap(({ outcome, from, to }) => [
          { at: from, outcome },
          { at: to, outcome },
        ]);
        expect(backIn(starts)).toEqual(backIn(all));
      }),
    );
  });

  it('are exactly those of all words when one name followed on the other', () => {
    mustHold(
      fc.property(words, words, (before, after) => {
        const later = after.map((word) => ({ ...word, at: word.at + 201 }));
        const joined = joinedHistories([historyOf('hub-asff', before), historyOf('hub', later)], oneName);
        expect(joined).toMatchObject([historyOf('hub', [...before, ...later])]);
      }),
      { runs: 1_000 },
    );
  });

  it('count the words that judge nothing since the last that does, under whichever name', () => {
    const skipped = (at: number, reason: string) => ({ at, outcome: 'not judged' as const, reason });
    const under = (source: string, ...said: Said[]) => ({ source, resource: 'r1', ...stateOf(said) });
    const [joined] = joinedHistories(
      [
        under('hub-asff', { at: 1, outcome: 'pass' }, skipped(2, 'a'), skipped(6, 'b'), skipped(8, 'c')),
        under('hub', skipped(5, 'd'), { at: 4, outcome: 'fail' }, skipped(7, 'e')),
      ],
      oneName,
    );
    expect(joined?.notJudged).toEqual({ times: [5, 6, 7, 8], reason: 'c' });
  });

  it('stay apart by resource, and sources without a second name stay as they were', () => {
    const said = [{ at: 1, outcome: 'fail' as const }];
    const histories = [historyOf('hub-asff', said), historyOf('hub', said, 'r2'), historyOf('edr', said)];
    expect(joinedHistories(histories, oneName)).toEqual([
      historyOf('hub', said),
      historyOf('hub', said, 'r2'),
      historyOf('edr', said),
    ]);
  });
});
