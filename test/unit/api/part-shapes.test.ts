import { describe, expect, it } from 'vitest';
import { PART_SHAPES } from '../../../shared/api/routes/part-shapes.ts';
import type { RemediationStanding } from '../../../shared/domain/remediation/remediation-standing.ts';
import { ANNA } from '../../support/world/people.ts';
import { aDraft, aRecommendation, aRecord } from '../../support/world/records.ts';

describe('a recommendation that is rewritten', () => {
  it('keeps how its fix stood where an import found it', () => {
    const previousStatus: RemediationStanding = { state: 'verified', ticket: 'MSG-7' };
    const recommendation = aRecommendation({ status: 'proposed', stood: previousStatus });
    const record = aRecord();
    const { id: postMortemId } = record;
    const before = aRecord({
      type: 'Part Added',
      data: { postMortemId, part: { kind: 'recommendation', content: recommendation }, by: ANNA },
    });
    const shape = PART_SHAPES.find(({ kind }) => kind === 'recommendation');
    const draft = aDraft({ title: 'Filter mails from look-alike domains' });
    expect(shape?.toPart(draft, recommendation.id, before)).toEqual({
      kind: 'recommendation',
      content: { ...draft, id: recommendation.id, status: 'proposed', stood: previousStatus },
    });
  });
});
