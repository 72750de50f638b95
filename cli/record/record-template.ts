import * as z from 'zod';
import type { RecordView } from '../../shared/api/routes/record-answer.ts';
import { SECTION_EXAMPLES } from '../../shared/api/routes/section-examples.ts';
import { SECTION_DRAFTS, SECTION_NAMES, SectionName } from '../../shared/domain/record/content/sections.ts';
import { TimelineEntryDraft } from '../../shared/domain/record/content/timeline.ts';
import { draftOf, isSettled, type ListsRead } from './plan-parts.ts';
import { Content, LISTS } from './record-file.ts';

const TIMELINE_EXAMPLE = {
  at: '2026-11-19T08:12:00.000Z',
  what: 'The first recipient opened the link',
  kind: 'attacker',
};

/** Names that a template can be asked for. `source` is what a file brought along: nobody writes it. */
export const TEMPLATE_NAMES: readonly string[] = [
  'category',
  ...SECTION_NAMES.filter((name) => name !== 'source'),
  'timeline',
  ...LISTS.map(({ list }) => list),
];

type Read = Pick<RecordView, 'sections' | 'etags' | 'completeness' | 'category'> & ListsRead;

/**
 * What there is to fill in: one section or list, or all that the record lacks for its submission. A section that is there comes as it
 * is, with its version, and so do the parts of a list that may still be changed, with their ids.
 */
export function recordTemplate(record: Read, only?: string): object {
  const lacking = record.completeness.missing.map(({ path }) => path.replace(/^sections\./, '').split('.')[0] ?? '');
  const wanted = TEMPLATE_NAMES.filter((name) => (only === undefined ? lacking.includes(name) : name === only));
  const sections = wanted.flatMap((name) => SectionName.safeParse(name).data ?? []);
  const lists = LISTS.filter(({ list }) => wanted.includes(list)).map((one) => {
    return { ...one, there: record[one.list].filter((part) => !isSettled(part)) };
  });
  const versions = { ...record.etags.sections, ...record.etags.parts };
  const etags = [...sections, ...lists.flatMap(({ there }) => there.map(({ id }) => id))].flatMap((name) => {
    const etag = versions[name];
    return etag === undefined ? [] : [[name, etag]];
  });
  return {
    ...(etags.length === 0 ? {} : { etags: Object.fromEntries(etags) }),
    ...(wanted.includes('category') ? { category: record.category ?? '<for example: phishing>' } : {}),
    ...(sections.length === 0
      ? {}
      : { sections: Object.fromEntries(sections.map((name) => [name, sectionToFillIn(record, name)])) }),
    ...(wanted.includes('timeline') ? { timeline: [toFillIn(schemaOf(TimelineEntryDraft), TIMELINE_EXAMPLE)] } : {}),
    ...Object.fromEntries(
      lists.map(({ list, shape, there }) => {
        const parts = there.map((part) => ({ ...(draftOf(shape, part) ?? part), id: part.id }));
        const isOneMoreAskedFor = record.completeness.missing.some(({ path }) => path === list);
        if (parts.length > 0 && !isOneMoreAskedFor) return [list, parts];
        // A recommendation answers a cause: the one that stands beside it.
        const answers =
          list === 'recommendations' && wanted.includes('rootCauses') ? { answers: ['rootCauses/0'] } : {};
        return [list, [...parts, { ...Content.parse(toFillIn(schemaOf(shape.request), shape.example)), ...answers }]];
      }),
    ),
  };
}

function sectionToFillIn({ sections }: Pick<RecordView, 'sections'>, name: SectionName): object {
  const example = Content.parse(toFillIn(schemaOf(SECTION_DRAFTS[name]), SECTION_EXAMPLES[name]));
  return sections[name] === undefined ? example : { ...example, ...sections[name] };
}

/** What is read of a JSON Schema. */
type Schema = {
  const?: unknown;
  enum?: unknown[] | undefined;
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
};
const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), Schema).optional(),
    items: Schema.optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
  }),
);

const schemaOf = (schema: z.ZodType): Schema =>
  Schema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

/** The example with a placeholder in each place that a person has to decide. */
function toFillIn(schema: Schema | undefined, example: unknown): unknown {
  const { enum: choices, properties, items } = branchOf(schema, example);
  if (Array.isArray(example)) return example.map((one) => toFillIn(items, one));
  if (typeof example === 'object' && example !== null) {
    return Object.fromEntries(Object.entries(example).map(([name, one]) => [name, toFillIn(properties?.[name], one)]));
  }
  if (isConstant(schema, example)) return example;
  if (choices !== undefined) return `<one of: ${choices.join(' | ')}>`;
  if (typeof example === 'boolean') return '<true or false>';
  return typeof example === 'number' ? `<a number, such as ${example}>` : `<for example: ${String(example)}>`;
}

const isConstant = (schema: Schema | undefined, example: unknown): boolean => schema?.const === example;

/** Of several shapes, the one that the example has: its constants are those of the example. */
function branchOf(schema: Schema | undefined, example: unknown): Schema {
  const branches = schema?.anyOf ?? schema?.oneOf;
  if (branches === undefined) return schema ?? {};
  const fields = Content.safeParse(example).data ?? {};
  const fits = ({ properties = {} }: Schema): boolean =>
    Object.entries(properties).every(
      ([name, { const: constant }]) => constant === undefined || constant === fields[name],
    );
  const isObject = Object.keys(fields).length > 0;
  return branches.find((one) => (one.properties !== undefined) === isObject && fits(one)) ?? {};
}
