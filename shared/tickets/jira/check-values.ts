import type { FieldSetting, FieldSource } from '../../domain/remediation/route-field.ts';
import type { FoundProblem } from '../../domain/words/look.ts';
import type { Severity } from '../../domain/words/severity.ts';
import { allowedValue, type FieldMetadata } from '../../jira/field-metadata.ts';
import { choicesOf, nameOf } from './refused-creation.ts';

/** A field of a screen, and the line of the configuration that fills it. */
type Filled = { readonly id: string; readonly field: FieldMetadata; readonly line: string };

/**
 * What of a setting its field does not take, so that Jira would refuse the request, or the field would stay empty.
 *
 * @param severities of the fixes that it is for
 */
export function valueProblems(setting: FieldSetting, filled: Filled, severities: readonly Severity[]): FoundProblem[] {
  const { field, line } = filled;
  const kind = field.schema.type === 'array' ? field.schema.items : field.schema.type;
  const given = givenKind(setting);
  const isChosen = field.allowedValues !== undefined;
  if (given !== undefined && isPlain(kind) && kind !== given && !(given === 'option' && isChosen))
    return [wrongKind(filled, `${PLAIN[kind]}, and no ${given}`)];
  if (isText(setting) && (kind === 'number' || kind === 'option'))
    return [wrongKind(filled, `${PLAIN[kind]}, and no text`)];
  return wordsOf(setting, line, severities).flatMap(([words, at]) => {
    if (kind !== 'number') return valueNotAllowed(words, { ...filled, line: at });
    return Number.isFinite(Number(words)) ? [] : [wrongKind({ ...filled, line: at }, `a number, and not ${words}`)];
  });
}

/** What is chosen, where the field does not have it. */
export function valueNotAllowed(wanted: string, { id, field, line }: Filled): FoundProblem[] {
  const { allowedValues } = field;
  if (allowedValues === undefined || allowedValue(allowedValues, wanted) !== undefined) return [];
  const problem = `${nameOf(id, field)} has no value ${wanted}`;
  return [{ code: `no value ${line} ${wanted}`, problem, advice: `correct ${line}${choicesOf(field)}` }];
}

/** Kinds of fields of which it is known what they take. */
const PLAIN = { string: 'a text', number: 'a number', user: 'a user', date: 'a date', option: 'an option' } as const;

const isPlain = (kind: string | undefined): kind is keyof typeof PLAIN =>
  kind !== undefined && Object.hasOwn(PLAIN, kind);

/** The kind that a setting has in itself; the rest are texts, which take the kind of the field. */
function givenKind(setting: FieldSetting): 'number' | 'user' | 'option' | undefined {
  if ('number' in setting) return 'number';
  if ('user' in setting) return 'user';
  return 'option' in setting || 'options' in setting ? 'option' : undefined;
}

/** Sources whose values are few, so that a site may have them as options. */
const FEW: readonly FieldSource[] = ['severity', 'owner team'];

const isText = (setting: FieldSetting): boolean =>
  'from' in setting && setting.map === undefined && !FEW.includes(setting.from);

/** The words that a setting may come to, as far as the configuration tells them, each with its line. */
function wordsOf(
  setting: FieldSetting,
  line: string,
  severities: readonly Severity[],
): (readonly [words: string, line: string])[] {
  if ('option' in setting) return [[setting.option, line]];
  if ('options' in setting) return setting.options.map((one) => [one, line]);
  if ('text' in setting) return [[setting.text, line]];
  if ('date' in setting) return [[setting.date, line]];
  if (!('from' in setting)) return [];
  const { from, map = {} } = setting;
  const unmapped = from === 'severity' ? severities.filter((level) => !Object.hasOwn(map, level)) : [];
  return [...Object.entries(map), ...unmapped.map((level) => [level, level] as const)].map(([said, words]) => [
    words,
    `${line}.map.${said}`,
  ]);
}

const wrongKind = ({ id, field, line }: Filled, takes: string): FoundProblem => ({
  code: `wrong kind ${line}`,
  problem: `${nameOf(id, field)} takes ${takes}`,
  advice: `correct ${line}${choicesOf(field)}`,
});
