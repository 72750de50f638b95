import type { VariantShape } from '../shape.ts';
import type { FieldValue } from './field-value.ts';

/** What was written in each variant, by its name. */
export type VariantMemory = ReadonlyMap<string, FieldValue>;

/** Another variant, with what was written in it before. What is left behind is remembered. @param to undefined: none of them */
export function switchedVariant(
  { by }: VariantShape,
  {
    from,
    value,
    to,
    memory,
  }: { from: string | undefined; value: FieldValue | undefined; to: string | undefined; memory: VariantMemory },
): { value: FieldValue | undefined; memory: VariantMemory } {
  const kept = new Map(memory);
  if (from !== undefined && value !== undefined) kept.set(from, value);
  if (to === undefined) return { value: undefined, memory: kept };
  return { value: kept.get(to) ?? (by === undefined ? undefined : { [by]: to }), memory: kept };
}
