import * as z from 'zod';
import type { ObjectShape, Shape } from '../console/forms/shape.ts';
import { openApi } from '../shared/api/description/open-api.ts';
import { PART_SHAPES } from '../shared/api/routes/part-shapes.ts';
import { ROUTES } from '../shared/api/routes.ts';
import { SECTION_NAMES } from '../shared/domain/record/content/sections.ts';
import { labelOf } from './label-of.ts';

/** Operations whose bodies a person fills in, by the name of their shape. */
export const FORM_OPERATIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SECTION_NAMES.map((name) => [name, `writeSection_${name}`])),
  timeline: 'addTimelineEntry',
  ...Object.fromEntries(PART_SHAPES.map(({ plural, name }) => [plural, `add${name}`])),
  ...Object.fromEntries(
    [
      'openRecord',
      'classifyRecord',
      'waiveRecord',
      'mergeRecord',
      'approveRecord',
      'returnRecord',
      'declineRecommendation',
      'acceptRecommendationRisk',
      'putLessonInPlace',
      'refuseLesson',
      'reopenLesson',
      'reportNotificationSent',
      'reportMeasureRemoved',
      'extendMeasure',
      'attestFix',
      'acceptRisk',
      'cancelRemediation',
      'changeExistingWork',
      'announceEvidence',
      'openEvidence',
      'dismissHints',
      'reopenHints',
      'makeReport',
    ].map((name) => [name, name]),
  ),
};

/** The shapes of the console's forms, as a file: a line for each, so that a change shows where it is. */
export function formShapes(): string {
  const description = openApi(ROUTES);
  const named = z.record(z.string(), Schema).parse(description.components.schemas);
  const bodies = new Map(
    Object.values(description.paths)
      .flatMap((path) => Object.values(path))
      .map((one) => Operation.parse(one))
      .map(({ operationId, requestBody }) => [operationId, requestBody?.content['application/json'].schema]),
  );
  const lines = Object.entries(FORM_OPERATIONS).map(([name, operationId]) => {
    const body = bodies.get(operationId);
    if (body === undefined) throw new Error(`${operationId} has no body to make a form of.`);
    return `${JSON.stringify(name)}:${JSON.stringify(shapeIn(whole(body, named), named))}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

type Named = Readonly<Record<string, Schema>>;

/** As much of JSON Schema as the bodies of the API are written in. */
const Schema = z.object({
  $ref: z.string().optional(),
  type: z.string().optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  pattern: z.string().optional(),
  readOnly: z.boolean().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
  get items() {
    return Schema.optional();
  },
  get anyOf() {
    return z.array(Schema).optional();
  },
  get oneOf() {
    return z.array(Schema).optional();
  },
});
type Schema = z.output<typeof Schema>;

const Operation = z.object({
  operationId: z.string(),
  requestBody: z.object({ content: z.object({ 'application/json': z.object({ schema: Schema }) }) }).optional(),
});

/** With what it refers to in the place of the reference. Its own words win: they say what it is for here. */
function whole(schema: Schema, named: Named): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...own } = schema;
  const found = named[$ref.replace('#/components/schemas/', '')];
  if (found === undefined) throw new Error(`${$ref} is not in the description of the API.`);
  const { description, ...rest } = whole(found, named);
  // What is said of all lines alike helps nobody to fill one in.
  const help = description === undefined || found.type === 'string' ? {} : { description };
  return { ...rest, ...help, ...own };
}

function shapeIn(schema: Schema, named: Named): Shape {
  const { oneOf, anyOf, items, properties } = schema;
  const help = schema.description === undefined ? {} : { help: schema.description };
  if (oneOf !== undefined) return { kind: 'variant', ...help, ...byDiscriminator(oneOf, named) };
  if (anyOf !== undefined) return { kind: 'variant', ...help, variants: byType(anyOf, named) };
  if (properties !== undefined) return { kind: 'object', ...help, fields: fieldsOf(schema, named) };
  if (schema.enum !== undefined) return { kind: 'choice', ...help, options: schema.enum.map(String) };
  switch (schema.type) {
    case 'boolean':
      return { kind: 'flag', ...help, ...(schema.const === true ? { only: true } : {}) };
    case 'number':
    case 'integer':
      return { kind: schema.type, ...help, ...bounds(schema) };
    case 'array':
      if (items === undefined) throw new Error('A list says what is in it.');
      return {
        kind: 'list',
        ...help,
        of: shapeIn(whole(items, named), named),
        ...(items.properties?.id?.pattern === TECHNIQUE_ID ? { from: 'techniques' } : {}),
        ...(schema.minItems === undefined ? {} : { min: schema.minItems }),
        ...(schema.maxItems === undefined ? {} : { max: schema.maxItems }),
      };
    case 'string':
      return { ...textual(schema), ...help };
    default:
      throw new Error(`There is no field for ${JSON.stringify(schema)}.`);
  }
}

function textual(schema: Schema): Shape {
  const { format, pattern, minLength, maxLength } = schema;
  if (format === 'date' || format === 'date-time') return { kind: format };
  return {
    kind: isLong(schema) ? 'long' : 'text',
    ...(format === 'email' || format === 'uri' ? { format } : {}),
    ...(minLength === undefined ? {} : { min: minLength }),
    ...(maxLength === undefined ? {} : { max: maxLength }),
    // Longer ones hold invisible characters off, of which no message could tell a person anything.
    ...(pattern === undefined || pattern.length > LONGEST_PATTERN ? {} : { pattern }),
  };
}
const LONGEST_PATTERN = 60;

/** More than a line is asked for: a `Line` of the API, or an address, is wanted whole and has up to 2,000 characters. */
const isLong = ({ minLength = 0, maxLength = 0 }: Schema): boolean =>
  maxLength > 2_000 || (maxLength > 300 && minLength > 1);

function bounds({ minimum, exclusiveMinimum, maximum }: Schema): { min?: number; max?: number } {
  const min = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  return {
    ...(min === undefined ? {} : { min }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { max: maximum }),
  };
}

/** Of ATT&CK, as the description of the API has it. */
const TECHNIQUE_ID = '^T\\d{4}(\\.\\d{3})?$';

/** Without what is sent back only as it was read, and without `except`, which another field has said. */
function fieldsOf({ properties = {}, required = [] }: Schema, named: Named, except?: string): ObjectShape['fields'] {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name, { readOnly }]) => readOnly !== true && name !== except)
      .map(([name, schema]) => [
        name,
        {
          ...fromKnown(name, shapeIn(whole(schema, named), named)),
          label: labelOf(name),
          ...(required.includes(name) ? { required: true } : {}),
        },
      ]),
  );
}

/** Names that the configuration knows: the form offers them, and the API decides. */
function fromKnown(name: string, shape: Shape): Shape {
  if (name === 'ownerTeam' && shape.kind === 'text') return { ...shape, from: 'teams' };
  if (name === 'category' && shape.kind === 'text') return { ...shape, from: 'categories' };
  return name === 'sources' && shape.kind === 'list' ? { ...shape, from: 'sources' } : shape;
}

function byDiscriminator(
  schemas: readonly Schema[],
  named: Named,
): { by: string; choose: { label: string; help?: string }; variants: Record<string, Shape> } {
  const all = schemas.map((one) => whole(one, named));
  const [by, told] =
    Object.entries(all[0]?.properties ?? {}).find(([, { const: value }]) => typeof value === 'string') ?? [];
  if (by === undefined) throw new Error('What is one of several objects has a field that says which.');
  return {
    by,
    choose: { label: labelOf(by), ...(told?.description === undefined ? {} : { help: told.description }) },
    variants: Object.fromEntries(
      all.map((one) => [String(one.properties?.[by]?.const), { kind: 'object', fields: fieldsOf(one, named, by) }]),
    ),
  };
}

/** By words for what each takes. */
function byType(schemas: readonly Schema[], named: Named): Record<string, Shape> {
  const shapes = schemas.map((one) => shapeIn(whole(one, named), named));
  return Object.fromEntries(shapes.map((one) => [typeInWords(one), one]));
}

function typeInWords(shape: Shape): string {
  switch (shape.kind) {
    case 'choice':
      return shape.options.join(' or ');
    case 'number':
    case 'integer':
      return 'a number';
    case 'object':
      return 'with details';
    default:
      return 'in words';
  }
}
