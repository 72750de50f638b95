import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../tools/examples/examples.ts';
import { VOCABULARIES } from '../../support/samples/vocabularies.ts';

describe.each(VOCABULARIES)('the ids of the examples, held to $name', ({ techniques, defences, controls }) => {
  it.each(EXAMPLES)('are techniques of ATT&CK in "$title"', ({ sections, recommendations }) => {
    const checked = recommendations
      .flatMap(({ verification }) => verification.checks)
      .flatMap((check) => (check.kind === 'signal' && check.subject.type === 'technique' ? [check.subject.id] : []));
    const used = [...(sections.attack?.techniques ?? []).map(({ id }) => id), ...checked];
    expect([used.length > 0, used.filter((id) => !techniques.has(id))]).toEqual([true, []]);
  });

  it.each(EXAMPLES)('are techniques of D3FEND and controls of NIST SP 800-53 in "$title"', ({ recommendations }) => {
    const nist = recommendations
      .flatMap((one) => one.controls ?? [])
      .filter(({ framework }) => framework === 'NIST SP 800-53');
    expect([
      recommendations.flatMap(({ d3fend = [] }) => d3fend).filter((id) => !defences.has(id)),
      nist.filter(({ id }) => !controls.has(id)),
    ]).toEqual([[], []]);
  });
});
