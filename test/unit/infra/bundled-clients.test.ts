import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions, type FunctionBundles } from '../../../infra/bundle/bundle.ts';
import { functionNames } from '../../../runtime/function-names.ts';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';

let folder: string;
let bundles: FunctionBundles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-clients-'));
  bundles = await bundleFunctions({ config: DEFAULT_CONFIG, outDir: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Packages that talk to somebody, or take long to load. */
const WATCHED = /node_modules\/(@aws-sdk\/client-[a-z0-9-]+|jira\.js|hono|aws-cdk-lib|playwright-core)\//;

const JIRA_WORKER = ['@aws-sdk/client-dynamodb', '@aws-sdk/client-secrets-manager', 'jira.js'];
const EXPECTED: Record<(typeof functionNames)[number], string[]> = {
  'receive-webhook': ['@aws-sdk/client-dynamodb', '@aws-sdk/client-secrets-manager'],
  'receive-bus-event': ['@aws-sdk/client-dynamodb'],
  'publish-events': ['@aws-sdk/client-eventbridge'],
  'open-post-mortem': JIRA_WORKER,
  'close-post-mortem': ['@aws-sdk/client-dynamodb'],
  'keep-lists': ['@aws-sdk/client-dynamodb'],
  'record-api': ['@aws-sdk/client-dynamodb', '@aws-sdk/client-lambda', '@aws-sdk/client-s3', 'hono'],
  'describe-sign-in': [],
  session: ['@aws-sdk/client-dynamodb', '@aws-sdk/client-secrets-manager'],
  'serve-console': [],
  'record-signal': ['@aws-sdk/client-dynamodb'],
  'create-remediation': JIRA_WORKER,
  'sync-remediation': JIRA_WORKER,
  'reopen-remediation': JIRA_WORKER,
  'judge-remediation': ['@aws-sdk/client-dynamodb'],
  'ask-source': ['@aws-sdk/client-dynamodb', '@aws-sdk/client-lambda'],
  'judge-due-remediation': ['@aws-sdk/client-dynamodb'],
  'sweep-incidents': JIRA_WORKER,
  'sweep-remediation': JIRA_WORKER,
  'audit-tickets': JIRA_WORKER,
  doctor: JIRA_WORKER,
  'verify-remediation': ['@aws-sdk/client-dynamodb', '@aws-sdk/client-sqs'],
  'anchor-chains': ['@aws-sdk/client-dynamodb', '@aws-sdk/client-s3'],
  'publish-report': ['@aws-sdk/client-dynamodb', '@aws-sdk/client-s3'],
  'receive-evidence': ['@aws-sdk/client-dynamodb', '@aws-sdk/client-s3'],
};

describe('the bundle of', () => {
  it.each(functionNames)('%s holds the clients that it uses, and no other', (name) => {
    const inputs = Object.entries(bundles.metafile.outputs[`bundle/${name}/index.mjs`]?.inputs ?? {});
    const clients = inputs
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([file]) => WATCHED.exec(file)?.[1] ?? []);
    expect([...new Set(clients)].toSorted()).toEqual(EXPECTED[name]);
  });

  it.each(functionNames)('%s takes credentials from the environment, and holds no other way to them', (name) => {
    const inputs = Object.keys(bundles.metafile.outputs[`bundle/${name}/index.mjs`]?.inputs ?? {});
    const providers = inputs.flatMap(
      (file) => /@(?:aws-sdk|smithy)\/(credential-provider-[a-z-]+)\//.exec(file)?.[1] ?? [],
    );
    // What calls nothing of AWS needs none.
    expect([...new Set(providers)]).toEqual(EXPECTED[name].length === 0 ? [] : ['credential-provider-env']);
  });
});
