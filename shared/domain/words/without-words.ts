import * as z from 'zod';
import { isIdentifier, isInstruction } from './marks.ts';

/** In the place of what somebody wrote in a restricted record. Long enough for every field that wants a sentence. */
export const WITHHELD = 'withheld: the record is restricted';

/** For fields that take a single word. */
const WITHHELD_WORD = 'withheld';

/** Leads nowhere, for ever: https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
export const WITHHELD_URL = 'https://withheld.invalid/';

/** Stands for a value of which nothing may be told and that nothing can stand for: it is left out. */
const NOTHING = Symbol('nothing');

/** `ticket`: the ticket of a remediation, where the words of its instruction are told. */
export type Audience = 'everybody' | 'ticket';

/**
 * Copies a value in its shape, without a word of what people wrote: what is left says that something happened, to
 * which record, when and by whom. https://www.first.org/tlp/
 *
 * It follows the schema, and keeps what is in its allow list: literals, enumerations, numbers, booleans, and identifiers (see
 * `marks.ts`). Optional words are left out, a list of words is empty, required words have a sentence in their place.
 */
export function withoutWords<Schema extends z.ZodType>(
  schema: Schema,
  value: z.output<Schema>,
  audience: Audience = 'everybody',
): z.output<Schema> {
  // The shape is the schema's: each branch below gives back what its part of the schema describes.
  return z.custom<z.output<Schema>>().parse(told(schema, value, audience));
}

function told(schema: z.ZodType, value: unknown, audience: Audience): unknown {
  if (typeof value === 'string') return toldText(schema, value, audience);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    return isWhatever(schema) ? NOTHING : value;
  }
  const shape = unwrapped(schema);
  if (shape instanceof z.ZodObject && isObject(value)) return toldObject(shape, value, audience);
  if (shape instanceof z.ZodArray && Array.isArray(value)) return toldArray(shape, value, audience);
  if (shape instanceof z.ZodRecord && isObject(value)) return toldRecord(shape, value, audience);
  if (shape instanceof z.ZodUnion) {
    const option = optionOf(shape, value);
    return option === undefined ? NOTHING : told(option, value, audience);
  }
  return NOTHING;
}

function toldText(schema: z.ZodType, text: string, audience: Audience): unknown {
  if (mayTell(schema, text, audience)) return text;
  if (isLeftOut(schema)) return NOTHING;
  const shape = unwrapped(schema);
  const standIns = /^https?:/.test(text)
    ? [WITHHELD_URL, WITHHELD, WITHHELD_WORD]
    : [WITHHELD, WITHHELD_WORD, WITHHELD_URL];
  return standIns.find((one) => shape.safeParse(one).success) ?? NOTHING;
}

function mayTell(schema: z.ZodType, text: string, audience: Audience): boolean {
  if (isIdentifier(schema, text) || (audience === 'ticket' && isInstruction(schema))) return true;
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return schema.safeParse(text).success;
  if (schema instanceof z.ZodUnion) {
    const option = optionOf(schema, text);
    return option !== undefined && mayTell(option, text, audience);
  }
  const inner = innerOf(schema);
  return inner !== undefined && mayTell(inner, text, audience);
}

/** Fields that the schema does not name are not looked at, and so do not get on. */
function toldObject(schema: z.ZodObject, value: Record<string, unknown>, audience: Audience): unknown {
  const fields = Object.entries(schema.shape).flatMap(([name, inner]) => {
    const field = value[name] === undefined ? NOTHING : told(typeOf(inner), value[name], audience);
    return field === NOTHING ? [] : [[name, field]];
  });
  return Object.fromEntries(fields);
}

function toldArray(schema: z.ZodArray, values: readonly unknown[], audience: Audience): unknown {
  const element = typeOf(schema.element);
  const isOfWords = values.every((value) => typeof value === 'string' && !mayTell(element, value, audience));
  if (isOfWords && schema.safeParse([]).success) return [];
  return values.map((value) => told(element, value, audience)).filter((value) => value !== NOTHING);
}

/** Names that are none of an enumeration are words as well. */
function toldRecord(schema: z.ZodRecord, value: Record<string, unknown>, audience: Audience): unknown {
  const [name, inner] = [typeOf(schema.keyType), typeOf(schema.valueType)];
  const fields = Object.entries(value)
    .filter(([key]) => mayTell(name, key, audience))
    .map(([key, one]) => [key, told(inner, one, audience)])
    .filter(([, one]) => one !== NOTHING);
  return Object.fromEntries(fields);
}

const optionOf = (union: z.ZodUnion, value: unknown): z.ZodType | undefined =>
  union.options.map(typeOf).find((option) => option.safeParse(value).success);

/** The schema within one that only says whether it must be there, or how it is read. */
function innerOf(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return typeOf(schema.unwrap());
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault) return typeOf(schema.unwrap());
  if (schema instanceof z.ZodReadonly) return typeOf(schema.unwrap());
  return undefined;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const inner = innerOf(schema);
  return inner === undefined ? schema : unwrapped(inner);
}

const isLeftOut = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

const isWhatever = (schema: z.ZodType): boolean =>
  unwrapped(schema) instanceof z.ZodUnknown || unwrapped(schema) instanceof z.ZodAny;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Zod types the parts of a schema by its core, which every schema of ours is a `ZodType` of. */
const typeOf = (schema: z.core.$ZodType): z.ZodType => z.custom<z.ZodType>().parse(schema);
