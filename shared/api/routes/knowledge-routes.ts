import * as z from 'zod';
import {
  ATTACK_VERSION,
  currentTechnique,
  TECHNIQUES,
  type Technique,
  tacticName,
  techniqueOf,
} from '../../domain/knowledge/attack.ts';
import { countermeasuresFor, D3FEND_VERSION } from '../../domain/knowledge/countermeasures.ts';
import { TechniqueId } from '../../domain/record/content/attack.ts';
import { NotFound } from '../../store/errors.ts';
import { cursorFor, NEXT, PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';

export const Named = z.object({ id: z.string(), name: z.string() });

const TechniqueLine = Named.extend({
  id: TechniqueId,
  name: z.string().describe('Of a sub-technique with its technique before it, as on the pages of MITRE'),
  tactics: z.array(Named).describe('What it serves: TA0001 Initial Access'),
  isRetired: z.boolean().describe('MITRE took it back'),
  replacedBy: TechniqueId.optional().describe('What took its place; it follows its successors to the last'),
});

export const ATTACK = z.string().describe('The version of ATT&CK that this installation knows, such as 18.1');

export const TechniquePage = z.object({
  techniques: z.array(TechniqueLine).describe('In the order of their ids'),
  attackVersion: ATTACK,
  next: NEXT,
});

export const D3FEND = z.string().describe('The version of D3FEND that this installation knows, such as 1.2.0');

export const ABOUT_COUNTERMEASURES =
  `Suggestions. ATT&CK ${ATTACK_VERSION} names the mitigations for the technique; that D3FEND ${D3FEND_VERSION} relates defensive techniques to the ` +
  'mitigation is inferred, and of a version of ATT&CK of its own: whether they help here is for you to say.';

export const KnownTechnique = TechniqueLine.extend({
  replacedBy: Named.extend({ id: TechniqueId }).optional().describe('What took its place'),
  attackVersion: ATTACK,
  d3fendVersion: D3FEND,
  countermeasures: z
    .array(
      z.object({
        mitigation: z.string().describe('Mitigation of ATT&CK, such as M1032'),
        name: z.string().describe('Its name'),
        d3fend: z.array(Named).describe('Defensive techniques that D3FEND relates to the mitigation: D3-MFA'),
      }),
    )
    .describe('What MITRE names against it, or against what took its place'),
  about: z.string().describe('How sure the countermeasures are, in words to show beside them'),
});
export type KnownTechnique = z.infer<typeof KnownTechnique>;

const Place = z.object({ id: TechniqueId });

/** ATT&CK and D3FEND, for pickers and for whoever looks an id up. They say nothing of any record. */
export const knowledgeRoutes: Route[] = [
  route({
    operationId: 'findTechniques',
    method: 'GET',
    path: '/knowledge/techniques',
    tag: 'Knowledge',
    summary: 'Techniques of ATT&CK by their id or by words of their name, those that are retired, too',
    action: 'read records',
    isForEverybody: true,
    ifMatch: 'none',
    params: {},
    query: {
      ...PAGE_QUERY,
      q: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .describe('The beginning of an id, or words, all of which the name has; without it, all techniques'),
    },
    body: NO_BODY,
    answer: { status: 200, means: 'A page of techniques', schema: TechniquePage },
    async handle({ query: { q = '', cursor, limit } }) {
      const after = positionIn({ q }, cursor, Place)?.id ?? '';
      const found = TECHNIQUES.filter((one) => one.id > after && isFoundBy(one, q));
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const next = found.length > limit && last !== undefined ? { next: cursorFor({ q }, { id: last.id }) } : {};
      return { body: { techniques: shown.map(lineOf), attackVersion: ATTACK_VERSION, ...next } };
    },
  }),
  route({
    operationId: 'readTechnique',
    method: 'GET',
    path: '/knowledge/techniques/{technique}',
    tag: 'Knowledge',
    summary: 'A technique of ATT&CK, and what MITRE names against it, as suggestions',
    action: 'read records',
    isForEverybody: true,
    ifMatch: 'none',
    params: { technique: TechniqueId.describe('Its id, such as T1566.002') },
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The technique', schema: KnownTechnique },
    async handle({ params: { technique: id } }) {
      const technique = techniqueOf(id);
      if (technique === undefined) throw new NotFound(`technique ${id} of ATT&CK ${ATTACK_VERSION}`);
      const now = techniqueOf(currentTechnique(id)) ?? technique;
      const { replacedBy: _, ...line } = lineOf(technique);
      const body: KnownTechnique = {
        ...line,
        ...(now.id === id ? {} : { replacedBy: { id: now.id, name: now.name } }),
        attackVersion: ATTACK_VERSION,
        d3fendVersion: D3FEND_VERSION,
        countermeasures: countermeasuresFor(now).map(({ d3fend, ...one }) => ({ ...one, d3fend: [...d3fend] })),
        about: ABOUT_COUNTERMEASURES,
      };
      return { body };
    },
  }),
];

function lineOf({ id, name, tactics, isRetired }: Technique): z.infer<typeof TechniqueLine> {
  const now = currentTechnique(id);
  return {
    id,
    name,
    tactics: tactics.map((tactic) => ({ id: tactic, name: tacticName(tactic) ?? tactic })),
    isRetired,
    ...(now === id ? {} : { replacedBy: now }),
  };
}

function isFoundBy({ id, name }: Technique, q: string): boolean {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const known = name.toLowerCase();
  return words.every((word) => id.toLowerCase().startsWith(word) || known.includes(word));
}
