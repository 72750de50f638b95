import { expect, it } from 'vitest';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { consoleForThisFile, drawn } from './world/console-browser.ts';
import type { ConsolePerson } from './world/console-people.ts';
import { DIALOGS, filesWithDialogs } from './world/dialogs.ts';
import { faultsOf, NO_FAULTS } from './world/faults-of.ts';
import { placePaths } from './world/place-paths.ts';

/** Widths of a desk and of a phone. Each is loaded anew; the light is changed under the page, as the evening does it. */
const WIDTHS = [1_280, 390];
const LIGHTS = ['light', 'dark'] as const;
const LOOKS = WIDTHS.flatMap((width) => LIGHTS.map((light) => `${width} ${light}`));

/** A place as it is visited: `{name}` is what the world calls `name`. */
type Visited = { place: string; person: ConsolePerson; path: string; refusals?: number[] };

const at = (place: string, person: ConsolePerson, path = place): Visited => ({ place, person, path });

/** Every place of the console, by whom it is for. A record is shown as each kind of record that there is. */
const VISITED: Visited[] = [
  at('/', 'nina'),
  at('/', 'ben'),
  at('/', 'ada'),
  at('/post-mortems', 'nina'),
  at('/post-mortems/new', 'nina'),
  at('/post-mortems/import', 'alma'),
  ...['fresh', 'halfFilled', 'inReview', 'approved', 'closed', 'waived', 'merged', 'nearMiss', 'hostile'].map((name) =>
    at('/post-mortems/:id', 'nina', `/post-mortems/{${name}}`),
  ),
  at('/post-mortems/:id', 'ada', '/post-mortems/{restricted}'),
  // Not there for whoever may not read it, as the API says.
  { ...at('/post-mortems/:id', 'max', '/post-mortems/{restricted}'), refusals: [404] },
  at('/post-mortems/:id/review', 'ben', '/post-mortems/{inReview}/review'),
  at('/post-mortems/:id/history', 'nina', '/post-mortems/{inReview}/history'),
  at('/post-mortems/:id/evidence', 'nina', '/post-mortems/{halfFilled}/evidence'),
  at('/post-mortems/:id/waive', 'anna', '/post-mortems/{other4}/waive'),
  at('/post-mortems/:id/merge', 'anna', '/post-mortems/{other4}/merge'),
  ...['overdue', 'passing', 'proven', 'reopened', 'refused'].map((standing) =>
    at('/post-mortems/:id/remediations/:fix', 'ben', `/post-mortems/{approved}/remediations/{fix.${standing}}`),
  ),
  at('/post-mortems/:id/remediations/:fix', 'ben', '/post-mortems/{approvedToo}/remediations/{fix.inDoubt}'),
  at('/remediations', 'nina'),
  at('/lessons', 'nina'),
  at('/temporary-measures', 'nina'),
  at('/notifications', 'nina'),
  at('/reports', 'ben'),
  at('/reports/:name', 'ben', '/reports/{report.overdue}'),
  at('/reports/:name', 'ben', '/reports/{report.validation}'),
  at('/audit', 'ada'),
  at('/audit/:id', 'ada', '/audit/{approved}'),
  at('/settings', 'nina'),
  at('/tickets/:source/:key', 'nina', '/tickets/jira/SEC-1'),
];

it('has a visit for every place of the console', async () => {
  const places = await placePaths();
  expect(places.length).toBeGreaterThan(15);
  expect(places.filter((place) => !VISITED.some((visited) => visited.place === place))).toEqual([]);
});

const chromiumConsole = consoleForThisFile('full');

describeUnlessMissing(missingChromium)('every place of the console', () => {
  it.each(VISITED)('shows $path to $person', async ({ person, path, refusals = [] }) => {
    const found: Record<string, unknown> = {};
    for (const width of WIDTHS) {
      const visit = await chromiumConsole.open(person, addressOf(path), { width, colorScheme: 'light' });
      for (const colorScheme of LIGHTS) {
        await visit.page.emulateMedia({ colorScheme });
        found[`${width} ${colorScheme}`] = await faultsOf(visit);
      }
      await visit.close();
    }
    expect(found).toEqual(Object.fromEntries(LOOKS.map((look) => [look, { ...NO_FAULTS, refusals }])));
  });

  it.each(VISITED.filter(({ place, refusals }) => /:id/.test(place) && refusals === undefined))(
    'shows at $path the TLP mark of the record',
    async ({ person, path }) => {
      const { page, close } = await chromiumConsole.open(person, addressOf(path));
      const { tlp } = await chromiumConsole.world().people.ada.client.record(page.url().split('/')[5] ?? '');
      await page.locator('main .tlp, .tlp-band .tlp').getByText(`TLP:${tlp}`, { exact: true }).first().waitFor();
      await close();
    },
  );

  it('is looked at closely enough to see what would be wrong', async () => {
    const visit = await chromiumConsole.open('nina', '/console');
    const before = await faultsOf(visit);
    await visit.page.evaluate(`
      const wide = document.createElement('h1');
      wide.textContent = 'Wide';
      wide.style.setProperty('width', '3000px');
      const picture = document.createElement('img');
      picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      document.querySelector('main').append(wide, picture);
      fetch('https://elsewhere.invalid/').catch(() => {});
    `);
    await expect.poll(() => visit.complaints.length).toBeGreaterThan(0);
    const { complaints, axe: found, overflow, headings } = await faultsOf(visit);
    await visit.close();
    expect(before).toEqual(NO_FAULTS);
    expect(complaints.join()).toContain('https://elsewhere.invalid/');
    expect(found.join()).toContain('image-alt');
    expect([overflow > 0, headings]).toEqual([true, 2]);
  });
});

it('has a visit for everything that the console draws over a place', async () => {
  const files = await filesWithDialogs();
  expect(files.length).toBeGreaterThan(15);
  expect(files).toEqual([...new Set(DIALOGS.map(({ file }) => file))].toSorted());
});

describeUnlessMissing(missingChromium)('every dialog of the console', () => {
  it.each(DIALOGS)(
    'is without fault: “$title” of $file',
    async ({ title, selector, person, path, open, refusals = [] }) => {
      const visit = await chromiumConsole.open(person, addressOf(path));
      const { page } = visit;
      await open(page);
      const dialog = selector === undefined ? page.getByRole('dialog', { name: title }) : page.locator(selector);
      await dialog.waitFor();
      await drawn(page);
      const found: Record<string, unknown> = {};
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of LIGHTS) {
          await page.emulateMedia({ colorScheme });
          const wide = await dialog.evaluate((one) => Math.max(0, one.scrollWidth - one.clientWidth));
          found[`${width} ${colorScheme}`] = { ...(await faultsOf(visit)), wide };
        }
      }
      await visit.close();
      expect(found).toEqual(Object.fromEntries(LOOKS.map((look) => [look, { ...NO_FAULTS, refusals, wide: 0 }])));
    },
  );
});

/** The address of a place, with ids in the place of what the world calls them. */
function addressOf(path: string): string {
  const { records } = chromiumConsole.world();
  const known = path.replaceAll(/\{([\w.]+)\}/g, (_, name: string) => {
    const id = records[name];
    if (id === undefined) throw new Error(`the world has no ${name}`);
    return encodeURIComponent(id);
  });
  return known === '/' ? '/console' : `/console${known}`;
}
