import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../console/data/api.ts';
import { didNotHoldBefore, markOfFix } from '../../../console/fix/mark-of-fix.ts';
import { markOf } from '../../../console/marks/standings.ts';
import { RestrictedFix } from '../../../shared/api/routes/fix-list-routes.ts';
import { fixLine } from '../../../shared/domain/lists/fix-listing.ts';
import { accepted, remediation, review, watched } from '../report/report-factory.ts';

const FAILED_AT = '2026-11-11T10:00:00.000Z';
const BEFORE = { evidenceReopenedAt: [FAILED_AT], reopenCount: 1 };
const claimed = (rest: Record<string, unknown> = {}) =>
  watched({ number: 1, nextCheckAt: '2026-11-24T10:00:00.000Z', ...rest });
const FAILURE = { at: FAILED_AT, step: 0, results: [] };
const UNSURE = { state: 'ambiguous', attempt: 1, ambiguousSince: FAILED_AT, nextSearchAt: FAILED_AT };
const waiting = (rest: Record<string, unknown> = {}) =>
  remediation({ number: 1, state: 'requested', attempt: 0, leaseExpiresAt: FAILED_AT, ...rest });

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
  'open again, put away and brought back since': remediation({
    ...{ number: 1, ...BEFORE, lastClaimAt: '2026-11-10T10:00:00.000Z', endedClaimAt: '2026-11-12T10:00:00.000Z' },
  }),
  'open in a follow-up, claimed since in the former ticket': remediation({
    ...{ number: 1, ...BEFORE, lastClaimAt: '2026-11-12T10:00:00.000Z' },
  }),
  'waiting for a follow-up of what did not hold': waiting({ ...BEFORE, followsUp: FAILURE }),
  'waiting for a follow-up, perhaps made': waiting({ ...BEFORE, followsUp: FAILURE, ...UNSURE }),
  'waiting for a follow-up of what was put away, never claimed since': waiting(BEFORE),
  'waiting for a follow-up of what was put away, claimed since': waiting({
    ...BEFORE,
    lastClaimAt: '2026-11-12T10:00:00.000Z',
  }),
  'waiting for its first ticket': waiting(),
  'waiting for its first ticket, perhaps made': waiting(UNSURE),
  'not held, its ticket not reopened yet': remediation({ number: 1, state: 'ineffective', failure: FAILURE }),
  accepted: accepted({ number: 1, ...BEFORE, until: '2026-12-11T10:00:00.000Z' }),
  unproven: claimed({ silence: { rung: 'unproven', expectedAt: FAILED_AT } }),
};

/** A restricted line has no grade, and does not tell whether it is unproven. */
const SAYS_MORE = ['verified after all', 'unproven'];

/** As its page reads it. */
const asRead = (fix: (typeof FIXES)[keyof typeof FIXES]) => fix as unknown as Schemas['Remediation'];

describe('the mark of a fix on its page', () => {
  it.each(Object.entries(FIXES))('is that of its line in the lists: %s', (_, fix) => {
    expect(markOfFix(asRead(fix), undefined)).toBe(markOf(fixLine(fix, review({ number: 1 }))));
  });

  it.each(Object.entries(FIXES).filter(([name]) => !SAYS_MORE.includes(name)))(
    'is that of its line of a restricted record, which says less: %s',
    (_, fix) => {
      const line = RestrictedFix.parse(fixLine(fix, review({ number: 1, tlp: 'RED' })));
      expect(line).not.toHaveProperty('title');
      expect(markOf(line)).toBe(markOfFix(asRead(fix), undefined));
    },
  );

  it('is a claim once somebody claims it again, with its failure beside it', () => {
    const shown = Object.entries(FIXES).map(([name, fix]) => [
      name,
      { mark: markOfFix(asRead(fix), undefined), before: didNotHoldBefore(asRead(fix)) },
    ]);
    expect(Object.fromEntries(shown)).toEqual({
      'open, never claimed': { mark: 'open', before: false },
      'open again, since evidence said so': { mark: 'did not hold', before: true },
      'open, claimed anew and taken back': { mark: 'open', before: true },
      'open again, put away and brought back since': { mark: 'did not hold', before: true },
      'open in a follow-up, claimed since in the former ticket': { mark: 'open', before: true },
      'waiting for a follow-up of what did not hold': { mark: 'did not hold', before: true },
      'waiting for a follow-up, perhaps made': { mark: 'did not hold', before: true },
      'waiting for a follow-up of what was put away, never claimed since': { mark: 'did not hold', before: true },
      'waiting for a follow-up of what was put away, claimed since': { mark: 'requested', before: true },
      'waiting for its first ticket': { mark: 'requested', before: false },
      'waiting for its first ticket, perhaps made': { mark: 'unsure', before: false },
      'not held, its ticket not reopened yet': { mark: 'did not hold', before: false },
      accepted: { mark: 'accepted', before: true },
      claimed: { mark: 'claimed', before: false },
      'claimed again': { mark: 'claimed', before: true },
      'a step passed again': { mark: 'passing', before: true },
      'verified after all': { mark: 'proven', before: true },
      unproven: { mark: 'unproven', before: false },
    });
  });

  it('tells more exactly what its evidence says, where that was read', () => {
    const common = { id: 'x', at: FAILED_AT, state: 'claimed', steps: 2, results: [] };
    const doubted = { ...common, doubt: { source: 'config', at: FAILED_AT } } as unknown as Schemas['FixStanding'];
    expect(markOfFix(asRead(FIXES.claimed), doubted)).toBe('in doubt');
    expect(markOfFix(asRead(FIXES.unproven), common as unknown as Schemas['FixStanding'])).toBe('claimed');
  });
});
