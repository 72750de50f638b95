import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './emulator/free-port.ts';
import { type LeashedProcess, startOnLeash } from './emulator/leashed-process.ts';
import { startEmulator } from './emulator/start-emulator.ts';
import { waitUntilAnswering } from './emulator/wait-until-answering.ts';

const binary = fileURLToPath(new URL('../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
const startTimeoutMs = 20_000;

export interface DynamoDbEngine {
  /** For example `http://127.0.0.1:40123`; any credentials and any region will do. */
  endpoint: string;
  stop(): Promise<void>;
}

/**
 * A DynamoDB API in memory on a free port of loopback, which ends with this process.
 *
 * The engine is an optional dependency, there for Linux on x64. Elsewhere the AWS emulator takes its place: the same answers, but
 * about 45 ms for a write instead of 3.
 */
export async function startDynamoDb(): Promise<DynamoDbEngine> {
  return (await hasEmbeddedEngine()) ? startEmbeddedDynamoDb() : startEmulator();
}

/** True when npm had a build of the engine for this machine. */
export const hasEmbeddedEngine = (): Promise<boolean> => isThere(binary);

/** The engine is not installed: npm has no build of it for this machine. */
export class NoEmbeddedEngine extends Error {
  constructor() {
    super('the embedded DynamoDB engine is not installed (npm has it for Linux on x64 only)');
    this.name = 'NoEmbeddedEngine';
  }
}

/**
 * The same, on the embedded engine or not at all.
 *
 * @throws NoEmbeddedEngine
 */
export async function startEmbeddedDynamoDb(): Promise<DynamoDbEngine> {
  if (!(await hasEmbeddedEngine())) throw new NoEmbeddedEngine();
  const runDir = await mkdtemp(join(tmpdir(), 'holdfast-dynamodb-'));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const engine = startOnLeash({
    command: [binary, 'serve', '--port', String(port)],
    env: { PATH: process.env.PATH },
    cwd: runDir,
    logFile: join(runDir, 'engine.log'),
  });
  try {
    // It knows no health path: that it refuses an unsigned GET shows that it listens.
    await waitUntilAnswering({ url: endpoint, of: engine, timeoutMs: startTimeoutMs, isUp: () => true });
  } catch (error) {
    await stop(engine, runDir);
    throw error;
  }
  return { endpoint, stop: () => stop(engine, runDir) };
}

async function stop(engine: LeashedProcess, runDir: string): Promise<void> {
  await engine.end();
  await rm(runDir, { recursive: true, force: true });
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
