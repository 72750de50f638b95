import * as z from 'zod';
import catalogue from '../../../shared/domain/knowledge/d3fend-catalogue.json' with { type: 'json' };
import { isIdentifier } from '../../../shared/domain/words/marks.ts';

/** Planted words: each is unique, so that finding it tells where it came from. */
export type Planted = { word: string; path: string };

const SENTENCE = 'Nightjar0000 says what nobody else may know';

/** One of each kind of identifier that our schemas have. */
const IDENTIFIERS = [
  '01KAB3X7Q0ZZZZZZZZZZ000001',
  '2026-11-21T10:00:00.000Z',
  '2026-11-21',
  'P7D',
  'PLAT',
  '10001',
  'a'.repeat(64),
];

/** D3FEND ids that no template and no example of ours has: the last of the catalogue, one after the other. */
const rareDefence = (place: number): string =>
  catalogue.techniques[catalogue.techniques.length - 1 - (place % 100)]?.id ?? 'none';

/**
 * Values of schemas in which every text that is no identifier and no enumeration is a word of its own, and everything that may be
 * there is there. They are made from the schema alone: a field that is added tomorrow has a word the same day.
 */
export function plantWords() {
  const planted: Planted[] = [];

  function text(schema: z.ZodType, path: string): string {
    const takes = (one: string): boolean => schema.safeParse(one).success;
    if (isIdentifier(schema, SENTENCE)) return found(IDENTIFIERS.find(takes), path);
    const number = String(planted.length + 1).padStart(4, '0');
    const word = `nightjar${number}`;
    const free = [
      `${word} says what nobody else may know`,
      `https://${word}.example/page`,
      `${word}@example.com`,
      word,
      `text/${word}`,
    ].find(takes);
    // Vocabularies of others: as telling as words, and nothing else fits.
    const known = [`T9${number.slice(1)}`, `CVE-2031-${number}`, rareDefence(planted.length)].find(takes);
    const value = free ?? known ?? found(['EUR', '19.1', 'PLAT-99'].find(takes), path);
    if (free !== undefined) planted.push({ word, path });
    else if (known !== undefined) planted.push({ word: known.toLowerCase(), path });
    return value;
  }

  /** Enough values that each alternative is in one of them. */
  function all(schema: z.ZodType, path: string): unknown[] {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault || schema instanceof z.ZodNullable) {
      return all(typeOf(schema.unwrap()), path);
    }
    if (schema instanceof z.ZodObject) return objects(schema, path);
    if (schema instanceof z.ZodArray) return [all(typeOf(schema.element), `${path}[]`)];
    if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => all(typeOf(option), path));
    if (schema instanceof z.ZodRecord) return [{ [text(typeOf(schema.keyType), `${path}{}`)]: free(path) }];
    if (schema instanceof z.ZodEnum) return [schema.options[0]];
    if (schema instanceof z.ZodLiteral) return [schema.value];
    if (schema instanceof z.ZodBoolean) return [true];
    if (schema instanceof z.ZodNumber)
      return [
        found(
          [1, 0].find((one) => schema.safeParse(one).success),
          path,
        ),
      ];
    if (schema instanceof z.ZodUnknown) return [free(path)];
    return [text(schema, path)];
  }

  const free = (path: string): string => text(z.string(), path);

  function objects(schema: z.ZodObject, path: string): unknown[] {
    const fields = Object.entries(schema.shape).map(
      ([name, inner]) => [name, all(typeOf(inner), `${path}.${name}`)] as const,
    );
    const count = Math.max(1, ...fields.map(([, values]) => values.length));
    return Array.from({ length: count }, (_, index) =>
      Object.fromEntries(fields.map(([name, values]) => [name, values[index % values.length]])),
    );
  }

  return {
    /** @throws ZodError when the schema wants something that cannot be made of it, such as two fields that agree */
    valuesOf: <Schema extends z.ZodType>(schema: Schema, name: string): z.output<Schema>[] =>
      all(schema, name).map((value) => schema.parse(value)),

    /** For a word that no schema asks for, such as one in a ticket of another system. */
    plant(path: string): string {
      const word = `nightjar${String(planted.length + 1).padStart(4, '0')}`;
      planted.push({ word, path });
      return word;
    },

    planted: (): readonly Planted[] => planted,

    /** Source of the words that a text has. */
    foundIn(haystack: string): string[] {
      const lower = haystack.toLowerCase();
      return planted.filter(({ word }) => lower.includes(word)).map(({ path }) => path);
    },
  };
}

const typeOf = (schema: z.core.$ZodType): z.ZodType => z.custom<z.ZodType>().parse(schema);

function found<Value>(value: Value | undefined, path: string): Value {
  if (value === undefined) throw new Error(`nothing is known that fits ${path}`);
  return value;
}
