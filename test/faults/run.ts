import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { Topology } from '../../local/aws-model/stack-topology.ts';
import { readTopology } from './aws/topology.ts';
import { stormSiteCalled } from './jira/storm-sites.ts';
import { weakeningCalled } from './safeguards/weakenings.ts';
import { howToKeep } from './seeds/further-seeds.ts';
import { runSeed } from './seeds/run-seed.ts';
import { Result, type SeedTask } from './seeds/seed-messages.ts';
import { simulationConfig } from './simulation-config.ts';

/**
 * `npm run test:faults -- --seeds 2000` runs the seeds from 1 on, or from `--seed S`; `--seed S` alone replays one and
 * prints its trace. `--site "German classic"` makes them storms on another Jira. `--without "every search in Jira"` takes a safeguard out, to see which seeds notice.
 */
const SEEDS_AT_A_TIME = 10;
const REPORTS_SHOWN = 3;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    without: { type: 'string' },
    site: { type: 'string' },
  },
});
const Count = z.coerce.number().int().positive();
const first = values.seed === undefined ? 1 : Count.parse(values.seed);
const weakening = values.without === undefined ? {} : weakeningCalled(values.without);
const site = stormSiteCalled(values.site);
const topology = readTopology(simulationConfig());
const isKept =
  values.seeds === undefined && values.seed !== undefined
    ? await replay(first)
    : await runAll(first, Count.parse(values.seeds ?? '300'));
process.exitCode = isKept ? 0 : 1;

/** One seed, in this process, with its trace. */
async function replay(seed: number): Promise<boolean> {
  const verdict = await runSeed(seed, topology, { weakening, site });
  console.log(
    verdict.violations.length === 0
      ? `seed ${seed}: every promise was kept in ${verdict.steps} steps`
      : verdict.report(),
  );
  return verdict.violations.length === 0;
}

/** Many seeds, shared between processes. @returns whether all promises were kept */
async function runAll(from: number, count: number): Promise<boolean> {
  const startedAt = Date.now();
  const failures: Result['failures'] = [];
  let [next, done, steps] = [from, 0, 0];
  const processes = Math.max(1, Math.min(2, availableParallelism()));
  const take = (): SeedTask | undefined => {
    const size = Math.min(SEEDS_AT_A_TIME, from + count - next);
    if (size <= 0) return undefined;
    next += size;
    return { kind: 'seeds', from: next - size, count: size };
  };
  const hear = (result: Result): void => {
    done += result.done;
    steps += result.steps;
    failures.push(...result.failures);
    showProgress(done, count, failures.length, startedAt);
  };
  await Promise.all(Array.from({ length: processes }, () => work(topology, take, hear)));
  const seconds = (Date.now() - startedAt) / 1_000;
  const sorted = failures.toSorted((a, b) => a.seed - b.seed);
  for (const { report } of sorted.slice(0, REPORTS_SHOWN)) console.log(`\n${report}`);
  console.log(
    `\n${count} seeds from ${from}, ${steps} steps, ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(1)} seeds/s: ` +
      (sorted.length === 0
        ? 'every promise was kept'
        : `${sorted.length} seeds broke a promise: ${sorted.map(({ seed }) => seed).join(', ')}`),
  );
  if (sorted.length > 0 && values.without === undefined)
    console.log(
      howToKeep(
        sorted.map(({ seed }) => seed),
        site,
      ),
    );
  return sorted.length === 0;
}

/** Keeps one process at work until there is nothing to take. */
function work(given: Topology, take: () => SeedTask | undefined, hear: (result: Result) => void): Promise<void> {
  const worker = fork(new URL('./seeds/seed-worker.ts', import.meta.url));
  const begin: SeedTask = { kind: 'begin', topology: given, without: values.without, site: site.name };
  worker.send(begin);
  return new Promise((resolve, reject) => {
    const goOn = (): void => {
      const task = take();
      if (task === undefined) worker.disconnect();
      else worker.send(task);
    };
    worker.on('message', (message) => {
      hear(Result.parse(message));
      goOn();
    });
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
    goOn();
  });
}

function showProgress(done: number, count: number, failed: number, startedAt: number): void {
  const perSecond = (done / ((Date.now() - startedAt) / 1_000)).toFixed(1);
  const line = `${done} of ${count} seeds, ${failed} failed, ${perSecond} seeds/s`;
  const isTenth = Math.floor((done * 10) / count) > Math.floor(((done - SEEDS_AT_A_TIME) * 10) / count);
  if (process.stdout.isTTY) process.stdout.write(`\r${line}\u001b[K`);
  else if (isTenth) console.log(line);
}
