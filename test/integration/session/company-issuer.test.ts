import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { run } from '../../../cli/program.ts';
import { startApiDoor } from '../../../local/api-door.ts';
import { demoSettings, MAIL_TEST } from '../../../local/demo/demo-settings.ts';
import { hasEmbeddedEngine, NoEmbeddedEngine } from '../../../local/dynamodb-engine.ts';
import { startInProcessStack } from '../../../local/in-process/start-in-process-stack.ts';
import type { LocalStack } from '../../../local/local-stack.ts';
import { COMMAND_LINE_REDIRECTS } from '../../../shared/sign-in/command-line-redirects.ts';
import { type CookieBrowser, cookieBrowser } from '../../support/machine/cookie-browser.ts';
import { describeUnlessMissing } from '../../support/machine/describe-unless-missing.ts';
import { signInAtProvider } from '../../support/machine/fill-in-provider.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { startCompanyProvider } from '../../support/systems/company-provider.ts';

const AUDIENCE = 'urn:holdfast';
const OWN_PAGE = { 'x-holdfast-session': '1', 'sec-fetch-site': 'same-origin' };
const LEA = {
  sub: 'lea',
  email: 'lea@acme.com',
  email_verified: true,
  name: 'Lea Lead',
  groups: ['Everyone', 'SOC Leads'],
  jira: '712020:lea',
};
const EVE = {
  sub: 'eve',
  email: 'lea@acme.com',
  email_verified: false,
  name: 'Eve',
  groups: ['Not SOC Leads', 'SOC', 'Leads'],
};

let provider: Awaited<ReturnType<typeof startCompanyProvider>>;
let door: Awaited<ReturnType<typeof startApiDoor>>;
let stack: LocalStack;
let folder: string;
const missing = (await hasEmbeddedEngine()) ? undefined : new NoEmbeddedEngine().message;
beforeAll(async () => {
  if (missing !== undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'holdfast-issuer-'));
  door = await startApiDoor();
  provider = await startCompanyProvider({
    people: [LEA, EVE],
    clients: () => [
      {
        id: 'pages',
        redirectUris: [`${door.url}/session/call-back`],
        signedOutUris: [`${door.url}/session/signed-out`],
      },
      { id: 'cli', redirectUris: [...COMMAND_LINE_REDIRECTS] },
    ],
    programs: ['scan-1', 'payroll-job'],
  });
  stack = await startInProcessStack(() => {}, {
    settings: (jira, plan, addresses) => ({
      ...demoSettings(jira, plan, addresses),
      api: { address: door.url },
      programs: {
        scanner: {
          owner: 'sam@acme.com',
          scopes: ['signals.write', 'records.read'],
          sources: [MAIL_TEST],
          clientId: 'scan-1',
        },
      },
      signIn: {
        issuer: {
          url: provider.issuer,
          clients: { pages: 'pages', commandLine: 'cli' },
          claims: { jiraAccountId: 'jira' },
          roles: { 'SOC Leads': 'approver' },
          audience: AUDIENCE,
        },
      },
    }),
  });
  door.leadTo(stack.apiUrl);
});
afterAll(async () => {
  await stack?.stop();
  await Promise.all([provider?.close(), door?.close()]);
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const Token = z.object({ token: z.string() });
const post = (browser: CookieBrowser, what: string) =>
  browser.request(`${door.url}/session/${what}`, { method: 'POST', headers: OWN_PAGE });
async function tokenOnPages(sub: string): Promise<string> {
  const browser = cookieBrowser();
  await signInAtProvider(browser, `${door.url}/session/sign-in?return=/records`, sub);
  return Token.parse(await (await post(browser, 'token')).json()).token;
}
async function ask(path: string, token: string, body?: object) {
  const response = await fetch(`${door.url}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, body: answer };
}
async function tokenOfProgram(id: string, scope: string): Promise<string> {
  const response = await fetch(`${provider.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${id}:${id}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope, resource: AUDIENCE }),
  });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

describeUnlessMissing(missing)('people of a company’s own issuer', () => {
  it('sign in on pages, with the roles of their groups, and sign out for good', async () => {
    const browser = cookieBrowser();
    const { url } = await signInAtProvider(browser, `${door.url}/session/sign-in?return=/records`, 'lea');
    const { token } = Token.parse(await (await post(browser, 'token')).json());
    const me = await ask('/me', token);
    const out = await post(browser, 'sign-out');
    expect(url.href).toBe(`${door.url}/records`);
    expect(me).toMatchObject({
      status: 200,
      body: {
        author: { kind: 'person', id: 'lea', name: 'Lea Lead', email: 'lea@acme.com', jiraAccountId: '712020:lea' },
        roles: ['approver'],
      },
    });
    expect([await out.json(), (await post(browser, 'token')).status]).toMatchObject([{ isRevoked: true }, 401]);
  });

  it('have no role by groups that only look like it, and no address that nobody verified', async () => {
    const { body } = await ask('/me', await tokenOnPages('eve'));
    expect(body).toMatchObject({ author: { id: 'eve', name: 'Eve' }, roles: [] });
    expect(JSON.stringify(body)).not.toContain('lea@acme.com');
  });

  it('sign in on the command line, which learns of the issuer from the API', async () => {
    const sessionsPath = join(folder, 'sessions.json');
    const holdfast = async (...args: string[]) => {
      const { terminal, out } = testTerminal();
      const openBrowser = (url: string) => signInAtProvider(cookieBrowser(), url, 'lea');
      const connect = () => Promise.reject(new Error('no AWS here'));
      const now = () => new Date().toISOString();
      const exitCode = await run(args, { terminal, connect, signIn: { sessionsPath, openBrowser }, now });
      return { exitCode, out: out() };
    };
    const login = await holdfast('login', door.url);
    const me = await holdfast('me', '--json');
    const logout = await holdfast('logout', '--json');
    expect(login).toEqual({ exitCode: 0, out: `Signed in to ${door.url} as Lea Lead <lea@acme.com>.\n` });
    expect(JSON.parse(me.out)).toMatchObject({ author: { id: 'lea' }, roles: ['approver'] });
    expect(JSON.parse(logout.out)).toEqual({ isSignedOut: true, isRevoked: true });
  });

  it.each([
    ['that somebody else signed', (token: string) => `${token.slice(0, token.lastIndexOf('.'))}.c2lnbmVk`],
    ['that nobody signed', (token: string) => `${btoa('{"alg":"none"}')}.${token.split('.')[1] ?? ''}.`],
  ])('are not let in with a token %s', async (_, changed) => {
    expect((await ask('/me', changed(await tokenOnPages('lea')))).status).toBe(401);
  });
});

describeUnlessMissing(missing)('programs at a company’s own issuer', () => {
  const signal = (source: string) => ({
    subject: { type: 'technique', id: 'T1566.002' },
    source,
    outcome: 'pass',
    observedAt: new Date().toISOString(),
  });

  it('send signals for their own sources, and read records', async () => {
    const token = await tokenOfProgram('scan-1', 'holdfast/signals.write holdfast/records.read');
    const answers = [
      await ask('/signals', token, signal(MAIL_TEST)),
      await ask('/signals', token, signal('another')),
      await ask('/post-mortems', token),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 403, 200]);
  });

  it('do neither when they are none of ours, or without the scope', async () => {
    const other = await tokenOfProgram('payroll-job', 'holdfast/signals.write holdfast/records.read');
    const narrow = await tokenOfProgram('scan-1', 'holdfast/records.read');
    const answers = [
      await ask('/signals', other, signal(MAIL_TEST)),
      await ask('/post-mortems', other),
      await ask('/signals', narrow, signal(MAIL_TEST)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('do not share their tokens with people: signals are not taken from those', async () => {
    expect((await ask('/signals', await tokenOnPages('lea'), signal(MAIL_TEST))).status).toBe(401);
  });
});
