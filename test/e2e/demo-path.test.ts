import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type WalkResult, walkIncident } from '../../local/demo/walk-incident.ts';
import { type LocalStack, startLocalStack } from '../../local/local-stack.ts';
import { problemsWithJira } from '../support/jira/jira-contract.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { silentNarrator } from '../support/world/silent-narrator.ts';
import { itEndsAsItMust } from '../support/world/walked-incident.ts';

let stack: LocalStack;
let walked: WalkResult;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-'));
  stack = await startLocalStack(() => {});
  walked = await walkIncident(stack, silentNarrator, folder);
});
afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(stack.webhookUrl, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const signed = (body: string) => ({
  'x-hub-signature': `sha256=${createHmac('sha256', stack.webhookSecret).update(body).digest('hex')}`,
});

describeUnlessMissing(await missingEmulator())('the deployed stack', () => {
  it('stores the post-mortem within three seconds of the closed ticket, warm', () => {
    expect(walked.closedToStoredMs.warm).toBeLessThan(3_000);
  });

  itEndsAsItMust(() => walked);

  it('answers 401 to a webhook with a wrong signature, through the gateway', async () => {
    const response = await post('{}', { 'x-hub-signature': `sha256=${'0'.repeat(64)}` });
    expect([response.status, response.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  });

  it.each([
    ['that is no webhook', '{"hello":"world"}'],
    ['that is no JSON', 'hello'],
    ['over the limit', `{"x":"${'x'.repeat(600_000)}"}`],
  ])('answers 202 to a signed body %s, and says that nothing was taken in', async (_, body) => {
    const response = await post(body, signed(body));
    expect([response.status, await response.json()]).toEqual([202, { taken: false, because: expect.any(String) }]);
  });

  it('answers 413 to an unsigned body over the limit', async () => {
    expect((await post('x'.repeat(600_000))).status).toBe(413);
  });

  it('lets nobody in without a token, and no person write signals', async () => {
    const anonymous = await fetch(`${stack.apiUrl}/post-mortems`);
    const auditor = await stack.as({ email: 'olga@example.com', name: 'Olga Auditor', role: 'auditor' });
    const write = await auditor.call('POST', `/post-mortems/${walked.postMortemId}/submit`);
    const signal = await auditor.call('POST', '/signals', {});
    expect([anonymous.status, write.status, signal.status]).toEqual([401, 403, 401]);
    expect((await auditor.call('GET', `/post-mortems/${walked.postMortemId}`)).status).toBe(200);
  });

  it('makes a report for an auditor, who reads it back, by a link as well, and lists what the scanner said', async () => {
    const auditor = await stack.as({ email: 'olga@example.com', name: 'Olga Auditor', role: 'auditor' });
    const { status, body } = await auditor.call('POST', '/reports', { kind: 'validation' });
    const { name, path } = Object(body);
    expect([status, path]).toEqual([202, `/reports/${name}`]);
    const read = () => auditor.call('GET', path);
    await expect.poll(async () => (await read()).status, { timeout: 60_000, interval: 500 }).toBe(200);
    expect((await read()).body).toMatchObject({ kind: 'validation' });
    const { url } = Object((await auditor.call('GET', `${path}/link`)).body);
    expect(await (await fetch(url)).json()).toEqual((await read()).body);
    expect(Object((await auditor.call('GET', '/signals')).body).signals).not.toEqual([]);
  });

  it('keeps to what Jira’s API takes, in every call', () => {
    expect(problemsWithJira(stack.jira.requests())).toEqual([]);
  });
});
