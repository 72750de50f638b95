import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EmulatorUnavailable, launchCommand } from '../../../local/emulator/launch-command.ts';

let machine: string;
beforeEach(async () => {
  machine = await mkdtemp(join(tmpdir(), 'holdfast-launch-test-'));
  await symlink('/bin/sh', join(machine, 'sh'));
  vi.stubEnv('PATH', machine);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(machine, { recursive: true, force: true });
});

/** Puts a program on the PATH; without it, the machine has only a shell. */
const install = (name: string, ...lines: string[]) =>
  writeFile(join(machine, name), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });

/** A Python that makes virtual environments, in which pip does what `pip` says. */
const installPython = (pip: string) =>
  install(
    'python3',
    'case "$1 $2" in',
    '"-m venv") /bin/mkdir -p "$3/bin" && /bin/cp "$0" "$3/bin/python";;',
    `"-m pip") ${pip};;`,
    'esac',
  );

const launch = () => launchCommand({ workDir: join(machine, 'work'), settings: { GATEWAY_PORT: '1' }, log: () => {} });
const unavailable = () =>
  launch().then(
    () => undefined,
    (error: unknown) => (error instanceof EmulatorUnavailable ? error.message : error),
  );

const ADVICE = 'install Python 3.10 or newer (apt install python3 python3-venv, brew install python) or start Docker';

describe('the emulator', () => {
  it('runs with Python where there is one', async () => {
    await installPython('exit 0');

    expect((await launch()).command[0]).toMatch(/\/bin\/python$/);
  });

  it('is unavailable, with what to install, where there is neither Python nor Docker', async () => {
    expect(await unavailable()).toBe(`the AWS emulator cannot run here: ${ADVICE}`);
  });

  it('is unavailable, with what pip said last, where pip cannot reach its index', async () => {
    await installPython('echo "WARNING: Retrying" >&2; echo "ERROR: No matching distribution found" >&2; exit 1');

    expect(await unavailable()).toBe(
      `the AWS emulator cannot run here (with Python: ERROR: No matching distribution found): ${ADVICE}`,
    );
  });

  it('runs in Docker where there is no Python', async () => {
    await install('docker', 'exit 0');

    expect((await launch()).command.slice(0, 2)).toEqual(['docker', 'run']);
  });

  it('is unavailable where Docker runs but cannot pull the image', async () => {
    await install('docker', '[ "$1" = version ]');

    expect(await unavailable()).toBe(`the AWS emulator cannot run here: ${ADVICE}`);
  });
});
