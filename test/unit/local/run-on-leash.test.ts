import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pythonEnvironment } from '../../../local/emulator/python-environment.ts';
import { runOnLeash } from '../../../local/emulator/run-on-leash.ts';
import { waitUntil } from '../../../local/wait-until.ts';

/** All that is temporary. */
let temporary: string;
beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'holdfast-run-test-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true, force: true });
});

const how = () => ({ cwd: temporary, env: { PATH: process.env.PATH } });
const isGone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

describe('a command on a leash', () => {
  it('runs to its end, and leaves no temporary file', async () => {
    await runOnLeash(['sh', '-c', 'echo scratch >"$TMPDIR/scratch"'], how());
    expect(await readdir(temporary)).toEqual([]);
  });

  it('fails with its exit code and the last that it printed', async () => {
    const ran = runOnLeash(['sh', '-c', 'echo "no such stack" >&2; exit 7'], how());
    await expect(ran).rejects.toThrow('ended with 7:\nno such stack');
  });

  it('ends with all that it started when it is aborted, with the reason', async () => {
    const controller = new AbortController();
    const childFile = join(temporary, 'child');
    const ran = runOnLeash(['sh', '-c', `sleep 60 & echo $! >"${childFile}"; wait`], {
      ...how(),
      signal: controller.signal,
    });
    const child = Number(
      await waitUntil(
        'the child',
        () => readFile(childFile, 'utf8').catch(() => ''),
        (id) => id !== '',
      ),
    );
    controller.abort(new Error('Ctrl-C'));

    await expect(ran).rejects.toThrow('Ctrl-C');
    await waitUntil(
      'the end of the child',
      () => Promise.resolve(isGone(child)),
      (gone) => gone,
    );
    expect(await readdir(temporary)).toEqual(['child']);
  });
});

describe('the installation of the emulator', () => {
  it('leaves no half of a virtual environment when it is aborted while pip is at work', async () => {
    const bin = join(temporary, 'bin');
    const workDir = join(temporary, 'work');
    await mkdir(bin);
    await symlink('/bin/sh', join(bin, 'sh'));
    const python = [
      '#!/bin/sh',
      'case "$1 $2" in',
      '"-m venv") /bin/mkdir -p "$3/bin" && /bin/cp "$0" "$3/bin/python";;',
    ];
    const pip = '"-m pip") : >"$0.at-work"; /bin/sleep 60;;';
    await writeFile(join(bin, 'python3'), [...python, pip, 'esac', ''].join('\n'), { mode: 0o755 });
    vi.stubEnv('PATH', bin);
    const controller = new AbortController();

    const installing = pythonEnvironment(workDir, () => {}, controller.signal);
    const pipIsAtWork = async () =>
      (await readdir(workDir, { recursive: true }).catch(() => [])).some((name) => name.endsWith('.at-work'));
    await waitUntil('pip at work', pipIsAtWork, (isAtWork) => isAtWork);
    controller.abort(new Error('Ctrl-C'));

    await expect(installing).rejects.toThrow('Ctrl-C');
    expect(await readdir(workDir)).toEqual([]);
  });
});
