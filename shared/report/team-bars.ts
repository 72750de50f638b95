import type { BarRow } from '../document/document.ts';

/** A chart with more rows than this says less, not more. */
const BAR_LIMIT = 12;

/** The teams with most to tell first, and all beyond the limit added up in one row. */
export function teamBars(rows: readonly BarRow[]): BarRow[] {
  const sorted = rows.toSorted((a, b) => sum(b.values) - sum(a.values) || a.label.localeCompare(b.label));
  if (sorted.length <= BAR_LIMIT) return sorted;
  const others = sorted.slice(BAR_LIMIT - 1);
  const sums = (others[0]?.values ?? []).map((_, index) => sum(others.map(({ values }) => values[index] ?? 0)));
  return [...sorted.slice(0, BAR_LIMIT - 1), { label: `${others.length} other teams`, values: sums }];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
