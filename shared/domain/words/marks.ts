import type * as z from 'zod';

/*
 * Marks of what a restricted record may tell. It is an allow list, here and in the schemas: literals, enumerations, numbers,
 * booleans, and texts that are marked as identifiers. Every other text is words, also one of a field that is added tomorrow.
 */

const identifiers = new WeakMap<z.ZodType, { form: RegExp | undefined }>();
const instructions = new WeakSet<z.ZodType>();

/**
 * Marks a text as an id, a time, a duration or a hash: it names a thing and says nothing about it.
 *
 * The mark belongs to this very schema: `identifier(z.string()).max(9)` is a new one, and words again.
 *
 * @param form for ids that others gave: only a text of this form counts as an id, since people can name things as they like
 */
export function identifier<Schema extends z.ZodType<string>>(schema: Schema, form?: RegExp): Schema {
  identifiers.set(schema, { form });
  return schema;
}

/**
 * Marks words that an approver sends into the ticket: what to do, when it is good, how it is checked. Of a restricted record they
 * are told there when `remediation.restrictedTickets` says so, and nowhere else.
 */
export function instruction<Schema extends z.ZodType<string>>(schema: Schema): Schema {
  instructions.add(schema);
  return schema;
}

export function isIdentifier(schema: z.ZodType, text: string): boolean {
  const mark = identifiers.get(schema);
  return mark !== undefined && (mark.form === undefined || mark.form.test(text));
}

export const isInstruction = (schema: z.ZodType): boolean => instructions.has(schema);

/** Ids as ticketing systems count them: a number. Ours, and random ones, are ULIDs and UUIDs, of ServiceNow without dashes. */
export const COUNTED_OR_RANDOM_ID =
  /^(\d{1,20}|[0-9a-f]{32}|[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/**
 * Keys as people say them: a queue and a number (SEC-12, INC0010023), or the end of one of our ids (PM-7ZQ0XK3M). A system
 * that lets people choose the key may put words into it.
 */
export const TICKET_KEY = /^([A-Z][A-Z0-9_]{1,9}-?\d{1,18}|PM-[0-9A-HJKMNP-TV-Z]{8})$/;

/** Ids of accounts as Atlassian gives them: 712020:5b10ac8d. */
export const ACCOUNT_ID = /^[\w:-]{1,128}$/;

/** A key for logs, which know nothing of the mark of its record: people of some systems choose keys, and put words into them. */
export const keyForLogs = (key: string): string => (TICKET_KEY.test(key) ? key : 'a key that people chose');
