import * as fc from 'fast-check';
import * as z from 'zod';

/** Part of JSON Schema that the description of the API uses. */
export const JsonSchemaSubset = z.looseObject({
  $ref: z.string().optional(),
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  allOf: z.array(z.object({ pattern: z.string() })).optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});

/** Long enough to be something, short enough for many runs. */
const LENGTH_LIMIT = 60;
const ITEMS_LIMIT = 3;

/** Values of a schema. @param definition of a `$ref` */
export function valuesOf(raw: unknown, definition: (ref: string) => unknown): fc.Arbitrary<unknown> {
  const schema = JsonSchemaSubset.parse(raw);
  const of = (one: unknown) => valuesOf(one, definition);
  if (schema.$ref !== undefined) return of(definition(schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return fc.oneof(...options.map(of));
  switch (schema.type) {
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer(bounds(schema));
    case 'number':
      return fc.double({ ...bounds(schema), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const { minItems = 0, maxItems = ITEMS_LIMIT } = schema;
      return fc.array(of(schema.items), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, ITEMS_LIMIT)),
      });
    }
    case 'object': {
      const { properties = {}, required = [] } = schema;
      const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, of(one)]));
      return fc.record(fields, { requiredKeys: required });
    }
    default:
      return fc.jsonValue();
  }
}

const bounds = ({ minimum, exclusiveMinimum, maximum }: z.infer<typeof JsonSchemaSubset>) => ({
  min: minimum ?? (exclusiveMinimum === undefined ? -1_000 : exclusiveMinimum + 1),
  max: Math.min(maximum ?? 1_000_000, 1_000_000),
});

function texts({
  format,
  pattern,
  allOf = [],
  minLength,
  maxLength,
}: z.infer<typeof JsonSchemaSubset>): fc.Arbitrary<string> {
  if (format === 'date-time')
    return fc
      .date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
  if (format === 'email') return fc.emailAddress();
  if (format === 'uri') return fc.webUrl();
  const patterns = [...(pattern === undefined ? [] : [pattern]), ...allOf.map((one) => one.pattern)];
  // What has a pattern and no length is a name, a date or a duration.
  if (patterns.length > 0 && minLength === undefined) return fc.oneof(...patterns.map(matching), fc.constant('P7D'));
  return words(patterns, minLength, maxLength);
}

/** Text that a person may write: of a length, and perhaps of characters that can be read. */
function words(patterns: readonly string[], least = 0, most = LENGTH_LIMIT): fc.Arbitrary<string> {
  const size = { minLength: least, maxLength: Math.max(least, Math.min(most, LENGTH_LIMIT)) };
  const fits = (text: string): boolean =>
    text.length >= least && text.length <= most && patterns.every((one) => new RegExp(one, 'u').test(text));
  return fc.oneof(fc.string({ unit: 'grapheme', ...size }), ...patterns.map(matching)).filter(fits);
}

/** Not every pattern can be turned round; what cannot is text of any kind. */
function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return fc.string({ minLength: 5 });
  }
}

/** The same, with something about it that is not right, or may be not. */
export function wrongValuesOf(schema: unknown, definition: (ref: string) => unknown): fc.Arbitrary<unknown> {
  const right = valuesOf(schema, definition);
  const unreadable = fc.constantFrom(' '.repeat(40), '\u200b\u3164'.repeat(20), '\n\t'.repeat(20), 'half \ud83d of it');
  const changed = fc.tuple(right, fc.nat(), fc.oneof(fc.jsonValue(), unreadable)).map(([value, which, other]) => {
    if (value === null || typeof value !== 'object') return other;
    const names = Object.keys(value);
    return { ...value, [names[which % Math.max(1, names.length)] ?? 'colour']: other };
  });
  const less = fc.tuple(right, fc.nat()).map(([value, which]) => {
    const fields = Object.entries(Object(value));
    return Object.fromEntries(fields.filter((_, index) => index !== which % Math.max(1, fields.length)));
  });
  const more = right.map((value) => ({ ...Object(value), colour: 'red' }));
  return fc.oneof(changed, less, more, fc.jsonValue());
}
