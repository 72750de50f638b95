import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../console/data/api.ts';
import { didNotHoldBefore, markOfFix } from '../../../console/fix/mark-of-fix.ts';
import { markOf } from '../../../console/marks/standings.ts';
import { fixLine } from '../../../shared/domain/lists/fix-listing.ts';
import { remediation, review, watched } from '../report/report-factory.ts';

const FAILED_AT = '2026-11-11T10:00:00.000Z';
const BEFORE = { evidenceReopenedAt: [FAILED_AT], reopenCount: 1 };
const claimed = (rest: Record<string, unknown> = {}) =>
  watched({ number: 1, nextCheckAt: '2026-11-24T10:00:00.000Z', ...rest });

const FIXES = {
  'open, never claimed': remediation({ number: 1 }),
  'open again, since evidence said so': remediation({ number: 1, ...BEFORE }),
  'open, claimed anew and taken back': remediation({ number: 1, ...BEFORE, endedClaimAt: '2026-11-12T10:00:00.000Z' }),
  claimed: claimed(),
  'claimed again': claimed(BEFORE),
  'a step passed again': claimed({ ...BEFORE, state: 'verifying', step: 1 }),
  'verified after all': claimed({
    ...{ ...BEFORE, state: 'verified', step: 2, verifiedAt: '2026-11-20T10:00:00.000Z', grade: 'proven' },
  }),
  unproven: claimed({ silence: { rung: 'unproven', expectedAt: FAILED_AT } }),
};

/** As its page reads it. */
const asRead = (fix: (typeof FIXES)[keyof typeof FIXES]) => fix as unknown as Schemas['Remediation'];

describe('the mark of a fix on its page', () => {
  it.each(Object.entries(FIXES))('is that of its line in the lists: %s', (_, fix) => {
    expect(markOfFix(asRead(fix), undefined)).toBe(markOf(fixLine(fix, review({ number: 1 }))));
  });

  it('is a claim once somebody claims it again, with its failure beside it', () => {
    const marks = Object.values(FIXES).map((fix) => markOfFix(asRead(fix), undefined));
    expect(marks).toEqual(['open', 'did not hold', 'open', 'claimed', 'claimed', 'passing', 'proven', 'unproven']);
    expect(Object.values(FIXES).map((fix) => didNotHoldBefore(asRead(fix)))).toEqual([
      ...[false, true, true, false, true, true, true, false],
    ]);
  });

  it('tells more exactly what its evidence says, where that was read', () => {
    const common = { id: 'x', at: FAILED_AT, state: 'claimed', steps: 2, results: [] };
    const doubted = { ...common, doubt: { source: 'config', at: FAILED_AT } } as unknown as Schemas['FixStanding'];
    expect(markOfFix(asRead(FIXES.claimed), doubted)).toBe('in doubt');
    expect(markOfFix(asRead(FIXES.unproven), common as unknown as Schemas['FixStanding'])).toBe('claimed');
  });
});
