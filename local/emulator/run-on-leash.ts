import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOnLeash } from './leashed-process.ts';

interface Run {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ends the command with everything that it started. */
  readonly signal?: AbortSignal | undefined;
}

/** The leash kills its shell at the end, so the exit code of the command comes in a file. */
const KEEP_EXIT_CODE = '"$@"; echo $? >"$0"';

/**
 * Runs a command to its end on a leash: neither it nor what it started, nor its temporary files, outlive this call or this
 * process.
 *
 * @throws Error with the last lines that it printed when it fails
 * @throws the reason of `signal` when it was aborted
 */
export async function runOnLeash(
  command: readonly [program: string, ...args: string[]],
  { cwd, env, signal }: Run,
): Promise<void> {
  signal?.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-run-'));
  const exitCodeFile = join(folder, 'exit-code');
  const running = startOnLeash({
    command: ['sh', '-c', KEEP_EXIT_CODE, exitCodeFile, ...command],
    cwd,
    env: { ...env, TMPDIR: folder },
    logFile: join(folder, 'output.log'),
  });
  const end = () => void running.end();
  signal?.addEventListener('abort', end);
  try {
    await running.ended;
    signal?.throwIfAborted();
    const exitCode = (await readFile(exitCodeFile, 'utf8').catch(() => 'a signal')).trim();
    if (exitCode !== '0') throw new Error(`ended with ${exitCode}:\n${await running.lastWords()}`);
  } finally {
    signal?.removeEventListener('abort', end);
    await rm(folder, { recursive: true, force: true });
  }
}
