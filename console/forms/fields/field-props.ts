import type { ComponentChildren } from 'preact';
import type { FieldValue } from '../binding/field-value.ts';
import type { FieldWords } from '../problems.ts';
import type { Shape } from '../shape.ts';

/** What a field is told. All of them are bound alike, so that any shape fits where another was. */
export type FieldProps<Of extends Shape = Shape> = {
  shape: Of;
  value: FieldValue | undefined;
  /** @param next undefined: the field is absent */
  onChange: (next: FieldValue | undefined) => void;
  /** In the record, with dots: `impact.assets.0.name`. */
  path: string;
  /** What is wrong, by path. */
  errors?: FieldWords | undefined;
  /** What has to be there before the record is submitted, by path. */
  missing?: FieldWords | undefined;
  readOnly?: boolean | undefined;
  /** What is beside a field: that somebody else has changed it, and what they wrote. */
  remote?: ((path: string) => ComponentChildren) | undefined;
};
