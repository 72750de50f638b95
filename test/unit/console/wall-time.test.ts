import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, wallTime } from '../../../console/record/timeline/wall-time.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

describe('times on the clocks of a zone', () => {
  it('come back as the instant that they were, but for the later half of an hour that was there twice', () => {
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    mustHold(
      fc.property(instants, zones, (minutes, zone) => {
        const at = new Date(minutes * 60_000).toISOString();
        const wall = wallTime(at, zone);
        const placed = instantOf(wall, zone);
        expect(wallTime(placed?.at ?? '', zone)).toBe(wall);
        if (placed?.at !== at) expect(placed?.isRepeated).toBe(true);
      }),
      { runs: 2_000 },
    );
  });

  it('names the hour that was there twice, and takes the earlier one', () => {
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      at: '2026-10-25T00:30:00.000Z',
      isRepeated: true,
    });
  });

  it('names the hour that no clock showed', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')?.isMissing).toBe(true);
  });

  it('knows what is no time', () => {
    expect(instantOf('', 'UTC')).toBeUndefined();
    expect(instantOf('2026-02-31T10:00', 'UTC') ?? 'none').toBe('none');
    // What a field says while the year is typed.
    for (const year of ['0002', '0020', '0202']) expect(instantOf(`${year}-11-19T08:12`, 'Europe/Berlin')).toBeUndefined();
  });
});
