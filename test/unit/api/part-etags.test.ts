import { describe, expect, it } from 'vitest';
import { etagsIn } from '../../../shared/api/routes/part-etags.ts';
import type { Recommendation } from '../../../shared/domain/remediation/recommendation.ts';
import { BEN } from '../../support/world/people.ts';
import { aRecommendation, aRecord, NOW } from '../../support/world/records.ts';

const id = aRecommendation().id;
const etagOf = (with_: Partial<Recommendation>) =>
  etagsIn({ ...aRecord(), recommendations: [aRecommendation({ id, ...with_ })] }).parts[id];

describe('the ETag of a recommendation', () => {
  it('stays when its accepted time ends, whatever date it has then', () => {
    const acceptance = {
      ...{ until: '2027-01-31T00:00:00.000Z', reason: 'No budget.', compensatingControl: 'We look by hand.' },
      ...{ by: BEN, at: NOW },
    };
    const before = etagOf({ status: 'risk accepted', acceptance, dueAt: '2027-01-10T00:00:00.000Z' });
    expect(etagOf({ status: 'approved', acceptance, dueAt: '2027-02-14T00:00:00.000Z' })).toBe(before);
  });

  it('changes with the date that its author sets', () => {
    expect(etagOf({ status: 'proposed', dueAt: '2027-01-10T00:00:00.000Z' })).not.toBe(
      etagOf({ status: 'proposed', dueAt: '2027-01-11T00:00:00.000Z' }),
    );
  });
});
