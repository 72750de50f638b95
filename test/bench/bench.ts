import { writeFile } from 'node:fs/promises';
import { measureBundles } from './bundles.ts';

/** Prints what the code costs at a cold start, and keeps the figures in `results.json` beside this file. */
const { node, runs, emptyMs, bundles } = await measureBundles();
console.log(`Cold start, Node ${node}, medians of ${runs} runs; an empty module takes ${emptyMs} ms\n`);
console.log('| function | bundle | import | × an empty module |');
console.log('| --- | ---: | ---: | ---: |');
for (const { name, kilobytes, importMs, timesEmpty } of bundles) {
  console.log(`| ${name} | ${kilobytes} KB | ${importMs} ms | ${timesEmpty} |`);
}
const results = new URL('results.json', import.meta.url);
await writeFile(results, `${JSON.stringify({ coldStart: { node, runs, emptyMs, bundles } }, null, 2)}\n`);
