import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** A process, and all that it started, which lives no longer than the process that holds it. */
export interface LeashedProcess {
  /** The shell at the head of the group: all else descends from it. Undefined when it could not start. */
  readonly processId: number | undefined;
  /** True until the process has ended by itself or through `end`. */
  isRunning(): boolean;
  /** Settled when it has ended, with everything that it started. */
  readonly ended: Promise<unknown>;
  /** The last lines of what it printed, for an error message. */
  lastWords(): Promise<string>;
  /** Ends the process with everything that it started, and waits until they are gone. */
  end(): Promise<void>;
}

interface LeashedCommand {
  readonly command: readonly [program: string, ...args: string[]];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Receives standard output and standard error. */
  readonly logFile: string;
  /** A shell line to run when the leash is let go, for what no signal to the process group reaches. */
  readonly onEnd?: string;
}

/**
 * Starts a command in a process group of its own, behind a shell that reads a pipe which we hold.
 *
 * ```
 *  we ──pipe──▶ sh (leads the group) ──▶ command ──▶ its children
 *  we stop, crash or are killed ─▶ the pipe closes ─▶ sh ends the whole group
 *  the command ends by itself   ─────────────────────▶ sh ends the whole group
 * ```
 *
 * Signal handlers alone would leave the children behind when we crash or are killed. SIGKILL is no loss: what runs here
 * keeps its state in memory for one run only.
 */
export function startOnLeash({ command, env, cwd, logFile, onEnd = ':' }: LeashedCommand): LeashedProcess {
  const leash = `{ "$@" </dev/null; kill -KILL 0; } & read -r _; ${onEnd}; kill -KILL 0`;
  const log = openSync(logFile, 'w');
  const shell: ChildProcess = spawn('sh', ['-c', leash, 'sh', ...command], {
    cwd,
    env,
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  // Writing to or closing the pipe of a shell that has just ended is no failure: it is what we wanted.
  shell.stdin?.on('error', () => {});
  const gone = Promise.allSettled([once(shell, 'exit')]);

  const isRunning = () => shell.exitCode === null && shell.signalCode === null;
  return {
    processId: shell.pid,
    isRunning,
    ended: gone,
    lastWords: async () => (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-15).join('\n'),
    end: async () => {
      shell.stdin?.end();
      if (isRunning()) await gone;
    },
  };
}
