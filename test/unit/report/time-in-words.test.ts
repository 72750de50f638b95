import { describe, expect, it } from 'vitest';
import { durationInWords, instantInWords, withReadableInstants } from '../../../shared/document/time-in-words.ts';

describe('times in words', () => {
  it.each([
    [0, 'less than a second'],
    [999, 'less than a second'],
    [1_000, '1 second'],
    [12_400, '12 seconds'],
    [60_000, '1 minute'],
    [90_000, '1 minute 30 seconds'],
    [300_000, '5 minutes'],
    [3_600_000, '1 hour'],
    [36 * 3_600_000, '1 day 12 hours'],
    [3 * 86_400_000 + 5_000, '3 days'],
    [412 * 86_400_000, '412 days'],
  ])('%d ms is %s', (ms, words) => {
    expect(durationInWords(ms)).toBe(words);
  });

  it('says an instant in UTC, whatever the zone of the machine', () => {
    expect(instantInWords('2026-11-03T23:05:09.000Z')).toBe('3 Nov 2026, 23:05 UTC');
    expect(instantInWords('2026-11-03T23:05:09.000Z', 'second')).toBe('3 Nov 2026, 23:05:09 UTC');
    expect(instantInWords('2026-11-03T23:05:09.000Z', 'day')).toBe('3 Nov 2026');
  });

  it('makes instants inside a sentence readable and leaves everything else alone', () => {
    expect(withReadableInstants('no evidence since 2026-11-12T14:20:00.000Z; see 2026-99-99T99:99:99.999Z')).toBe(
      'no evidence since 12 Nov 2026, 14:20:00 UTC; see 2026-99-99T99:99:99.999Z',
    );
  });
});
