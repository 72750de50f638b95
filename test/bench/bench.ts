import { writeFile } from 'node:fs/promises';
import { coldStartTable } from '../../tools/cold-start-table.ts';
import { measureBundles } from './bundles.ts';
import { measureDueFixes } from './due-fixes.ts';
import { dueFixesTable } from './due-fixes-table.ts';

/** Prints what the code costs at a cold start and with many fixes, and keeps the figures in `results.json` beside this file. */
const { node, runs, emptyMs, bundles } = await measureBundles();
console.log(`Cold start, Node ${node}, medians of ${runs} runs; an empty module takes ${emptyMs} ms\n`);
const coldStart = { node, runs, emptyMs, bundles };
console.log(coldStartTable({ coldStart }));
const dueFixes = await measureDueFixes();
console.log(dueFixesTable(dueFixes));
const results = new URL('results.json', import.meta.url);
await writeFile(results, `${JSON.stringify({ coldStart, dueFixes }, null, 2)}\n`);
