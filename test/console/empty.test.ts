import { expect, it } from 'vitest';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { consoleForThisFile } from './world/console-browser.ts';
import type { ConsolePerson } from './world/console-people.ts';
import { faultsOf, NO_FAULTS } from './world/faults-of.ts';

const installation = consoleForThisFile('empty');

/** What a place without anything in it says, and where it leads from there. */
type Taught = { person: ConsolePerson; path: string; words: string; leadsTo?: string[] };

const TAUGHT: readonly Taught[] = [
  { person: 'nina', path: '', words: 'its post-mortem opens by itself', leadsTo: ['/post-mortems/new'] },
  { person: 'ada', path: '', words: 'No post-mortem is here yet', leadsTo: [] },
  { person: 'alma', path: '', words: 'No post-mortem', leadsTo: ['/post-mortems/new', '/post-mortems/import'] },
  { person: 'nina', path: '/post-mortems', words: 'opens by itself', leadsTo: ['/post-mortems/new'] },
  { person: 'nina', path: '/remediations', words: 'A fix begins as a recommendation', leadsTo: ['/post-mortems'] },
  { person: 'nina', path: '/remediations?view=board', words: 'There is no fix yet', leadsTo: ['/post-mortems'] },
  { person: 'nina', path: '/lessons', words: 'A lesson is added in its post-mortem', leadsTo: ['/post-mortems'] },
  { person: 'nina', path: '/temporary-measures', words: 'is added in its record', leadsTo: ['/post-mortems'] },
  { person: 'nina', path: '/notifications', words: 'is added in its record', leadsTo: ['/post-mortems'] },
  { person: 'ben', path: '/reports', words: 'with the buttons above you need not wait' },
  { person: 'ada', path: '/audit', words: 'npx holdfast verify-chain' },
  { person: 'nina', path: '/tickets/jira/SEC-1', words: 'A record opens when', leadsTo: ['/post-mortems?q=SEC-1'] },
];

describeUnlessMissing(missingChromium)('a place of the console of a new installation', () => {
  it.each(TAUGHT)('says to $person at “$path” what it is for, and what comes first', async (taught) => {
    const { person, path, words, leadsTo = [] } = taught;
    for (const width of [1_280, 390]) {
      const visit = await installation.open(person, `/console${path}`, { width, colorScheme: 'light' });
      const said = visit.page.locator('main .empty').first();
      await said.getByText(words).first().waitFor();
      const links = await said.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links).toEqual(leadsTo.map((place) => `/console${place}`));
      for (const colorScheme of ['light', 'dark'] as const) {
        await visit.page.emulateMedia({ colorScheme });
        expect(await faultsOf(visit)).toEqual({ ...NO_FAULTS, refusals: path.startsWith('/tickets') ? [404] : [] });
      }
      await visit.close();
    }
  });
});
