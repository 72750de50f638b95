import { expect, it } from 'vitest';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { consoleForThisFile, drawn } from './world/console-browser.ts';

const { world, open } = consoleForThisFile('small');

describeUnlessMissing(missingChromium)('a network that fails under the console', () => {
  it('is told as such, with what the API says, and a way to try again that works', async () => {
    const { page, close } = await open('nina', '/console/settings');
    let isDown = true;
    await page.route('**/post-mortems?*', (route) =>
      isDown
        ? route.fulfill({
            status: 422,
            json: { type: 'about:blank', title: 'No', status: 422, detail: 'The list is being mended.', instance: '/' },
          })
        : route.continue(),
    );
    await page.getByRole('link', { name: 'Post-mortems' }).click();
    await page.getByText('The list is being mended.').waitFor();
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('SEC-1').first().waitFor();
    await close();
  });

  it('is told where everything waits for who the person is here', async () => {
    const { page, close } = await open('nina', '/console/settings');
    let isDown = true;
    await page.route('**/me', (route) =>
      isDown
        ? route.fulfill({ status: 422, json: { title: 'No', status: 422, detail: 'People are being mended.' } })
        : route.continue(),
    );
    for (const path of ['/console', `/console/post-mortems/${world().records.halfFilled}`]) {
      isDown = true;
      await page.goto(`${world().url}${path}`);
      await page.locator('main').getByText('People are being mended.').waitFor();
      await drawn(page);
      isDown = false;
      await page.locator('main').getByRole('button', { name: 'Try again' }).click();
      await page.locator('main').getByText('SEC-').first().waitFor();
    }
    await close();
  });

  it('is told instead of a word that nothing waits, where the open records did not come', async () => {
    const { page, close } = await open('max', '/console/settings');
    await page.route('**/my-work', async (route) => {
      const nothing = { lines: [], more: false };
      const names = ['toDecide', 'toWrite', 'toProve', 'toPutInPlace', 'toConfirm', 'toReview', 'toUndo'];
      await route.fulfill({ json: Object.fromEntries(names.map((name) => [name, nothing])) });
    });
    await page.route('**/post-mortems?*', (route) =>
      route.fulfill({ status: 422, json: { title: 'No', status: 422, detail: 'The list is being mended.' } }),
    );
    await page.goto(`${world().url}/console`);
    await page.locator('main').getByText('The list is being mended.').waitFor();
    expect(await page.getByText('Nothing needs you.').count()).toBe(0);
    await close();
  });

  it('that answers 503 once is asked again by itself, after the time that the API names', async () => {
    const { page, close } = await open('nina', '/console/settings');
    const asked: number[] = [];
    await page.route('**/post-mortems?*', (route) => {
      asked.push(performance.now());
      if (asked.length > 1) return route.continue();
      return route.fulfill({ status: 503, headers: { 'retry-after': '3' }, json: { detail: 'busy' } });
    });
    await page.getByRole('link', { name: 'Post-mortems' }).click();
    await page.getByText('SEC-1').first().waitFor();
    const [first = 0, second = 0] = asked;
    // By itself it would come again after a second.
    expect(second - first).toBeGreaterThan(2_900);
    await close();
  });
});
