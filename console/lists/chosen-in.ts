import type { Chosen, Filter } from './filter-spec.ts';

/** What the address narrows a list by. What the list does not know, such as a status that there is not, is left out. */
export function chosenIn(search: URLSearchParams, filters: readonly Filter[]): Chosen {
  const chosen: Record<string, readonly string[]> = {};
  for (const filter of filters) {
    const given = [...new Set(search.getAll(filter.name).map((value) => value.trim()))];
    const known = given.filter((value) => value !== '' && isValue(filter, value));
    const kept = filter.kind === 'many' ? known : known.slice(0, 1);
    if (kept.length > 0) chosen[filter.name] = kept;
  }
  return chosen;
}

function isValue(filter: Filter, value: string): boolean {
  switch (filter.kind) {
    case 'many':
    case 'one':
      return filter.options.includes(value);
    case 'day':
      return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
    case 'flag':
      return value === 'true';
    case 'words':
      return value.length <= 200 && (filter.whole?.test(value) ?? true);
  }
}
