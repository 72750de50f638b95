import { expect, it } from 'vitest';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { axe, consoleForThisFile, type Look } from './world/console-browser.ts';
import type { ConsolePerson } from './world/console-people.ts';
import { placePaths } from './world/place-paths.ts';

const LOOKS: Look[] = [
  { width: 1_280, colorScheme: 'light' },
  { width: 1_280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
];

/** A place as it is visited: `{name}` is what the world calls `name`. */
type Visited = { place: string; person: ConsolePerson; path: string };

const at = (place: string, person: ConsolePerson, path = place): Visited => ({ place, person, path });

/** Every place of the console, by whom it is for. A record is shown as each kind of record that there is. */
const VISITED: Visited[] = [
  at('/', 'nina', ''),
  at('/', 'ben', ''),
  at('/', 'ada', ''),
  at('/post-mortems', 'nina'),
  at('/post-mortems/new', 'nina'),
  at('/post-mortems/import', 'alma'),
  ...['fresh', 'halfFilled', 'inReview', 'approved', 'closed', 'waived', 'merged', 'nearMiss', 'hostile'].map((name) =>
    at('/post-mortems/:id', 'nina', `/post-mortems/{${name}}`),
  ),
  at('/post-mortems/:id', 'ada', '/post-mortems/{restricted}'),
  at('/post-mortems/:id', 'max', '/post-mortems/{restricted}'),
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
  it.each(VISITED)(
    '$path of $person fits, complains of nothing, and has one heading and nothing that axe finds',
    async ({ person, path }) => {
      const { records } = chromiumConsole.world();
      const known = path.replaceAll(/\{([\w.]+)\}/g, (_, name: string) => {
        const id = records[name];
        if (id === undefined) throw new Error(`the world has no ${name}`);
        return encodeURIComponent(id);
      });
      const found: Record<string, unknown> = {};
      for (const look of LOOKS) {
        const { page, complaints, close } = await chromiumConsole.open(person, `/console${known}`, look);
        const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
        const headings = await page.locator('h1').count();
        const faults = { complaints, axe: await axe(page), overflow: Math.max(0, overflow), headings };
        await close();
        found[`${look.width} ${look.colorScheme}`] = faults;
      }
      const none = { complaints: [], axe: [], overflow: 0, headings: 1 };
      expect(found).toEqual(Object.fromEntries(LOOKS.map((look) => [`${look.width} ${look.colorScheme}`, none])));
    },
  );
});
