import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const PLACES = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const chromiumPath = PLACES.find((path) => path !== '' && existsSync(path));

/** For `describeUnlessMissing`. */
export const missingChromium =
  chromiumPath === undefined
    ? 'Chromium is missing; install it (apt install chromium fonts-dejavu-core, brew install --cask chromium) ' +
      'or set CHROMIUM_PATH to where it is'
    : undefined;

/** Faults of a page: errors, and requests to anywhere but where it came from. */
export type Visit = { page: Page; complaints: string[] };

/** One Chromium for the tests of a file. @returns opens a page of the given width and waits until it has loaded */
export function browserForThisFile() {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (chromiumPath === undefined) throw new Error(missingChromium);
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
    });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async (url: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Visit> => {
    if (browser === undefined) throw new Error('the browser starts before the first test, not earlier');
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(url).origin) complaints.push(`asked ${request.url()}`);
    });
    await page.goto(url, { waitUntil: 'load' });
    return { page, complaints };
  };
}
