import type { Chosen } from './filter-spec.ts';

/** What is chosen as it stands in an address, with its question mark; nothing where nothing is. */
export function searchOf(chosen: Chosen): string {
  const search = new URLSearchParams(
    Object.entries(chosen).flatMap(([name, values]) => values.map((value) => [name, value])),
  ).toString();
  return search === '' ? '' : `?${search}`;
}
