import { type FieldRecord, type FieldValue, isFieldRecord } from '../../forms/binding/field-value.ts';

/** What stands at a path; undefined where there is nothing. Elements of lists have no path here. */
export function valueAt(value: FieldRecord | undefined, path: readonly string[]): FieldValue | undefined {
  let at: FieldValue | undefined = value;
  for (const name of path) at = isFieldRecord(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

/** The same with something else at a path; undefined takes it out. */
export function withValueAt(
  value: FieldRecord | undefined,
  [name, ...rest]: readonly string[],
  next: FieldValue | undefined,
): FieldRecord {
  if (name === undefined) return isFieldRecord(next) ? next : {};
  const { [name]: old, ...others } = value ?? {};
  const inside = rest.length === 0 ? next : withValueAt(isFieldRecord(old) ? old : undefined, rest, next);
  return inside === undefined ? others : { ...value, [name]: inside };
}
