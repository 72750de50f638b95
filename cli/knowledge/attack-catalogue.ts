import type { StixObject } from './stix.ts';

export type AttackCatalogue = {
  notice: string;
  version: string;
  tactics: { id: string; name: string }[];
  mitigations: { id: string; name: string }[];
  techniques: {
    id: string;
    name: string;
    tactics: string[];
    mitigations?: string[];
    isRetired?: true;
    replacedBy?: string;
  }[];
};

/** Each copy of ATT&CK says so: https://attack.mitre.org/resources/legal-and-branding/terms-of-use/ */
const NOTICE =
  '© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation. ' +
  'ATT&CK is a registered trademark of The MITRE Corporation. Licence: NOTICE';

const SOURCES = ['mitre-attack', 'mitre-mobile-attack', 'mitre-ics-attack'];

const attackId = ({ external_references: references }: StixObject): string | undefined =>
  references.find(({ source_name: source }) => SOURCES.includes(source))?.external_id;

const isGone = ({ revoked = false, x_mitre_deprecated: deprecated = false }: StixObject): boolean =>
  revoked || deprecated;

const inOrder = <T extends { id: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/**
 * The catalogue of releases that belong together: enterprise, mobile and ICS name their tactics alike, so each is read by itself.
 *
 * @param wantedVersion such as 18.1, where the release does not say it itself
 * @throws Error when it holds no technique, or nobody says of which version it is
 */
export function attackCatalogue(releases: readonly StixObject[][], wantedVersion?: string): AttackCatalogue {
  const version =
    wantedVersion ?? releases.flat().find(({ type }) => type === 'x-mitre-collection')?.x_mitre_version ?? undefined;
  if (version === undefined) throw new Error('the release does not say its version: name it with --attack-version');
  const techniques = releases.flatMap(techniquesOf);
  if (techniques.length === 0) throw new Error('the release holds no technique of ATT&CK');
  const objects = releases.flat();
  const mitigations = objects
    .filter((one) => one.type === 'course-of-action' && !isGone(one))
    .flatMap(idAndName)
    // Before 2019 each technique had a mitigation of its own, with the id of the technique.
    .filter(({ id }) => id.startsWith('M'));
  return {
    notice: NOTICE,
    version,
    tactics: inOrder(withoutRepeats(objects.filter(({ type }) => type === 'x-mitre-tactic').flatMap(idAndName))),
    mitigations: inOrder(withoutRepeats(mitigations)),
    techniques: inOrder(withoutRepeats(techniques)),
  };
}

function techniquesOf(objects: readonly StixObject[]): AttackCatalogue['techniques'] {
  const patterns = objects.filter(({ type }) => type === 'attack-pattern');
  const idOf = new Map(objects.flatMap((one) => withId(one)));
  const nameOf = new Map(patterns.flatMap((one) => (isGone(one) ? [] : named(one))));
  return patterns.flatMap((one) => {
    const id = attackId(one);
    if (id === undefined || one.name === undefined) return [];
    return [{ id, name: fullName(id, one, nameOf), ...relationsOf(objects, one, idOf) }];
  });
}

const withId = (one: StixObject): [string, string][] => {
  const id = attackId(one);
  return id === undefined ? [] : [[one.id, id]];
};

const named = (one: StixObject): [string, string][] => {
  const id = attackId(one);
  return id === undefined || one.name === undefined ? [] : [[id, one.name]];
};

const idAndName = (one: StixObject): { id: string; name: string }[] => named(one).map(([id, name]) => ({ id, name }));

/** As MITRE's pages say it: "Phishing: Spearphishing Link". */
function fullName(id: string, { name = '' }: StixObject, nameOf: ReadonlyMap<string, string>): string {
  const [parent = id] = id.split('.');
  const ofParent = parent === id ? undefined : nameOf.get(parent);
  return ofParent === undefined ? name : `${ofParent}: ${name}`;
}

function relationsOf(objects: readonly StixObject[], one: StixObject, idOf: ReadonlyMap<string, string>) {
  const tactics = tacticsOf(objects);
  const replacedBy = successors(objects).get(one.id);
  const mitigations = isGone(one) ? [] : (mitigationsOf(objects).get(one.id) ?? []);
  const replacement = replacedBy === undefined ? undefined : idOf.get(replacedBy);
  const known = mitigations.flatMap((id) => idOf.get(id) ?? []).filter((id) => id.startsWith('M'));
  return {
    tactics: one.kill_chain_phases.flatMap(({ phase_name: phase }) => tactics.get(phase) ?? []).toSorted(),
    ...(known.length === 0 ? {} : { mitigations: [...new Set(known)].toSorted() }),
    ...(isGone(one) ? { isRetired: true as const } : {}),
    ...(isGone(one) && replacement !== undefined && replacement !== attackId(one) ? { replacedBy: replacement } : {}),
  };
}

const tacticsOf = remembered(
  (objects) =>
    new Map(
      objects
        .filter(({ type }) => type === 'x-mitre-tactic')
        .flatMap((one): [string, string][] => {
          const id = attackId(one);
          return id === undefined || one.x_mitre_shortname === undefined ? [] : [[one.x_mitre_shortname, id]];
        }),
    ),
);

const successors = remembered(
  (objects) =>
    new Map(
      objects
        .filter(({ type, relationship_type: kind }) => type === 'relationship' && kind === 'revoked-by')
        .flatMap(({ source_ref: from, target_ref: to }): [string, string][] =>
          from === undefined || to === undefined ? [] : [[from, to]],
        ),
    ),
);

const mitigationsOf = remembered((objects) => {
  const found = new Map<string, string[]>();
  for (const one of objects) {
    const { type, relationship_type: kind, source_ref: mitigation, target_ref: technique } = one;
    if (type !== 'relationship' || kind !== 'mitigates' || isGone(one)) continue;
    if (mitigation === undefined || technique === undefined) continue;
    found.set(technique, [...(found.get(technique) ?? []), mitigation]);
  }
  return found;
});

/** An id that two objects have is that of the one which is not gone. */
function withoutRepeats<T extends { id: string; isRetired?: true }>(techniques: readonly T[]): T[] {
  const kept = new Map<string, T>();
  for (const one of techniques) {
    if (!kept.has(one.id) || one.isRetired !== true) kept.set(one.id, one);
  }
  return [...kept.values()];
}

/** Works out once what is asked for each technique. */
function remembered<T>(make: (objects: readonly StixObject[]) => T): (objects: readonly StixObject[]) => T {
  const made = new WeakMap<readonly StixObject[], { value: T }>();
  return (objects) => {
    const known = made.get(objects) ?? { value: make(objects) };
    made.set(objects, known);
    return known.value;
  };
}
