import * as z from 'zod';

const Results = z.object({
  coldStart: z.object({
    bundles: z.array(
      z.object({ name: z.string(), kilobytes: z.number(), importMs: z.number(), timesEmpty: z.number() }),
    ),
  }),
});

/** The figures of `npm run bench` as a Markdown table. */
export function coldStartTable(results: unknown): string {
  const { bundles } = Results.parse(results).coldStart;
  const rows = bundles.map(
    ({ name, kilobytes, importMs, timesEmpty }) =>
      `| ${name} | ${kilobytes} KB | ${Math.round(importMs)} ms | ${Math.round(timesEmpty)} |`,
  );
  return `| function | bundle | import | × an empty module |\n| --- | ---: | ---: | ---: |\n${rows.join('\n')}\n`;
}
