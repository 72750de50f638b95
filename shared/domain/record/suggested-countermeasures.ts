import { techniqueOf } from '../knowledge/attack.ts';
import { countermeasuresFor } from '../knowledge/countermeasures.ts';
import type { PostMortem } from './post-mortem.ts';
import { techniquesOf } from './techniques-of.ts';

type Named = { id: string; name: string };

/** Something to recommend, perhaps. `isNamed`: a recommendation of the record has it already. */
export type SuggestedCountermeasure = {
  /** Mitigation of ATT&CK, such as M1032. */
  mitigation: string;
  name: string;
  /** Techniques of the record that MITRE names it for. */
  against: Named[];
  d3fend: (Named & { isNamed: boolean })[];
};

/** What MITRE names against the techniques of a record. What meets most of them comes first. */
export function suggestedCountermeasures(record: PostMortem): SuggestedCountermeasure[] {
  const recommended = new Set(
    record.recommendations.flatMap(({ d3fend = [], status }) => (status === 'declined' ? [] : d3fend)),
  );
  const found = new Map<string, SuggestedCountermeasure>();
  for (const technique of techniquesOf(record).flatMap((id) => techniqueOf(id) ?? [])) {
    for (const { mitigation, name, d3fend } of countermeasuresFor(technique)) {
      const one = found.get(mitigation) ?? {
        ...{ mitigation, name, against: [] },
        d3fend: d3fend.map((known) => ({ ...known, isNamed: recommended.has(known.id) })),
      };
      one.against.push({ id: technique.id, name: technique.name });
      found.set(mitigation, one);
    }
  }
  return [...found.values()].toSorted(
    (a, b) => b.against.length - a.against.length || (a.mitigation < b.mitigation ? -1 : 1),
  );
}
