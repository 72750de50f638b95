import { expect, it } from 'vitest';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { consoleForThisFile, drawn } from './world/console-browser.ts';

const { world, open } = consoleForThisFile('full');

describeUnlessMissing(missingChromium)('hostile texts in the console', () => {
  it.each(['', '/review', '/history', '/evidence'])(
    'are texts in a record%s: nothing runs, leads away or grows wider',
    async (place) => {
      const { page, complaints, close } = await open(
        'nina',
        `/console/post-mortems/${world().records.hostile}${place}`,
      );
      const found = await page.evaluate(`({
      images: document.querySelectorAll('main img').length,
      title: document.title === '1',
      scripts: [...document.querySelectorAll('a[href]')].filter((a) => /^(javascript|data|vbscript):/i.test(a.href)).length,
      wide: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
    })`);
      expect([found, complaints]).toEqual([{ images: 0, title: false, scripts: 0, wide: 0 }, []]);
      await close();
    },
  );

  it('are texts in lists, in the palette and in the audit log', async () => {
    const { page, complaints, close } = await open('nina', '/console/post-mortems');
    for (const path of ['/post-mortems', '/lessons', '/remediations', `/audit/${world().records.hostile}`]) {
      await page.goto(`${world().url}/console${path}`);
      await drawn(page);
      const wide = await page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
      expect([path, wide, await page.locator('main img').count()]).toEqual([path, 0, 0]);
    }
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog');
    await palette.getByRole('combobox').fill('onerror');
    await palette.getByRole('option').first().waitFor();
    expect([await page.locator('dialog img').count(), complaints]).toEqual([0, []]);
    await close();
  });
});
