import * as z from 'zod';
import type { JsonSchema } from '../json-schema.ts';
import { PARAMETERS } from './parameters.ts';
import { RECORD_FIELDS } from './record-fields.ts';
import { REMEDIATION_FIELDS } from './remediation-fields.ts';
import { REPORT_FIELDS } from './report-fields.ts';
import { SHARED_FIELDS } from './shared-fields.ts';

/**
 * What fields are for, by the end of their path: `ticket.key` is that of every ticket, `RemediationTicket.key` that of one
 * schema. The longest end that is known counts. Paths begin with the name of a schema or an operation.
 *
 * It stands here, and not in `describe` of the schemas of the domain: a described schema is a copy, which loses the marks that say what
 * a restricted record may tell, and every function would load words that this API alone serves.
 */
export const FIELDS: Readonly<Record<string, string>> = {
  ...SHARED_FIELDS,
  ...RECORD_FIELDS,
  ...REMEDIATION_FIELDS,
  ...REPORT_FIELDS,
};

/** Adds to each field of a schema what it is for, where the schema says nothing itself. @param path of the schema, from its name */
export function describeFields(schema: JsonSchema, path: readonly string[]): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (VALUES.has(keyword)) return [keyword, value];
      return [keyword, keyword === 'properties' ? describedProperties(value, path) : describedWithin(value, path)];
    }),
  );
}

/** Keywords with values of the API in them, and no schemas. */
const VALUES = new Set(['default', 'const', 'enum', 'example', 'examples']);

function describedProperties(properties: unknown, path: readonly string[]): JsonSchema {
  return Object.fromEntries(
    Object.entries(Shape.parse(properties)).map(([name, schema]) => {
      const place = [...path, name];
      const words = fieldDescription(place);
      return [name, { ...(words === undefined ? {} : { description: words }), ...describeFields(schema, place) }];
    }),
  );
}

function describedWithin(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => describedWithin(one, path));
  const schema = Schema.safeParse(value);
  return schema.success ? describeFields(schema.data, path) : value;
}

/** What is known of a field by the longest end of its path. */
function fieldDescription(path: readonly string[]): string | undefined {
  const ends = path.map((_, index) => path.slice(index).join('.'));
  return ends.map((end) => FIELDS[end]).find((words) => words !== undefined);
}

/** The description of a schema that has a name. What one sends is described as what one gets. */
export function describeNamed(name: string, schema: JsonSchema): JsonSchema {
  const base = name.replace(/Draft$/, '');
  const words = FIELDS[name] ?? FIELDS[base];
  return { ...(words === undefined ? {} : { description: words }), ...describeFields(schema, [base]) };
}

/** What a parameter is for, where its schema says nothing itself. */
export const parameterDescription = (operationId: string, name: string): string | undefined =>
  WORDS[`${operationId}.${name}`] ?? WORDS[name];

const WORDS: Readonly<Record<string, string>> = PARAMETERS;
const Schema = z.record(z.string(), z.unknown());
const Shape = z.record(z.string(), Schema);
