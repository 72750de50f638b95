import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDuration, Duration, durationMs, subtractDuration } from '../../../../shared/domain/words/duration.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';

describe('durations', () => {
  it.each([
    ['P7D', 604_800_000],
    ['P1W', 604_800_000],
    ['PT90S', 90_000],
    ['P1DT2H3M4S', 93_784_000],
  ])('reads %s', (text, ms) => {
    expect(durationMs(Duration.parse(text))).toBe(ms);
  });

  it.each(['P3653D', 'P100000000D', '7 days', 'P', 'PT', 'P1Y', 'P1M', '-P1D', 'P1DT', ''])('refuses "%s"', (text) => {
    expect(Duration.safeParse(text).success).toBe(false);
  });

  it('gives back the instant when what was added is taken away', () => {
    mustHold(
      fc.property(fc.nat(3_650), fc.nat(86_400), (days, seconds) => {
        const duration = Duration.parse(`P${days}DT${seconds}S`);
        const at = '2026-11-21T10:00:00.000Z';
        expect(subtractDuration(addDuration(at, duration), duration)).toBe(at);
      }),
    );
  });
});
