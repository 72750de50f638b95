import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { completenessOf } from '../../../../shared/domain/record/completeness.ts';
import { submit } from '../../../../shared/domain/record/decide/review-record.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { REQUIREMENTS, Template } from '../../../../shared/domain/record/template.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { supply } from '../../../support/world/fill-in.ts';
import { ANNA } from '../../../support/world/people.ts';
import { aRecord } from '../../../support/world/records.ts';

const aTemplate = fc
  .subarray([...REQUIREMENTS], { minLength: 1 })
  .map((requires) => Template.parse({ name: 'any', requires }));

/** Which of the missing things is supplied next, as a share of the list. */
const choices = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 40, maxLength: 40 });

function canBeSubmitted(record: PostMortem, template: Template): boolean {
  try {
    submit(record, ANNA, { ...DEFAULT_CONFIG, postMortem: { ...DEFAULT_CONFIG.postMortem, templates: [template] } });
    return true;
  } catch {
    return false;
  }
}

/** The record as it grows, one missing thing after the other. */
function* growing(template: Template, order: readonly number[]): Generator<PostMortem> {
  let record = aRecord();
  yield record;
  for (const choice of order) {
    const { missing } = completenessOf(record, template, DEFAULT_CONFIG, 'any');
    const next = missing[Math.floor(choice * missing.length)];
    if (next === undefined) return;
    record = supply(record, next, ANNA).reduce(applyToPostMortem, record);
    yield record;
  }
}

describe('the completeness of a record', () => {
  it('never falls while what is missing is added, in whatever order, and ends with 100', () => {
    mustHold(
      fc.property(aTemplate, choices, (template, order) => {
        const scores = [...growing(template, order)].map(
          (record) => completenessOf(record, template, DEFAULT_CONFIG, 'any').score,
        );
        expect(scores).toEqual(scores.toSorted((a, b) => a - b));
        expect(scores.at(-1)).toBe(100);
      }),
    );
  });

  it('is 100 exactly when nothing is missing, and when the record can be submitted', () => {
    mustHold(
      fc.property(aTemplate, choices, (template, order) => {
        for (const record of growing(template, order)) {
          const { score, missing, met, required } = completenessOf(record, template, DEFAULT_CONFIG, 'any');
          const isComplete = score === 100;
          expect([missing.length === 0, met === required, canBeSubmitted(record, template)]).toEqual([
            isComplete,
            isComplete,
            isComplete,
          ]);
        }
      }),
      { runs: 50 },
    );
  });

  it('names each missing thing once, each at a place that a form can show', () => {
    mustHold(
      fc.property(aTemplate, choices, (template, order) => {
        for (const record of growing(template, order)) {
          const told = completenessOf(record, template, DEFAULT_CONFIG, 'any').missing.map(
            ({ path, message }) => `${path}: ${message}`,
          );
          expect(new Set(told).size).toBe(told.length);
        }
      }),
      { runs: 50 },
    );
  });
});
