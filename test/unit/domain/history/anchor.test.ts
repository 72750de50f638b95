import { describe, expect, it } from 'vitest';
import { anchorText, daysToAnchor } from '../../../../shared/domain/history/anchor.ts';
import { PostMortemId } from '../../../../shared/domain/words/identifiers.ts';

describe('the days to anchor', () => {
  it('are those that are over, from the first that is not anchored yet', () => {
    expect(daysToAnchor('2026-11-19T00:00:00.000Z', '2026-11-22T00:15:00.000Z')).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ]);
  });

  it('never hold the day under way', () => {
    expect(daysToAnchor('2026-11-21T00:00:00.000Z', '2026-11-21T23:59:59.999Z')).toEqual([]);
  });

  it('leave a day alone until what was written at its end has surely arrived', () => {
    expect(daysToAnchor('2026-11-21T00:00:00.000Z', '2026-11-22T00:09:59.999Z')).toEqual([]);
    expect(daysToAnchor('2026-11-21T00:00:00.000Z', '2026-11-22T00:10:00.000Z')).toEqual(['2026-11-21']);
  });

  it('are the last thirty before the first run', () => {
    const days = daysToAnchor(undefined, '2026-11-22T12:00:00.000Z');
    expect([days.length, days.at(0), days.at(-1)]).toEqual([30, '2026-10-23', '2026-11-21']);
  });
});

describe('the text of an anchor', () => {
  it('is the same for the same heads, in whatever order they come', () => {
    const a = { postMortemId: PostMortemId.parse('01KA0000000000000000000001'), sequence: 3, hash: 'a'.repeat(64) };
    const b = { postMortemId: PostMortemId.parse('01KA0000000000000000000002'), sequence: 1, hash: 'b'.repeat(64) };
    expect(anchorText('2026-11-21', [b, a], [b, a])).toBe(anchorText('2026-11-21', [a, b], [a, b]));
    expect(anchorText('2026-11-21', [a], [])).toBe(
      `{"day":"2026-11-21","heads":[{"hash":"${a.hash}","postMortemId":"${a.postMortemId}","sequence":3}],"version":1}`,
    );
  });
});
