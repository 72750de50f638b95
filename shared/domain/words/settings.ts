import * as z from 'zod';
import { Duration, durationMs } from './duration.ts';
import { identifier } from './marks.ts';
import { isReadable } from './readable.ts';

/** Zero would mean "at once, again and again", or "never": both are said in other ways. */
export const LastingDuration = Duration.refine((time) => durationMs(time) > 0 || !Duration.safeParse(time).success, {
  error: 'expected a duration longer than zero',
});

export const duration = (fallback: string) => LastingDuration.prefault(fallback);

export type Problem = { path: (string | number)[]; expected: string };

/** A rule about a value as a whole. It is asked whatever is wrong inside, so it meets values of any shape. */
export const wholeRule = (problems: (value: unknown) => Problem[]): z.core.$ZodCheck<unknown> =>
  z.superRefine<unknown>(
    (value, { addIssue }) => {
      for (const { path, expected } of problems(value)) {
        addIssue({ code: 'custom', path, message: expected, input: value });
      }
    },
    { when: () => true },
  );

/**
 * A rule about several fields. It is also asked when other fields are wrong, so that a team learns of all errors at once:
 * it sees only `fields`, and only when each of them is right.
 */
export function rule<Fields extends z.ZodRawShape>(
  fields: Fields,
  problems: (known: z.output<z.ZodObject<Fields>>) => Problem[],
): z.core.$ZodCheck<unknown> {
  const Known = z.object(fields);
  return wholeRule((value) => {
    const known = Known.safeParse(value);
    return known.success ? problems(known.data) : [];
  });
}

const LEVELS = ['critical', 'high', 'medium', 'low'] as const;

/** A duration for each severity, or for each priority of a recommendation; what is more urgent is never due later. */
export const perLevel = (critical: string, high: string, medium: string, low: string) =>
  z
    .strictObject({ critical: duration(critical), high: duration(high), medium: duration(medium), low: duration(low) })
    .check(...LEVELS.slice(1).map((level, index) => noShorterThan(LEVELS[index] ?? 'critical', level)))
    .prefault({});

function noShorterThan(urgent: string, level: string): z.core.$ZodCheck<unknown> {
  return rule({ [urgent]: Duration, [level]: Duration }, ({ [urgent]: least, [level]: time }) =>
    least !== undefined && time !== undefined && durationMs(time) < durationMs(least)
      ? [{ path: [level], expected: `expected at least ${least}, the time for ${urgent}` }]
      : [],
  );
}

export const listRule = (problems: (items: readonly unknown[]) => Problem[]) =>
  wholeRule((value) => problems(Array.isArray(value) ? value : []));

/** A second item of the same name would be passed over without a word. `nameOf` says what has to differ. */
export const withoutRepeats = (nameOf: (item: unknown) => unknown = (item) => item) =>
  listRule((items) => {
    const names = items.map((item) => JSON.stringify(nameOf(item)));
    return names.flatMap((name, index) =>
      name !== undefined && names.indexOf(name) < index
        ? [{ path: [index], expected: `expected ${name} only once` }]
        : [],
    );
  });

/**
 * Reads a value by the schema that its shape chooses, so that an error names the field that is wrong: of a union, zod says
 * only that nothing of it fits.
 *
 * @param choose undefined for a shape that none of the schemas has
 */
export function byShape<Schema extends z.ZodType>(choose: (value: unknown) => Schema | undefined, expected: string) {
  return z.custom<z.input<Schema>>().transform((value, context): z.output<Schema> => {
    const schema = choose(value);
    if (schema === undefined) {
      context.addIssue({ code: 'custom', message: expected, input: value });
      return z.NEVER;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    // An issue is one of those that zod raised, but for its input, which it left out.
    const raw = z.custom<z.core.$ZodRawIssue>();
    for (const issue of parsed.error.issues) context.issues.push(raw.parse({ ...issue, input: value }));
    return z.NEVER;
  });
}

/** One value, or several: read as a list. */
export const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z
    .custom<z.input<Item> | z.input<Item>[]>()
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .pipe(z.array(item).min(1).check(withoutRepeats()));

/** The value of a field, of an item that may be anything. */
export const field =
  (name: string) =>
  (item: unknown): unknown =>
    z.record(z.string(), z.unknown()).safeParse(item).data?.[name];

/** Steps after one start, each later than the one before. */
export const ascendingSteps = listRule((items) =>
  items.flatMap((item, index) => {
    const pair = z.tuple([Duration, Duration]).safeParse([items[index - 1], item]).data;
    if (pair === undefined || durationMs(pair[1]) > durationMs(pair[0])) return [];
    const expected = `expected a longer time than the step before, ${pair[0]}: all are counted from the same moment`;
    return [{ path: [index], expected }];
  }),
);

export const ProjectKey = identifier(
  z.string().regex(/^[A-Z][A-Z0-9_]{1,9}$/, {
    error: 'expected a Jira project key: 2 to 10 capitals, digits or underscores, a capital first',
  }),
);

/** The name of something in another system, such as an issue type: one with a blank at its end would never be found. */
export const ForeignName = z
  .string()
  .max(255, { error: 'expected at most 255 characters' })
  .regex(/^\S(.*\S)?$/, { error: 'expected a name without blanks at its ends' });

export const EmailAddress = z.email({ error: 'expected an e-mail address' });

/** This machine's own addresses, which need no TLS: a simulator runs there, and nothing else. */
const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Link that people and functions follow outside this machine. */
export const HttpsUrl = z.string().refine(
  (text) => {
    const url = URL.parse(text);
    if (url === null || /\s/.test(text) || url.username !== '' || url.password !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  },
  { error: 'expected a URL that starts with https://, without blanks, a name or a password' },
);

/** Name that people read, in one line: not of blanks, nor with any at its ends. */
export const ReadableName = z
  .string()
  .refine((name) => isReadable(name) && name.trim() === name && !/[\p{Cc}\u2028\u2029]/u.test(name), {
    error: 'expected a name in one line that can be read, without blanks at its ends',
  });

/** How long a link works. It is signed with a function's credentials, which last for hours, and whoever has it may use it. */
export const linkTime = (fallback: string) =>
  Duration.refine((time) => durationMs(time) >= 60_000 && durationMs(time) <= 3_600_000, {
    error: 'expected a duration from a minute to an hour',
  }).prefault(fallback);
