import type { Chosen, Filter } from './filter-spec.ts';

type Asked = Record<string, string | string[] | true>;

/** What is asked of the API for what was chosen: days as instants of UTC, flags as true. */
export function askedBy(chosen: Chosen, filters: readonly Filter[]): Asked {
  const asked: Asked = {};
  for (const { name, kind } of filters) {
    const [first, ...more] = chosen[name] ?? [];
    if (first === undefined) continue;
    if (kind === 'many') asked[name] = [first, ...more];
    else if (kind === 'flag') asked[name] = true;
    else asked[name] = kind === 'day' ? `${first}T00:00:00.000Z` : first;
  }
  return asked;
}
