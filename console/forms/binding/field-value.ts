/** What a field holds: JSON, as the API takes it. Absent is `undefined`, never an empty text. */
export type FieldValue = string | number | boolean | null | FieldValue[] | FieldRecord;

export type FieldRecord = { [name: string]: FieldValue };

export const isFieldRecord = (value: FieldValue | undefined): value is FieldRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
