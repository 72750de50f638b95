import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiReference } from '../../local/api-reference.ts';
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
    await page.waitForSelector('.opblock');
    const shown = await page.locator('.opblock-summary-operation-id').allTextContents();
    expect([...new Set(shown)].toSorted()).toEqual(ROUTES.map(({ operationId }) => operationId).toSorted());
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says of an operation what it takes and answers', async () => {
    const { page, complaints } = await visit(`${address}#/Records/listRecords`, 1_280);
    const operation = page.locator('.opblock.is-open');
    await operation.locator('text=a technique finds its sub-techniques').first().waitFor();
    const text = (await operation.textContent()) ?? '';
    const wanted = ['The next page, RFC 8288', 'Too many calls in this minute', 'How many at most'];
    const faults = await page.locator('.errors-wrapper').allTextContents();
    expect([wanted.filter((words) => !text.includes(words)), faults, complaints]).toEqual([[], [], []]);
    await page.close();
  });
});
