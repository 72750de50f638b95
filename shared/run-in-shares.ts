import { runAll, type Task } from './run-all.ts';

/** A task of a sweep. It begins nothing more when `hasTime` says so, and the next run goes on. */
export type TimedTask = { readonly name: string; readonly run: (hasTime: () => boolean) => Promise<void> };

/**
 * Runs tasks one after the other, each with a share of the time that is left, so that a backlog of one never costs another its turn.
 * What one leaves over goes to those behind it; what is left in the end goes to those that were cut short, in their order.
 *
 *     12 s left, 3 tasks:  first, has a backlog, 4 s ── second, idle ── third, 8 s at most ── first goes on, if anything is left
 *
 * @param timeLeftMs time until nothing new may begin
 * @throws AggregateError with all that failed; the rest was done
 */
export function runInShares(tasks: readonly TimedTask[], timeLeftMs: () => number): Promise<void> {
  return runAll(inTurn(tasks, timeLeftMs));
}

async function* inTurn(tasks: readonly TimedTask[], timeLeftMs: () => number): AsyncGenerator<Task> {
  const cutShort: TimedTask[] = [];
  for (const [index, task] of tasks.entries()) {
    yield {
      name: task.name,
      run: async () => {
        const tasksToCome = tasks.length - index - 1;
        const keptForThem = timeLeftMs() * (tasksToCome / (tasksToCome + 1));
        let isCut = false;
        await task.run(() => {
          const mayGoOn = timeLeftMs() > (tasksToCome === 0 ? 0 : keptForThem);
          isCut ||= !mayGoOn;
          return mayGoOn;
        });
        if (isCut) cutShort.push(task);
      },
    };
  }
  for (const { name, run } of cutShort) {
    if (timeLeftMs() > 0) yield { name, run: () => run(() => timeLeftMs() > 0) };
  }
}
