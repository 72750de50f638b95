import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../../../local/wait-until.ts';

/** A program of a person, started as a shell does, with a folder of its own for everything temporary. */
export async function startedProgram(script: string, env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-program-test-'));
  const ownEnv = { ...process.env, ...env, TMPDIR: folder, HOLDFAST_SESSION_FOLDER: join(folder, 'session') };
  const running = spawn(process.execPath, [script], { env: ownEnv, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [running.stdout, running.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const ended = once(running, 'exit');
  return {
    env: ownEnv,
    printed: () => printed,
    /** Waits until it has printed this, or has made a temporary file whose name begins so. */
    until: (what: string) =>
      waitUntil(
        `${what} of ${script}`,
        async () => {
          if (running.exitCode !== null) throw new Error(`${script} ended too early: ${printed}`);
          return printed.includes(what) || (await readdir(folder)).some((name) => name.startsWith(what));
        },
        (isThere) => isThere,
        120_000,
      ),
    /** Waits for its end. @returns its exit code */
    ended: async (): Promise<unknown> => (await ended)[0],
    /** @returns its exit code, and what is left of it: temporary files, and processes that work in its folder */
    async interrupt(signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM') {
      running.kill(signal);
      const [exitCode] = await ended;
      const files = (await readdir(folder)).filter((name) => name !== 'session');
      return { exitCode, files, processes: await processesIn(folder), session: await session(folder) };
    },
    async remove() {
      running.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const session = (folder: string) => readdir(join(folder, 'session')).catch(() => []);

/** Processes whose working directory or environment names the folder. Where there is no /proc, none is found. */
async function processesIn(folder: string): Promise<string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const told = await Promise.all(
    ids.map(async (id) => {
      const parts = [
        readlink(`/proc/${id}/cwd`),
        readFile(`/proc/${id}/environ`, 'utf8'),
        readFile(`/proc/${id}/cmdline`, 'utf8'),
      ];
      const [cwd = '', environment = '', command = ''] = await Promise.all(parts.map((part) => part.catch(() => '')));
      return cwd.includes(folder) || environment.includes(folder) ? `${id} ${command.replaceAll('\0', ' ')}` : '';
    }),
  );
  return told.filter((one) => one !== '');
}
