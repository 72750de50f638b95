import type { Shape } from '../shape.ts';
import { type FieldValue, isFieldRecord } from './field-value.ts';
import { variantOf } from './variant-of.ts';

/** The shape of the field at a path, of the variant that its value is of; undefined where there is none. */
export function shapeAt(shape: Shape, value: FieldValue | undefined, path: readonly string[]): Shape | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return shape;
  if (shape.kind === 'variant') {
    const variant = shape.variants[variantOf(shape, value) ?? ''];
    return variant === undefined ? undefined : shapeAt(variant, value, path);
  }
  if (shape.kind !== 'object' || !Object.hasOwn(shape.fields, name)) return undefined;
  const field = shape.fields[name];
  return field === undefined ? undefined : shapeAt(field, isFieldRecord(value) ? value[name] : undefined, rest);
}
