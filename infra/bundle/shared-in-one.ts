import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

/**
 * Puts all that the page loads at first into one file. esbuild makes a file of what is needed by the same places, and so a dozen small ones of what the
 * page and some of its places need: each place is told here that it needs all that the page has, which is there by then anyway.
 *
 * @param metafile of a bundle of the same sources without splitting
 * @param shared the module with which the page begins; absolute
 */
export function sharedInOne({ inputs, outputs }: Metafile, projectRoot: string, shared: string): Plugin {
  const places = new Set(
    Object.values(inputs).flatMap(({ imports }) =>
      imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path),
    ),
  );
  const common = inCommon(inputs, outputs, places).map((path) => join(projectRoot, path));
  const importOf = (from: string, to: string) => {
    const way = relative(dirname(from), to).replaceAll('\\', '/');
    return `\nimport ${JSON.stringify(way.startsWith('.') ? way : `./${way}`)};`;
  };
  return {
    name: 'shared-in-one',
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/, namespace: 'file' }, async ({ path }) => {
        const isPlace = places.has(relative(projectRoot, path).replaceAll('\\', '/'));
        if (!isPlace && path !== shared) return undefined;
        const more = isPlace ? [shared] : common;
        const contents = `${await readFile(path, 'utf8')}${more.map((to) => importOf(path, to)).join('')}\n`;
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

/** Places by which something is needed that comes with the page, though the page itself does without. */
const MANY = 3;
/** Bytes of a module, minified, above which it is worth a request of its own. */
const SMALL = 4_000;

/** Small modules that many places need: each would be a file of a few hundred bytes, found only when the place is there. */
function inCommon(inputs: Metafile['inputs'], outputs: Metafile['outputs'], places: ReadonlySet<string>): string[] {
  const neededBy = new Map<string, number>();
  for (const place of places) {
    const needed = new Set([place]);
    for (const path of needed) {
      for (const { path: imported, kind } of inputs[path]?.imports ?? []) {
        if (kind === 'import-statement') needed.add(imported);
      }
    }
    for (const path of needed) neededBy.set(path, (neededBy.get(path) ?? 0) + 1);
  }
  const sizes = new Map(
    Object.values(outputs).flatMap(({ inputs: parts }) =>
      Object.entries(parts).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const),
    ),
  );
  return [...neededBy]
    .filter(([path, times]) => times >= MANY && /\.tsx?$/.test(path) && !path.includes('node_modules'))
    .map(([path]) => path)
    .filter((path) => !places.has(path) && (sizes.get(path) ?? 0) < SMALL)
    .toSorted();
}
