import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { consoleForThisFile, type Look } from './world/console-browser.ts';
import type { ConsolePerson } from './world/console-people.ts';
import { pngOfFewColours } from './world/png-of-few-colours.ts';

/** The pictures of `docs/console.md`: made where `HOLDFAST_PICTURES` names a folder, and otherwise only gone to. */
const FOLDER = process.env.HOLDFAST_PICTURES;
const ROOT = resolve(import.meta.dirname, '../..');

type Picture = {
  person: ConsolePerson;
  path: string;
  /** The heading that the picture is of, of whatever level. */
  heading: string;
  look?: Partial<Look>;
  /** Of the window, where the place needs less than all of it. */
  height?: number;
  /** What is done before it is taken. */
  act?: (page: Page) => Promise<unknown>;
};

const CHAT = `[08:12] Ana: first recipient opens the link
[08:16] Bot: the mail filter raises an alert
[08:21] Ben: we block the sender and its domain
[08:34] Ana: one of the accounts signed in from abroad
[08:40] Ben: sessions of both accounts are revoked
[09:05] Carl: told the payroll team what to look for`;

const ROLES = { Ana: 'incident lead', Ben: 'on-call engineer', Carl: 'awareness lead' };
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

const PICTURES: Record<string, Picture> = {
  today: { person: 'ben', path: '/', heading: 'Today', height: 580 },
  list: { person: 'nina', path: '/post-mortems?severity=critical&severity=high', heading: 'Post-mortems', height: 540 },
  record: {
    person: 'nina',
    path: '/post-mortems/{halfFilled}',
    heading: 'Customer portal: invoices of others could be read by counting up',
  },
  timeline: {
    person: 'nina',
    path: '/post-mortems/{fresh}',
    heading: 'Paste a chat, a log or a file',
    async act(page) {
      await page.getByRole('button', { name: 'Paste or file' }).click();
      await page.getByLabel('The text').fill(CHAT);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByLabel('Day of the first line').fill(YESTERDAY);
      await page.getByLabel('Clocks were of').selectOption('Europe/Berlin');
      for (const [name, role] of Object.entries(ROLES)) await page.getByLabel(name, { exact: true }).fill(role);
      await page.getByLabel('The first line is of').check();
      await expect.poll(() => page.getByRole('button', { name: 'Add 6 entries' }).isEnabled()).toBe(true);
    },
  },
  causes: {
    person: 'nina',
    path: '/post-mortems/{inReview}',
    heading: 'What answers what',
    async act(page) {
      await page.getByRole('heading', { name: 'Root causes' }).evaluate((heading) => heading.scrollIntoView());
    },
  },
  review: { person: 'ben', path: '/post-mortems/{inReview}/review', heading: 'SEC-6 for approval' },
  'review-phone': {
    person: 'ben',
    path: '/post-mortems/{inReview}/review',
    heading: 'Before you sign',
    look: { width: 390 },
  },
  remediations: { person: 'ben', path: '/remediations?view=board', heading: 'Remediations' },
  fix: {
    person: 'ben',
    path: '/post-mortems/{approved}/remediations/{fix.reopened}',
    heading: 'Train payroll to recognise false sign-in pages',
  },
  report: { person: 'ben', path: '/reports/{report.validation}', heading: 'Security lessons' },
  audit: { person: 'ada', path: '/audit/{approved}', heading: 'Computed here', look: { colorScheme: 'dark' } },
};

const pictured = consoleForThisFile('full');

describeUnlessMissing(missingChromium)('the places in the pictures of the console', () => {
  it.each(Object.entries(PICTURES))('%s', async (name, { person, path, heading, look, height, act }) => {
    const visit = await pictured.open(person, addressOf(path), { width: 1_280, colorScheme: 'light', ...look });
    try {
      if (height !== undefined) await visit.page.setViewportSize({ width: 1_280, height });
      await act?.(visit.page);
      await visit.page.getByRole('heading', { name: heading }).first().waitFor();
      await visit.page.waitForLoadState('networkidle');
      expect(visit.complaints).toEqual([]);
      await keep(name, await visit.page.screenshot());
    } finally {
      await visit.close();
    }
  });

  it('marks, all of them', async () => {
    const visit = await pictured.open('nina', '/console');
    try {
      // In a page of its own, without the policy of the console.
      const page = await visit.page.context().newPage();
      await page.setViewportSize({ width: 1_280, height: 250 });
      await page.setContent('<!doctype html><main id="marks"></main>');
      for (const file of ['tokens.css', 'layers.css', 'base.css', 'marks.css']) {
        await page.addStyleTag({ content: await readFile(join(ROOT, 'console/look', file), 'utf8') });
      }
      await page.addStyleTag({
        content: '#marks { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2rem; padding: 2rem }',
      });
      await page.addScriptTag({ content: await legend() });
      await expect.poll(() => page.locator('#marks .mark svg').count()).toBe(15);
      await keep('marks', await page.screenshot());
    } finally {
      await visit.close();
    }
  });
});

async function keep(name: string, png: Buffer): Promise<void> {
  const small = pngOfFewColours(png);
  expect(small.length).toBeLessThanOrEqual(120_000);
  if (FOLDER === undefined) return;
  await mkdir(resolve(ROOT, FOLDER), { recursive: true });
  await writeFile(resolve(ROOT, FOLDER, `${name}.png`), small);
}

/** Every mark of a fix, as the console draws it. */
async function legend(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { render } from 'preact';
        import { StandingMark } from './console/marks/standing-mark.tsx';
        import { MARKS } from './console/marks/standings.ts';
        render(Object.keys(MARKS).map((mark) => <StandingMark mark={mark} />), document.getElementById('marks'));`,
      loader: 'tsx',
      resolveDir: ROOT,
    },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return outputFiles[0]?.text ?? '';
}

function addressOf(path: string): string {
  const { records } = pictured.world();
  const known = path.replaceAll(/\{([\w.]+)\}/g, (_, name: string) => {
    const id = records[name];
    if (id === undefined) throw new Error(`the world has no ${name}`);
    return encodeURIComponent(id);
  });
  return known === '/' ? '/console' : `/console${known}`;
}
