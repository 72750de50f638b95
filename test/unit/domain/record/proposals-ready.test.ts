import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { completenessOf } from '../../../../shared/domain/record/completeness.ts';
import { approve, submit } from '../../../../shared/domain/record/decide/review-record.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../../shared/domain/record/template.ts';
import type { Recommendation } from '../../../../shared/domain/remediation/recommendation.ts';
import type { KnownSources } from '../../../../shared/domain/verification/known-sources.ts';
import type { Check } from '../../../../shared/domain/verification/plan.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aRecommendation, aRecord, NOW } from '../../../support/world/records.ts';

const subject = { type: 'control' as const, id: 'S3.1' };
const check = (sources?: string[]): Check => ({ kind: 'signal', subject, ...(sources && { sources }) });

function recordWith(status: Recommendation['status'], ...checks: Check[]): PostMortem & { fix: Recommendation } {
  const fix = aRecommendation({ status, title: 'Close the bucket', verification: { checks } });
  return { ...aRecord(), recommendations: [fix], fix };
}

const plansMissing = (record: PostMortem, known: KnownSources) =>
  completenessOf(
    record,
    templateFor(record, DEFAULT_CONFIG.postMortem.templates),
    DEFAULT_CONFIG,
    known,
  ).missing.filter(({ path }) => path.includes('.sources'));

const RULES = {
  ...DEFAULT_CONFIG,
  programs: { scan: { owner: 'sam@holdfast.test', scopes: ['signals.write' as const], sources: ['Bucket scan'] } },
};

function refusalOf(decide: () => unknown): Refusal | undefined {
  try {
    decide();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

describe('a proposed plan', () => {
  it('names the sources that decide, each check by itself', () => {
    const record = recordWith('proposed', check(['Bucket scan']), check(), { kind: 'ticket state' });
    const path = `recommendations.${record.fix.id}.verification.checks.1.sources`;
    const what =
      'name the sources whose signals about control S3.1 decide whether "Close the bucket" works, as their signals spell it in source';
    expect(plansMissing(record, 'any')).toEqual([{ path, message: what }]);
    expect(plansMissing(record, ['Bucket scan'])).toEqual([{ path, message: `${what}; there is "Bucket scan"` }]);
  });

  it('names no source that nobody may speak for', () => {
    const record = recordWith('proposed', check(['Bucket scan', 'bucket scan']));
    expect(plansMissing(record, ['Bucket scan'])).toEqual([
      {
        path: `recommendations.${record.fix.id}.verification.checks.0.sources.1`,
        message:
          'no program may speak for "bucket scan" (programs and evidenceSources in holdfast.config.ts), did you mean "Bucket scan"?; there is "Bucket scan"',
      },
    ]);
    expect(plansMissing(record, 'any')).toEqual([]);
  });

  it.each(['draft', 'approved', 'declined'] as const)('that is %s stays as it is', (status) => {
    expect(plansMissing(recordWith(status, check(), check(['nobody'])), ['Bucket scan'])).toEqual([]);
  });

  it('whose risk is accepted for a while names them, too: when that ends, it is carried out', () => {
    expect(plansMissing(recordWith('risk accepted', check()), ['Bucket scan'])).toHaveLength(1);
  });

  it('without sources is not submitted', () => {
    const record = recordWith('proposed', check());
    const paths = refusalOf(() => submit(record, ANNA, RULES))?.missing.map(({ path }) => path);
    expect(paths).toContain(`recommendations.${record.fix.id}.verification.checks.0.sources`);
  });

  it.each([
    ['without sources', check()],
    ['with a source that nobody speaks for any more', check(['edr'])],
  ])('%s is not approved either: it was submitted when that was no fault', (_, unnamed) => {
    const record: PostMortem = { ...recordWith('proposed', unnamed), status: 'in review' };
    const refusal = refusalOf(() => approve(record, record.revision, BEN, NOW, RULES));
    expect([refusal?.reason, refusal?.missing.length, refusal?.message]).toEqual([
      'incomplete',
      1,
      expect.stringContaining('return the record to its authors, or decline the recommendation'),
    ]);
    const named: PostMortem = { ...recordWith('proposed', check(['Bucket scan'])), status: 'in review' };
    expect(approve(named, named.revision, BEN, NOW, RULES).map(({ type }) => type)).toContain(
      'Recommendation Approved',
    );
  });
});
