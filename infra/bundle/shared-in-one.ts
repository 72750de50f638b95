import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

/**
 * Puts all that the page loads at first into one file. esbuild makes a file of what is needed by the same places, and so a dozen small ones of what the
 * page and some of its places need: each place is told here that it needs all that the page has, which is there by then anyway.
 *
 * @param metafile of a bundle of the same sources without splitting
 * @param shared the module with which the page begins; absolute
 */
export function sharedInOne({ inputs }: Metafile, projectRoot: string, shared: string): Plugin {
  const places = new Set(
    Object.values(inputs).flatMap(({ imports }) =>
      imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path),
    ),
  );
  return {
    name: 'shared-in-one',
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/, namespace: 'file' }, async ({ path }) => {
        if (!places.has(relative(projectRoot, path).replaceAll('\\', '/'))) return undefined;
        const way = relative(dirname(path), shared).replaceAll('\\', '/');
        const contents = `${await readFile(path, 'utf8')}\nimport ${JSON.stringify(way.startsWith('.') ? way : `./${way}`)};\n`;
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}
