import json from './attack-catalogue.json' with { type: 'json' };

/*
 * ATT&CK for Enterprise, as far as a record needs it: ids, names, tactics, successors and mitigations. The file is made from
 * MITRE's release by `holdfast knowledge import`.
 */

export type Technique = {
  readonly id: string;
  /** A sub-technique with its technique before it: "Phishing: Spearphishing Link". */
  readonly name: string;
  /** Ids of tactics: TA0001. */
  readonly tactics: readonly string[];
  /** MITRE's own relation: mitigations that it names for the technique. */
  readonly mitigations: readonly string[];
  /** MITRE took the technique back; `replacedBy`, where another one took its place. */
  readonly isRetired: boolean;
  readonly replacedBy?: string;
};

/** A file without retired techniques has no such field, so its shape is said here. */
type Catalogue = {
  readonly version: string;
  readonly tactics: readonly { readonly id: string; readonly name: string }[];
  readonly mitigations: readonly { readonly id: string; readonly name: string }[];
  readonly techniques: readonly {
    readonly id: string;
    readonly name: string;
    readonly tactics: readonly string[];
    readonly mitigations?: readonly string[];
    readonly isRetired?: boolean;
    readonly replacedBy?: string;
  }[];
};
const catalogue: Catalogue = json;

export const ATTACK_VERSION = catalogue.version;

export const TECHNIQUES: readonly Technique[] = catalogue.techniques.map((one) => ({
  id: one.id,
  name: one.name,
  tactics: one.tactics,
  mitigations: one.mitigations ?? [],
  isRetired: one.isRetired ?? false,
  ...(one.replacedBy === undefined ? {} : { replacedBy: one.replacedBy }),
}));

const byId = new Map(TECHNIQUES.map((one) => [one.id, one]));
const tacticNames = new Map(catalogue.tactics.map(({ id, name }) => [id, name]));
const mitigationNames = new Map(catalogue.mitigations.map(({ id, name }) => [id, name]));

export const techniqueOf = (id: string): Technique | undefined => byId.get(id);
export const tacticName = (id: string): string | undefined => tacticNames.get(id);
export const mitigationName = (id: string): string | undefined => mitigationNames.get(id);

/** The id by which ATT&CK calls a technique now; the same where nothing took its place, or where it is not known. */
export function currentTechnique(id: string): string {
  let now = id;
  // A successor may be retired, too. MITRE's chain ends; a broken catalogue must not hang us.
  for (let steps = 0; steps < 10; steps += 1) {
    const next = byId.get(now)?.replacedBy;
    if (next === undefined) return now;
    now = next;
  }
  return now;
}

/** "T1566.002 Phishing: Spearphishing Link", and of a retired one what took its place. An id that is not known stands alone. */
export function techniqueInWords(id: string): string {
  const known = byId.get(id);
  if (known === undefined) return id;
  const now = byId.get(currentTechnique(id)) ?? known;
  const named = `${id} ${known.name}`;
  const told = now.id === id ? named : `${named}, now ${now.id} ${now.name}`;
  return now.isRetired ? `${told}, retired` : told;
}
