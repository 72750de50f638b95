import type { paths } from '../../client/api.ts';
import { type MarkName, markOf } from '../marks/standings.ts';

type Summary = paths['/summary']['get']['responses']['200']['content']['application/json'];

export type Share = { mark: MarkName; count: number };
export type Holds = { due: number; holding: number; shares: readonly Share[] };

/** Marks in the order of their bar: what is shown to hold first, what is shown not to last. */
const ORDER: readonly MarkName[] = ['proven', 'attested', 'done, not tested', 'passing', 'claimed', 'did not hold'];

/** How much of what was said to be done is proven, of all or of a team. Open fixes are not due for proof, those that came back and are open again among them. */
export function holdsOf({ remediations, grades }: Pick<Summary, 'remediations' | 'grades'>, team?: string): Holds {
  const counts = new Map<MarkName, number>();
  const add = (mark: MarkName, count: number) => counts.set(mark, (counts.get(mark) ?? 0) + count);
  for (const { state, team: of, count } of remediations) {
    if (team !== undefined && of !== team) continue;
    if (state === 'claimed' || state === 'verifying' || state === 'ineffective' || state === 'regressed')
      add(markOf({ state }), count);
  }
  for (const { grade, team: of, count } of grades) {
    if (team !== undefined && of !== team) continue;
    if (ORDER.includes(grade as MarkName)) add(grade as MarkName, count);
  }
  const shares = ORDER.flatMap((mark) => {
    const count = counts.get(mark) ?? 0;
    return count === 0 ? [] : [{ mark, count }];
  });
  return {
    due: shares.reduce((sum, { count }) => sum + count, 0),
    holding: counts.get('proven') ?? 0,
    shares,
  };
}

/** Teams that own fixes, those with the most first. */
export function teamsOf({ remediations }: Pick<Summary, 'remediations'>): string[] {
  const counts = new Map<string, number>();
  for (const { team, count } of remediations) counts.set(team, (counts.get(team) ?? 0) + count);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([team]) => team);
}

/** The last twelve months to this one, those without a record with 0. */
export function monthsOf(openedIn: Summary['openedIn'], now = new Date()): { month: string; count: number }[] {
  const counts = new Map(openedIn.map(({ month, count }) => [month, count]));
  return Array.from({ length: 12 }, (_, at) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11 + at, 1)).toISOString().slice(0, 7);
    return { month, count: counts.get(month) ?? 0 };
  });
}
