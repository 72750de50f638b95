import { readFile } from 'node:fs/promises';

const table = new URL('../../../console/router/places.ts', import.meta.url);

/** The paths of all places of the console, as its router knows them. */
export async function placePaths(): Promise<string[]> {
  const text = await readFile(table, 'utf8');
  return [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path);
}
