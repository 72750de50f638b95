import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminDisableUserCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { connect } from '../../cli/installation.ts';
import { run } from '../../cli/program.ts';
import { type EmulatedStack, startLocalStack } from '../../local/local-stack.ts';
import { letIn } from '../../local/sign-in.ts';
import { signInAtPage } from '../../local/sign-in-page.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { testTerminal } from '../support/machine/test-terminal.ts';

const ANNA = { email: 'anna@example.com', name: 'Anna Author', role: 'analyst' as const };

let stack: EmulatedStack;
let pool: CognitoIdentityProviderClient;
let folder: string;
beforeAll(async () => {
  stack = await startLocalStack(() => {});
  for (const [name, value] of Object.entries(stack.emulator.env)) vi.stubEnv(name, value);
  pool = new CognitoIdentityProviderClient({ endpoint: stack.emulator.endpoint });
  folder = await mkdtemp(join(tmpdir(), 'holdfast-sign-in-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});
let sessionsPath: string;
beforeEach(() => {
  sessionsPath = join(folder, `${crypto.randomUUID()}.json`);
});

/** Somebody at a browser, who types the password and is sent back. */
const typing =
  (password: string, { email } = ANNA) =>
  async (url: string) => {
    await fetch(await signInAtPage(url, { email, password }));
  };
const noBrowser = () => Promise.reject(new Error('there is no browser'));

async function holdfast(args: string[], openBrowser: (url: string) => Promise<unknown> = noBrowser, laterMs = 0) {
  const { terminal, out, err } = testTerminal();
  const now = () => new Date(Date.now() + laterMs).toISOString();
  const exitCode = await run(args, { terminal, connect, signIn: { sessionsPath, openBrowser }, now });
  return { exitCode, out: out(), err: err() };
}

const statusWith = async (token: string, path = '/me') =>
  (await fetch(`${stack.apiUrl}${path}`, { headers: { authorization: `Bearer ${token.trim()}` } })).status;

describeUnlessMissing(await missingEmulator())('signing in', () => {
  it('takes the address of the API alone, and gives tokens that the API takes', async () => {
    const password = await letIn(pool, stack.outputs, ANNA);
    const login = await holdfast(['login', stack.apiUrl], typing(password));
    const token = await holdfast(['token']);
    const me = await holdfast(['me', '--json']);
    expect([login.exitCode, login.out]).toEqual([
      0,
      `Signed in to ${stack.apiUrl} as Anna Author <anna@example.com>.\n`,
    ]);
    expect([await statusWith(token.out), await statusWith(token.out, '/post-mortems')]).toEqual([200, 200]);
    expect(JSON.parse(me.out)).toMatchObject({ author: { email: 'anna@example.com' }, roles: ['analyst'] });
  });

  it('renews a token that is about to end, without another sign-in', async () => {
    await holdfast(['login', stack.apiUrl], typing(await letIn(pool, stack.outputs, ANNA)));
    const endsAt = async (laterMs: number) => JSON.parse((await holdfast(['token', '--json'], noBrowser, laterMs)).out);
    const [first, again] = [await endsAt(0), await endsAt(0)];
    const renewed = await endsAt(59.5 * 60_000);
    expect([again.token === first.token, renewed.token === first.token, await statusWith(renewed.token)]).toEqual([
      true,
      false,
      200,
    ]);
  });

  it('refuses a wrong password at the page, and keeps nothing', async () => {
    await letIn(pool, stack.outputs, ANNA);
    let refused: unknown;
    // As somebody who gives up: the page let them not in, and the command goes on waiting until they end it.
    const login = holdfast(['login', stack.apiUrl], async (url) => {
      refused = await signInAtPage(url, { email: ANNA.email, password: 'Wrong1!wrong1!' }).catch(String);
      const back = new URL(new URL(url).searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('state', new URL(url).searchParams.get('state') ?? '');
      await fetch(back);
    });
    const { exitCode, err } = await login;
    expect([refused, exitCode, err]).toEqual([
      expect.stringContaining('did not let anna@example.com in'),
      1,
      expect.stringContaining('the sign-in was refused'),
    ]);
    expect((await holdfast(['token'])).err).toContain('nobody is signed in');
  });

  it('shows nobody a code that is good for anything: without the verifier it gives no tokens', async () => {
    const password = await letIn(pool, stack.outputs, ANNA);
    let stolen: Response | undefined;
    const login = await holdfast(['login', stack.apiUrl], async (url) => {
      const back = await signInAtPage(url, { email: ANNA.email, password });
      const asked = new URL(url).searchParams;
      stolen = await fetch(`${stack.emulator.endpoint}/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: back.searchParams.get('code') ?? '',
          client_id: asked.get('client_id') ?? '',
          redirect_uri: asked.get('redirect_uri') ?? '',
          code_verifier: 'x'.repeat(43),
        }),
      });
      await fetch(back);
    });
    expect([stolen?.status, login.exitCode]).toEqual([400, 0]);
  });

  it('ends with the logout: the file has no token any more', async () => {
    await holdfast(['login', stack.apiUrl], typing(await letIn(pool, stack.outputs, ANNA)));
    const { out } = await holdfast(['logout']);
    const file = await readFile(sessionsPath, 'utf8');
    const after = await holdfast(['token']);
    expect([out, JSON.parse(file), after.exitCode]).toEqual([
      expect.stringContaining('Signed out of'),
      { sessions: {} },
      1,
    ]);
  });

  it('gives no new token to whoever was disabled', async () => {
    const eve = { ...ANNA, email: 'eve@example.com', name: 'Eve' };
    await holdfast(['login', stack.apiUrl], typing(await letIn(pool, stack.outputs, eve), eve));
    await pool.send(new AdminDisableUserCommand({ UserPoolId: stack.outputs.UserPoolId, Username: eve.email }));
    const { exitCode, err } = await holdfast(['token'], noBrowser, 59.5 * 60_000);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('sign in again: holdfast login')]);
  });

  it('counts an address for nothing that nobody verified', async () => {
    const dora = { ...ANNA, email: 'dora@example.com', name: 'Dora' };
    const password = await letIn(pool, stack.outputs, dora);
    const UserAttributes = [{ Name: 'email_verified', Value: 'false' }];
    const user = { UserPoolId: stack.outputs.UserPoolId, Username: dora.email };
    await pool.send(new AdminUpdateUserAttributesCommand({ ...user, UserAttributes }));
    await holdfast(['login', stack.apiUrl], typing(password, dora));
    const me = await holdfast(['me']);
    expect(me.out).toContain('your e-mail address is not verified');
  });

  it('is not possible with a password behind the pages’ back', async () => {
    const password = await letIn(pool, stack.outputs, ANNA);
    const { outputs } = await connect({ stack: 'HoldfastDemo' });
    for (const output of ['WebClientId', 'CommandLineClientId']) {
      const call = pool.send(
        new InitiateAuthCommand({
          ClientId: outputs.get(output) ?? '',
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: ANNA.email, PASSWORD: password },
        }),
      );
      await expect(call).rejects.toThrow();
    }
  });

  it('says what is at an address that is none of Holdfast', async () => {
    const { exitCode, err } = await holdfast(['login', stack.jira.url]);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('is no API of Holdfast')]);
  });

  it('is not done over a network without TLS', async () => {
    const { exitCode, err } = await holdfast(['login', 'http://api.example.com']);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('does not begin with https://')]);
  });
});
