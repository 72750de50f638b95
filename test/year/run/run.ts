import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { tableOf } from '../figures/figure-table.ts';
import { nameOf, YearDone, type YearTask } from './year-messages.ts';

/**
 * `npm run test:year` lives through three years of 300 incidents, each once with sources that err and once with honest ones;
 * `-- --seeds 5` through five, from seed 1 on or from `--seed S`. `--incidents`, `--days` and `--only honest` make it smaller.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    incidents: { type: 'string', default: '300' },
    days: { type: 'string', default: '365' },
    only: { type: 'string' },
  },
});
const Count = z.coerce.number().int().positive();
const Kind = z.enum(['noisy', 'honest']);
const first = Count.parse(values.seed);
const kinds = values.only === undefined ? Kind.options : [Kind.parse(values.only)];
const size = { incidents: Count.parse(values.incidents), days: Count.parse(values.days) };
const tasks = Array.from({ length: Count.parse(values.seeds) }, (_, index) => first + index).flatMap((seed) =>
  kinds.map((kind): YearTask => ({ kind, seed, ...size })),
);

const years = livedThrough(tasks, availableParallelism());
let isKept = true;
const done: { kind: YearTask['kind']; figures: YearDone['figures'] }[] = [];
for (const [index, task] of tasks.entries()) {
  const year = await years[index];
  if (year === undefined) continue;
  const { figures, report, seconds } = year;
  const text = report === '' ? `${nameOf(task)}: every promise was kept` : report;
  console.log(`${text}, ${seconds.toFixed(0)} s`);
  isKept &&= report === '';
  done.push({ kind: task.kind, figures });
}
for (const kind of kinds) {
  const ofKind = done.filter((one) => one.kind === kind).map(({ figures }) => figures);
  console.log(`\n${tableOf(ofKind)}`);
}
process.exitCode = isKept ? 0 : 1;

/** As many years at a time as there are processors, each in a process of its own. */
function livedThrough(all: readonly YearTask[], atOnce: number): Promise<YearDone>[] {
  const ends = all.map((task) => ({ task, ...Promise.withResolvers<YearDone>() }));
  const waiting = [...ends];
  const goOn = (): void => {
    const one = waiting.shift();
    if (one !== undefined) live(one.task).then(one.resolve, one.reject).finally(goOn);
  };
  for (let lane = 0; lane < atOnce; lane += 1) goOn();
  return ends.map(({ promise }) => promise);
}

function live(task: YearTask): Promise<YearDone> {
  const { promise, resolve, reject } = Promise.withResolvers<YearDone>();
  // Most of what a year makes is soon garbage.
  const child = fork(new URL('./year-worker.ts', import.meta.url), { execArgv: ['--max-semi-space-size=64'] });
  child.once('message', (message) => resolve(YearDone.parse(message)));
  // After its message this changes nothing.
  child.once('exit', (code) => reject(new Error(`${nameOf(task)} ended with ${code} and said nothing`)));
  child.send(task);
  return promise;
}
