import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { coldStartTable } from '../../tools/cold-start-table.ts';
import { jiraCallsTable } from '../../tools/jira-calls-table.ts';
import { listUnitsTable } from '../../tools/list-units-table.ts';
import { sweepsTable } from '../../tools/sweeps-table.ts';
import { measureBundles } from './bundles.ts';
import { measureCreation } from './creation.ts';
import { measureDueFixes } from './due-fixes.ts';
import { dueFixesTable } from './due-fixes-table.ts';
import { measureLists } from './lists.ts';
import { measureSweeps } from './sweeps.ts';
import { measureWebhooks, webhooksText } from './webhooks.ts';

/** Each part by its name, in the order in which all are measured. @returns what is kept of it */
const PARTS = {
  async 'cold-start'() {
    const { node, runs, emptyMs, bundles } = await measureBundles();
    console.log(`Cold start, Node ${node}, medians of ${runs} runs; an empty module takes ${emptyMs} ms\n`);
    const coldStart = { node, runs, emptyMs, bundles };
    console.log(coldStartTable({ coldStart }));
    return { coldStart };
  },
  async 'due-fixes'() {
    const dueFixes = await measureDueFixes();
    console.log(dueFixesTable(dueFixes));
    return { dueFixes };
  },
  async create() {
    const create = await measureCreation();
    console.log(jiraCallsTable({ jiraCalls: { create } }));
    return { jiraCalls: { create } };
  },
  async sweeps() {
    const sweeps = await measureSweeps();
    console.log(sweepsTable({ jiraCalls: { sweeps } }));
    return { jiraCalls: { sweeps } };
  },
  async lists() {
    const lists = await measureLists();
    console.log(listUnitsTable({ lists }));
    return { lists };
  },
  async webhooks() {
    const webhooks = await measureWebhooks();
    console.log(webhooksText(webhooks));
    return { webhooks };
  },
} as const;

const results = new URL('results.json', import.meta.url);
const Results = z.looseObject({ jiraCalls: z.record(z.string(), z.unknown()).default({}) });

/** Prints what the code costs at a cold start, with many fixes, and in calls of Jira, and keeps the figures in `results.json`. */
const wanted = z.array(z.enum(Object.keys(PARTS))).parse(process.argv.slice(2));
for (const [name, measure] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const measured = await measure();
  const known = Results.parse(JSON.parse(await readFile(results, 'utf8')));
  const jiraCalls = { ...known.jiraCalls, ...('jiraCalls' in measured ? measured.jiraCalls : {}) };
  await writeFile(results, `${JSON.stringify({ ...known, ...measured, jiraCalls }, null, 2)}\n`);
}
