import type { Shape, VariantShape } from '../shape.ts';
import { type FieldValue, isFieldRecord } from './field-value.ts';

/** Which variant a value is of; undefined where it says nothing of it. */
export function variantOf({ by, variants }: VariantShape, value: FieldValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (by === undefined) return Object.keys(variants).find((name) => takes(variants[name], value));
  const named = isFieldRecord(value) ? value[by] : undefined;
  return typeof named === 'string' && Object.hasOwn(variants, named) ? named : undefined;
}

function takes(shape: Shape | undefined, value: FieldValue): boolean {
  switch (shape?.kind) {
    case 'object':
      return isFieldRecord(value);
    case 'list':
      return Array.isArray(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
    case 'integer':
      return typeof value === 'number';
    case 'choice':
      return typeof value === 'string' && shape.options.includes(value);
    case 'text':
    case 'long':
    case 'date':
    case 'date-time':
      return typeof value === 'string';
    default:
      return false;
  }
}
