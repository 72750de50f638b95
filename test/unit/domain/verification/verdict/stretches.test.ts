import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Stretch,
  stretchesOf,
  type Word,
  withWord,
} from '../../../../../shared/domain/verification/verdict/stretches.ts';
import { mustHold } from '../../../../support/texts/must-hold.ts';

const word: fc.Arbitrary<Word> = fc.record({
  at: fc.integer({ min: 1, max: 40 }),
  outcome: fc.constantFrom('pass', 'pass', 'fail', 'gone'),
  isAnswer: fc.boolean(),
});
const shuffled = (words: readonly Word[], keys: Iterator<number>) =>
  words
    .map((one) => ({ one, key: keys.next().value }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ one }) => one);

/** Words as they arrive: those that fall between others make the whole log be read again. */
function rememberedOneByOne(words: readonly Word[]): { stretches: Stretch[]; rebuilt: number } {
  let stretches: Stretch[] = [];
  let rebuilt = 0;
  for (const [index, one] of words.entries()) {
    const next = withWord(stretches, one);
    if (next === undefined) rebuilt += 1;
    stretches = next ?? stretchesOf(words.slice(0, index + 1));
  }
  return { stretches, rebuilt };
}

describe('the last words of a source', () => {
  it('are those of its log, in whatever order they arrived, once or twice', () => {
    mustHold(
      fc.property(fc.array(word, { maxLength: 60 }), fc.infiniteStream(fc.nat()), (words, keys) => {
        const arrivals = shuffled([...words, ...words.slice(0, 5)], keys);
        expect(rememberedOneByOne(arrivals).stretches).toEqual(stretchesOf(words));
      }),
      { runs: 1_000 },
    );
  });

  it('keep the answer of two fails that were seen at the same instant', () => {
    const words: Word[] = [
      { at: 1, outcome: 'pass' },
      { at: 2, outcome: 'fail' },
      { at: 3, outcome: 'pass' },
      { at: 2, outcome: 'fail', isAnswer: true },
    ];
    expect(rememberedOneByOne(words).stretches).toEqual(stretchesOf(words));
  });

  it('need no look at the log for words in order, nor for a late pass between passes', () => {
    const passes = [1, 2, 5].map((at): Word => ({ at, outcome: 'pass' }));
    const fails = [6, 7].map((at): Word => ({ at, outcome: 'fail' }));
    expect(rememberedOneByOne([...passes, ...fails, { at: 4, outcome: 'pass' }])).toEqual({
      stretches: [
        { outcome: 'pass', from: 1, to: 5, fails: [], answers: [] },
        { outcome: 'fail', from: 6, to: 7, fails: [6, 7], answers: [] },
      ],
      rebuilt: 0,
    });
    expect(rememberedOneByOne([...passes, { at: 3, outcome: 'fail' }]).rebuilt).toBe(1);
  });

  it('count the fail of two words of the same instant as the last', () => {
    const both: Word[] = [
      { at: 1, outcome: 'fail' },
      { at: 1, outcome: 'pass' },
    ];
    expect([both, both.toReversed()].map((words) => stretchesOf(words).at(-1)?.outcome)).toEqual(['fail', 'fail']);
  });

  it('remember a fail of one instant as an answer when one of its words is, in whatever order they are told', () => {
    const unasked: Word = { at: 1, outcome: 'fail' };
    const answer: Word = { at: 1, outcome: 'fail', isAnswer: true };
    const both = [
      [unasked, answer],
      [answer, unasked],
    ];
    expect(both.map(stretchesOf)).toEqual([
      [{ outcome: 'fail', from: 1, to: 1, fails: [1], answers: [1] }],
      [{ outcome: 'fail', from: 1, to: 1, fails: [1], answers: [1] }],
    ]);
  });

  it('stay small, however long a source talks', () => {
    const restless = Array.from({ length: 5_000 }, (_, at): Word => ({ at, outcome: at % 2 === 0 ? 'pass' : 'fail' }));
    const failing = Array.from({ length: 5_000 }, (_, at): Word => ({ at, outcome: 'fail', isAnswer: true }));
    const sizes = [restless, failing].map((words) => JSON.stringify(stretchesOf(words)).length);
    expect(Math.max(...sizes)).toBeLessThan(6_000);
  });
});
