import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../cli/program.ts';
import { NO_SIGN_IN } from '../../support/machine/no-sign-in.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { NOW } from '../../support/world/records.ts';

async function printed(...args: string[]): Promise<string> {
  const { terminal, out } = testTerminal();
  const connect = () => Promise.reject(new Error('no AWS is wanted here'));
  await run(args, { terminal, connect, signIn: NO_SIGN_IN, now: () => NOW });
  return out();
}

describe('completion', () => {
  it.each([
    [['rec'], ['record']],
    [['record', 'ap'], ['approve']],
    [['record', 'approve', '--rev'], ['--revision']],
    [
      ['record', 'list', '--severity', ''],
      ['critical', 'high', 'medium', 'low'],
    ],
    [['record', 'list', '--status', 'in'], ['in\\ review']],
    [['record', 'list', '--js'], ['--json']],
    [['completion', 'z'], ['zsh']],
    [['compl'], ['completion']],
  ])('of %j is %j, from the commands that there are', async (words, expected) => {
    const out = await printed('complete', '--', ...words);
    expect(out.split('\n').filter((line) => line !== '')).toEqual(expected);
  });
});

describe('the script for bash', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-completion-'));
    const program = join(folder, 'holdfast');
    const main = new URL('../../../cli/holdfast.js', import.meta.url).pathname;
    await writeFile(program, `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`);
    await chmod(program, 0o755);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('completes in a real bash', async () => {
    const script = join(folder, 'completion.bash');
    await writeFile(script, await printed('completion', 'bash'));
    const line = 'COMP_WORDS=(holdfast record list --severity c); COMP_CWORD=4; _holdfast; printf "%s\\n" $COMPREPLY';
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    const { stdout } = await promisify(execFile)('bash', ['-c', `source ${script}; ${line}`], { env });
    expect(stdout).toBe('critical\n');
  });
});
