import { type FieldRecord, type FieldValue, isFieldRecord } from './field-value.ts';

/**
 * An object with another value in a field. One of which nothing is left is absent: an optional object of which all was
 * cleared must not be sent as an empty one. Fields that no form shows stay as they are.
 */
export function withField(
  value: FieldValue | undefined,
  name: string,
  next: FieldValue | undefined,
): FieldRecord | undefined {
  const { [name]: _, ...others } = isFieldRecord(value) ? value : {};
  if (next === undefined) return Object.keys(others).length === 0 ? undefined : others;
  // In its old place, so that what was not changed stays where it was.
  return isFieldRecord(value) ? { ...value, [name]: next } : { [name]: next };
}
