/**
 * Whether an event fits a pattern of EventBridge or of an event source's filter. It knows what the stack uses: values,
 * prefixes, nested fields; and throws on any other.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function fits(pattern: unknown, event: unknown): boolean {
  return Object.entries(Object(pattern)).every(([field, wanted]) => {
    const value: unknown = Object(event)[field];
    return Array.isArray(wanted) ? wanted.some((one) => isOne(one, value)) : fits(wanted, value);
  });
}

function isOne(wanted: unknown, value: unknown): boolean {
  if (wanted === null || typeof wanted !== 'object') return wanted === value;
  const [operator, ...others] = Object.entries(wanted);
  if (operator?.[0] === 'prefix' && typeof operator[1] === 'string' && others.length === 0) {
    return typeof value === 'string' && value.startsWith(operator[1]);
  }
  throw new Error(`the simulation does not know the pattern ${JSON.stringify(wanted)}`);
}
