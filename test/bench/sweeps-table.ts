import type { SweepFigures } from './sweeps.ts';

/** The figures as a Markdown table. */
export function sweepsTable({ changedInADay, reconcile, backlogs, idle }: SweepFigures): string {
  const { calls } = changedInADay;
  const units = ({ read, write }: { read: number; write: number }) => `${read} read, ${write} write units`;
  const rows = [
    [
      `${changedInADay.changed} tickets changed in a day, webhooks lost`,
      `${calls.search} + ${calls.show} + ${calls.changelog} calls (search, tickets, who moved them), × ${changedInADay.ratio} of ${changedInADay.floor}; ${changedInADay.missed} missed`,
    ],
    ['the same with a request for each', `× ${changedInADay.oneByOne} of those`],
    [
      `all ${reconcile.tickets} tickets asked for once`,
      `${reconcile.calls} calls in ${reconcile.runs} runs, × ${reconcile.ratio} of ${reconcile.floor}; heap ${reconcile.heapMb} MB at most, the simulator's included`,
    ],
    ...backlogs.map(({ changed, syncedAfterRun, missed, calls: all }) => [
      `${changed} changed within a minute, runs of 300 s, 200 ms a call`,
      `in step after each run: ${syncedAfterRun.join(', ')}; ${missed} missed; ${all} calls`,
    ]),
    [
      'a sweep that finds nothing',
      `${units(idle.many)} with ${idle.history[1]} proven fixes, × ${idle.ratio} of that with ${idle.history[0]}`,
    ],
  ];
  return `| sweeps of tickets | |\n| --- | --- |\n${rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}\n`;
}
