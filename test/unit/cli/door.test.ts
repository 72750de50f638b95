import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const DOORS = [
  ['cli/holdfast.js', 'npx holdfast'],
  ['local/demo.js', 'npm run demo'],
  ['local/local.js', 'npm run local'],
] as const;

/** A checkout in which there is nothing but the doors: no program behind them can be loaded. */
let checkout: string;
beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'holdfast-door-test-'));
  await writeFile(join(checkout, 'package.json'), '{ "type": "module" }');
  for (const file of ['cli/door.js', ...DOORS.map(([door]) => door)]) {
    await mkdir(join(checkout, dirname(file)), { recursive: true });
    await cp(file, join(checkout, file));
  }
});
afterEach(() => rm(checkout, { recursive: true }));

describe.each(DOORS)('%s', (door, command) => {
  it('says in one line that the Node is too old, and how to run it', async () => {
    await symlink(join(process.cwd(), 'node_modules'), join(checkout, 'node_modules'));
    // What an old Node lacks, taken from this one.
    expect(await opened(door, '--no-strip-types')).toEqual({
      exitCode: 1,
      errors: `This is Node ${process.versions.node}, and Holdfast needs 22.18 or newer: run ${command}, which brings its own Node 24.\n`,
    });
  });

  it('says in one line that the packages are missing', async () => {
    expect(await opened(door)).toEqual({
      exitCode: 1,
      errors: `The packages of Holdfast are not installed: run npm ci, then ${command}.\n`,
    });
  });
});

function opened(door: string, ...flags: string[]): Promise<{ exitCode: number; errors: string }> {
  return new Promise((resolve) => {
    const running = execFile(process.execPath, [...flags, join(checkout, door)], (_, __, errors) => {
      resolve({ exitCode: running.exitCode ?? Number.NaN, errors });
    });
  });
}
