import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const ITEM_LIMIT_BYTES = 400 * 1_024;

/** A copy as it comes out of DynamoDB: fields that are undefined are gone, and what has no attribute type is refused. */
export function plainValue<Value>(value: Value): Value;
export function plainValue(value: unknown): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return wholeText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`DynamoDB has no number ${value}`);
    return value;
  }
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map((one) => plainValue(one));
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const copy: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(value))
      if (field !== undefined) copy[wholeText(name)] = plainValue(field);
    return copy;
  }
  throw new TypeError(`the document client does not store a ${typeof value} such as ${String(value)}`);
}

/** It travels as an escape, and DynamoDB answers so before it looks at anything else of the request. */
function wholeText(text: string): string {
  if (text.isWellFormed()) return text;
  const message = 'Unable to unmarshall: a surrogate stands without its other half';
  throw new DynamoDBServiceException({ name: 'SerializationException', $fault: 'client', message, $metadata: {} });
}

/** About what DynamoDB counts: names and values. JSON adds quotes and brackets, so this is a little strict. */
export function isOverItemLimit(item: Readonly<Record<string, unknown>>): boolean {
  const text = JSON.stringify(item, (_name, value: unknown) =>
    value instanceof Uint8Array ? 'x'.repeat(value.length) : value,
  );
  // A character is three bytes at the most: most items need no exact count.
  return text.length * 3 > ITEM_LIMIT_BYTES && Buffer.byteLength(text) > ITEM_LIMIT_BYTES;
}
