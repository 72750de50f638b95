import { execFile, spawnSync } from 'node:child_process';
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
    [['remediation', 'list', '--grade', 'p'], ['proven']],
    [['remediation', 'att'], ['attest']],
    [
      ['remediation', 'attest', '--outcome', ''],
      ['pass', 'fail'],
    ],
    [
      ['lesson', ''],
      ['list', 'show', 'in-place', 'confirm', 'refuse', 'no-longer-holds'],
    ],
    [
      ['report', ''],
      ['list', 'show', 'make'],
    ],
    [
      ['report', 'make', ''],
      ['overdue', 'validation'],
    ],
    [['signal', 'list', '--outcome', 'not'], ['not\\ judged']],
    [['my'], ['my-work']],
    [['rei'], ['reindex']],
    [['completion', 'z'], ['zsh']],
    [['compl'], ['completion']],
  ])('of %j is %j, from the commands that there are', async (words, expected) => {
    const out = await printed('complete', '--', ...words);
    expect(out.split('\n').filter((line) => line !== '')).toEqual(expected);
  });
});

/** A line that is typed as far as `--severity c`, and prints what the shell would offer. */
const TYPED = {
  bash: 'COMP_WORDS=(holdfast record list --severity c); COMP_CWORD=4; _holdfast; printf "%s\\n" $COMPREPLY',
  zsh: 'compadd() { shift 2; print -rl -- "$@" }; words=(holdfast record list --severity c); CURRENT=5; _holdfast',
  fish: 'complete -C "holdfast record list --severity c"',
} as const;
const BEFORE = { bash: '', zsh: 'autoload -U compinit; compinit -D; ', fish: '' } as const;

describe('the script', () => {
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

  const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;
  const typed = async (shell: keyof typeof TYPED, line: string): Promise<string> => {
    const script = join(folder, `completion.${shell}`);
    await writeFile(script, await printed('completion', shell));
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder };
    const { stdout } = await promisify(execFile)(shell, ['-c', `${BEFORE[shell]}source ${script}; ${line}`], {
      env,
      cwd: folder,
    });
    return stdout;
  };

  describe.each((['bash', 'zsh', 'fish'] as const).filter(isThere))('for %s', (shell) => {
    it('completes in a real one', async () => {
      expect(await typed(shell, TYPED[shell])).toBe('critical\n');
    });
  });

  if (isThere('fish'))
    it('for fish offers files where a command takes one', async () => {
      await writeFile(join(folder, 'record.json'), '{}');
      expect(await typed('fish', 'complete -C "holdfast record write SEC-1 --file rec"')).toContain('record.json');
    });
});
