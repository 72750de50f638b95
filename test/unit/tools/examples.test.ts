import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { EXAMPLES } from '../../../tools/examples/examples.ts';

const DATA = new URL('../../../../shared/data/attack/', import.meta.url).pathname;
const Ids = z.array(z.object({ id: z.string() }));

/** @param field where the list lies in the file; undefined: the file is the list */
function idsIn(file: string, field?: string): Set<string> {
  const content: unknown = JSON.parse(readFileSync(`${DATA}${file}`, 'utf8'));
  const list = field === undefined ? content : z.looseObject({}).parse(content)[field];
  return new Set(Ids.parse(list).map(({ id }) => id));
}

describe.runIf(existsSync(DATA)).each(EXAMPLES)('the ids in "$title"', ({ sections, recommendations }) => {
  it('are techniques of ATT&CK', () => {
    const known = idsIn('attack-techniques.json');
    const checked = recommendations
      .flatMap(({ verification }) => verification.checks)
      .flatMap((check) => (check.kind === 'signal' && check.subject.type === 'technique' ? [check.subject.id] : []));
    const used = [...(sections.attack?.techniques ?? []).map(({ id }) => id), ...checked];
    expect([used.length > 0, used.filter((id) => !known.has(id))]).toEqual([true, []]);
  });

  it('are techniques of D3FEND and controls of NIST SP 800-53', () => {
    const defences = idsIn('d3fend.json', 'techniques');
    const controls = idsIn('nist-800-53r5.json', 'controls');
    const nist = recommendations
      .flatMap((one) => one.controls ?? [])
      .filter(({ framework }) => framework === 'NIST SP 800-53');
    expect([
      recommendations.flatMap(({ d3fend = [] }) => d3fend).filter((id) => !defences.has(id)),
      nist.filter(({ id }) => !controls.has(id)),
    ]).toEqual([[], []]);
  });
});
