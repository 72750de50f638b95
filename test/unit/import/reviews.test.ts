import { describe, expect, it } from 'vitest';
import { rehearse } from '../../../shared/domain/files/import-record.ts';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import { completenessOf } from '../../../shared/domain/record/completeness.ts';
import { templateFor } from '../../../shared/domain/record/template.ts';
import { fromJson } from '../../../shared/import/from-json.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { REVIEWS } from '../../support/samples/review-fixtures.ts';
import { aPostMortemId, NOW } from '../../support/world/records.ts';

function taken(content: unknown) {
  const [found] = fromJson(content);
  if (found === undefined || 'faults' in found) throw new Error(JSON.stringify(found));
  const wanted = { file: found.file, sha256: found.sha256, at: NOW, by: { kind: 'machine' as const, id: 'import' } };
  const record = rehearse(aPostMortemId(), wanted, DEFAULT_CONFIG, sha256);
  return {
    record,
    completeness: completenessOf(record, templateFor(record, DEFAULT_CONFIG.postMortem.templates), DEFAULT_CONFIG),
  };
}

describe('the public reviews of real incidents', () => {
  it('are complete, but for what their texts do not tell', () => {
    const missing = REVIEWS.map(({ name, content }) => {
      const { completeness } = taken(content);
      return [name, completeness.score, completeness.missing.map(({ path }) => path.replace(/\.01\w{24}$/, ''))];
    });
    expect(missing).toEqual([
      // Their causes are of machines and of procedures: nothing says that somebody looked at people.
      ['chia-2022-stale-proxy', 84, ['sections.detection.whyNotSooner', 'sections.humanFactor']],
      ['chia-2023-gift-cards', 90, ['sections.detection.whyNotSooner']],
      ['chia-2023-runners', 84, ['sections.detection.whyNotSooner', 'sections.humanFactor']],
      [
        'eslint-2018-packages',
        82,
        [
          'sections.framework',
          'sections.framework.team',
          'sections.framework.team',
          'sections.detection.whyNotSooner',
          'observations',
        ],
      ],
      ['homebrew-2018-token', 90, ['sections.detection.whyNotSooner']],
      ['posthog-2025-feature-flags', 100, []],
      ['pypi-2025-phishing', 92, ['sections.detection.whyNotSooner']],
      // One of its root causes and one of its procedures have no corrective action: the structure shows what the review left out.
      ['rust-2023-crate-downloads', 84, ['sections.response.procedures.0', 'rootCauses']],
    ]);
  });

  it('have their action items as recommendations, and what is to be built in as lessons', () => {
    const counts = REVIEWS.map(({ name, content }) => {
      const { recommendations, lessons } = taken(content).record;
      return [name, recommendations.length, lessons.length];
    });
    expect(counts).toEqual([
      ['chia-2022-stale-proxy', 2, 1],
      ['chia-2023-gift-cards', 1, 0],
      ['chia-2023-runners', 5, 0],
      ['eslint-2018-packages', 2, 1],
      ['homebrew-2018-token', 5, 0],
      ['posthog-2025-feature-flags', 11, 3],
      ['pypi-2025-phishing', 3, 1],
      ['rust-2023-crate-downloads', 3, 1],
    ]);
  });

  it.each(REVIEWS)('$name names a cause that is not technical', ({ content }) => {
    expect(taken(content).record.rootCauses.some(({ kind }) => kind !== 'technical')).toBe(true);
  });
});
