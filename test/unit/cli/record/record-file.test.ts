import { describe, expect, it } from 'vitest';
import { readRecordFile } from '../../../../cli/record/record-file.ts';
import { recordTemplate, TEMPLATE_NAMES } from '../../../../cli/record/record-template.ts';
import { filledIn } from '../../../support/samples/filled-in.ts';

const NOTHING = {
  rootCauses: [],
  contributingFactors: [],
  observations: [],
  recommendations: [],
  lessons: [],
  notifications: [],
  corrections: [],
  temporaryMeasures: [],
  sections: {},
  etags: { sections: {}, parts: {} },
  completeness: { template: 'incident', score: 0, met: 0, required: 1, missing: [] },
};

describe('the template of a record', () => {
  it.each(TEMPLATE_NAMES)('gives of %s what is taken once it is filled in, and is refused before', (name) => {
    const template = recordTemplate(NOTHING, name);
    const filled: unknown = JSON.parse(filledIn(JSON.stringify(template)));
    expect(() => readRecordFile(template)).toThrow('still to be filled in');
    expect(readRecordFile(filled)).toMatchObject({ etags: {} });
  });

  it('keeps what a section says, with its version', () => {
    const summary = { text: 'Two people entered their passwords.' };
    const record = { ...NOTHING, sections: { summary }, etags: { sections: { summary: '"c1"' }, parts: {} } };
    expect(recordTemplate(record, 'summary')).toEqual({ etags: { summary: '"c1"' }, sections: { summary } });
  });
});

describe('the file of a record', () => {
  it('may not name a part that is not in it', () => {
    const draft: unknown = JSON.parse(filledIn(JSON.stringify(recordTemplate(NOTHING, 'recommendations'))));
    const of = (answers: string[]) => ({
      recommendations: Object(draft).recommendations.map((one: object) => ({ ...one, answers })),
    });
    expect(() => readRecordFile(of(['rootCauses/0']))).toThrow(
      '/recommendations/0/answers/0: nothing stands there in this file',
    );
    expect(() => readRecordFile(of([]))).not.toThrow();
  });
});
