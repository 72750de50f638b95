import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleFunctions } from '../../infra/bundle/bundle.ts';
import { functionNames } from '../../runtime/function-names.ts';
import { DEFAULT_CONFIG } from '../../shared/domain/policy/policy.ts';

const run = promisify(execFile);
const RUNS = 9;

/** Environment that every function needs to be imported. Names only; nothing is called then. */
export const ENVIRONMENT = {
  TABLE_NAME: 'records',
  EVENT_BUS_NAME: 'holdfast',
  REPORT_BUCKET_NAME: 'reports',
  ANCHOR_BUCKET_NAME: 'anchors',
  EVIDENCE_BUCKET_NAME: 'evidence',
  EXPORT_BUCKET_NAME: 'exports',
  PUBLISH_REPORT_FUNCTION_NAME: 'publish-report',
  DUE_FIX_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/000000000000/due-fixes',
  JIRA_API_SECRET_ARN: 'arn',
  JIRA_WEBHOOK_SECRET_ARN: 'arn',
  PROGRAM_CLIENTS: '{}',
  PEOPLE_CLIENTS: 'web command-line',
  API_URL: 'https://api.example.com/',
  ISSUER: 'https://issuer.example.com',
  SIGN_IN_URL: 'https://sign-in.example.com',
  COMMAND_LINE_CLIENT: 'command-line',
  WEB_CLIENT: 'web',
  STORAGE_ORIGINS: 'https://evidence.s3.eu-central-1.amazonaws.com',
  SESSION_SECRET_ARN: 'arn',
  AWS_REGION: 'eu-central-1',
  POWERTOOLS_DEV: 'true',
};

export type BundleFigures = {
  name: string;
  /** Kilobytes of the minified bundle. */
  kilobytes: number;
  /** Median milliseconds to import it in a fresh process. */
  importMs: number;
  /** Median import time as a multiple of that of an empty module, run by run. */
  timesEmpty: number;
};

/**
 * Measures what every cold start pays: how large each bundle is, and how long its import takes in a process of its own.
 * Each run imports all of them in turn with an empty module, so that a slow moment of the machine hits all alike.
 */
export async function measureBundles(): Promise<{
  node: string;
  runs: number;
  emptyMs: number;
  bundles: BundleFigures[];
}> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bench-'));
  try {
    await bundleFunctions({ config: DEFAULT_CONFIG, outDir: folder });
    const empty = join(folder, 'empty.mjs');
    await writeFile(empty, 'export const handler = () => {};\n');
    const files = functionNames.map((name) => join(folder, name, 'index.mjs'));
    const rounds: number[][] = [];
    for (let round = 0; round < RUNS; round += 1) {
      const times: number[] = [];
      for (const file of [empty, ...files]) times.push(await importMs(file));
      rounds.push(times);
    }
    const ofColumn = (column: number) => rounds.map((times) => times[column] ?? 0);
    const bundles = await Promise.all(
      functionNames.map(async (name, index) => ({
        name,
        kilobytes: Math.round((await stat(files[index] ?? '')).size / 1_024),
        importMs: rounded(median(ofColumn(index + 1))),
        timesEmpty: rounded(median(rounds.map((times) => (times[index + 1] ?? 0) / (times[0] ?? 1)))),
      })),
    );
    return { node: process.version, runs: RUNS, emptyMs: rounded(median(ofColumn(0))), bundles };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importMs(file: string): Promise<number> {
  const code = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], {
    env: { PATH: process.env.PATH, ...ENVIRONMENT },
  });
  return Number(stdout.trim().split('\n').at(-1));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
