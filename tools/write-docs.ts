import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { openApi } from '../shared/api/description/open-api.ts';
import { ROUTES } from '../shared/api/routes.ts';
import { apiPage } from './api-page.ts';
import { clientTypes } from './client-types.ts';
import { coldStartTable } from './cold-start-table.ts';
import { eventsPage } from './events-page.ts';
import { examplePage } from './example-page.ts';
import { EXAMPLES } from './examples/examples.ts';
import { formShapes } from './form-shapes.ts';
import { jiraCallsTable } from './jira-calls-table.ts';
import { listUnitsTable } from './list-units-table.ts';
import { messageSchema } from './source-page.ts';
import { standardsPage } from './standards-page.ts';
import { sweepsTable } from './sweeps-table.ts';
import { templatesTable } from './templates-table.ts';
import { verisPage } from './veris-page.ts';

/** Writes what is made from code, data and measurements: whole pages, and the README's tables of the bench. */
await writeFile(new URL('../docs/events.md', import.meta.url), eventsPage());
await writeFile(new URL('../docs/standards.md', import.meta.url), standardsPage());
await writeFile(new URL('../docs/veris.md', import.meta.url), verisPage());
await writeFile(new URL('../client/api.ts', import.meta.url), await clientTypes());
await writeFile(new URL('../console/forms/shapes.json', import.meta.url), formShapes());
await writeFile(new URL('../docs/api.md', import.meta.url), apiPage());
await writeFile(new URL('../docs/openapi.json', import.meta.url), `${JSON.stringify(openApi(ROUTES), undefined, 2)}\n`);

const examples = new URL('../docs/examples/', import.meta.url);
await mkdir(examples, { recursive: true });
for (const example of EXAMPLES) await writeFile(new URL(`${example.file}.md`, examples), examplePage(example));

const readme = new URL('../README.md', import.meta.url);
const results = await readFile(new URL('../test/bench/results.json', import.meta.url), 'utf8');
const table = `<!-- bench -->\n\n${coldStartTable(JSON.parse(results))}\n<!-- /bench -->`;
const lists = `<!-- lists -->\n\n${listUnitsTable(JSON.parse(results))}\n<!-- /lists -->`;
const sweeps = `<!-- sweeps -->\n\n${sweepsTable(JSON.parse(results))}\n<!-- /sweeps -->`;
const calls = `<!-- create -->\n\n${jiraCallsTable(JSON.parse(results))}\n<!-- /create -->`;
await writeFile(
  readme,
  (await readFile(readme, 'utf8'))
    .replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, () => table)
    .replace(/<!-- create -->[\s\S]*<!-- \/create -->/, () => calls)
    .replace(/<!-- sweeps -->[\s\S]*<!-- \/sweeps -->/, () => sweeps)
    .replace(/<!-- lists -->[\s\S]*<!-- \/lists -->/, () => lists),
);

const guide = new URL('../docs/guide.md', import.meta.url);
const templates = `<!-- templates -->\n\n${templatesTable()}\n\n<!-- /templates -->`;
await writeFile(
  guide,
  (await readFile(guide, 'utf8')).replace(/<!-- templates -->[\s\S]*<!-- \/templates -->/, () => templates),
);

const holdfastJson = new URL('../docs/sources/holdfast-json.md', import.meta.url);
const schema = `<!-- schema -->\n\n${messageSchema()}\n\n<!-- /schema -->`;
await writeFile(
  holdfastJson,
  (await readFile(holdfastJson, 'utf8')).replace(/<!-- schema -->[\s\S]*<!-- \/schema -->/, () => schema),
);
