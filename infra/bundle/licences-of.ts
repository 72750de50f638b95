import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/**
 * The licences of the packages in a bundle, one under the other: their authors ask that they go with every copy, and a browser gets one.
 *
 * @throws Error for a package without a licence in a file of its own
 */
export async function licencesOf({ inputs }: Metafile, projectRoot: string): Promise<string> {
  const packages = new Set(Object.keys(inputs).flatMap((path) => PACKAGE.exec(path)?.[1] ?? []));
  const texts = [...packages].toSorted().map(async (name) => {
    const folder = join(projectRoot, 'node_modules', name);
    const file = (await readdir(folder)).find((one) => /^licen[cs]e(\.|$)/i.test(one));
    if (file === undefined) throw new Error(`${name} is in the console, and has no file with its licence`);
    return `${name}\n${'='.repeat(name.length)}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
  });
  return (await Promise.all(texts)).join('\n\n');
}

const PACKAGE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//;
