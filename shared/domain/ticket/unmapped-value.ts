import * as z from 'zod';
import { shortened } from '../words/shorten.ts';

/** A priority, a category, a mark or a state as a system names it, which the configuration maps to nothing. */
export const UnmappedValue = z.object({ what: z.enum(['severity', 'category', 'tlp', 'state']), value: z.string() });
export type UnmappedValue = z.infer<typeof UnmappedValue>;

const VALUE_LIMIT = 100;
const VALUES_LIMIT = 10;

/** Values of one incident as they are kept and logged: each once and cut, and not too many. */
export function shortUnmapped(values: readonly UnmappedValue[]): UnmappedValue[] {
  const cut = values.map(({ what, value }) => ({ what, value: shortened(value, VALUE_LIMIT) }));
  const isFirst = (one: UnmappedValue, index: number): boolean =>
    cut.findIndex(({ what, value }) => what === one.what && value === one.value) === index;
  return cut.filter(isFirst).slice(0, VALUES_LIMIT);
}
