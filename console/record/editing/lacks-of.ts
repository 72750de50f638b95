import { type FieldValue, isFieldRecord } from '../../forms/binding/field-value.ts';
import { variantOf } from '../../forms/binding/variant-of.ts';
import type { Shape } from '../../forms/shape.ts';

/** A field that keeps what was written from being sent. */
export type Lack = { pointer: string; label: string; detail: string };

/** What the API would refuse in a value for what is missing or too short: asked here first, so that nothing is sent in vain. */
export function lacksOf(shape: Shape, value: FieldValue | undefined, pointer = ''): Lack[] {
  const label = shape.label ?? '';
  const lack = (detail: string): Lack[] => [{ pointer, label, detail }];
  if (value === undefined) return [];
  switch (shape.kind) {
    case 'text':
    case 'long':
      return typeof value === 'string' ? lengthLacks(shape, value, lack) : [];
    case 'object': {
      if (!isFieldRecord(value)) return [];
      return Object.entries(shape.fields).flatMap(([name, field]) => {
        const at = `${pointer}/${name}`;
        const inside = value[name];
        if (inside === undefined && field.required === true)
          return [{ pointer: at, label: field.label ?? name, detail: 'is missing' }];
        return lacksOf(field, inside, at);
      });
    }
    case 'list': {
      if (!Array.isArray(value)) return [];
      if (shape.min !== undefined && value.length < shape.min) return lack('is missing');
      return value.flatMap((one, at) => lacksOf(shape.of, one, `${pointer}/${at}`));
    }
    case 'variant': {
      const name = variantOf(shape, value);
      const variant = name === undefined ? undefined : shape.variants[name];
      return variant === undefined ? lack('is missing') : lacksOf(variant, value, pointer);
    }
    default:
      return [];
  }
}

function lengthLacks({ min, max }: { min?: number; max?: number }, text: string, lack: (detail: string) => Lack[]) {
  // The API counts letters that can be seen.
  const letters = text.replace(/[\s\p{C}]/gu, '').length;
  if (min !== undefined && letters < min) return lack(`needs ${min} letters`);
  return max !== undefined && text.length > max ? lack(`is ${text.length - max} letters too long`) : [];
}
