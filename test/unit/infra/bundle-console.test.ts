import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveConsoleHandler } from '../../../functions/serve-console/handler.ts';
import { readConsoleFiles } from '../../../functions/serve-console/read-console-files.ts';
import { bundleConsole, type FirstLoad } from '../../../infra/bundle/bundle-console.ts';

/** What a first visit may cost, so that it is there in a moment on a telephone, too. */
const AIM_BYTES = 90_000;
const LIMIT_BYTES = 150_000;

const SOURCES = {
  'main.tsx':
    "import './base.css'; import { shared } from './shared.ts'; shared(); void import('./place.tsx'); void import('./other.tsx');",
  'other.tsx': "import { deeper } from './deeper.ts'; console.log('other', deeper);",
  'shared.ts': "import { deeper } from './deeper.ts'; export const shared = () => console.log('shared', deeper);",
  'deeper.ts': "export const deeper = 'deeper';",
  'place.tsx':
    "import './place.css'; import { shared } from './shared.ts'; shared(); document.title = HOLDFAST_CHAIN_WORKER;",
  'base.css': '@layer base { p { color: red } }',
  'place.css': '@layer place { p { margin: 0 } }',
  'audit/chain-worker.ts': "self.addEventListener('message', () => self.postMessage('done'));",
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-console-bundle-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function bundleOf(sources: Record<string, string>, name: string) {
  const [projectRoot, outDir] = [join(folder, name), join(folder, `${name}-out`)];
  await mkdir(join(projectRoot, 'console'), { recursive: true });
  for (const [file, text] of Object.entries({ 'audit/chain-worker.ts': '', ...sources })) {
    const path = join(projectRoot, 'console', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const first = await bundleConsole({ projectRoot, consoleDir: join(projectRoot, 'console'), outDir });
  const paths = (await readdir(outDir, { recursive: true })).filter((path) => path.includes('.')).toSorted();
  const files = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(outDir, path))] as const)),
  );
  return { first, files, outDir };
}

const textOf = (files: Map<string, Buffer>, path: string) => (files.get(path) ?? Buffer.alloc(0)).toString();

describe('the bundle of a console', () => {
  it('has the licences of what it is made of, and is not made of what has none', async () => {
    const part = (name: string) => ({ [`../node_modules/${name}/index.js`]: `export const part = '${name}';` });
    const main = (name: string) => ({ ...SOURCES, 'main.tsx': `import { part } from '${name}'; console.log(part);` });
    const licence = { '../node_modules/@some/part/LICENSE.md': 'As you like it.' };
    const { files } = await bundleOf({ ...part('@some/part'), ...licence, ...main('@some/part') }, 'licensed');
    expect(textOf(files, 'licences.txt')).toContain('@some/part\n==========\n\nAs you like it.');
    await expect(bundleOf({ ...part('bare'), ...main('bare') }, 'unlicensed')).rejects.toThrow(
      'no file with its licence',
    );
  });

  it('is the same wherever its sources lie, and other where one of them is', async () => {
    const [here, there] = [await bundleOf(SOURCES, 'here'), await bundleOf(SOURCES, 'elsewhere/deeper')];
    const other = await bundleOf({ ...SOURCES, 'deeper.ts': "export const deeper = 'other';" }, 'other');
    expect(there.files).toEqual(here.files);
    expect([...other.files.keys()]).not.toEqual([...here.files.keys()]);
  });

  it('loads at first what its page names, shares it in one file, has all styles in one, and places apart', async () => {
    const { first, files } = await bundleOf(SOURCES, 'first');
    const page = textOf(files, 'index.html');
    const [, main, shared, styles] = first.files.map(({ path }) => path);
    expect(first.files).toHaveLength(4);
    expect([...page.matchAll(/(?:src|href)="\/console\/([^"]+)"/g)].map(([, path]) => path).toSorted()).toEqual(
      [main, shared, styles].toSorted(),
    );
    expect(page).toContain(`<link rel="modulepreload" href="/console/${shared}">`);
    expect(textOf(files, styles ?? '')).toMatch(/color:red.*margin:0/);
    expect([...files.keys()].filter((path) => path.endsWith('.css'))).toEqual([styles]);
    const place = [...files.keys()].find((path) => /^assets\/place-\w{8}\.js$/.test(path)) ?? '';
    expect([textOf(files, place), textOf(files, main ?? '')]).toEqual([
      expect.stringContaining('document.title'),
      expect.not.stringContaining('document.title'),
    ]);
  });

  it('has the worker as a file of its own, which the scripts know by its address', async () => {
    const { first, files } = await bundleOf(SOURCES, 'worker');
    const [worker = ''] = [...files.keys()].filter((path) => /chain-worker-\w+\.js$/.test(path));
    expect(textOf(files, worker)).toContain('postMessage("done")');
    expect([...files.values()].some((file) => file.toString().includes(`title="/console/${worker}"`))).toBe(true);
    expect(first.files.map(({ path }) => path)).not.toContain(worker);
  });

  it('holds each file in both encodings, so that none is packed while somebody waits', async () => {
    const { files } = await bundleOf(SOURCES, 'packed');
    const plain = [...files.keys()].filter((path) => !/\.(br|gz)$/.test(path));
    for (const path of plain) {
      const text = textOf(files, path);
      expect(brotliDecompressSync(files.get(`${path}.br`) ?? '').toString()).toBe(text);
      expect(gunzipSync(files.get(`${path}.gz`) ?? '').toString()).toBe(text);
    }
    expect(files.size).toBe(plain.length * 3);
  });
});

describe('the console of the project', () => {
  let first: FirstLoad;
  let outDir: string;
  beforeAll(async () => {
    outDir = join(folder, 'project');
    first = await bundleConsole({ projectRoot: resolve('.'), consoleDir: resolve('console'), outDir });
  });

  it('has a page in which no script and no style stands, so that its policy can forbid them', async () => {
    const page = await readFile(join(outDir, 'index.html'), 'utf8');
    const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts.map(([, attributes, text]) => [attributes, text])).toEqual([
      [expect.stringMatching(/^ type="module" src="\/console\/assets\/main-\w{8}\.js"$/), ''],
    ]);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    expect(page).toMatch(/<noscript>.+<\/noscript>/);
  });

  it('is served whole: each file that its page and its scripts name is there', async () => {
    const files = readConsoleFiles(outDir);
    const serve = serveConsoleHandler({ files, storageOrigins: [] });
    const named = [...files.entries()].flatMap(([, { bodies }]) =>
      [
        ...Buffer.from(bodies.identity, 'base64')
          .toString()
          .matchAll(/["'(]\/console\/(assets\/[^"')]+)/g),
      ].map(([, path = '']) => path),
    );
    const answers = await Promise.all(
      [...new Set(named)].map((proxy) =>
        serve({ routeKey: 'GET /console/{proxy+}', pathParameters: { proxy }, headers: {} }),
      ),
    );
    expect(answers.length).toBeGreaterThan(2);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
  });

  it('is there in a moment: what a first visit loads is small', () => {
    const bytes = first.files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
    if (bytes > AIM_BYTES) console.warn(`the first visit of the console takes ${bytes} bytes; the aim is ${AIM_BYTES}`);
    expect(bytes).toBeLessThan(LIMIT_BYTES);
    expect(first.files.length).toBeLessThanOrEqual(8);
  });
});
