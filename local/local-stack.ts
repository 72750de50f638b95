import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type ApiClient, apiClient } from './api-client.ts';
import { startApiDoor } from './api-door.ts';
import { cdk } from './cdk.ts';
import { DEFAULT_PLAN, type DemoPlan } from './demo/demo-plan.ts';
import { type Emulator, startEmulator } from './emulator/start-emulator.ts';
import { deployLookAgain } from './evidence-source/deploy-look-again.ts';
import { type PhishingSimulation, startPhishingSimulation } from './evidence-source/phishing-simulation.ts';
import { type JiraSimulator, type JiraSimulatorOptions, startJiraSimulator } from './jira-simulator/simulator.ts';
import type { LocalPerson } from './local-people.ts';
import { letIn, scannerToken, signInAs } from './sign-in.ts';
import { readOutputs, type StackOutputs } from './stack-outputs.ts';

const STACK = 'HoldfastDemo';
const ACCOUNT = '000000000000';

/** Holdfast on this machine, wherever it runs: the whole loop can be walked on it. */
export type LocalStack = {
  jira: JiraSimulator;
  /** What its people call things there. */
  plan: DemoPlan;
  /** Source of evidence that can be asked. */
  simulation: PhishingSimulation;
  outputs: StackOutputs;
  apiUrl: string;
  /** Address under which a browser signs in. */
  pagesUrl: string;
  /** Lets a person in, who may then sign in with it. @returns their password, the same each time */
  passwordOf: (person: LocalPerson) => Promise<string>;
  webhookUrl: string;
  webhookSecret: string;
  /** Output of the functions; gone after `stop`. */
  logFile: string;
  /** Signs a person in at the sign-in page, by authorization code with PKCE. */
  as: (person: LocalPerson) => Promise<ApiClient>;
  /** Signs the scanner in, the one program of the demo. */
  asScanner: () => Promise<ApiClient>;
  /** Runs a function that a schedule would run. @throws Error with what the function said when it fails */
  invoke: (functionName: string) => Promise<unknown>;
  /** A file of the report bucket. */
  report: (key: string) => Promise<string>;
  stop: () => Promise<void>;
};

export type EmulatedStack = LocalStack & { emulator: Emulator };

/** Told what is going on, one line at a time. */
export type Progress = (line: string) => void;

export type LocalStackOptions = {
  /** The configuration of the deployment, by a path from the project's root. */
  config?: string;
  /** Environment for the configuration, besides the address of the Jira simulator. */
  configEnv?: Record<string, string>;
  /** What is other about the Jira beside it. */
  jiraOptions?: Partial<JiraSimulatorOptions>;
  /** Folder of the installed emulator. */
  emulatorDir?: string;
  /** Ends the start where it is, and leaves nothing of it. */
  signal?: AbortSignal | undefined;
};

/**
 * Deploys the real app on the emulator, beside a Jira site of its own, and connects the two as an operator would: the
 * secrets, the webhook. Everything listens on free ports of loopback and ends with `stop`.
 */
export async function startLocalStack(
  progress: Progress,
  {
    config = 'local/demo/demo.config.ts',
    configEnv = {},
    jiraOptions = {},
    emulatorDir,
    signal,
  }: LocalStackOptions = {},
): Promise<EmulatedStack> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-stack-'));
  const webhookSecret = randomBytes(24).toString('hex');
  const jira = await startJiraSimulator({ ...jiraOptions, webhookSecret });
  const simulation = await startPhishingSimulation();
  const door = await startApiDoor();
  let emulator: Emulator | undefined;
  const stop = async () => {
    await Promise.allSettled([jira.close(), simulation.close(), door.close(), emulator?.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    progress('starting the AWS emulator');
    emulator = await startEmulator({
      enforceIam: true,
      log: progress,
      signal,
      ...(emulatorDir === undefined ? {} : { workDir: emulatorDir }),
    });
    const settings = {
      config,
      env: {
        ...configEnv,
        HOLDFAST_JIRA_SITE: jira.url,
        HOLDFAST_SIGN_IN_URL: emulator.endpoint,
        HOLDFAST_API_URL: door.url,
      },
    };
    const outputs = await deploy(emulator, settings, folder, progress, signal);
    signal?.throwIfAborted();
    const clients = clientsFor(emulator);
    await deployLookAgain(clientSettings(emulator), simulation.url);
    await writeSecrets(clients.secrets, outputs, { ...jira.credentials, webhookSecret });
    // By path, because Node does not resolve the subdomains of localhost that the API's own address has.
    const apiUrl = `${emulator.endpoint}/_aws/execute-api/${outputs.ApiId}/$default`;
    door.leadTo(apiUrl);
    const webhookUrl = `${apiUrl}/webhooks/jira`;
    jira.addWebhook({ url: webhookUrl });
    const passwords = new Map<string, Promise<string>>();
    const passwordOf = (person: LocalPerson): Promise<string> => {
      const password = passwords.get(person.email) ?? letIn(clients.pool, outputs, person);
      passwords.set(person.email, password);
      return password;
    };
    return {
      emulator,
      jira,
      plan: DEFAULT_PLAN,
      simulation,
      outputs,
      apiUrl,
      pagesUrl: door.url,
      webhookUrl,
      webhookSecret,
      logFile: emulator.logFile,
      passwordOf,
      as: async (person) => apiClient(apiUrl, await signInAs(apiUrl, person, await passwordOf(person))),
      asScanner: async () =>
        apiClient(apiUrl, await scannerToken(clients.pool, outputs, `${emulator?.endpoint ?? ''}/oauth2/token`)),
      invoke: (functionName) => invoke(clients.functions, functionName),
      report: async (Key) => {
        const { Body } = await clients.files.send(new GetObjectCommand({ Bucket: outputs.ReportBucketName, Key }));
        return (await Body?.transformToString()) ?? '';
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function deploy(
  emulator: Emulator,
  { config, env: configEnv }: { config: string; env: Record<string, string> },
  folder: string,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<StackOutputs> {
  const how = { env: { ...emulator.env, ...configEnv }, signal };
  const app = join(folder, 'cdk.out');
  const context = ['-c', `config=${config}`, '-c', `stackName=${STACK}`, '-c', 'emulator=true'];
  progress('preparing the account and the app (cdk bootstrap, cdk synth)');
  // Both to their end, whatever happens to the other: each cleans up behind itself.
  const prepared = await Promise.allSettled([
    // From a folder without an app, so that the two need not wait for each other.
    cdk(['bootstrap', `aws://${ACCOUNT}/${emulator.env.AWS_REGION ?? ''}`], { ...how, cwd: folder }),
    cdk(['synth', '--quiet', '--output', app, ...context], how),
  ]);
  for (const one of prepared) if (one.status === 'rejected') throw one.reason;
  progress('deploying the app (cdk deploy)');
  const outputsFile = join(folder, 'outputs.json');
  const options = ['--method', 'direct', '--require-approval', 'never', '--outputs-file', outputsFile];
  await cdk(['deploy', STACK, '--app', app, ...options], how);
  return readOutputs(outputsFile, STACK);
}

const clientSettings = ({ endpoint, env }: Emulator) => ({
  endpoint,
  region: env.AWS_REGION ?? 'eu-central-1',
  credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '' },
});

function clientsFor(emulator: Emulator) {
  const shared = clientSettings(emulator);
  return {
    pool: new CognitoIdentityProviderClient(shared),
    functions: new LambdaClient(shared),
    files: new S3Client({ ...shared, forcePathStyle: true }),
    secrets: new SecretsManagerClient(shared),
  };
}

async function writeSecrets(
  secrets: SecretsManagerClient,
  { JiraApiSecretArn, JiraWebhookSecretArn }: StackOutputs,
  { email, apiToken, webhookSecret }: { email: string; apiToken: string; webhookSecret: string },
): Promise<void> {
  const write = (SecretId: string, value: object) =>
    secrets.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(value) }));
  await write(JiraApiSecretArn, { email, apiToken });
  await write(JiraWebhookSecretArn, { secret: webhookSecret });
}

async function invoke(functions: LambdaClient, FunctionName: string): Promise<unknown> {
  const { Payload, FunctionError } = await functions.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
  const said = Payload === undefined ? '' : Buffer.from(Payload).toString('utf8');
  if (FunctionError !== undefined) throw new Error(`${FunctionName} failed: ${said}`);
  return said === '' ? undefined : JSON.parse(said);
}
