import * as z from 'zod';

export type D3fendCatalogue = {
  notice: string;
  version: string;
  techniques: { id: string; name: string }[];
  ofMitigations: { mitigation: string; techniques: string[] }[];
};

const NOTICE = 'D3FEND, © 2022 The MITRE Corporation, under the MIT licence: NOTICE';

const many = <T extends z.ZodType>(one: T) => z.union([z.array(one), one.transform((value) => [value])]).optional();
const Reference = z.looseObject({ '@id': z.string() });

const ONTOLOGY = 'http://d3fend.mitre.org/ontologies/d3fend.owl';

/** What we read of a node of `d3fend.json`, the ontology in JSON-LD. */
const Node = z.looseObject({
  '@id': z.string(),
  'd3f:d3fend-id': z.unknown().optional(),
  'rdfs:label': z.unknown().optional(),
  'owl:versionInfo': z.unknown().optional(),
  'd3f:related': many(Reference),
});
const Ontology = z.looseObject({ '@graph': z.array(Node).min(1) });

/** Its other ids are of analytics and of the parts of its own model. */
const DEFENCE = /^D3-/;
const MITIGATION = /^d3f:(M\d{4})$/;
const firstText = (value: unknown): string | undefined => [value].flat().find((one) => typeof one === 'string');
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The catalogue of a release of D3FEND: its defensive techniques, and which of them it relates to mitigations of ATT&CK.
 *
 * @param document `d3fend.json` of the release
 * @param wantedVersion such as 1.2.0, where the release does not say it itself
 * @throws Error when it is something else, or nobody says of which version it is
 */
export function d3fendCatalogue(document: unknown, wantedVersion?: string): D3fendCatalogue {
  const parsed = Ontology.safeParse(document);
  if (!parsed.success) throw new Error('it is not d3fend.json of a release: it has no @graph of JSON-LD');
  const nodes = parsed.data['@graph'];
  const version = wantedVersion ?? firstText(nodes.find((node) => node['@id'] === ONTOLOGY)?.['owl:versionInfo']);
  if (version === undefined) throw new Error('the release does not say its version: name it with --d3fend-version');
  const idOf = new Map(
    nodes.flatMap((node): [string, string][] => {
      const id = firstText(node['d3f:d3fend-id']);
      return id === undefined || !DEFENCE.test(id) ? [] : [[node['@id'], id]];
    }),
  );
  const techniques = nodes.flatMap((node) => {
    const [id, name] = [idOf.get(node['@id']), firstText(node['rdfs:label'])];
    return id === undefined || name === undefined ? [] : [{ id, name }];
  });
  if (techniques.length === 0) throw new Error('it is not d3fend.json of a release: it names no defensive technique');
  const ofMitigations = nodes.flatMap((node) => {
    const mitigation = MITIGATION.exec(node['@id'])?.[1];
    const known = (node['d3f:related'] ?? []).flatMap((one) => idOf.get(one['@id']) ?? []);
    return mitigation === undefined || known.length === 0
      ? []
      : [{ mitigation, techniques: [...new Set(known)].toSorted(inOrder) }];
  });
  return {
    notice: NOTICE,
    version,
    techniques: techniques.toSorted((a, b) => inOrder(a.id, b.id)),
    ofMitigations: ofMitigations.toSorted((a, b) => inOrder(a.mitigation, b.mitigation)),
  };
}
