import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type DemoStack, startDemoStack } from '../../../local/demo/start-demo-stack.ts';
import { type WalkResult, walkIncident } from '../../../local/demo/walk-incident.ts';
import { hasEmbeddedEngine, NoEmbeddedEngine } from '../../../local/dynamodb-engine.ts';
import { startInProcessStack } from '../../../local/in-process/start-in-process-stack.ts';
import { startLocalStack } from '../../../local/local-stack.ts';
import { signInAtPage } from '../../../local/sign-in-page.ts';
import { waitUntil } from '../../../local/wait-until.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { cookieBrowser } from '../../support/machine/cookie-browser.ts';
import { describeUnlessMissing } from '../../support/machine/describe-unless-missing.ts';
import { hashOf } from '../../support/samples/evidence-files.ts';
import { silentNarrator } from '../../support/world/silent-narrator.ts';
import { itEndsAsItMust } from '../../support/world/walked-incident.ts';

let folder: string;
let stack: DemoStack;
let walked: WalkResult;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-in-process-test-'));
  // A machine with a shell and nothing else: no Python, no Docker, no emulator from an earlier day.
  await mkdir(join(folder, 'bin'));
  await symlink('/bin/sh', join(folder, 'bin', 'sh'));
  vi.stubEnv('PATH', join(folder, 'bin'));
  stack = await startDemoStack(() => {}, false, {
    onEmulator: (progress) => startLocalStack(progress, { emulatorDir: join(folder, 'emulator') }),
    inProcess: startInProcessStack,
  });
  walked = await walkIncident(stack, silentNarrator, join(folder, 'reports'));
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const missingEngine = (await hasEmbeddedEngine()) ? undefined : new NoEmbeddedEngine().message;

describeUnlessMissing(missingEngine)('the demo without Python and Docker', () => {
  it('says in one line that it runs in this process, and what to install', () => {
    expect(stack.where).toBe(
      'in this process on an embedded DynamoDB, because the AWS emulator cannot run here: ' +
        'install Python 3.10 or newer (apt install python3 python3-venv, brew install python) or start Docker',
    );
  });

  itEndsAsItMust(() => walked);

  it('keeps to what Jira’s API takes, in every call', () => {
    expect(problemsWithJira(stack.jira.requests())).toEqual([]);
  });

  it('signs its people in as the command line does: by a code with a proof of its own', async () => {
    const { token } = await stack.as({ email: 'anna@example.com', name: 'Anna Author', role: 'approver' });
    const { command_line: client } = Ways.parse(
      await (await fetch(`${stack.apiUrl}/.well-known/oauth-protected-resource`)).json(),
    );
    const [, claims = '', signature = ''] = token.split('.');
    const other = token.replace(signature, signature.toLowerCase());
    const plain = await fetch(client.authorization_endpoint.replace('authorize', 'token'), {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: client.client_id, username: 'anna@example.com' }),
    });
    const forged = await fetch(`${stack.apiUrl}/me`, { headers: { authorization: `Bearer ${other}` } });
    // A nonce is in the tokens of a code alone.
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: client.client_id,
      email: 'anna@example.com',
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect([plain.status, forged.status]).toEqual([400, 401]);
  });

  it('serves the description of the API beside it, for whoever is signed in there', async () => {
    const person = { email: 'anna@example.com', name: 'Anna Author', role: 'approver' as const };
    const docs = await fetch(`${stack.pagesUrl}/docs`);
    const browser = cookieBrowser();
    const began = await browser.request(`${stack.pagesUrl}/session/sign-in?return=/docs`);
    const password = await stack.passwordOf(person);
    const back = await signInAtPage(began.headers.get('location') ?? '', { email: person.email, password });
    const landed = await browser.request(back);
    const headers = { 'x-holdfast-session': '1', 'sec-fetch-site': 'same-origin' };
    const session = await browser.request(`${stack.pagesUrl}/session/token`, { method: 'POST', headers });
    const { token } = z.object({ token: z.string() }).parse(await session.json());
    const me = await fetch(`${stack.pagesUrl}/me`, { headers: { authorization: `Bearer ${token}` } });
    expect([docs.status, await docs.text()]).toEqual([200, expect.stringContaining('SwaggerUIBundle')]);
    expect([landed.headers.get('location'), me.status]).toEqual(['/docs', 200]);
  });

  it('serves the console, for every place of it', async () => {
    const start = await fetch(`${stack.pagesUrl}/`, { redirect: 'manual' });
    const page = await fetch(`${stack.pagesUrl}/console/post-mortems`);
    const script = / src="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const served = await fetch(`${stack.pagesUrl}${script}`);
    expect([start.status, start.headers.get('location')]).toEqual([302, '/console']);
    expect([page.status, served.status, served.headers.get('content-type')]).toEqual([
      200,
      200,
      'text/javascript; charset=utf-8',
    ]);
  });

  it('keeps the door as the deployed API does', async () => {
    const unsigned = await fetch(stack.webhookUrl, { method: 'POST', body: '{}' });
    const anonymous = await fetch(`${stack.apiUrl}/post-mortems`);
    const auditor = await stack.as({ email: 'olga@example.com', name: 'Olga Auditor', role: 'auditor' });
    const machine = await stack.asScanner();
    const write = await auditor.call('POST', `/post-mortems/${walked.postMortemId}/submit`);
    const personsSignal = await auditor.call('POST', '/signals', {});
    const machinesRead = await machine.call('GET', '/post-mortems');
    const machinesSignal = await machine.call('POST', '/signals', {});

    expect([unsigned.status, anonymous.status, write.status, personsSignal.status]).toEqual([401, 401, 403, 401]);
    expect([machinesRead.status, machinesSignal.status]).toEqual([401, 400]);
  });
  it('holds evidence that is uploaded past the API, and refuses other bytes', async () => {
    const log = 'user=mia action=sign-in';
    const anna = await stack.as({ email: 'anna@example.com', name: 'Anna Author', role: 'analyst' });
    const { key } = stack.jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Lost laptop' });
    stack.jira.transition(key, 'Done', { by: 'Jonas Berg' });
    const id = z.string().parse(await waitUntil('a post-mortem', () => anna.postMortemIdOf(key)));
    const draft = { name: 'proxy.log', mediaType: 'text/plain', bytes: log.length, sha256: hashOf(log) };
    const { evidence, upload } = Announced.parse(await anna.post(`/post-mortems/${id}/evidence`, draft));
    const { 'content-length': _, ...headers } = upload.headers;

    const other = await fetch(upload.url, { method: 'PUT', headers, body: log.replace('mia', 'bob') });
    const origin = stack.pagesUrl;
    const right = await fetch(upload.url, { method: 'PUT', headers: { ...headers, origin }, body: log });
    expect([other.status, right.status]).toEqual([400, 200]);
    // From the console, and from no other page.
    const names = Object.keys(headers).join(', ');
    const asked = { 'access-control-request-method': 'PUT', 'access-control-request-headers': names };
    const preflight = (from: string, more: Record<string, string> = {}) =>
      fetch(upload.url, { method: 'OPTIONS', headers: { ...asked, origin: from, ...more } });
    const mayCall = (await fetch(`${stack.pagesUrl}/console`)).headers.get('content-security-policy');
    expect(mayCall).toContain(`connect-src 'self' ${new URL(upload.url).origin};`);
    expect(right.headers.get('access-control-allow-origin')).toBe(origin);
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBe(origin);
    const others = [
      await preflight('https://elsewhere.example'),
      await preflight(origin, { 'access-control-request-method': 'GET' }),
      await preflight(origin, { 'access-control-request-headers': 'x-amz-acl' }),
    ];
    expect(others.map(({ status }) => status)).toEqual([403, 403, 403]);
    await waitUntil(
      'evidence that is held',
      async () => (await anna.record(id)).evidence[0]?.status,
      (status) => status === 'held',
    );

    const purpose = 'to compare it with the firewall';
    const link = await anna.post(`/post-mortems/${id}/evidence/${evidence.id}/read-link`, { purpose });
    const read = await fetch(z.object({ url: z.string() }).parse(link).url);
    expect([await read.text(), read.headers.get('content-disposition')]).toEqual([
      log,
      `attachment; filename="proxy.log"; filename*=UTF-8''proxy.log`,
    ]);
  });
});

const Ways = z.object({ command_line: z.object({ client_id: z.string(), authorization_endpoint: z.string() }) });

const Announced = z.object({
  evidence: z.object({ id: z.string() }),
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
