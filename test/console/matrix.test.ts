import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { waitUntil } from '../../local/wait-until.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { type ConsoleVisit, consoleForThisFile } from './world/console-browser.ts';
import type { ConsolePerson } from './world/console-people.ts';
import { drawnBadly } from './world/drawn-badly.ts';
import { placePaths } from './world/place-paths.ts';

/** Where `HOLDFAST_LOOKS` names a folder, what is looked at is kept below it, for a person to look at as well. */
const FOLDER = process.env.HOLDFAST_LOOKS;

const WIDTHS = [1_280, 390];
const LIGHTS = ['light', 'dark'] as const;
const MOST_SHIFT = 0.01;
/** In a record the timeline is read by itself, and nobody knows before how long it is; what failed is said where it failed. */
const MOST_SHIFT_IN_RECORD = 0.1;
/** Time for the pictures of one person, which take far longer than the look, in milliseconds. */
const PICTURES_MS = 1_200_000;
/** Height up to which a place is in its picture, in pixels. */
const MOST_HEIGHT = 2_400;

/** A place by the name of its picture. `{name}` is what the world calls `name`. */
type Pictured = { name: string; path: string };
/** Places one after another, no two of which differ in their query alone: what is drawn anew shows that one is there. */
type Walk = Partial<Record<ConsolePerson, readonly Pictured[]>>;

const at = (name: string, path: string): Pictured => ({ name, path });

/** What those who write, judge, look and import see of an installation with something of everything. */
const FULL: Walk = {
  nina: [
    at('today-of-writer', ''),
    at('record-fresh', '/post-mortems/{fresh}'),
    at('new', '/post-mortems/new'),
    at('record-half-filled', '/post-mortems/{halfFilled}'),
    at('evidence', '/post-mortems/{halfFilled}/evidence'),
    at('record-hostile', '/post-mortems/{hostile}'),
    at('lessons', '/lessons'),
    at('measures', '/temporary-measures'),
    at('notifications', '/notifications'),
    at('settings-of-writer', '/settings'),
  ],
  ben: [
    at('today', ''),
    at('list', '/post-mortems'),
    at('review', '/post-mortems/{inReview}/review'),
    at('history', '/post-mortems/{inReview}/history'),
    at(
      'list-all',
      '/post-mortems?status=open&status=in+review&status=approved&status=closed&status=waived&status=merged',
    ),
    at('record-approved', '/post-mortems/{approved}'),
    ...['overdue', 'passing', 'proven', 'reopened', 'refused'].map((standing) =>
      at(`fix-${standing}`, `/post-mortems/{approved}/remediations/{fix.${standing}}`),
    ),
    at('fix-in-doubt', '/post-mortems/{approvedToo}/remediations/{fix.inDoubt}'),
    at('remediations', '/remediations'),
    at('reports', '/reports'),
    at('board', '/remediations?view=board'),
    at('report-overdue', '/reports/{report.overdue}'),
    at('report-validation', '/reports/{report.validation}'),
    at('settings', '/settings'),
    at('not-there', '/tickets/jira/SEC-404'),
  ],
  anna: [at('waive', '/post-mortems/{other4}/waive'), at('merge', '/post-mortems/{other4}/merge')],
  ada: [
    at('audit', '/audit'),
    at('chain', '/audit/{approved}'),
    at('record-restricted', '/post-mortems/{restricted}'),
    at('chain-restricted', '/audit/{restricted}'),
  ],
  alma: [at('import', '/post-mortems/import')],
};

const EMPTY: Walk = {
  nina: [
    at('today', ''),
    at('list', '/post-mortems'),
    at('remediations', '/remediations'),
    at('lessons', '/lessons'),
    at('board', '/remediations?view=board'),
    at('measures', '/temporary-measures'),
    at('notifications', '/notifications'),
    at('not-there', '/tickets/jira/SEC-1'),
  ],
  ben: [at('reports', '/reports')],
  ada: [at('audit', '/audit')],
};

/** Each place once: what is said where nothing of it can be read is the same of any record. */
const FAILING: Walk = {
  ben: [
    at('today', ''),
    at('list', '/post-mortems'),
    at('record', '/post-mortems/{approved}'),
    at('review', '/post-mortems/{inReview}/review'),
    at('history', '/post-mortems/{inReview}/history'),
    at('evidence', '/post-mortems/{halfFilled}/evidence'),
    at('waive', '/post-mortems/{other4}/waive'),
    at('merge', '/post-mortems/{other4}/merge'),
    at('fix', '/post-mortems/{approved}/remediations/{fix.proven}'),
    at('remediations', '/remediations'),
    at('lessons', '/lessons'),
    at('board', '/remediations?view=board'),
    at('measures', '/temporary-measures'),
    at('notifications', '/notifications'),
    at('reports', '/reports'),
    at('report', '/reports/{report.overdue}'),
    at('settings', '/settings'),
    at('ticket', '/tickets/jira/SEC-1'),
  ],
  ada: [at('audit', '/audit'), at('chain', '/audit/{approved}')],
};

const matrixConsole = consoleForThisFile('full');
const unusedConsole = consoleForThisFile('empty');

const STATES = {
  full: { walk: FULL, there: matrixConsole },
  empty: { walk: EMPTY, there: unusedConsole },
  error: { walk: FAILING, there: matrixConsole },
};
type State = keyof typeof STATES;

it('has a picture for every place of the console', async () => {
  const paths = Object.values(FULL).flatMap((walk) => walk.map(({ path }) => path.replace(/\?.*/, '')));
  const isAt = (place: string) => new RegExp(`^${place.replaceAll(/:\w+/g, '[^/]+').replace(/\/$/, '')}$`);
  const places = await placePaths();
  expect(places.filter((place) => !paths.some((path) => isAt(place).test(path)))).toEqual([]);
});

describeUnlessMissing(missingChromium)('how the console looks', () => {
  const cases = (Object.keys(STATES) as State[]).flatMap((state) =>
    Object.entries(STATES[state].walk).flatMap(([person, places]) =>
      WIDTHS.map((width) => ({ state, person: person as ConsolePerson, width, places })),
    ),
  );

  it.each(cases)(
    'is in order at each place that $person goes to, $state, $width pixels wide',
    async ({ state, person, width, places }) => {
      const { there } = STATES[state];
      const found: Record<string, unknown> = {};
      const visit = await there.open(person, '/console/settings', { width, colorScheme: 'light' });
      await visit.page.evaluate(OBSERVE);
      if (state === 'error') await refuseAll(visit.page);
      for (const { name, path } of places) {
        await goTo(visit.page, addressOf(there, path));
        for (const colorScheme of LIGHTS) {
          await visit.page.emulateMedia({ colorScheme });
          found[`${name}, ${colorScheme}`] = await lookedAt(
            visit,
            state === 'error' || /^record/.test(name) ? MOST_SHIFT_IN_RECORD : MOST_SHIFT,
          );
          await keep(visit.page, `${state}-${name}-${width}-${colorScheme}`);
        }
      }
      await visit.close();
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, IN_ORDER])));
    },
    FOLDER === undefined ? undefined : PICTURES_MS,
  );
  it('is looked at closely enough to see what would be wrong', async () => {
    const { page, close } = await unusedConsole.open('nina', '/console/settings');
    const before = await drawnBadly(page);
    await page.evaluate(`
      const add = (words, style, tag = 'p') => {
        const one = document.createElement(tag);
        one.textContent = words;
        Object.assign(one.style, style);
        document.querySelector('main').append(one);
      };
      const over = { position: 'absolute', left: '600px', top: '500px' };
      add('cut', { height: '8px', overflow: 'hidden' });
      add('so long that it ends in three dots', { width: '60px', overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' });
      add('below', { ...over, top: '300px' });
      add('above', { ...over, top: '300px' });
      add('one', over, 'button');
      add('other', { ...over, left: '610px' }, 'button');
      add('wide', { width: '3000px', textAlign: 'right' });
    `);
    const faults = await drawnBadly(page);
    await close();
    expect(before).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(/^the page is wider than the window by \d+ px$/),
      'p “cut” is cut by p',
      'p “wide” stands outside of the window',
      'words over words: p “below” and p “above”',
      'words over words: button “one” and button “other”',
      'controls over controls: button “one” and button “other”',
    ]);
  });
});

const IN_ORDER = { badly: [], complaints: [], headings: 1, hasShifted: [] };

async function lookedAt({ page, complaints }: ConsoleVisit, mostShift: number) {
  const { shift, moved } = (await page.evaluate('seen')) as { shift: number; moved: string[] };
  return {
    badly: await drawnBadly(page),
    complaints: [...complaints],
    headings: await page.locator('h1:visible').count(),
    hasShifted: shift <= mostShift ? [] : [shift, ...moved.slice(0, 10)],
  };
}

/** Once a place is there, what moves in it. */
const OBSERVE = `
  window.seen = { shift: 0, moved: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      for (const { node, previousRect, currentRect } of entry.sources) {
        const name = node?.nodeType === 1 ? node.tagName + '.' + node.className : String(node?.textContent).slice(0, 30);
        seen.moved.push(name + ' ' + Math.round(previousRect.y) + '→' + Math.round(currentRect.y));
      }
    }
  }).observe({ type: 'layout-shift' });
`;

/** Follows a link of the console, and waits until the place to which it leads is drawn. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(`
    document.title = '';
    seen.shift = 0;
    seen.moved = [];
    const link = document.createElement('a');
    link.href = ${JSON.stringify(address)};
    document.body.append(link);
    link.click();
    link.remove();
  `);
  let before: string | null = null;
  await waitUntil(
    `${address} is drawn`,
    async () => ({
      title: await page.title(),
      loading: await page.getByRole('status', { name: 'Loading' }).count(),
      words: await page.locator('body').textContent(),
    }),
    ({ title, loading, words }) => {
      const isAtRest = words === before;
      before = words;
      return title !== '' && loading === 0 && isAtRest;
    },
  );
}

/** Every answer but who the person is: it says in its words that it is none, and is not tried again. */
async function refuseAll(page: Page): Promise<void> {
  await page.route(
    ({ pathname }) => !/^\/(console|session|me)(\/|$)/.test(pathname),
    (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        json: {
          title: 'Conflict',
          status: 409,
          detail: 'What this asks for is being moved; it is there again in some minutes.',
        },
      }),
  );
}

async function keep(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  const folder = resolve(import.meta.dirname, '../..', FOLDER);
  await mkdir(folder, { recursive: true });
  const [width, height] = (await page.evaluate('[innerWidth, document.documentElement.scrollHeight]')) as [
    number,
    number,
  ];
  const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_HEIGHT) };
  await writeFile(join(folder, `${name}.png`), await page.screenshot({ fullPage: true, clip }));
}

/** The address of a place, with ids in the place of what the world calls them. */
function addressOf(there: typeof matrixConsole, path: string): string {
  const { records } = there.world();
  return `/console${path.replaceAll(/\{([\w.]+)\}/g, (_, name: string) => {
    const id = records[name];
    if (id === undefined) throw new Error(`the world has no ${name}`);
    return encodeURIComponent(id);
  })}`;
}
