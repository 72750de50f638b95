import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const CONSOLE = join(import.meta.dirname, '../../../console');

/** Classes with which a selector of a stylesheet begins. */
const headsOf = (css: string): string[] =>
  [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)]
    .flatMap(([, selectors = '']) => selectors.split(','))
    .flatMap((selector) => /^\s*\.([\w-]+)/.exec(selector)?.[1] ?? []);

/** Once a place was visited, its styles stay: what it says of a class is then said of that class everywhere. */
it('gives no two places of the console a class in common, but for those of the common look', async () => {
  const files = await Array.fromAsync(glob('**/*.css', { cwd: CONSOLE }));
  const found = new Map<string, Set<string>>();
  for (const file of files) {
    for (const name of headsOf(await readFile(join(CONSOLE, file), 'utf8'))) {
      found.set(name, (found.get(name) ?? new Set()).add(file));
    }
  }
  const isLook = (file: string) => file.startsWith('look/');
  const shared = [...found].filter(([, where]) => where.size > 1 && ![...where].every(isLook));
  expect(found.size).toBeGreaterThan(200);
  expect(Object.fromEntries(shared.map(([name, where]) => [name, [...where].toSorted()]))).toEqual({});
});
