import type { FieldSetting, FieldSource } from '../../domain/remediation/route-field.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { allowedValue, type FieldMetadata } from '../../jira/field-metadata.ts';
import { paragraph, text } from '../ticket-text.ts';
import { adfOf } from './adf-of.ts';

/** What the recommendation says, as far as its ticket may tell it. */
export type FieldFacts = Readonly<Partial<Record<FieldSource, string>>>;

/** Jira's limit for a text of one line. */
const LINE_LIMIT = 255;

/** Text field of several lines, which takes a document: https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
const isDocument = ({ schema }: FieldMetadata): boolean => schema.custom?.endsWith(':textarea') === true;

/** The words of a value, for people. @returns undefined when the recommendation says nothing of it */
export function valueInWords(setting: FieldSetting, facts: FieldFacts): string | undefined {
  if ('option' in setting) return setting.option;
  if ('options' in setting) return setting.options.join(', ');
  if ('number' in setting) return String(setting.number);
  if ('text' in setting) return setting.text;
  if ('user' in setting) return setting.user;
  if ('date' in setting) return setting.date;
  const said = facts[setting.from];
  if (said === undefined) return undefined;
  const { map = {} } = setting;
  return Object.hasOwn(map, said) ? map[said] : said;
}

/**
 * The value of a field as Jira takes it.
 *
 * @param field undefined where the screen is not known: then the setting alone says what it is
 * @returns undefined when there is none, or none that the field allows
 */
export function fieldValue(setting: FieldSetting, facts: FieldFacts, field: FieldMetadata | undefined): unknown {
  const words = valueInWords(setting, facts);
  if (words === undefined) return undefined;
  if ('options' in setting) return setting.options.map((one) => optionValue(one, field));
  if ('option' in setting) return asList(field, optionValue(words, field));
  if ('number' in setting) return setting.number;
  if ('user' in setting) return asList(field, { accountId: words });
  return field === undefined ? words : valueOfKind(words, field);
}

/** A text, in the shape that the field has: taken from the recommendation, it may be meant for an option or a number. */
function valueOfKind(words: string, field: FieldMetadata): unknown {
  const { type, items } = field.schema;
  const kind = type === 'array' ? items : type;
  if (kind === 'option') return asList(field, optionValue(words, field));
  if (kind === 'number') return Number.isFinite(Number(words)) ? Number(words) : undefined;
  if (kind === 'user') return asList(field, { accountId: words });
  if (isDocument(field))
    return adfOf(
      words
        .split(/\n+/)
        .filter(isSomething)
        .map((line) => paragraph(text(line))),
    );
  const line = shortened(words.replace(/\s*\n\s*/g, ' '), LINE_LIMIT);
  return type === 'array' ? [line] : line;
}

const isSomething = (line: string): boolean => line.trim() !== '';

const asList = (field: FieldMetadata | undefined, value: unknown): unknown =>
  field?.schema.type === 'array' ? [value] : value;

/** By its id where the screen tells it, since people rename options. */
function optionValue(idOrName: string, field: FieldMetadata | undefined): unknown {
  const found = field?.allowedValues === undefined ? undefined : allowedValue(field.allowedValues, idOrName);
  if (found !== undefined) return { id: found.id };
  return /^\d+$/.test(idOrName) ? { id: idOrName } : { value: idOrName };
}
