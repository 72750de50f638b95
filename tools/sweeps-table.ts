import * as z from 'zod';

const Units = z.object({ read: z.number(), write: z.number() });
const Idle = z.object({ few: Units, many: Units, ratio: z.number() });
const Results = z.object({
  jiraCalls: z.object({
    sweeps: z.object({
      changedInADay: z.object({
        changed: z.number(),
        missed: z.number(),
        calls: z.object({ search: z.number(), show: z.number(), changelog: z.number() }),
        floor: z.number(),
        ratio: z.number(),
        oneByOne: z.number(),
      }),
      reconcile: z.object({
        tickets: z.number(),
        runs: z.number(),
        calls: z.number(),
        floor: z.number(),
        ratio: z.number(),
        heapMb: z.number(),
      }),
      backlogs: z.array(
        z.object({
          changed: z.number(),
          syncedAfterRun: z.array(z.number()),
          missed: z.number(),
          calls: z.number(),
        }),
      ),
      idle: z.object({ history: z.array(z.number()), sweep: Idle, audit: Idle, report: Idle }),
    }),
  }),
});

/** Calls of Jira and units of sweeps, from the figures of `npm run bench`, as a Markdown table. */
export function sweepsTable(results: unknown): string {
  const { changedInADay, reconcile, backlogs, idle } = Results.parse(results).jiraCalls.sweeps;
  const { calls, floor, ratio, changed, missed, oneByOne } = changedInADay;
  const rows = [
    [
      `${changed} tickets changed in a day, webhooks lost`,
      `${calls.search} + ${calls.show} + ${calls.changelog} calls (search, tickets, who moved them), × ${ratio} of n/100 = ${floor}; ${missed} missed`,
    ],
    ['the same with a request for each, as the AWS sample integration does', `× ${oneByOne} of those`],
    [
      `all ${reconcile.tickets} tickets asked for once`,
      `${reconcile.calls} calls in ${reconcile.runs} runs, × ${reconcile.ratio} of ${reconcile.floor}; heap ${reconcile.heapMb} MB at most, with the simulator in it`,
    ],
    ...backlogs.map(({ changed: count, syncedAfterRun, missed: left, calls: all }) => [
      `${count} changed within a minute, runs of 300 s, 200 ms a call`,
      `in step after each run: ${syncedAfterRun.join(', ')}; ${left} missed; ${all} calls`,
    ]),
    ...(
      [
        ['a sweep that finds nothing', idle.sweep],
        ['an audit that finds nothing', idle.audit],
        ['a report on a week in which nothing happened', idle.report],
      ] as const
    ).map(([what, { many, ratio: of }]) => [
      what,
      `${many.read} read, ${many.write} write units with ${idle.history[1]} proven fixes, × ${of} of that with ${idle.history[0]}`,
    ]),
  ];
  return `| sweeps of tickets | |\n| --- | --- |\n${rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}\n`;
}
