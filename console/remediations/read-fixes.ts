import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { askedBy } from '../lists/asked-by.ts';
import type { Chosen } from '../lists/filter-spec.ts';
import type { ServerPage } from '../lists/gather-page.ts';
import { FIX_FILTERS } from './fix-filters.ts';

export type AnyFixLine = Schemas['FixLine'] | Schemas['RestrictedFixLine'];

/** A page of the fixes that the filters want. */
export async function readFixes(
  chosen: Chosen,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ServerPage<AnyFixLine>> {
  const query = { ...asked(chosen), limit: 100, ...(cursor === undefined ? {} : { cursor }) };
  const { data } = got(await api.GET('/remediations', { params: { query }, signal }));
  return { lines: data.remediations, next: data.next, looked: data.looked };
}

/** Teams are several to the API, and one in the filter. */
export function asked(chosen: Chosen): Record<string, never> {
  const { team, ...rest } = askedBy(chosen, FIX_FILTERS);
  return { ...rest, ...(team === undefined ? {} : { team: [team] }) } as Record<string, never>;
}
