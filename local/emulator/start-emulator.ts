import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { launchCommand } from './launch-command.ts';
import { type LeashedProcess, startOnLeash } from './leashed-process.ts';
import { makeRunFolder } from './run-folder.ts';
import { waitUntilAnswering } from './wait-until-answering.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
/** Default folder of the emulator's installation. */
export const EMULATOR_FOLDER = join(projectRoot, '.holdfast', 'emulator');
const startTimeoutMs = 90_000;
const attempts = 3;
const region = 'eu-central-1';
/** The emulator's account root. It is no secret: the emulator listens on loopback only and forgets all when it ends. */
const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

export interface EmulatorOptions {
  /** Folder of the emulator's installation; default: `.holdfast/emulator` in the project. */
  workDir?: string;
  /** Told what takes time, one line at a time. */
  log?: (line: string) => void;
  /** Evaluate every call against the caller's IAM policies, as AWS does: least privilege is then proven by what still works. */
  enforceIam?: boolean;
  /** Ends the start where it is, and leaves nothing of it. */
  signal?: AbortSignal | undefined;
}

export interface Emulator {
  /** For example `http://127.0.0.1:40123`. */
  endpoint: string;
  /** Environment of a process so that the AWS SDKs and the CDK talk to the emulator as the account's root. */
  env: Record<string, string>;
  /** The emulator and the functions on it descend from this process; undefined when they run in a container. */
  processId: number | undefined;
  /** Output of the emulator and of the functions on it; gone after `stop`. */
  logFile: string;
  /** Ends the emulator with all functions that run on it. A second call does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts an AWS emulator on a free port of loopback, and installs it first where it is not yet there.
 *
 * It never outlives this process, however this process ends.
 *
 * @example
 * const emulator = await startEmulator({ enforceIam: true });
 * const dynamodb = new DynamoDBClient({ endpoint: emulator.endpoint });
 * await emulator.stop();
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { workDir = EMULATOR_FOLDER, log = () => {}, enforceIam = false, signal } = options;
  const runDir = await makeRunFolder();
  try {
    for (let attempt = 1; ; attempt++) {
      const started = await tryToStart({ workDir, log, enforceIam, signal, runDir });
      if (started !== undefined) return started;
      if (attempt === attempts) throw new Error(`The AWS emulator found its port taken ${attempts} times.`);
    }
  } catch (error) {
    await rm(runDir, { recursive: true, force: true });
    throw error;
  }
}

type Attempt = Required<Pick<EmulatorOptions, 'workDir' | 'log' | 'enforceIam'>> & {
  signal: AbortSignal | undefined;
  runDir: string;
};

/** @returns undefined when somebody else took the port in the meantime */
async function tryToStart({ workDir, log, enforceIam, signal, runDir }: Attempt): Promise<Emulator | undefined> {
  const logFile = join(runDir, 'emulator.log');
  const port = await freePort();
  const settings = emulatorSettings(port, enforceIam);
  const launch = await launchCommand({ workDir, settings, log, signal });
  signal?.throwIfAborted();
  const emulator = startOnLeash({ ...launch, env: processEnvironment(settings, runDir), cwd: runDir, logFile });
  const endpoint = `http://127.0.0.1:${port}`;
  const end = () => void emulator.end();
  signal?.addEventListener('abort', end);
  try {
    await waitUntilAnswering({ url: `${endpoint}/_ministack/health`, of: emulator, timeoutMs: startTimeoutMs });
    signal?.throwIfAborted();
    return {
      endpoint,
      env: clientEnvironment(endpoint),
      processId: launch.onEnd === undefined ? emulator.processId : undefined,
      logFile,
      stop: () => stop(emulator, runDir),
    };
  } catch (error) {
    const lostThePort = (await emulator.lastWords()).includes('already in use');
    await emulator.end();
    signal?.throwIfAborted();
    if (lostThePort) return undefined;
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

function emulatorSettings(port: number, enforceIam: boolean): Record<string, string> {
  return {
    ...credentials,
    AUTH: String(enforceIam),
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_REGION: region,
    // Listeners on fixed ports that we never use; two emulators on one machine would fight for them.
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
  };
}

/**
 * Built from nothing: functions on the emulator inherit it, and a developer's AWS profile or NODE_OPTIONS is none of theirs.
 * This project's Node comes first, because the emulator runs functions with the `node` that it finds.
 */
function processEnvironment(settings: Record<string, string>, runDir: string): NodeJS.ProcessEnv {
  const { PATH = '', HOME, LANG, DOCKER_HOST } = process.env;
  const ownNode = [join(projectRoot, 'node_modules', '.bin'), dirname(process.execPath)];
  return {
    HOME,
    LANG,
    DOCKER_HOST,
    PATH: [...ownNode, PATH].join(':'),
    PYTHONUNBUFFERED: '1',
    TMPDIR: runDir,
    ...settings,
  };
}

function clientEnvironment(endpoint: string): Record<string, string> {
  return {
    ...credentials,
    AWS_ENDPOINT_URL: endpoint,
    // The CDK publishes assets with a client that reads only this one.
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    // Nothing may be looked up on the machine: no instance metadata, no profile.
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

async function stop(emulator: LeashedProcess, runDir: string): Promise<void> {
  await emulator.end();
  await rm(runDir, { recursive: true, force: true });
}
