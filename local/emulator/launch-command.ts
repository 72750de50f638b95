import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { NoPythonError, pythonEnvironment } from './python-environment.ts';

const run = promisify(execFile);

/** How to start the emulator on this machine. */
export interface LaunchCommand {
  command: readonly [program: string, ...args: string[]];
  /** A shell line that ends what runs outside the process group. */
  onEnd?: string;
}

/** Neither Python nor Docker can run the emulator here. The message says what to install. */
export class EmulatorUnavailable extends Error {
  override name = 'EmulatorUnavailable';
}

interface Launch {
  readonly workDir: string;
  /** The settings that the emulator reads from its environment. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Python where there is one, because functions then run on this project's own Node; else the same version in Docker.
 *
 * @throws {EmulatorUnavailable} when neither is there, or neither can get what it needs from its registry.
 */
export async function launchCommand({ workDir, settings, log, signal }: Launch): Promise<LaunchCommand> {
  try {
    return { command: [await pythonEnvironment(workDir, log, signal), '-c', await serveScript()] };
  } catch (error) {
    signal?.throwIfAborted();
    const image = `ministackorg/ministack:${await pinnedVersion()}`;
    if ((await dockerAnswers()) && (await hasImage(image))) return dockerCommand(image, settings);
    const reason = error instanceof NoPythonError ? '' : ` (with Python: ${lastLine(error)})`;
    const advice =
      'install Python 3.10 or newer (apt install python3 python3-venv, brew install python) or start Docker';
    throw new EmulatorUnavailable(`the AWS emulator cannot run here${reason}: ${advice}`, { cause: error });
  }
}

async function dockerCommand(image: string, settings: Launch['settings']): Promise<LaunchCommand> {
  const container = `holdfast-emulator-${settings.GATEWAY_PORT}`;
  const environment = Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  // The host's network: functions must reach the Jira simulator on this machine's loopback, as they do without Docker.
  const options = ['--rm', '--name', container, '--network', 'host', '--entrypoint', 'python', ...environment];
  return {
    command: ['docker', 'run', ...options, image, '-c', await serveScript()],
    onEnd: `docker rm --force ${container}`,
  };
}

/** Passed as text: in the container the emulator lies in the working directory, where a script elsewhere would not find it. */
const serveScript = () => readFile(new URL('./serve.py', import.meta.url), 'utf8');

const dockerAnswers = () =>
  run('docker', ['version', '--format', '{{.Server.Version}}']).then(
    () => true,
    () => false,
  );

const hasImage = (image: string) =>
  run('docker', ['image', 'inspect', image])
    .catch(() => run('docker', ['pull', '--quiet', image]))
    .then(
      () => true,
      () => false,
    );

async function pinnedVersion(): Promise<string> {
  const requirements = await readFile(new URL('./requirements.txt', import.meta.url), 'utf8');
  const version = /^ministack==(\S+)$/m.exec(requirements)?.[1];
  if (version === undefined) throw new Error('local/emulator/requirements.txt does not pin ministack.');
  return version;
}

/** Programs say at the end what stopped them. */
const lastLine = (error: unknown) =>
  String(error instanceof Error ? error.message : error)
    .trimEnd()
    .split('\n')
    .at(-1) ?? '';
