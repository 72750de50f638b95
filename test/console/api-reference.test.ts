import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DOCS_PATH, startApiDoor } from '../../local/api-door.ts';
import { apiReference } from '../../local/api-reference.ts';
import { loopbackServer } from '../../local/in-process/loopback-server.ts';
import { ROUTES } from '../../shared/api/routes.ts';
import { browserForThisFile, missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';

let folder: string;
let address: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-api-'));
  const file = join(folder, 'index.html');
  await writeFile(file, await apiReference());
  address = pathToFileURL(file).href;
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const visit = browserForThisFile();

describeUnlessMissing(missingChromium)('the description of the API as a page', () => {
  it('has every operation, and asks for nothing', async () => {
    const { page, complaints } = await visit(address, 1_280);
    const names = page.locator('.opblock-summary-operation-id');
    const shown = async () => [...new Set(await names.allTextContents())].toSorted();
    await expect.poll(shown).toEqual(ROUTES.map(({ operationId }) => operationId).toSorted());
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says of an operation what it takes and answers', async () => {
    const { page, complaints } = await visit(`${address}#/Records/listRecords`, 1_280);
    const operation = page.locator('.opblock.is-open');
    await operation.locator('text=a technique finds its sub-techniques').first().waitFor();
    for (const words of ['The next page, RFC 8288', 'Too many calls in this minute', 'How many at most']) {
      await expect.poll(() => operation.textContent()).toContain(words);
    }
    const faults = await page.locator('.errors-wrapper').allTextContents();
    expect([faults, complaints]).toEqual([[], []]);
    await page.close();
  });

  it('calls a route as whoever is signed in, where it is served beside the API', async () => {
    const calls: string[] = [];
    const api = await loopbackServer(({ method, url, headers }) => {
      calls.push(`${method} ${url.pathname} ${headers.authorization ?? headers['x-holdfast-session'] ?? ''}`);
      const body = url.pathname === '/session/token' ? { token: 'a-token' } : { author: { name: 'Anna Author' } };
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    });
    const door = await startApiDoor();
    door.leadTo(api.url);
    try {
      const { page, complaints } = await visit(`${door.url}${DOCS_PATH}#/This%20API/readMe`, 1_280);
      const operation = page.locator('.opblock.is-open');
      await operation.locator('.try-out__btn').click();
      await operation.locator('.execute').click();
      await operation.locator('text=Anna Author').first().waitFor();
      expect([calls, complaints]).toEqual([['POST /session/token 1', 'GET /me Bearer a-token'], []]);
      await page.close();
    } finally {
      await Promise.all([api.close(), door.close()]);
    }
  });
});
