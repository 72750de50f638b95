import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { pressTogether } from './console-browser.ts';

/** Keys and their words, as `?` lists them where one is. */
export async function listedKeys(page: Page): Promise<{ keys: string[]; words: string }[]> {
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor();
  const listed = await dialog.getByRole('term').all();
  const words = await dialog.getByRole('definition').allTextContents();
  const keys = await Promise.all(listed.map((one) => one.locator('kbd').allTextContents()));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return keys.map((own, index) => ({ keys: own, words: words[index] ?? '' }));
}

const PLACES: Record<string, string> = {
  Today: '/console',
  'Post-mortems': '/console/post-mortems',
  Remediations: '/console/remediations',
  Lessons: '/console/lessons',
  Measures: '/console/temporary-measures',
  Notifications: '/console/notifications',
  Audit: '/console/audit',
  Settings: '/console/settings',
  Reports: '/console/reports',
};

/** Presses the keys, and expects that what their words say is done. Where they lead into a dialog, it is closed again. */
export async function doesWhatItSays(page: Page, keys: string[], words: string): Promise<void> {
  const place = PLACES[words.replace('Go to ', '')];
  if (words.startsWith('Leave the field'))
    await page.locator('main').locator('input, textarea, select').first().focus();
  if (keys[0] === 'G') await pressTogether(page, ...keys.map((key) => key.toLowerCase()));
  else await page.keyboard.press(keys.map((key) => NAMES[key] ?? (key.length > 1 ? key : key.toLowerCase())).join('+'));
  if (place !== undefined) return page.waitForURL(({ pathname }) => pathname === place);
  await comesAbout(page, words);
  await page.evaluate('document.activeElement.blur()');
}

/** Waits for what the words of a key say. */
export async function comesAbout(page: Page, words: string): Promise<void> {
  const expected = EXPECTED[words];
  if (expected === undefined) throw new Error(`nobody says what "${words}" does`);
  await expected(page);
}

const NAMES: Record<string, string> = { Ctrl: 'Control', '↑': 'ArrowUp', '↓': 'ArrowDown' };

const opens = (name: string | RegExp) => async (page: Page) => {
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
};

const focusComesTo = (where: (page: Page) => Locator) => async (page: Page) => {
  const isThere = () =>
    where(page).evaluateAll((all) => all.some((one) => one.contains(one.ownerDocument.activeElement)));
  await expect.poll(isThere).toBe(true);
};

/** What follows a key, by its words. That what was done is taken back is shown where something is done. */
const EXPECTED: Record<string, (page: Page) => Promise<unknown>> = {
  'Search, or go to a place': opens('Search, or go to'),
  Search: opens('Search, or go to'),
  'All keys': opens('Keys'),
  'Take the last step back, while it can be': async () => {},
  'Leave the field, so that keys of one letter work': (page) =>
    expect.poll(() => page.evaluate('document.activeElement.matches("input, textarea, select")')).toBe(false),
  'Filter the list': focusComesTo((page) => page.getByRole('search')),
  'Next line': focusComesTo((page) => page.getByRole('table').getByRole('row')),
  'Line before': focusComesTo((page) => page.getByRole('table').getByRole('row')),
  'Open the line': (page) => page.waitForURL(/\/post-mortems\/[0-9A-Z]{26}/),
  'Peek at the line': opens(/./),
  'Next field that is missing': focusComesTo((page) => page.locator('main [id^="f-"]')),
  'Go to the sections': focusComesTo((page) => page.getByRole('navigation', { name: 'Sections of the record' })),
  'Go to the hints': focusComesTo((page) => page.getByRole('heading', { name: /^Hints/ })),
  'Go to the comments': focusComesTo((page) => page.getByRole('complementary').locator('form textarea')),
  'New entry of the timeline': async (page) => {
    await page
      .getByRole('form', { name: 'New entry' })
      .or(page.getByRole('dialog', { name: 'New entry' }))
      .waitFor();
    await page.keyboard.press('Escape');
  },
  // Of an entry that has the focus, which none has here: timeline.test.ts moves some.
  'Move the entry of the timeline before the one above': async () => {},
  'Move the entry of the timeline after the one below': async () => {},
  'Paste a chat into the timeline': opens('Paste a chat, a log or a file'),
  'Go to Submit, which is pressed by itself': focusComesTo((page) => page.getByRole('button', { name: /^Submit/ })),
  'Next change': focusComesTo((page) => page.locator('.change')),
  'Change before': focusComesTo((page) => page.locator('.change')),
  'Go to your word, which is given by itself': focusComesTo((page) =>
    page.getByRole('region', { name: 'Your word' }).getByRole('button', { name: /^Approve/ }),
  ),
};
