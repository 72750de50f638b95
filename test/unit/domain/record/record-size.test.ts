import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import type { Part } from '../../../../shared/domain/record/content/parts.ts';
import { PART_LIMITS } from '../../../../shared/domain/record/content/parts.ts';
import { bytesOf, mustFit, RECOMMENDATIONS_LIMIT_BYTES } from '../../../../shared/domain/record/decide/record-size.ts';
import { approve } from '../../../../shared/domain/record/decide/review-record.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { Recommendation, RecommendationDraft } from '../../../../shared/domain/remediation/recommendation.ts';
import { partsOf } from '../../../../shared/store/records/record-items.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aDraft, aPartId, aRecommendation, aRecord, NOW } from '../../../support/world/records.ts';

const { id: postMortemId } = aRecord();
const adding = (part: Part): RecordEvent => ({ type: 'Part Added', data: { postMortemId, part, by: ANNA } });
const observation = (statement: string): Part => ({
  kind: 'observation',
  content: { id: aPartId(), kind: 'got lucky', statement },
});
const happens = (before: PostMortem, event: RecordEvent) => () => {
  const after = applyToPostMortem(before, event);
  mustFit(before, after, [event]);
  return after.status;
};

/** 3.1 MB in 1.03 million characters. */
const large = aRecord(
  ...Array.from({ length: PART_LIMITS.observation }, () => adding(observation('酉'.repeat(4_000)))),
  ...Array.from({ length: 60 }, () =>
    adding({
      kind: 'contributing factor',
      content: { id: aPartId(), kind: 'process gap', statement: '酉'.repeat(4_000) },
    }),
  ),
);

describe('the size of a record', () => {
  it('is what a reader can be sent: words that would pass it are refused', () => {
    expect(happens(large, adding(observation('One more.')))).toThrow(/^\d{7} bytes are over the 3000000 of a record/);
    expect(happens(aRecord(), adding(observation('One more.')))()).toBe('open');
  });

  it('holds nobody back who makes a large record smaller, judges it or closes it', () => {
    const [first] = large.observations;
    if (first === undefined) throw new Error('there are observations');
    const shorter: RecordEvent = {
      type: 'Part Changed',
      data: { postMortemId, part: { kind: 'observation', content: { ...first, statement: 'Short.' } }, by: ANNA },
    };
    const approval: RecordEvent = {
      type: 'Post-Mortem Approved',
      data: { postMortemId, revision: 1, by: BEN, at: NOW },
    };
    const closure: RecordEvent = { type: 'Post-Mortem Closed', data: { postMortemId, at: NOW } };
    expect([shorter, approval, closure].map((event) => happens(large, event)())).toEqual([
      'open',
      'approved',
      'closed',
    ]);
  });

  it('lets an approval of all its recommendations stay one transaction', () => {
    const wordy = (): Part => ({
      kind: 'recommendation',
      content: aRecommendation({
        status: 'proposed',
        why: '酉'.repeat(100),
        verification: {
          checks: Array.from({ length: 10 }, () => ({ kind: 'attestation', statement: '酉'.repeat(1_000) })),
        },
      }),
    });
    let record = aRecord();
    for (let count = 0; count < PART_LIMITS.recommendation; count += 1) {
      const event = adding(wordy());
      const after = applyToPostMortem(record, event);
      try {
        mustFit(record, after, [event]);
        record = after;
      } catch (error) {
        expect(error).toMatchObject({ reason: 'limit' });
      }
    }
    expect(bytesOf(record.recommendations)).toBeGreaterThan(RECOMMENDATIONS_LIMIT_BYTES - 50_000);
    const events = approve({ ...record, status: 'in review' }, record.revision, BEN, NOW, DEFAULT_CONFIG);
    const approved = events.reduce(applyToPostMortem, record);
    const remediations = events.map(({ data }) => ('remediation' in data ? data.remediation : undefined));
    expect(bytesOf([...partsOf(approved).values(), events, remediations])).toBeLessThan(3_500_000);
  });
});

describe('a check by a person’s word', () => {
  const saying = (characters: number) => ({
    checks: [{ kind: 'attestation' as const, statement: 'x'.repeat(characters) }],
  });

  it('is a sentence or two, and one from before can still be read', () => {
    const draft = (characters: number) => RecommendationDraft.safeParse(aDraft({ verification: saying(characters) }));
    expect([draft(500).success, draft(501).success]).toEqual([true, false]);
    expect(Recommendation.safeParse(aRecommendation({ verification: saying(2_000) })).success).toBe(true);
  });
});
