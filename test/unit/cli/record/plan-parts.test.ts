import { describe, expect, it } from 'vitest';
import { planParts } from '../../../../cli/record/plan-parts.ts';
import { readRecordFile } from '../../../../cli/record/record-file.ts';
import { recordTemplate } from '../../../../cli/record/record-template.ts';
import {
  priorityOf,
  quadrantOf,
  type Recommendation,
  rankOf,
} from '../../../../shared/domain/remediation/recommendation.ts';
import { aDraft, aLesson, aNotification, aRecommendation } from '../../../support/world/records.ts';

const NO_PARTS = {
  rootCauses: [],
  contributingFactors: [],
  observations: [],
  recommendations: [],
  lessons: [],
  notifications: [],
  corrections: [],
  temporaryMeasures: [],
};
const view = (one: Recommendation) => ({
  ...one,
  state: one.status,
  rank: rankOf(one),
  quadrant: quadrantOf(one),
  priority: priorityOf(one),
});
const having = (with_: Partial<Recommendation>) => ({ ...NO_PARTS, recommendations: [view(aRecommendation(with_))] });
const becoming = (content: object, record: Parameters<typeof planParts>[1]) =>
  planParts(readRecordFile(content), record).map(({ becomes }) => becomes);

describe('what becomes of the parts of a file', () => {
  it.each(['approved', 'declined', 'risk accepted', 'proposed'] as const)(
    'proposes nothing anew that is %s and says the same',
    (status) => {
      const { dueAt: _, ...there } = aRecommendation({ status });
      const record = { ...NO_PARTS, recommendations: [view(there)] };
      expect(becoming({ recommendations: [aDraft()] }, record)).toEqual(['nothing new']);
    },
  );

  it('refuses other words for what was approved or put in place', () => {
    const content = { recommendations: [aDraft({ impact: 1 })], lessons: [sent(aLesson({ document: 'Handbook' }))] };
    const record = { ...having({ status: 'approved' }), lessons: [aLesson({ status: 'in place' })] };
    expect(() => becoming(content, record)).toThrow(
      /\/recommendations\/0: the recommendation \w+ is approved[\s\S]+\/lessons\/0: the lesson \w+ is in place/,
    );
  });

  it('tells notifications apart by their regime, stage and recipient', () => {
    const record = { ...NO_PARTS, notifications: [aNotification()] };
    const notifications = [
      sent(aNotification({ recipient: 'the  regulator', reference: 'A-1' })),
      sent(aNotification({ stage: 'final report' })),
    ];
    expect(becoming({ notifications }, record)).toEqual(['rewritten', 'added']);
  });

  it('cannot know which of two in a file is the one of that name', () => {
    const content = { recommendations: [aDraft({ impact: 1 }), aDraft({ impact: 2 })] };
    expect(() => becoming(content, having({ status: 'proposed' }))).toThrow(
      /\/recommendations\/0: [\s\S]+\/recommendations\/1: /,
    );
  });

  it('adds what has another name beside what is named by its id', () => {
    const record = having({ status: 'proposed' });
    const id = record.recommendations[0]?.id;
    const recommendations = [{ ...aDraft({ title: 'Another title' }), id }, aDraft()];
    expect(becoming({ recommendations }, record)).toEqual(['rewritten', 'added']);
  });
});

describe('the template of a list that has parts', () => {
  const asked = (missing: { path: string; message: string }[], recommendations: Recommendation[]) =>
    recordTemplate(
      {
        ...NO_PARTS,
        recommendations: recommendations.map(view),
        sections: {},
        etags: { sections: {}, parts: Object.fromEntries(recommendations.map(({ id }) => [id, '"1"'])) },
        completeness: { template: 'incident', score: 0, met: 0, required: 1, missing },
      },
      'recommendations',
    );

  it('gives those that may be changed, with their versions, and as they are sent back', () => {
    const { dueAt: _, ...proposed } = aRecommendation({ status: 'proposed' });
    const template = asked([], [proposed, aRecommendation({ title: 'Approved already' })]);
    expect(template).toEqual({
      etags: { [proposed.id]: '"1"' },
      recommendations: [expect.objectContaining({ id: proposed.id, title: proposed.title })],
    });
    expect(becoming(template, { ...NO_PARTS, recommendations: [view(proposed)] })).toEqual(['nothing new']);
  });

  it('asks for one more where the record lacks one', () => {
    const missing = [{ path: 'recommendations', message: 'propose at least one recommendation' }];
    expect(asked(missing, [aRecommendation({ status: 'proposed' })])).toMatchObject({
      recommendations: [{ title: aDraft().title }, { title: expect.stringContaining('<for example') }],
    });
  });
});

/** A part without its id, as somebody writes it. */
function sent<One extends { id: string }>({ id: _, ...rest }: One): Omit<One, 'id'> {
  return rest;
}
