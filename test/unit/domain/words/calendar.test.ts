import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR_PERIODS, periodBefore } from '../../../../shared/domain/words/calendar.ts';
import { dayIn } from '../../../../shared/domain/words/day.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';

describe('the period of the calendar that was over', () => {
  it.each([
    ['month', 'UTC', '2026-03-31T23:59:59.999Z', '2026-02', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['quarter', 'UTC', '2026-01-01T00:00:00.000Z', '2025-Q4', '2025-10-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ['half-year', 'UTC', '2026-11-27T12:00:00.000Z', '2026-H1', '2026-01-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'],
    ['year', 'UTC', '2026-11-27T12:00:00.000Z', '2025', '2025-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    // Summer time ends within the period: both ends are midnight there.
    [
      'quarter',
      'Europe/Berlin',
      '2026-12-31T23:00:00.000Z',
      '2026-Q4',
      '2026-09-30T22:00:00.000Z',
      '2026-12-31T23:00:00.000Z',
    ],
    [
      'month',
      'America/New_York',
      '2026-04-01T03:59:59.000Z',
      '2026-02',
      '2026-02-01T05:00:00.000Z',
      '2026-03-01T05:00:00.000Z',
    ],
    [
      'month',
      'America/New_York',
      '2026-04-01T04:00:00.000Z',
      '2026-03',
      '2026-03-01T05:00:00.000Z',
      '2026-04-01T04:00:00.000Z',
    ],
    [
      'month',
      'Pacific/Kiritimati',
      '2026-04-30T10:00:00.000Z',
      '2026-04',
      '2026-03-31T10:00:00.000Z',
      '2026-04-30T10:00:00.000Z',
    ],
  ] as const)('is, of a %s in %s at %s, %s', (every, timezone, at, name, from, to) => {
    expect(periodBefore(every, timezone, at)).toEqual({ name, from, to });
  });

  it('ends before the moment, begins and ends with a day there, and is followed by the next without a gap', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kolkata', 'Africa/Cairo');
    const moments = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    mustHold(
      fc.property(fc.constantFrom(...CALENDAR_PERIODS), zones, moments, (every, zone, moment) => {
        const at = moment.toISOString();
        const { from, to } = periodBefore(every, zone, at);
        const before = periodBefore(every, zone, from);
        const justBefore = (instant: string) => new Date(Date.parse(instant) - 60_000).toISOString();
        expect([before.to, from < to, to <= at]).toEqual([from, true, true]);
        expect([dayIn(zone, from).slice(8), dayIn(zone, to).slice(8)]).toEqual(['01', '01']);
        expect(dayIn(zone, justBefore(from)) < dayIn(zone, from)).toBe(true);
      }),
    );
  });
});
