import * as z from 'zod';

const Results = z.object({
  jiraCalls: z.object({
    create: z.object({
      shapes: z.array(
        z.object({
          name: z.string(),
          recommendations: z.number(),
          floor: z.number(),
          bulkCalls: z.number(),
          otherCalls: z.number(),
          ratio: z.number(),
          seconds: z.number(),
        }),
      ),
    }),
  }),
});

/** Calls of Jira for tickets that are created together, from the figures of `npm run bench`, as a Markdown table. */
export function jiraCallsTable(results: unknown): string {
  const rows = Results.parse(results).jiraCalls.create.shapes.map(
    ({ name, recommendations, floor, bulkCalls, otherCalls, ratio, seconds }) =>
      `| ${name} | ${recommendations} | ${floor} | ${bulkCalls} | ${ratio} | ${otherCalls} | ${seconds} s |`,
  );
  return `| approved together | tickets | n/50 | create calls | × | other calls | took |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${rows.join('\n')}\n`;
}
