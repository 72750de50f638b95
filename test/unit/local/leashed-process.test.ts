import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../local/emulator/free-port.ts';
import { startOnLeash } from '../../../local/emulator/leashed-process.ts';

let cwd: string;
let port: number;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'holdfast-leash-test-'));
  port = await freePort();
});
afterEach(() => rm(cwd, { recursive: true }));

/** A shell whose child listens on `port`, as the emulator's workers run beneath the emulator. */
const parentOfServer = () =>
  ({
    command: [
      'sh',
      '-c',
      `"$1" -e 'require("net").createServer().listen(${port}, "127.0.0.1")' & wait`,
      'sh',
      process.execPath,
    ],
    cwd,
    env: { PATH: process.env.PATH },
    logFile: join(cwd, 'output.log'),
  }) as const;

describe('a leashed process', () => {
  it('ends with all that it started', async () => {
    const leashed = startOnLeash(parentOfServer());
    await untilListening(true);

    await leashed.end();

    expect(leashed.isRunning()).toBe(false);
    await untilListening(false);
  });

  it('ends when the process that holds it is killed', async () => {
    const module = JSON.stringify(resolve('local/emulator/leashed-process.ts'));
    const script = `(await import(${module})).startOnLeash(${JSON.stringify(parentOfServer())})`;
    const holder = execFile(process.execPath, ['--input-type=module', '-e', script]);
    await untilListening(true);

    holder.kill('SIGKILL');
    await once(holder, 'exit');

    await untilListening(false);
  });

  it('shows that it ended by itself, and keeps its last words', async () => {
    const command = ['sh', '-c', 'echo cannot listen: the port is taken >&2; exit 1'] as const;
    const leashed = startOnLeash({ ...parentOfServer(), command });

    await vi.waitFor(() => expect(leashed.isRunning()).toBe(false));

    expect(await leashed.lastWords()).toBe('cannot listen: the port is taken');
  });
});

function untilListening(expected: boolean): Promise<void> {
  return vi.waitFor(async () => expect(await isListening()).toBe(expected), 5_000);
}

async function isListening(): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const [outcome] = await Promise.race([
    once(socket, 'connect').then(() => ['connected']),
    once(socket, 'close').then(() => ['refused']),
  ]).catch(() => ['refused']);
  socket.destroy();
  return outcome === 'connected';
}
