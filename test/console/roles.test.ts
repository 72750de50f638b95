import { expect, it } from 'vitest';
import * as z from 'zod';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { consoleForThisFile, drawn } from './world/console-browser.ts';
import { CONSOLE_PEOPLE, type ConsolePerson } from './world/console-people.ts';

const { world, open } = consoleForThisFile('full');

const PEOPLE = Object.keys(CONSOLE_PEOPLE) as ConsolePerson[];
/** Records of each status that people act in, and of marks that few may read. */
const RECORDS = ['halfFilled', 'inReview', 'approved', 'restricted'] as const;

const Acts = z.object({ acts: z.array(z.object({ act: z.string(), isAllowed: z.boolean() })) });
const Me = z.object({ actions: z.array(z.object({ action: z.string(), upTo: z.string() })) });
type Page = Awaited<ReturnType<typeof open>>['page'];

/** What the API answers to that person; undefined where it is not theirs to read. */
async function asked(person: ConsolePerson, path: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${await world().tokenOf(person)}` };
  const response = await fetch(`${world().apiUrl}${path}`, { headers });
  return response.ok ? response.json() : undefined;
}

/** Things to do in the page of a record, each by what the API calls it. */
const IN_RECORD = {
  classify: (page: Page) => page.getByRole('button', { name: 'Classify', exact: true }),
  waive: (page: Page) => page.getByRole('link', { name: 'Waive', exact: true }),
  merge: (page: Page) => page.getByRole('link', { name: 'Merge', exact: true }),
  write: (page: Page) => page.getByRole('button', { name: 'New entry', exact: true }),
} as const;

/** Things to do about a fix that is open, each by the action that a role needs. */
const OF_A_FIX = {
  'accept risks': (page: Page) => page.getByRole('button', { name: 'Accept the risk …' }),
  'cancel remediations': (page: Page) => page.getByRole('button', { name: 'Cancel it …' }),
  'check fixes': (page: Page) => page.getByRole('button', { name: 'Check now' }),
} as const;

const whatIsDrawn = async <Name extends string>(
  page: Page,
  of: Record<Name, (page: Page) => ReturnType<Page['locator']>>,
) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries<(page: Page) => ReturnType<Page['locator']>>(of).map(async ([name, where]) => [
        name,
        (await where(page).count()) > 0,
      ]),
    ),
  );

describeUnlessMissing(missingChromium)('what each role is offered in the console', () => {
  it.each(PEOPLE)(
    'is for %s what the API lets them do with each record, and nothing of what they may not read',
    async (person) => {
      const { page, close } = await open(person, '/console');
      for (const name of RECORDS) {
        const id = world().records[name] ?? '';
        const record = Acts.safeParse(await asked(person, `/post-mortems/${id}`)).data;
        await page.goto(`${world().url}/console/post-mortems/${id}`);
        await drawn(page);
        if (record === undefined) {
          await page.getByText('There is no such thing, or it is not yours to read.').waitFor();
          continue;
        }
        await page.locator('#timeline').waitFor();
        const allowed = record.acts.filter(({ isAllowed }) => isAllowed).map(({ act }) => act);
        const expected = Object.fromEntries(Object.keys(IN_RECORD).map((act) => [act, allowed.includes(act)]));
        await expect.poll(() => whatIsDrawn(page, IN_RECORD), { message: name }).toEqual(expected);
      }
      await close();
    },
  );

  it.each(PEOPLE)('is for %s about a fix, of lists and of reports what their role may do', async (person) => {
    const { actions } = Me.parse(await asked(person, '/me'));
    const may = (action: string) => actions.some((one) => one.action === action);
    const { records } = world();
    const { postMortemId } = z
      .object({ remediations: z.array(z.object({ id: z.string(), postMortemId: z.string() })) })
      .parse(await asked(person, '/remediations?limit=100&state=open'))
      .remediations.find(({ id }) => id === records['fix.open']) ?? { postMortemId: '' };
    const place = `/post-mortems/${postMortemId}/remediations/${records['fix.open']}`;
    const { page, close } = await open(person, `/console${place}`);
    const expected = Object.fromEntries(Object.keys(OF_A_FIX).map((action) => [action, may(action)]));
    await expect.poll(() => whatIsDrawn(page, OF_A_FIX)).toEqual(expected);
    const reports = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Reports' });
    await expect.poll(() => reports.count()).toBe(may('read reports') ? 1 : 0);

    await page.goto(`${world().url}/console/post-mortems/${records.inReview}/review`);
    await drawn(page);
    const approve = page.getByRole('region', { name: 'Your word' }).getByRole('button', { name: /^Approve/ });
    await expect.poll(async () => (await approve.count()) > 0).toBe(may('judge records'));

    await page.goto(`${world().url}/console/post-mortems`);
    await drawn(page);
    const opening = page.locator('main header').getByRole('link', { name: 'New', exact: true });
    await expect.poll(async () => (await opening.count()) > 0).toBe(may('open records'));
    await close();
  });
});

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
    await page.getByText('SEC-4').first().waitFor();
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
    await page.getByText('SEC-4').first().waitFor();
    const [first = 0, second = 0] = asked;
    // By itself it would come again after a second.
    expect(second - first).toBeGreaterThan(2_900);
    await close();
  });
});
