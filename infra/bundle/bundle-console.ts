import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type BuildOptions, build, type Metafile, type OutputFile } from 'esbuild';
import { consolePage } from './console-page.ts';
import { licencesOf } from './licences-of.ts';
import { sharedInOne } from './shared-in-one.ts';

/** What a browser loads before it shows the first place. */
export interface FirstLoad {
  /** Path below the console, and bytes as they are sent to a browser that takes no better than gzip. */
  readonly files: readonly { path: string; gzipBytes: number }[];
}

interface ConsoleBundleOptions {
  /** The project's root: paths in the output are relative to it, so that it is the same wherever the project lies. */
  readonly projectRoot: string;
  /** The folder with `main.tsx`. */
  readonly consoleDir: string;
  readonly outDir: string;
}

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

/** Where the console lies below the address of the API. */
const BASE = '/console/';

/**
 * Bundles the console into `<outDir>`: a page, and beside it hashed files, each with its `.br` and `.gz`.
 *
 * Every place that is imported when somebody goes there is a file of its own. All styles are one, since a browser would have to wait
 * for those of a place when it is already there. The output depends on nothing but the sources.
 */
export async function bundleConsole({ projectRoot, consoleDir, outDir }: ConsoleBundleOptions): Promise<FirstLoad> {
  const common = {
    ...browserOptions,
    absWorkingDir: projectRoot,
    // Not where the files go: as for the functions, what they are relative to.
    outdir: 'bundle',
  } satisfies BuildOptions;
  const files = new Map<string, Uint8Array>();
  const add = ({ path, contents }: OutputFile): string => {
    const file = relative(join(projectRoot, 'bundle'), path);
    files.set(file, contents);
    return BASE + file;
  };
  // A worker is a file of its own, whose address the scripts have to know: it comes first.
  const worker = await build({ ...common, entryPoints: { 'chain-worker': join(consoleDir, 'audit/chain-worker.ts') } });
  const options = {
    ...common,
    entryPoints: { main: join(consoleDir, 'main.tsx') },
    define: { HOLDFAST_CHAIN_WORKER: JSON.stringify(worker.outputFiles.map(add)[0]) },
  } satisfies BuildOptions;
  const whole = await build({ ...options, splitting: false });
  const plugins = [sharedInOne(whole.metafile, projectRoot, join(consoleDir, 'main.tsx'))];
  const scripts = await build({ ...options, splitting: true, plugins });
  for (const file of [
    ...scripts.outputFiles.filter(({ path }) => !path.endsWith('.css')),
    ...whole.outputFiles.filter(({ path }) => path.endsWith('.css')),
  ]) {
    add(file);
  }
  const styles = [...files.keys()].filter((path) => path.endsWith('.css'));
  const [entry = '', ...preloads] = scriptsOfEntry(scripts.metafile);
  const page = consolePage({
    script: BASE + entry,
    preloads: preloads.map((path) => BASE + path),
    styles: styles.map((path) => BASE + path),
  });
  files.set('index.html', new TextEncoder().encode(page));
  files.set('licences.txt', new TextEncoder().encode(await licencesOf(scripts.metafile, projectRoot)));
  const sizes = await Promise.all([...files].map(([path, contents]) => writeCompressed(join(outDir, path), contents)));
  const gzipBytesOf = new Map([...files.keys()].map((path, at) => [path, sizes[at] ?? 0]));
  const first = ['index.html', entry, ...preloads, ...styles];
  return { files: first.map((path) => ({ path, gzipBytes: gzipBytesOf.get(path) ?? 0 })) };
}

const browserOptions = {
  write: false,
  bundle: true,
  platform: 'browser',
  // Browsers of the last two years: https://caniuse.com/css-nesting
  target: ['es2022', 'chrome120', 'firefox121', 'safari17.4'],
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'none',
  entryNames: 'assets/[name]-[hash]',
  chunkNames: 'assets/[name]-[hash]',
  assetNames: 'assets/[name]-[hash]',
  publicPath: BASE,
  loader: { '.svg': 'file' },
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The script of the page, and those that it imports at once, however far: each would be found only when the one before is there. */
function scriptsOfEntry({ outputs }: Metafile): string[] {
  const [entry] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('main.tsx') === true) ?? [];
  if (entry === undefined) throw new Error('the bundle of the console has no main.tsx');
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && imported.endsWith('.js')) found.add(imported);
    }
  }
  return [...found].map((path) => relative('bundle', path));
}

/** @returns bytes of the file in gzip */
async function writeCompressed(file: string, contents: Uint8Array): Promise<number> {
  const [br, gz] = await Promise.all([
    inBrotli(contents, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
      },
    }),
    inGzip(contents, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await mkdir(dirname(file), { recursive: true });
  await Promise.all([writeFile(file, contents), writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  return gz.length;
}
