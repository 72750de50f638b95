import * as z from 'zod';

const Results = z.object({
  lists: z.object({
    sizes: z.array(z.number()),
    lists: z.array(z.object({ question: z.string(), rows: z.number(), units: z.array(z.number()), ratio: z.number() })),
  }),
});

const thousands = (count: number): string => count.toLocaleString('en-US');

/** Read units of each list, from the figures of `npm run bench`, as a Markdown table. */
export function listUnitsTable(results: unknown): string {
  const { sizes, lists } = Results.parse(results).lists;
  const head = ['one page of', 'rows', ...sizes.map((size) => `read units at ${thousands(size)} records`), '×'];
  const rows = lists.map(({ question, rows: shown, units, ratio }) => [question, shown, ...units, ratio]);
  const line = (cells: readonly unknown[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(['---', ...head.slice(1).map(() => '---:')]), ...rows.map(line)].join('\n')}\n`;
}
