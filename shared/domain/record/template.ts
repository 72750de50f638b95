import * as z from 'zod';
import { LastingDuration } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { RecordKind } from './post-mortem.ts';

/** Requirements that a template may ask for. Each is one check of `completeness.ts`. */
export const REQUIREMENTS = [
  'objectives',
  'team',
  'summary',
  'impact',
  'impact ratings',
  'attack',
  'techniques',
  'timeline',
  'detection',
  'false positive',
  'response',
  'containment, eradication and recovery',
  'procedures',
  'observations',
  'analysis',
  'root causes',
  'contributing factors',
  'evidence',
  'notifications',
  'recommendations',
  'lessons',
] as const;
export const Requirement = z.enum(REQUIREMENTS);
export type Requirement = z.infer<typeof Requirement>;

/** Requirements of a team for some of its records. The first template of the list that applies is taken. */
export const Template = z.strictObject({
  name: z.string().min(1).max(100),
  /** Records that the template is for. A field that is left out matches all. */
  appliesTo: z
    .strictObject({
      kinds: z.array(RecordKind).min(1).optional(),
      categories: z.array(z.string().min(1)).min(1).optional(),
      severities: z.array(Severity).min(1).optional(),
    })
    .prefault({}),
  requires: z.array(Requirement).min(1),
  /** Instead of `postMortem.dueWithin`. */
  dueWithin: LastingDuration.optional(),
  /** Number of people who have to approve, none of whom wrote in it. */
  approvers: z.int().min(1).max(3).prefault(1),
});
export type Template = z.infer<typeof Template>;

export const FALSE_POSITIVE: Template = Template.parse({
  name: 'false positive',
  appliesTo: { kinds: ['false positive'] },
  requires: ['summary', 'false positive'],
});

export type Classification = { kind: RecordKind; category?: string | undefined; severity: Severity };

/** Asks for what no team does without; for records that no template of the config applies to. */
const OTHERWISE: Template = Template.parse({
  name: 'any record',
  requires: ['summary', 'impact', 'detection', 'response', 'root causes', 'recommendations'],
});

/**
 * The first that applies. A template for every kind was made for incidents: a false positive, of which nothing happened, has it only where it
 * names the kind.
 */
export function templateFor(record: Classification, templates: readonly Template[]): Template {
  const found = templates.find(({ appliesTo }) => matches(record, appliesTo));
  if (record.kind === 'false positive' && found?.appliesTo.kinds === undefined) return FALSE_POSITIVE;
  return found ?? OTHERWISE;
}

function matches(
  { kind, category, severity }: Classification,
  { kinds, categories, severities }: Template['appliesTo'],
): boolean {
  const isKind = kinds === undefined || kinds.includes(kind);
  const isCategory = categories === undefined || (category !== undefined && categories.includes(category));
  return isKind && isCategory && (severities === undefined || severities.includes(severity));
}
