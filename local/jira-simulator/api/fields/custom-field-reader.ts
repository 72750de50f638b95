import * as z from 'zod';
import type { CustomField } from '../../site/catalogue.ts';
import { type Json, jsonValueSchema } from '../../site/json.ts';
import type { FieldChoices } from './field-choices.ts';
import { type FieldReading, readUser } from './field-readers.ts';

const optionReference = z.object({ id: z.string().optional(), value: z.string().optional() });

/** Reads the value of a custom field by its type, and keeps it as answers show it. */
export function readCustomField(field: CustomField, value: unknown, choices: FieldChoices): FieldReading {
  if (value === null) return kept(field, null);
  switch (field.type ?? 'any') {
    case 'any': {
      const json = jsonValueSchema.safeParse(value);
      return json.success ? kept(field, json.data) : { problem: 'Operation value must be JSON' };
    }
    case 'string':
      return typeof value === 'string' ? kept(field, value) : { problem: 'Operation value must be a string' };
    case 'number':
      return typeof value === 'number' ? kept(field, value) : { problem: 'Operation value must be a number' };
    case 'option':
      return option(field, value);
    case 'user': {
      const user = readUser(value, choices);
      if (user === null || typeof user !== 'object') return { problem: 'The user does not exist.' };
      return kept(field, { accountId: user.accountId, displayName: user.displayName });
    }
  }
}

function option(field: CustomField, value: unknown): FieldReading {
  const wanted = optionReference.safeParse(value).data;
  if (wanted === undefined) return { problem: "Specify a valid 'id' or 'name' for the option" };
  const found = field.options?.find(({ id, value: words }) =>
    wanted.id === undefined ? words === wanted.value : id === wanted.id,
  );
  return found === undefined
    ? { problem: `Option id '${wanted.id ?? 'null'}' is not valid` }
    : kept(field, { id: found.id, value: found.value });
}

function kept({ id }: CustomField, value: Json): FieldReading {
  return { edit: { customFields: { [id]: value } } };
}
