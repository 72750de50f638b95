import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions, type FunctionBundles } from '../../../infra/bundle/bundle.ts';
import { type FunctionName, functionNames } from '../../../runtime/function-names.ts';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';

let folder: string;
let bundles: FunctionBundles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-sources-'));
  bundles = await bundleFunctions({ config: DEFAULT_CONFIG, outDir: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** They take from the registry, or say what the settings are. */
const KNOW_SOURCES: readonly FunctionName[] = [
  ...(['receive-webhook', 'receive-bus-event', 'open-post-mortem', 'sweep-incidents', 'doctor'] as const),
  'record-api',
];

/** Settings of one source, and its folder. */
const OF_A_SOURCE = /shared\/(domain\/ticket\/[a-z-]+-incidents\.ts|intake\/[a-z-]+\/)/;

const filesOfSources = (name: FunctionName): string[] =>
  Object.entries(bundles.metafile.outputs[`bundle/${name}/index.mjs`]?.inputs ?? {})
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && OF_A_SOURCE.test(file))
    .map(([file]) => file);

describe('what a source of incidents adds to a bundle', () => {
  it('is in those that know sources', () => {
    expect(KNOW_SOURCES.filter((name) => filesOfSources(name).length === 0)).toEqual([]);
  });

  it.each(functionNames.filter((name) => !KNOW_SOURCES.includes(name)))('is not in %s', (name) => {
    expect(filesOfSources(name)).toEqual([]);
  });
});
