import { mitigationName, type Technique } from './attack.ts';
import json from './d3fend-catalogue.json' with { type: 'json' };

type Catalogue = {
  readonly version: string;
  readonly techniques: readonly { readonly id: string; readonly name: string }[];
  readonly ofMitigations: readonly { readonly mitigation: string; readonly techniques: readonly string[] }[];
};
const catalogue: Catalogue = json;

export const D3FEND_VERSION = catalogue.version;

const names = new Map(catalogue.techniques.map(({ id, name }) => [id, name]));
const related = new Map(catalogue.ofMitigations.map(({ mitigation, techniques }) => [mitigation, techniques]));

/** Name of a defensive technique, such as D3-MFA; undefined for an id that D3FEND does not have. */
export const d3fendName = (id: string): string | undefined => names.get(id);

/** "D3-MFA Multi-factor Authentication". An id that is not known stands alone. */
export const d3fendInWords = (id: string): string => [id, names.get(id)].filter((one) => one !== undefined).join(' ');

export type Countermeasure = {
  /** Mitigation of ATT&CK, such as M1032: MITRE names it for the technique. */
  readonly mitigation: string;
  readonly name: string;
  /** D3FEND relates them to the mitigation, not to the technique: whether they help against it is for people to say. */
  readonly d3fend: readonly { readonly id: string; readonly name: string }[];
};

/** What MITRE names against a technique. Suggestions: nobody here knows what is in place, or what was tried. */
export function countermeasuresFor({ mitigations }: Pick<Technique, 'mitigations'>): Countermeasure[] {
  return mitigations.map((mitigation) => ({
    mitigation,
    name: mitigationName(mitigation) ?? mitigation,
    d3fend: (related.get(mitigation) ?? []).map((id) => ({ id, name: names.get(id) ?? id })),
  }));
}
