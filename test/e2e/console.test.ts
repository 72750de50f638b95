import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApiClient } from '../../local/api-client.ts';
import type { LocalPerson } from '../../local/local-people.ts';
import { type EmulatedStack, startLocalStack } from '../../local/local-stack.ts';
import { waitUntil } from '../../local/wait-until.ts';
import { isTicketed } from '../../shared/domain/remediation/remediation.ts';
import { RECOMMENDATIONS_BY_STANDING, recommendationOf } from '../console/world/recommendations.ts';
import { type RecordWriter, recordWriter } from '../console/world/record-writer.ts';
import { writeIncident } from '../console/world/write-incident.ts';
import { browserForThisFile, missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { hashOf } from '../support/samples/evidence-files.ts';

const ANNA = { email: 'anna@example.com', name: 'Anna Author', role: 'analyst' as const };
const NINA = { email: 'nina@example.com', name: 'Nina Analyst', role: 'analyst' as const };
const BEN = { email: 'ben@example.com', name: 'Ben Approver', role: 'approver' as const };
const LOG = 'src=203.0.113.7 user=mia action=sign-in\n';

let stack: EmulatedStack;
beforeAll(async () => {
  stack = await startLocalStack(() => {});
});
afterAll(() => stack?.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${stack.pagesUrl}${path}`, { headers, redirect: 'manual' });

const noEmulator = await missingEmulator();

describeUnlessMissing(noEmulator)('the console of the deployed stack', () => {
  it('is where the address of the API leads, for every place of it, to whoever asks', async () => {
    const start = await get('/');
    const page = await get('/console');
    const place = await get('/console/post-mortems/01J/review');
    const known = await get('/console', { 'if-none-match': page.headers.get('etag') ?? '' });
    const api = await get('/post-mortems');

    expect([start.status, start.headers.get('location')]).toEqual([302, '/console']);
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    const text = await page.text();
    expect(text).toContain('<title>Holdfast</title>');
    expect([place.status, await place.text()]).toEqual([200, text]);
    expect([known.status, await known.text()]).toEqual([304, '']);
    expect(api.status).toBe(401);
  });

  it('sends its files compressed, to be kept for good, and says when there is none', async () => {
    const page = await (await get('/console')).text();
    const script = / src="([^"]+)"/.exec(page)?.[1] ?? '';
    const plain = await get(script);
    // The door takes the encoding off: this one asks the emulator itself.
    const packed = await bytesOf(`${stack.apiUrl}${script}`, { 'accept-encoding': 'gzip' });
    const missing = await get('/console/assets/main-OF-BEFORE.js');

    expect([plain.status, plain.headers.get('content-type'), plain.headers.get('cache-control')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect(packed.encoding).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toBe(await plain.text());
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
  });

  it('may send evidence to the bucket, as the answers to a browser say', async () => {
    const { url, headers } = await announced();
    const policy = (await get('/console')).headers.get('content-security-policy') ?? '';
    const origin = stack.pagesUrl;
    const asked = { origin, 'access-control-request-method': 'PUT' };
    const names = { 'access-control-request-headers': Object.keys(headers).join(',') };
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { ...asked, ...names } });
    const foreign = { ...asked, ...names, origin: 'https://elsewhere.example' };
    const refused = await fetch(url, { method: 'OPTIONS', headers: foreign });
    const sent = await fetch(url, { method: 'PUT', headers: { ...headers, origin }, body: LOG });

    expect(policy).toContain(`connect-src 'self' ${new URL(url).origin};`);
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
  });
});

describeUnlessMissing(noEmulator ?? missingChromium)('the console in a browser', () => {
  const open = browserForThisFile();

  async function signedIn(person: LocalPerson) {
    const password = await stack.passwordOf(person);
    const { page } = await open(`${stack.pagesUrl}/session/sign-in`, 1_280);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/policy|trusted/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.fill('input[name=username]', person.email);
    await page.fill('input[name=password]', password);
    await page.click('[type=submit]');
    await page.waitForURL(`${stack.pagesUrl}/console`);
    await page.waitForSelector('#console > *');
    return { page, complaints };
  }

  it('is where a sign-in ends, breaks no rule of its policy, and can send evidence', async () => {
    const { url, headers } = await announced();
    const { page, complaints } = await signedIn(ANNA);
    const sent = await page.evaluate(
      async (offer) => (await fetch(offer.url, { method: 'PUT', headers: offer.headers, body: offer.body })).status,
      { url, headers, body: LOG },
    );
    const elsewhere = stack.jira.url;
    const kept = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'answered',
          () => 'refused',
        ),
      elsewhere,
    );

    expect([sent, kept]).toEqual([200, 'refused']);
    // The call to somewhere else is what it has to complain of, and nothing besides.
    await expect.poll(() => complaints.length).toBeGreaterThan(0);
    expect(complaints.filter((complaint) => !complaint.includes(elsewhere))).toEqual([]);
  });

  it('leads from Today to the record, saves a field in it, has it approved by a second person, and shows its fix', async () => {
    const nina = recordWriter(stack.apiUrl, await stack.as(NINA));
    const { key, id } = await closedIncident(nina.client);
    const { technical, human } = await writeIncident(nina, id);
    const fix = await nina.add(`/post-mortems/${id}/recommendations`, recommendationOf('open', [technical, human]));
    await listed(nina, key);
    const author = await signedIn(NINA);
    await author.page.getByRole('link', { name: `Go on ${key}` }).click();
    const summary = author.page.locator('[id="f-sections.summary.text"]');
    await summary.fill('Two of eleven entered their passwords on a false page.');
    await author.page
      .locator('#summary')
      .getByText(/^Saved \d\d:\d\d/)
      .waitFor();
    expect((await nina.client.record(id)).sections.summary).toEqual({
      text: 'Two of eleven entered their passwords on a false page.',
    });
    await nina.submit(id);
    const ben = recordWriter(stack.apiUrl, await stack.as(BEN));
    await listed(ben, key);
    const judge = await signedIn(BEN);
    await judge.page.getByRole('link', { name: `Review ${key}` }).click();
    const { revision } = await ben.client.record(id);
    await judge.page.getByRole('button', { name: `Approve exactly revision ${revision}` }).click();
    await judge.page.getByText('The record is approved').waitFor();
    const { status, approvals } = await ben.client.record(id);
    expect([status, approvals.map(({ by, revision: approved }) => [by.email, approved])]).toEqual([
      'approved',
      [[BEN.email, revision]],
    ]);
    await waitUntil(
      'its fix has a ticket',
      () => nina.client.remediations(id),
      ([one]) => one?.id === fix && isTicketed(one),
    );
    await judge.page.goto(`${stack.pagesUrl}/console/post-mortems/${id}/remediations/${fix}`);
    await judge.page.getByRole('heading', { name: RECOMMENDATIONS_BY_STANDING.open.title }).waitFor();
    const story = judge.page.getByRole('region', { name: 'What happened' });
    await expect.poll(() => story.locator('.moment-head').allTextContents()).toEqual(['Ticket created', 'Approved']);
    expect([author.complaints, judge.complaints]).toEqual([[], []]);
  });
});

async function closedIncident({ postMortemIdOf }: ApiClient): Promise<{ key: string; id: string }> {
  const { key } = stack.jira.createIssue({
    ...{ project: 'SEC', issueType: 'Security Incident', summary: 'Lost laptop', priority: 'High' },
  });
  stack.jira.transition(key, 'Done', { by: 'Jonas Berg' });
  return { key, id: z.string().parse(await waitUntil(`a post-mortem for ${key}`, () => postMortemIdOf(key))) };
}

/** Lists follow the records a moment later. */
const listed = (person: RecordWriter, key: string) =>
  waitUntil(
    `${key} waits for somebody`,
    async () => JSON.stringify(await person.must('GET', '/my-work')),
    (work) => work.includes(`"${key}"`),
  );

/** Evidence of a new record, as Anna would send it. */
async function announced() {
  const anna = await stack.as(ANNA);
  const { id } = await closedIncident(anna);
  const draft = { name: 'proxy.txt', mediaType: 'text/plain', bytes: LOG.length, sha256: hashOf(LOG) };
  const { upload } = Announced.parse(await anna.post(`/post-mortems/${id}/evidence`, draft));
  // Its length is the browser's own business.
  const { 'content-length': _, ...headers } = upload.headers;
  return { url: upload.url, headers };
}

const Announced = z.object({
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});

/** `fetch` would unpack them. */
function bytesOf(
  url: string,
  headers: Record<string, string>,
): Promise<{ encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(parts) }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
