import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../../infra/bundle/bundle.ts';
import { functionNames } from '../../../runtime/function-names.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';

const source = `
import config from '#config';
import * as z from 'zod';
export const handler = async () => z.string().parse(config.schedules.timezone);
`;
const config = parseConfig({ schedules: { timezone: 'Europe/Berlin' } });

let folder: string;
let functionsDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-bundle-test-'));
  functionsDir = join(folder, 'functions');
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const name of functionNames) {
    await mkdir(join(functionsDir, name), { recursive: true });
    await writeFile(join(functionsDir, name, 'index.ts'), source);
  }
});
afterAll(() => rm(folder, { recursive: true }));

const bundleInto = (place: string) => bundleFunctions({ config, outDir: join(folder, place), functionsDir });

describe('a bundle', () => {
  it('runs by itself and holds the validated config', async () => {
    const bundles = await bundleInto('alone');
    const script = "import('./index.mjs').then(async ({ handler }) => console.log(await handler()))";

    const printed = execFileSync(process.execPath, ['-e', script], { cwd: bundles.folderOf('record-api') });

    expect(printed.toString()).toBe('Europe/Berlin\n');
  });

  it('speaks English only', async () => {
    const { metafile } = await bundleInto('english');
    const bundled = Object.entries(metafile.outputs['bundle/record-api/index.mjs']?.inputs ?? {});
    const locales = bundled.filter(([file, { bytesInOutput }]) => file.includes('/locales/') && bytesInOutput > 0);

    expect(locales.map(([file]) => file)).toEqual(['node_modules/zod/v4/locales/en.js']);
  });

  it('is the same wherever it is written, so that unchanged code is not deployed again', async () => {
    const [first, second] = await Promise.all(
      ['here', 'elsewhere/deeper'].map(async (place) => {
        const bundles = await bundleInto(place);
        const read = (file: string) => readFile(join(bundles.folderOf('record-api'), file), 'utf8');
        return { code: await read('index.mjs'), map: await read('index.mjs.map') };
      }),
    );

    expect(first).toEqual(second);
  });
});
