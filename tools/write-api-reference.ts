import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { apiReference } from '../local/api-reference.ts';

/** Writes the description of the API as a page. It is made from what is in the repository, and too large to be kept there. */
const folder = new URL('../.holdfast/api/', import.meta.url);
await mkdir(folder, { recursive: true });
const page = new URL('index.html', folder);
await writeFile(page, await apiReference());
console.log(`Open ${fileURLToPath(page)}`);
