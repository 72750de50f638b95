import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import { type StormSite, stormSiteCalled } from '../jira/storm-sites.ts';
import type { Weakening } from '../safeguards/safeguards.ts';
import { weakeningCalled } from '../safeguards/weakenings.ts';
import { runSeed } from './run-seed.ts';
import { Result, SeedTask } from './seed-messages.ts';

let topology: Topology | undefined;
let weakening: Weakening = {};
let site: StormSite = stormSiteCalled();

/** One of the processes that share the seeds of a run: `run.ts` starts it and tells it what to do. */
process.on('message', (message) => {
  const task = SeedTask.parse(message);
  if (task.kind === 'begin') {
    topology = task.topology;
    site = stormSiteCalled(task.site);
    if (task.without !== undefined) weakening = weakeningCalled(task.without);
  } else {
    runSeeds(task).then(
      (result) => process.send?.(result),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  }
});

async function runSeeds({ from, count }: { from: number; count: number }): Promise<Result> {
  if (topology === undefined) throw new Error('the topology comes first');
  const result: Result = { done: count, steps: 0, failures: [] };
  for (let seed = from; seed < from + count; seed += 1) {
    const verdict = await runSeed(seed, topology, { weakening, site });
    result.steps += verdict.steps;
    if (verdict.violations.length > 0) result.failures.push({ seed, report: verdict.report() });
  }
  return Result.parse(result);
}
