import { describe, expect, it } from 'vitest';
import { isFailed, isWatched, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import {
  claimsNow,
  isLookOverdue,
  noStandings,
  settledStandingOf,
  wantsAttention,
} from '../../../shared/report/claims/claims-now.ts';
import { hideRestricted } from '../../../shared/report/hide-restricted.ts';
import { renderReport } from '../../../shared/report/render-report.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { headsOf, remediation, reportInput, review, watched } from './report-factory.ts';

async function* each<One>(items: readonly One[]): AsyncGenerator<One> {
  yield* items;
}

/** Counts claims as the tally has them. */
function counted(all: readonly Remediation[], now: string) {
  const claims = all.filter((one) => isWatched(one) || isFailed(one));
  const unlooked = claims.filter(isWatched).filter((one) => isLookOverdue(one, now));
  return claimsNow(
    {
      settled: claims.map(settledStandingOf),
      unlooked: each(unlooked.map((claim) => ({ counted: settledStandingOf(claim), claim }))),
      attention: each(claims.filter((one) => wantsAttention(settledStandingOf(one)))),
    },
    now,
  );
}

const AT = '2026-11-20T10:00:00.000Z';
const next = '2026-12-01T10:00:00.000Z';
const proven = (number: number) =>
  watched({ number, state: 'verified', step: 2, grade: 'proven', verifiedAt: AT, nextCheckAt: next });
const silent = (number: number, rung: 'late' | 'unproven', rest = {}) =>
  watched({ number, silence: { rung, expectedAt: AT }, nextCheckAt: next, ...rest });
const failed = (number: number) =>
  remediation({ number, state: 'regressed', failure: { at: AT, step: 1, results: [] }, pushes: 1, reopenCount: 3 });

describe('all claims now', () => {
  it('counts one proven and nine silent ones as one of ten, with the interval of so small a count', async () => {
    const claims = await counted(
      [proven(1), ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => silent(number, number < 5 ? 'late' : 'unproven'))],
      AT,
    );
    const { now } = validationReport(reportInput({ claims }));
    expect(now).toMatchObject({
      claims: 10,
      standings: { ...noStandings(), proven: 1, late: 3, unproven: 6 },
      proven: { share: 0.1 },
      attentionCount: 9,
    });
    expect([now?.proven?.low, now?.proven?.high].map((value) => Math.round((value ?? 0) * 100))).toEqual([2, 40]);
  });

  it('lists what fails first, then what is unproven, late and in doubt, the most urgent first', async () => {
    const doubt = { at: AT, source: 'scanner', resource: 'a' };
    const claims = await counted(
      [
        proven(1),
        watched({ number: 2, doubt, nextCheckAt: next }),
        silent(3, 'late'),
        silent(4, 'unproven', { priority: 'low' }),
        silent(5, 'unproven', { priority: 'critical' }),
        failed(6),
        watched({ number: 7, heldUntil: next, nextCheckAt: next }),
        watched({ number: 8, nextCheckAt: next }),
        remediation({ number: 9 }),
      ],
      AT,
    );
    const { now } = validationReport(reportInput({ claims }));
    expect(now?.attention.map(({ key, standing }) => `${key} ${standing}`)).toEqual([
      'ENG-7 did not hold',
      'ENG-6 did not hold',
      'ENG-5 unproven',
      'ENG-4 unproven',
      'ENG-3 late',
      'ENG-2 in doubt',
    ]);
    expect([now?.claims, now?.standings.claimed]).toEqual([8, 1]);
  });

  it('grades a fix from before grades were kept by its plan', async () => {
    const ticketOnly = { checks: [{ kind: 'ticket state' }], state: 'verified', verifiedAt: AT, nextCheckAt: next };
    const { standings } = await counted([watched({ number: 1, ...ticketOnly })], AT);
    expect([standings['done, not tested'], standings.proven]).toEqual([1, 0]);
  });

  it('counts thousands, and lists the worst of them', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) =>
      silent(index + 1, 'late', { priority: index === 2_999 ? 'critical' : 'low' }),
    );
    const claims = await counted(many, AT);
    expect([claims.attention.length, claims.attentionCount, claims.attention[0]?.priority]).toEqual([
      500,
      3_000,
      'critical',
    ]);
  });

  it('is what the report says first, in words', async () => {
    const claims = await counted([proven(1), silent(2, 'unproven'), failed(3)], AT);
    const { markdown } = renderReport(validationReport(reportInput({ claims })));
    expect(markdown).toContain(
      'Proven are 1 of 3 claims, 33\u00a0% (6–79\u00a0%); the others: unproven 1, did not hold 1.',
    );
    expect(markdown.indexOf('All claims now')).toBeLessThan(markdown.indexOf('Claimed and proven in this period'));
    expect(markdown).toContain('3 times, 1 by people');
  });

  it('tells no word of a restricted record', async () => {
    const claims = await counted([silent(1, 'late', { title: 'Lock the vault of Acme', ownerTeam: 'Vault team' })], AT);
    const input = hideRestricted(reportInput({ claims, heads: headsOf(review({ number: 1, tlp: 'RED' })) }));
    const rendered = Object.values(renderReport(validationReport(input))).join('\n');
    expect([rendered.includes('vault of Acme'), rendered.includes('Vault team'), rendered.includes('ENG-1')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
