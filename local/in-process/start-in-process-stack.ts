import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';
import { apiClient } from '../api-client.ts';
import { startApiDoor } from '../api-door.ts';
import { stackTopology } from '../aws-model/stack-topology.ts';
import { DEFAULT_PLAN, type DemoPlan } from '../demo/demo-plan.ts';
import { demoSettings } from '../demo/demo-settings.ts';
import { startEmbeddedDynamoDb } from '../dynamodb-engine.ts';
import { LOOK_AGAIN_FUNCTION, lookAgainAt, startPhishingSimulation } from '../evidence-source/phishing-simulation.ts';
import { addressesOf, loginOf } from '../jira-simulator/as-configured.ts';
import { startJiraSimulator } from '../jira-simulator/simulator.ts';
import type { LocalStack, Progress } from '../local-stack.ts';
import { programToken, signInAs } from '../sign-in.ts';
import { parseOutputs } from '../stack-outputs.ts';
import { startAwsCalls } from './aws-calls.ts';
import { eventBus } from './event-bus.ts';
import { startHttpGateway } from './http-gateway.ts';
import { issuerTokens } from './issuer-tokens.ts';
import { objectFiles } from './object-files.ts';
import { startOutboxStream } from './outbox-stream.ts';
import { createStackTable } from './record-table.ts';
import { stackFunctions } from './stack-functions.ts';
import { stackQueues } from './stack-queues.ts';
import { synthesizeApp } from './synthesize-app.ts';
import { startUserPool } from './user-pool.ts';

export type InProcessOptions = {
  settings?: (
    jiraSite: string,
    plan: DemoPlan,
    addresses: Partial<HoldfastConfigInput['jira']>,
    pagesUrl: string,
  ) => HoldfastConfigInput;
  /** The Jira beside it. */
  plan?: DemoPlan;
  /** Ends the start between two steps, and leaves nothing of it. */
  signal?: AbortSignal | undefined;
};

/**
 * The stack in this one process, for a machine on which no AWS emulator can run.
 *
 * ```
 *  the CDK app, synthesized ──▶ its functions, each bundle in a thread
 *  HTTP ─▶ routes, authorizers ─▶ function ─▶ embedded DynamoDB ─▶ stream ─▶ rules ─▶ queues ─▶ function ─▶ Jira, over HTTP
 * ```
 *
 * Code, table, routes, rules, queues and limits are read from the template, so they are those of a deployment. What is
 * not here: IAM, schedules (`invoke` runs what they would). The user pool is a small one of our own, and people sign in there
 * as they do everywhere.
 *
 * @param settings the configuration, for the address of the Jira simulator
 * @throws NoEmbeddedEngine where the embedded DynamoDB is missing, too
 */
export async function startInProcessStack(
  progress: Progress,
  { settings = demoSettings, plan = DEFAULT_PLAN, signal }: InProcessOptions = {},
): Promise<LocalStack> {
  const ends: (() => unknown)[] = [];
  /** The last that started ends first, and none keeps another from ending. */
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) {
      await Promise.resolve(end()).catch((error: unknown) => progress(`could not end: ${String(error)}`));
    }
  };
  try {
    return await start({ progress, settings, plan, signal, ends, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

type Start = Required<Pick<InProcessOptions, 'settings' | 'plan'>> & {
  progress: Progress;
  signal: AbortSignal | undefined;
  ends: (() => unknown)[];
  stop: () => Promise<void>;
};

async function start({ progress, settings, plan, signal, ends, stop }: Start): Promise<LocalStack> {
  const engine = await startEmbeddedDynamoDb();
  ends.push(engine.stop);
  signal?.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-in-process-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const webhookSecret = randomBytes(24).toString('hex');
  const jira = await startJiraSimulator({ webhookSecret, ...(plan.site === undefined ? {} : { site: plan.site }) });
  ends.push(jira.close);
  const simulation = await startPhishingSimulation();
  ends.push(simulation.close);

  progress('synthesizing the app, bundling its functions');
  const pool = await startUserPool();
  ends.push(pool.close);
  const door = await startApiDoor();
  ends.push(door.close);
  const config = parseConfig(withAddresses(settings(jira.url, plan, addressesOf(jira), door.url), pool.url, door.url));
  const app = await synthesizeApp(config, join(folder, 'cdk.out'));
  signal?.throwIfAborted();
  const { template } = app;
  pool.belongTo(template);
  const topology = stackTopology(template);
  const outputs = parseOutputs(template.outputs());
  const table = await createStackTable(template, engine.endpoint);

  const logFile = join(folder, 'functions.log');
  const logStream = createWriteStream(logFile);
  ends.push(() => logStream.end());
  const log = (line: string) => logStream.write(`${line}\n`);

  const files = objectFiles(template, (queue, body) => queues.send(queue, body));
  const aws = await startAwsCalls({
    put: (entry) => put(entry),
    files: files.answer,
    queues: { send: (queue, body) => queues.send(queue, body), waiting: (queue) => queues.waiting(queue) },
    functions: {
      [LOOK_AGAIN_FUNCTION]: lookAgainAt(simulation),
      // Started, and not waited for: a report that somebody asks for.
      [outputs.PublishReportFunctionName]: (asked) => {
        functions
          .invoke(outputs.PublishReportFunctionName, asked)
          .catch((error: unknown) => log(`a report was not made: ${String(error)}`));
        return Promise.resolve({});
      },
    },
    secrets: {
      [outputs.JiraApiSecretArn]: JSON.stringify(loginOf(jira)),
      [outputs.JiraWebhookSecretArn]: JSON.stringify({ secret: webhookSecret }),
      [outputs.SessionSecretArn]: JSON.stringify({ secret: randomBytes(24).toString('hex') }),
    },
  });
  ends.push(aws.close);
  const functions = stackFunctions(app, lambdaEnvironment(aws.url, engine.endpoint, folder), logStream);
  ends.push(functions.stop);
  const queues = stackQueues(topology, functions, (what) => {
    log(what);
    console.error(`set aside: ${what}`);
  });
  ends.push(queues.stop);
  const put = eventBus(topology, queues.send);
  ends.push(await startOutboxStream({ topology, functions, endpoint: engine.endpoint, table, log }));

  const { issuer } = config.signIn;
  const gateway = await startHttpGateway({
    template,
    functions,
    tokens: issuer === undefined ? pool : issuerTokens(issuer.url),
    log,
  });
  ends.push(gateway.close);
  door.leadTo(gateway.url);
  const webhookUrl = `${gateway.url}/webhooks/jira`;
  jira.addWebhook({ url: webhookUrl });
  return {
    jira,
    plan,
    simulation,
    outputs,
    apiUrl: gateway.url,
    pagesUrl: door.url,
    webhookUrl,
    webhookSecret,
    logFile,
    passwordOf: (person) => Promise.resolve(pool.letIn(person)),
    as: async (person) => apiClient(gateway.url, await signInAs(gateway.url, person, pool.letIn(person))),
    asScanner: async () => {
      const { ScannerClientId: id } = outputs;
      return apiClient(gateway.url, await programToken(pool.tokenUrl, id, pool.secretOf(id)));
    },
    invoke: (functionName) => functions.invoke(functionName, {}),
    report: (key) => Promise.resolve(files.text(outputs.ReportBucketName, key)),
    stop,
  };
}

/** The addresses of the sign-in page and of the API, where the settings name no others. */
function withAddresses(given: HoldfastConfigInput, address: string, apiAddress: string): HoldfastConfigInput {
  const signIn = given.signIn?.issuer === undefined ? { address, ...given.signIn } : given.signIn;
  return { ...given, api: { address: apiAddress, ...given.api }, signIn };
}

/** Environment as Lambda would set it. Built from nothing: a developer's AWS profile is none of the functions' business. */
function lambdaEnvironment(awsUrl: string, dynamoDbUrl: string, folder: string): Record<string, string> {
  return {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL: awsUrl,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDbUrl,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: join(folder, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    TZ: 'UTC',
  };
}
