import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type Figures, tableOf } from './figures.ts';
import { runYear } from './run-year.ts';
import { HONEST, NOISY } from './truth/sources.ts';

/**
 * `npm run test:year` lives through a year of 300 incidents, once with sources that err and once with honest ones; `-- --seeds 5` does
 * so with five seeds from 1 on, or from `--seed S`. `--incidents`, `--days` and `--only honest` make it smaller.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    incidents: { type: 'string', default: '300' },
    days: { type: 'string', default: '365' },
    only: { type: 'string' },
  },
});
const Count = z.coerce.number().int().positive();
const first = Count.parse(values.seed);
const figures: Figures[] = [];
let isKept = true;
for (let seed = first; seed < first + Count.parse(values.seeds); seed += 1) {
  for (const [kind, noise] of [
    ['noisy', NOISY],
    ['honest', HONEST],
  ] as const) {
    if (values.only !== undefined && values.only !== kind) continue;
    const startedAt = Date.now();
    const name = `${kind} ${seed}`;
    const options = { seed, noise, incidents: Count.parse(values.incidents), days: Count.parse(values.days) };
    const result = await runYear(name, options);
    figures.push(result.figures);
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(0);
    const count = result.violations.length;
    console.log(count === 0 ? `${name}: every promise was kept, ${seconds} s` : `${result.report()}\n${seconds} s`);
    isKept &&= count === 0;
  }
}
for (const kind of ['noisy', 'honest']) {
  const ofKind = figures.filter(({ seed }) => seed.startsWith(kind));
  if (ofKind.length > 0) console.log(`\n${tableOf(ofKind)}`);
}
process.exitCode = isKept ? 0 : 1;
