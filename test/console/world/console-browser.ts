import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import * as z from 'zod';
import { waitUntil } from '../../../local/wait-until.ts';
import { chromiumPath, missingChromium } from '../../support/machine/browser.ts';
import { CONSOLE_PEOPLE, type ConsolePerson } from './console-people.ts';
import { type ConsoleWorld, startConsoleWorld, type WorldSize } from './start-console-world.ts';

/** How somebody looks at the console. */
export type Look = { width: number; colorScheme: 'light' | 'dark' };

/** A page that somebody opened. */
export type ConsoleVisit = {
  page: Page;
  /** Errors, breaches of its policy, requests to anywhere else. */
  complaints: string[];
  /** Every status by which a call was refused. */
  refusals: Set<number>;
  close: () => Promise<void>;
};

/**
 * One world and one Chromium for the tests of a file.
 *
 * @returns the world, and `open`, which opens a place of the console as a person and waits until it is drawn
 */
export function consoleForThisFile(size: WorldSize) {
  let started: { browser: Browser; world: ConsoleWorld } | undefined;
  const signedIn = new Map<ConsolePerson, Promise<Cookies>>();
  beforeAll(async () => {
    if (chromiumPath === undefined) throw new Error(missingChromium);
    const world = await startConsoleWorld({ size });
    // Ended by `afterAll` also where the browser does not start.
    const browser = await launched(chromiumPath).catch(async (error: unknown) => {
      await world.stop();
      throw error;
    });
    started = { browser, world };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.world.stop();
  });
  const running = () => {
    if (started === undefined) throw new Error('the world starts before the first test, not earlier');
    return started;
  };

  const cookiesOf = (person: ConsolePerson): Promise<Cookies> => {
    const { browser, world } = running();
    const cookies = signedIn.get(person) ?? signIn(browser, world, person);
    signedIn.set(person, cookies);
    return cookies;
  };

  return {
    world: () => running().world,
    /** A browser of its own, in which the person is signed in. */
    async open(
      person: ConsolePerson,
      path: string,
      { width, colorScheme }: Look = { width: 1_280, colorScheme: 'light' },
    ): Promise<ConsoleVisit> {
      const { browser, world } = running();
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        // What moves is in its place at once.
        reducedMotion: 'reduce',
      });
      await context.addCookies(await cookiesOf(person));
      const page = await context.newPage();
      const { complaints, refusals } = faultsHeardIn(page, world.url);
      await page.goto(`${world.url}${path}`, { waitUntil: 'load' });
      await drawn(page);
      return { page, complaints, refusals, close: () => context.close() };
    },
  };
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const launched = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });

/** By the sign-in page, as everybody. @returns the cookies of the session, for browsers that come after */
async function signIn(browser: Browser, world: ConsoleWorld, person: ConsolePerson): Promise<Cookies> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${world.url}/session/sign-in`);
    await page.fill('input[name=username]', CONSOLE_PEOPLE[person].email);
    await page.fill('input[name=password]', await world.password(person));
    await page.click('button');
    await page.waitForURL(`${world.url}/console`);
    return await context.cookies();
  } finally {
    await context.close();
  }
}

function faultsHeardIn(page: Page, origin: string): Pick<ConsoleVisit, 'complaints' | 'refusals'> {
  const complaints: string[] = [];
  const refusals = new Set<number>();
  page.on('console', (message) => {
    // Said of each call that is refused, in words that do not tell which.
    const isOfRefusal = message.text().startsWith('Failed to load resource: the server responded with');
    if (message.type() === 'error' && !isOfRefusal) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && asked !== origin) complaints.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) refusals.add(response.status());
  });
  return { complaints, refusals };
}

/** A place has its heading, nothing that says that it is loading, and the same words as a moment ago. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  let before: string | null = null;
  await waitUntil(
    `${page.url()} is drawn`,
    async () => ({
      headings: await page.locator('h1').count(),
      loading: await page.getByRole('status', { name: 'Loading' }).count(),
      words: await page.locator('body').textContent(),
    }),
    ({ headings, loading, words }) => {
      const isAtRest = words === before;
      before = words;
      return headings > 0 && loading === 0 && isAtRest;
    },
  );
}

/** Keys that belong together: the second has to come soon after the first, however much else the machine does. */
export async function pressTogether(page: Page, ...keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}

const AxeAnswer = z.object({
  violations: z.array(
    z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) }),
  ),
});

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let axeSource: Promise<string> | undefined;

/** What axe finds in a page, one line each. Its script comes by the debugger, so that the policy of the page stays as it is. */
export async function axe(page: Page): Promise<string[]> {
  axeSource ??= readFile(axeFile, 'utf8');
  await page.evaluate(await axeSource);
  const { violations } = AxeAnswer.parse(await page.evaluate('axe.run({ resultTypes: ["violations"] })'));
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  );
}
