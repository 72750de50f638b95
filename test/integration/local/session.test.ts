import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { afterEach, expect, it, vi } from 'vitest';

import { hasEmbeddedEngine, NoEmbeddedEngine } from '../../../local/dynamodb-engine.ts';
import { describeUnlessMissing } from '../../support/machine/describe-unless-missing.ts';
import { startedProgram } from '../../support/machine/started-program.ts';

/** Each starts the whole stack, and the first npm and a Node for each printed line: minutes, on a busy machine. */
vi.setConfig({ testTimeout: 600_000 });

let program: Awaited<ReturnType<typeof startedProgram>>;
afterEach(() => program?.remove());

const IN_PROCESS = { HOLDFAST_DEMO: 'in-process' };
const NOTHING_LEFT = { files: [], processes: [], session: [] };
const missingEngine = (await hasEmbeddedEngine()) ? undefined : new NoEmbeddedEngine().message;

/** Command as it is pasted into another terminal. */
function pasted(line: string): Promise<{ line: string; exitCode: number | null; output: string }> {
  return new Promise((resolve) => {
    const shell = execFile('bash', ['-c', line], { env: { ...program.env, TMPDIR: tmpdir() } }, (_, out, errors) => {
      resolve({ line, exitCode: shell.exitCode, output: `${out}${errors}` });
    });
  });
}

describeUnlessMissing(missingEngine)('npm run local', () => {
  it('prints nothing but lines that work when pasted, up to an approved critical record and its reports', async () => {
    program = await startedProgram('local/local.js', IN_PROCESS);
    await program.until('# What the functions print');
    const printed = program.printed();
    const lines = printed.slice(printed.indexOf('# In another terminal')).split('\n');
    const comments = lines.filter((line) => line === '' || line.startsWith('#'));
    const commands = lines.filter((line) => !comments.includes(line));

    const outputs: string[] = [];
    for (const line of [comments.join('\n'), ...commands]) {
      const { exitCode, output } = await pasted(line);
      expect({ line, exitCode, output }).toEqual({ line, exitCode: 0, output });
      outputs.push(output);
    }

    const all = outputs.join('');
    expect(all).toContain('complete to 100 %, by nina');
    expect(all).toContain('approved by anna, and waits for one more: in review');
    expect(all).toContain('SEC-1, critical: approved, approved by 2');
    expect(all).toMatch(/PLAT-1 {2}(claimed|verifying) {2}/);
    expect(all).toMatch(/: signal and ticket state\n/);
    expect(all).toMatch(/: attestation\n/);
    const reports = [...all.matchAll(/file:\/\/\S+\.html/g)].map(([address]) => address);
    expect(reports).toHaveLength(2);
    const overdue = await pasted(`cat ${new URL(reports[0] ?? '').pathname}`);
    expect(overdue.output).toContain('Security lessons (npm run local)');
    const [recordUrl = '', pagesUrl = ''] = /(http:\S+)\/console\/post-mortems\/[0-9A-Z]{26}/.exec(all) ?? [];
    // What the last line of the demo promises.
    expect(printed).toContain(`# The console, in your browser: ${pagesUrl}/console\n`);
    const opened = await fetch(recordUrl);
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('<script type="module"')]);
    for (const link of [recordUrl, `${pagesUrl}/console/tickets/jira/SEC-1`]) {
      const byLink = await pasted(`npm run -s local -- show '${link}'`);
      expect(byLink.output).toContain('SEC-1, critical: approved');
    }

    expect(await program.interrupt('SIGINT')).toEqual({ exitCode: 130, ...NOTHING_LEFT, session: ['reports'] });
    const late = await pasted('npm run -s local -- token anna');
    expect([late.exitCode, late.output]).toEqual([
      1,
      '\nNothing is running: start it with `npm run local` in another terminal.\n',
    ]);
  });
});

describeUnlessMissing(missingEngine)('npm run demo', () => {
  it('says last where the same is to be seen in the console', async () => {
    program = await startedProgram('local/demo.js', IN_PROCESS);
    expect(await program.ended()).toBe(0);
    expect(program.printed().trimEnd().split('\n').at(-1)).toContain(
      'The same in the console, in your browser: npm run local leaves it all running and prints the address.',
    );
  });
});

describeUnlessMissing(missingEngine)('an interrupted start', () => {
  it.each([
    ['local/local.js', 'SIGINT', 130, 'holdfast-dynamodb-'],
    ['local/local.js', 'SIGTERM', 143, 'holdfast-in-process-'],
    ['local/local.js', 'SIGHUP', 129, 'holdfast-in-process-'],
    ['local/demo.js', 'SIGTERM', 143, 'holdfast-dynamodb-'],
    ['local/demo.js', 'SIGINT', 130, '✔'],
  ] as const)('leaves nothing behind: %s, %s → %i, at %s', async (script, signal, exitCode, phase) => {
    program = await startedProgram(script, IN_PROCESS);
    await program.until(phase);
    expect(await program.interrupt(signal)).toEqual({ exitCode, ...NOTHING_LEFT });
  });
});
