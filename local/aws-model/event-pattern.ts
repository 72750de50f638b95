import * as z from 'zod';

/** The stack itself, which no model of AWS tells of. */
const OwnStack = z.strictObject({ Ref: z.literal('AWS::StackId') }).transform(({ Ref }) => Ref);

const Matcher = z.union([z.string(), z.number(), z.boolean(), z.strictObject({ prefix: z.string() }), OwnStack]);
type Matcher = z.infer<typeof Matcher>;

/**
 * An event pattern, as far as this stack has them: fields, each with a list of values of which one must match.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export type EventPattern = { [field: string]: EventPattern | Matcher[] };

/** Refuses a matcher that is not known here: a rule that silently matched nothing would be worse. */
export const EventPattern: z.ZodType<EventPattern> = z.lazy(() =>
  z.record(z.string(), z.union([z.array(Matcher), EventPattern])),
);

/** True when an event, or a record of a stream, matches the pattern. */
export function matches(pattern: EventPattern, event: unknown): boolean {
  const fields = new Map(Object.entries(Object(event)));
  return Object.entries(pattern).every(([field, wanted]) => {
    const value = fields.get(field);
    return Array.isArray(wanted) ? wanted.some((matcher) => isMatch(matcher, value)) : matches(wanted, value);
  });
}

function isMatch(matcher: Matcher, value: unknown): boolean {
  if (typeof matcher !== 'object') return matcher === value;
  return typeof value === 'string' && value.startsWith(matcher.prefix);
}
