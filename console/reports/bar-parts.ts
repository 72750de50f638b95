type Legend = readonly { name: string; tone: string }[];
type Row = { label: string; values: readonly number[] };
type Part = { name: string; tone: string; value: number; x: number; width: number };
type Bar = { label: string; total: number; words: string; parts: Part[] };

const WIDTH = 1_000;
const GAP = 4;

/** The bars of one group on one scale: the longest fills the width. Parts of nothing are not drawn, and not said. */
export function barParts(legend: Legend, rows: readonly Row[]): Bar[] {
  const longest = Math.max(1, ...rows.map(({ values }) => sum(values)));
  return rows.map(({ label, values }) => {
    const parts = legend.flatMap(({ name, tone }, at): Part[] => {
      const value = values[at] ?? 0;
      if (value <= 0) return [];
      const x = (sum(values.slice(0, at)) / longest) * WIDTH;
      return [{ name, tone, value, x: rounded(x), width: rounded(Math.max(1, (value / longest) * WIDTH - GAP)) }];
    });
    const words = parts.map(({ name, value }) => `${value} ${name.toLowerCase()}`).join(', ');
    return { label, total: sum(values), words: words === '' ? 'none' : words, parts };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const rounded = (value: number): number => Math.round(value * 10) / 10;
