import { writeFile } from 'node:fs/promises';
import { coldStartTable } from '../../tools/cold-start-table.ts';
import { measureBundles } from './bundles.ts';

/** Prints what the code costs at a cold start, and keeps the figures in `results.json` beside this file. */
const { node, runs, emptyMs, bundles } = await measureBundles();
console.log(`Cold start, Node ${node}, medians of ${runs} runs; an empty module takes ${emptyMs} ms\n`);
const coldStart = { node, runs, emptyMs, bundles };
console.log(coldStartTable({ coldStart }));
const results = new URL('results.json', import.meta.url);
await writeFile(results, `${JSON.stringify({ coldStart }, null, 2)}\n`);
