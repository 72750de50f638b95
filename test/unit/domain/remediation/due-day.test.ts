import { describe, expect, it } from 'vitest';
import { businessDay } from '../../../../shared/domain/remediation/due-day.ts';
import { dayIn } from '../../../../shared/domain/words/day.ts';

describe('the day on which a fix is due', () => {
  it.each([
    ['America/Los_Angeles', '2026-12-08T01:00:00.000Z', '2026-12-07'],
    ['Asia/Tokyo', '2026-12-07T23:00:00.000Z', '2026-12-08'],
    ['UTC', '2026-12-07T23:59:59.999Z', '2026-12-07'],
    ['Europe/Berlin', '2026-03-29T00:30:00.000Z', '2026-03-29'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00.000Z', '2027-01-01'],
  ])('is that of a calendar in %s', (timezone, at, day) => {
    expect(dayIn(timezone, at)).toBe(day);
  });

  it.each([
    ['2026-12-04', '2026-12-04'],
    ['2026-12-05', '2026-12-04'],
    ['2026-12-06', '2026-12-04'],
    ['2026-12-07', '2026-12-07'],
    ['2027-01-02', '2027-01-01'],
  ])('is a business day: for %s it is %s', (day, business) => {
    expect(businessDay(day)).toBe(business);
  });
});
