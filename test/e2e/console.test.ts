import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type EmulatedStack, startLocalStack } from '../../local/local-stack.ts';
import { waitUntil } from '../../local/wait-until.ts';
import { browserForThisFile, missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { hashOf } from '../support/samples/evidence-files.ts';

const ANNA = { email: 'anna@example.com', name: 'Anna Author', role: 'analyst' as const };
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

  it('is where a sign-in ends, breaks no rule of its policy, and can send evidence', async () => {
    const password = await stack.passwordOf(ANNA);
    const { url, headers } = await announced();
    const { page } = await open(`${stack.pagesUrl}/session/sign-in`, 1_280);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/policy|trusted/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.fill('input[name=username]', ANNA.email);
    await page.fill('input[name=password]', password);
    await page.click('[type=submit]');
    await page.waitForURL(`${stack.pagesUrl}/console`);
    await page.waitForSelector('#console > *');
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
});

/** Evidence of a new record, as Anna would send it. */
async function announced() {
  const anna = await stack.as(ANNA);
  const { key } = stack.jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Lost laptop' });
  stack.jira.transition(key, 'Done', { by: 'Jonas Berg' });
  const id = z.string().parse(await waitUntil(`a post-mortem for ${key}`, () => anna.postMortemIdOf(key)));
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
