import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connect } from '../../cli/installation.ts';
import { run } from '../../cli/program.ts';
import type { LocalPerson } from '../../local/local-people.ts';
import { type EmulatedStack, startLocalStack } from '../../local/local-stack.ts';
import { letIn } from '../../local/sign-in.ts';
import { signInAtPage } from '../../local/sign-in-page.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { testTerminal } from '../support/machine/test-terminal.ts';
import { commandsIn } from '../support/samples/commands-in.ts';
import { filledIn } from '../support/samples/filled-in.ts';

const ANNA: LocalPerson = { email: 'anna@example.com', name: 'Anna Author', role: 'analyst' };
const BEN: LocalPerson = { email: 'ben@example.com', name: 'Ben Approver', role: 'approver' };
const GUIDE = new URL('../../docs/guide.md', import.meta.url);

let stack: EmulatedStack;
let pool: CognitoIdentityProviderClient;
let folder: string;
beforeAll(async () => {
  stack = await startLocalStack(() => {});
  for (const [name, value] of Object.entries(stack.emulator.env)) vi.stubEnv(name, value);
  pool = new CognitoIdentityProviderClient({ endpoint: stack.emulator.endpoint });
  folder = await mkdtemp(join(tmpdir(), 'holdfast-walk-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The sources of an installation are its own: `record write` names them where others stand. */
const withOwnSources = (content: string): string => content.replaceAll('mail-simulation', 'phishing-simulation');

/** Somebody at a terminal of their own, who types commands of the guide in a row. What one prints stands for its name in the next. */
async function typist(person: LocalPerson, known: Map<string, string>) {
  const password = await letIn(pool, stack.outputs, person);
  const openBrowser = async (url: string) => {
    await fetch(await signInAtPage(url, { email: person.email, password }));
  };
  const signIn = { sessionsPath: join(folder, `${person.email}.json`), openBrowser };
  return async ({ words, into }: { words: string[]; into?: string | undefined }) => {
    const args = words.map((word) => word.replace(/^\$(\w+)$/, (_, name) => known.get(name) ?? ''));
    const placed = args.map((word) => (word.endsWith('.json') ? join(folder, word) : word));
    const { terminal, out, err } = testTerminal();
    const exitCode = await run(placed, { terminal, connect, signIn, now: () => new Date().toISOString() });
    const [, id] = /Opened (\w{26})/.exec(out()) ?? [];
    if (id !== undefined) known.set('ID', id);
    const [, revision] = /revision (\d+)/.exec(out()) ?? [];
    if (revision !== undefined) known.set('REVISION', revision);
    if (into !== undefined) await writeFile(join(folder, into), withOwnSources(filledIn(out())));
    return { command: words.join(' '), exitCode, ...(exitCode === 0 ? {} : { err: err() }), out: out() };
  };
}

describeUnlessMissing(await missingEmulator())('the guide', () => {
  it('brings a new user from opening a high-severity record to its approval, in at most 15 commands of which none is refused', async () => {
    const guide = await readFile(GUIDE, 'utf8');
    const known = new Map([['API_URL', stack.apiUrl]]);
    const typed = [];
    for (const [person, walk] of [
      [ANNA, 'walk of the author'],
      [BEN, 'walk of the approver'],
    ] as const) {
      const type = await typist(person, known);
      for (const command of commandsIn(guide, walk)) typed.push(await type(command));
    }
    expect(typed.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
    expect(typed.length).toBeLessThanOrEqual(15);
    expect(typed.at(-1)?.out).toBe(`${known.get('ID')} is approved.\n`);
  });
});
