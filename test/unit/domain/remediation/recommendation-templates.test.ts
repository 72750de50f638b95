import { describe, expect, it } from 'vitest';
import { blameIn } from '../../../../shared/domain/hints/blame.ts';
import { recommendationHints } from '../../../../shared/domain/hints/recommendation.ts';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { RecommendationDraft } from '../../../../shared/domain/remediation/recommendation.ts';
import {
  RECOMMENDATION_TEMPLATES,
  recommendationTemplatesFor,
} from '../../../../shared/domain/remediation/templates/recommendation-templates.ts';
import { VOCABULARIES } from '../../../support/samples/vocabularies.ts';
import { aPartId } from '../../../support/world/records.ts';

/** A recommendation that was begun from a template. */
function begun({ name: _, categories: __, ...draft }: (typeof RECOMMENDATION_TEMPLATES)[number]): RecommendationDraft {
  return RecommendationDraft.parse({ ...draft, answers: [aPartId()] });
}

describe('the recommendation templates', () => {
  it.each(RECOMMENDATION_TEMPLATES)(
    '"$name" is a recommendation that no hint has anything to say about',
    (template) => {
      const draft = begun(template);
      const texts = [draft.title, draft.why, draft.successCriterion];
      expect([...recommendationHints(draft, template.name), ...texts.flatMap((text) => blameIn(text))]).toEqual([]);
    },
  );

  it('have names of their own, and at least one for every category of the default configuration', () => {
    const names = RECOMMENDATION_TEMPLATES.map(({ name }) => name);
    const { categories } = DEFAULT_CONFIG.postMortem;
    const without = categories.filter(
      (category) =>
        category !== 'other' && !RECOMMENDATION_TEMPLATES.some((template) => template.categories.includes(category)),
    );
    const unknown = RECOMMENDATION_TEMPLATES.flatMap((template) => template.categories).filter(
      (category) => !categories.includes(category),
    );
    expect([new Set(names).size, without, unknown]).toEqual([names.length, [], []]);
  });

  it('are chosen by category, the ones for all included, the most promising first', () => {
    const names = recommendationTemplatesFor('loss or theft').map(({ name }) => name);
    expect(names).toEqual([
      'encrypt-and-wipe-devices',
      'encrypt-with-own-keys',
      'restore-drill',
      'keep-logs-long-enough',
      'exercise-the-playbook',
    ]);
  });

  it('give way to a team’s own of the same name', () => {
    const [template] = RECOMMENDATION_TEMPLATES.filter(({ name }) => name === 'report-button');
    const { recommendationTemplates: own } = parseConfig({
      recommendationTemplates: [{ ...template, title: 'Our own button' }],
    });
    const titles = recommendationTemplatesFor('phishing', own)
      .filter(({ name }) => name === 'report-button')
      .map(({ title }) => title);
    expect(titles).toEqual(['Our own button']);
  });

  it('are refused in a configuration that leaves out how a fix will be verified', () => {
    const template = { name: 'x', categories: [], title: 'Do something' };
    expect(() => parseConfig({ recommendationTemplates: [template] })).toThrow(
      'recommendationTemplates.0.verification',
    );
  });
});

describe.each(VOCABULARIES)('the ids in the recommendation templates, held to $name', (known) => {
  it('are ids of D3FEND', () => {
    const used = RECOMMENDATION_TEMPLATES.flatMap(({ d3fend = [] }) => d3fend);
    expect([used.length > 0, used.filter((id) => !known.defences.has(id))]).toEqual([true, []]);
  });

  it('are controls of NIST SP 800-53 that were not withdrawn', () => {
    const used = RECOMMENDATION_TEMPLATES.flatMap(({ controls: ours = [] }) => ours);
    expect(used.filter(({ framework, id }) => framework !== 'NIST SP 800-53' || !known.controls.has(id))).toEqual([]);
  });

  it('are techniques of ATT&CK', () => {
    const used = RECOMMENDATION_TEMPLATES.flatMap(({ verification }) => verification.checks).flatMap((check) =>
      check.kind === 'signal' && check.subject.type === 'technique' ? [check.subject.id] : [],
    );
    expect([used.length > 0, used.filter((id) => !known.techniques.has(id))]).toEqual([true, []]);
  });
});
