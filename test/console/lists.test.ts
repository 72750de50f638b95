import { readFile } from 'node:fs/promises';
import type { Locator, Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { axe, consoleForThisFile, drawn, pressTogether } from './world/console-browser.ts';

const listsConsole = consoleForThisFile('full');

const rowsOf = (page: Page) => page.locator('.long-rows tr');
/** What stands in the address, as a person would read it to somebody. */
const searchOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const focusedRow = (page: Page) => page.evaluate('document.activeElement?.closest("tr")?.dataset.key ?? ""');

const SOON = { timeout: 30_000 };

/** Every call of the API; the page, its files and the session come as they are. */
const isOfApi = ({ pathname }: URL) => !/^\/(console|session)(\/|$)/.test(pathname);

/** Places, and a part that shows only once they are read. */
const READ_PLACES: readonly (readonly [string, (page: Page) => Locator])[] = [
  ['', (page) => page.getByRole('heading', { name: 'Holds' })],
  ['/post-mortems', (page) => rowsOf(page)],
  ['/remediations', (page) => rowsOf(page)],
  ['/post-mortems/{approved}/remediations/{fix.proven}', (page) => page.getByRole('region', { name: 'What happened' })],
  ['/post-mortems/{inReview}/review', (page) => page.getByRole('region', { name: 'Your word' })],
  ['/reports', (page) => page.locator('.report-list a')],
  ['/audit', (page) => page.locator('.log-pick a')],
  ['/settings', (page) => page.locator('.settings-chapter')],
];

/** Lists, by who sees something in them, and what a line of each is. */
const MARKED_LISTS: readonly (readonly [person: 'ada' | 'nina', path: string, line: string])[] = [
  ['nina', '', '.work-item'],
  ['ada', '/post-mortems', '.long-rows tr'],
  ['ada', '/remediations', '.long-rows tr'],
  ['nina', '/remediations?view=board', '.board-card'],
  ['nina', '/lessons', '.duty'],
  ['nina', '/temporary-measures', '.duty'],
  ['nina', '/notifications', '.duty'],
  ['ada', '/audit', '.log-pick li'],
];

describeUnlessMissing(missingChromium)('a list of the console of records and of what is in them', () => {
  it.each(MARKED_LISTS)(
    'has for %s at “%s” the TLP mark of each line, on a phone and on paper too',
    async (...list) => {
      const [person, path, line] = list;
      for (const width of [1_280, 390]) {
        const { page, close } = await listsConsole.open(person, `/console${path}`, { width, colorScheme: 'light' });
        await page.locator(line).first().waitFor(SOON);
        for (const media of ['screen', 'print'] as const) {
          await page.emulateMedia({ media });
          const marks = await page.locator(line).evaluateAll((lines) =>
            lines.map((one) => {
              const { right, bottom } = one.getBoundingClientRect();
              return Array.from(one.querySelectorAll('.tlp'))
                .map((mark) => ({ words: mark.textContent, box: mark.getBoundingClientRect() }))
                .filter(({ box }) => box.width > 0 && box.right <= right + 1 && box.bottom <= bottom)
                .map(({ words }) => words);
            }),
          );
          expect(marks).toEqual(
            marks.map(() => [expect.stringMatching(/^TLP:(CLEAR|GREEN|AMBER|AMBER\+STRICT|RED)$/)]),
          );
        }
        await close();
      }
    },
  );
});

describeUnlessMissing(missingChromium)('a place of the console whose answers take long, or do not come', () => {
  const loading = (page: Page) => page.locator('main').getByRole('status', { name: 'Loading' });
  const problems = (page: Page) => page.locator('main').getByRole('alert');
  const empty = (page: Page) => page.locator('main .empty');
  const addressOf = (path: string) =>
    `${listsConsole.world().url}/console${path.replaceAll(/\{([\w.]+)\}/g, (_, name) => listsConsole.world().records[name] ?? '')}`;

  it.each(READ_PLACES)(
    'says at /console%s that it is read, and neither that nothing is there nor that it failed',
    async (path, content) => {
      const { page, complaints, close } = await listsConsole.open('ben', '/console/lessons');
      const gate = Promise.withResolvers<void>();
      await page.route(isOfApi, async (route) => {
        await gate.promise;
        await route.fallback();
      });
      await page.goto(addressOf(path));
      // Before it is the moment in which the place itself is fetched.
      await page.getByRole('heading', { level: 1 }).waitFor();
      await loading(page).first().waitFor();
      expect(await axe(page)).toEqual([]);
      expect([
        (await loading(page).count()) > 0,
        await problems(page).count(),
        await empty(page).count(),
        await content(page).count(),
      ]).toEqual([...[true, 0, 0, 0]]);
      gate.resolve();
      await content(page).first().waitFor(SOON);
      await expect.poll(() => loading(page).count(), SOON).toBe(0);
      expect([await problems(page).count(), complaints]).toEqual([0, []]);
      await close();
    },
  );

  it.each(READ_PLACES)(
    'says at /console%s that it failed, and shows it once it is tried again',
    async (path, content) => {
      const { page, close } = await listsConsole.open('ben', '/console/lessons');
      const fails = (route: Route) => route.fulfill({ status: 500, json: { title: 'It is broken', status: 500 } });
      await page.route(isOfApi, fails);
      await page.goto(addressOf(path));
      await problems(page).first().waitFor(SOON);
      await expect.poll(() => loading(page).count(), SOON).toBe(0);
      expect([await empty(page).count(), await content(page).count()]).toEqual([0, 0]);
      expect(await axe(page)).toEqual([]);
      await page.unroute(isOfApi, fails);
      const again = problems(page).getByRole('button', { name: 'Try again' });
      await expect
        .poll(async () => {
          if ((await again.count()) > 0)
            await again
              .first()
              .click({ timeout: 1_000 })
              .catch(() => undefined);
          return (await content(page).count()) > 0 && (await problems(page).count()) === 0;
        }, SOON)
        .toBe(true);
      await close();
    },
  );
});

describeUnlessMissing(missingChromium)('the lists of the console', () => {
  it('keep their filters in the address, and have them again on the way back', async () => {
    const { page, complaints, close } = await listsConsole.open('nina', '/console/post-mortems');
    await page.getByText('Severity', { exact: true }).first().click();
    await page.getByLabel('medium').check();
    await expect.poll(() => searchOf(page)).toBe('?severity=medium');
    await expect.poll(() => page.locator('.long-rows .tone-critical').count()).toBe(0);
    await rowsOf(page).first().waitFor();
    await drawn(page);
    const before = await rowsOf(page).count();
    await rowsOf(page).first().getByRole('link').click();
    await page.waitForURL(/\/post-mortems\/[0-9A-Z]{26}$/);
    await page.goBack();
    await expect.poll(() => rowsOf(page).count()).toBe(before);
    await expect.poll(() => page.getByLabel('medium').isChecked()).toBe(true);
    expect([searchOf(page), complaints]).toEqual(['?severity=medium', []]);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    const file = await readFile(await (await saved).path(), 'utf8');
    await page.getByText(`post-mortems.csv is saved: all ${before} lines.`).waitFor();
    expect([file.match(/^id,/gm)?.length, /,(critical|high|low),/.test(file)]).toEqual([1, false]);
    await close();
  });

  it('open a record with a category that is known here', async () => {
    const { page, complaints, close } = await listsConsole.open('nina', '/console/post-mortems/new');
    const known = await page.getByLabel('Category').getAttribute('list');
    await expect
      .poll(() =>
        page
          .locator(`datalist[id="${known}"] option`)
          .evaluateAll((all) => all.map((one) => one.getAttribute('value'))),
      )
      .toContain('phishing');
    expect(complaints).toEqual([]);
    await close();
  });

  it('say that a filter finds nothing, and take it back', async () => {
    const { page, complaints, close } = await listsConsole.open('nina', '/console/post-mortems?category=nothing+of+it');
    await page.getByText('No record is what these filters ask for.').waitFor();
    await page.locator('.empty').getByRole('button', { name: 'Clear' }).click();
    await rowsOf(page).first().waitFor();
    expect([searchOf(page), complaints]).toEqual(['', []]);
    await close();
  });

  it('are walked by J and K, peeked into by Space and opened by Enter', async () => {
    const { page, complaints, close } = await listsConsole.open('nina', '/console/post-mortems?severity=medium');
    const keys = await rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')));
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    await expect.poll(() => focusedRow(page)).toBe(keys[1]);
    await page.keyboard.press('Space');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Recommendations').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // Space is no key by which links are followed, wherever the focus is.
    await page.getByRole('link', { name: 'Lessons' }).focus();
    await page.keyboard.press('Space');
    await dialog.getByText('Recommendations').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await expect.poll(() => focusedRow(page)).toBe(keys[1]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/post-mortems/${keys[1]}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are asked for what is whole, and leave what is being typed as it is', async () => {
    const { page, refusals, complaints, close } = await listsConsole.open('nina', '/console/post-mortems');
    const asked: (string | null)[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).searchParams.get('technique')));
    const technique = page.getByLabel('Technique, as T1566');
    await technique.fill('T15');
    const words = page.getByLabel('Words in records');
    await words.fill('customers ');
    await expect.poll(() => searchOf(page)).toBe('?q=customers');
    await words.pressSequentially('list');
    await expect.poll(() => searchOf(page)).toBe('?q=customers+list');
    expect([await words.inputValue(), await technique.getAttribute('aria-invalid')]).toEqual([
      'customers list',
      'true',
    ]);
    await technique.fill('T1566');
    await expect.poll(() => searchOf(page)).toBe('?q=customers+list&technique=T1566');
    await words.fill('');
    await expect.poll(() => asked.filter((one) => one !== null)).toContain('T1566');
    expect([new Set(asked), refusals, complaints]).toEqual([new Set([null, 'T1566']), new Set(), []]);
    await close();
  });

  it('show of a restricted record its id and mark, and read nothing of it for a peek', async () => {
    const { page, close } = await listsConsole.open('anna', '/console/post-mortems');
    const { restricted } = listsConsole.world().records;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const row = page.locator(`tr[data-key="${restricted}"]`);
    const text = await row.textContent();
    for (let at = 0; at < 40 && (await focusedRow(page)) !== restricted; at += 1) {
      const before = await focusedRow(page);
      await page.keyboard.press('j');
      await expect.poll(() => focusedRow(page)).not.toBe(before);
    }
    expect(await focusedRow(page)).toBe(restricted);
    await page.keyboard.press('Space');
    // The next key leads on, so that the one before has done what it does.
    await page.keyboard.press('f');
    await page.getByRole('search').locator(':focus').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(asked.filter((path) => path.includes(String(restricted)))).toEqual([]);
    expect([text?.includes('TLP:RED'), text?.includes(String(restricted))]).toEqual([true, true]);
    await close();
  });

  it('show fixes as a board by where they stand, which says that nothing is dragged', async () => {
    const { page, complaints, close } = await listsConsole.open('nina', '/console/remediations');
    await page.getByRole('button', { name: 'Board' }).click();
    await page.getByText('Only Jira and evidence move a fix').waitFor();
    await drawn(page);
    const columns = await page.locator('.board-column').evaluateAll((all) =>
      all.map((column) => ({
        count: Number(column.querySelector('h2 .quiet')?.textContent),
        cards: column.querySelectorAll('.board-card').length,
      })),
    );
    expect(searchOf(page)).toBe('?view=board');
    expect(columns.map(({ count }) => count)).toEqual(columns.map(({ cards }) => cards));
    expect(columns.filter(({ cards }) => cards > 0).length).toBeGreaterThan(3);
    expect([await axe(page), complaints]).toEqual([[], []]);
    // Pages that are short, and not the last.
    await page.route(
      ({ pathname }) => pathname === '/remediations',
      (route) => route.fulfill({ json: { remediations: [], next: 'more', looked: { at: 500 } } }),
    );
    await page.goto(`${page.url()}&priority=high`);
    await page.getByText('None among the first 2,500 that were looked at').first().waitFor();
    await drawn(page);
    expect(await page.locator('.board-column').getByText('None', { exact: true }).count()).toBe(0);
    const tables = await page
      .getByRole('link', { name: 'All of them as a table' })
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(tables.length).toBeGreaterThan(3);
    expect(tables.filter((href) => !href.includes('priority=high') || !href.includes('state='))).toEqual([]);
    const cameBack = tables.filter((href) => href.includes('cameBack=true'));
    const states = ['requested', 'ambiguous', 'open', 'ineffective', 'regressed'];
    expect(cameBack.map((href) => states.filter((state) => href.includes(state)))).toEqual([states]);
    await close();
  });

  it('show a restricted fix that came back in one column of the board', async () => {
    const { page, complaints, close } = await listsConsole.open('nina', '/console/settings');
    const [id, postMortemId] = ['01KAH5B2E8G4H6J9K1M3N5P7QR', '01KAH2M9Q4X7R3T5V8W1Y6ZC0D'];
    const line = { id, postMortemId, state: 'open', tlp: 'AMBER+STRICT', cameBackAt: '2026-11-11T10:00:00.000Z' };
    await page.route(
      ({ pathname }) => pathname === '/remediations',
      (route) => route.fulfill({ json: { remediations: [line] } }),
    );
    await page.goto(`${listsConsole.world().url}/console/remediations?view=board`);
    await page.locator('.board-card').first().waitFor();
    await drawn(page);
    const columns = page.locator('.board-column').filter({ has: page.locator('.board-card') });
    expect(await columns.getByRole('heading').allTextContents()).toEqual(['Did not hold 1']);
    expect(complaints).toEqual([]);
    await close();
  });

  it('made of records show one that is not to be read as such, beside the others, and read again what changed alone', async () => {
    const { page, complaints, close } = await listsConsole.open('nina', '/console/settings');
    const { halfFilled = '', hostile = '' } = listsConsole.world().records;
    const read: string[] = [];
    await page.route(/\/post-mortems\/[0-9A-Z]{26}$/, (route) => {
      if (route.request().resourceType() !== 'fetch') return route.continue();
      const id = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
      read.push(id);
      if (id !== hostile) return route.continue();
      return route.fulfill({ status: 404, json: { title: 'No', status: 404, detail: 'It was moved.' } });
    });
    await page.goto(`${listsConsole.world().url}/console/temporary-measures`);
    await page.getByText('Could not be read: It was moved.').waitFor();
    const measure = page.locator('.duty', { hasText: 'The foreign address, at the gateway' });
    await measure.waitFor();
    await drawn(page);
    const before = read.splice(0);
    expect([before.includes(halfFilled), new Set(before).size]).toEqual([true, before.length]);
    await measure.getByRole('button', { name: 'It is undone' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().fill('The rule at the gateway is gone since noon.');
    await page.getByRole('dialog').getByRole('button', { name: 'It is undone' }).click();
    await measure.waitFor({ state: 'detached' });
    await expect.poll(() => read.filter((id) => id !== hostile)).toEqual([halfFilled]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('have the temporary measures that a person is to undo also where their record is not under way', async () => {
    const { page, complaints, close } = await listsConsole.open('nina', '/console/settings');
    const { halfFilled } = listsConsole.world().records;
    const nothing = { lines: [], more: false };
    const names = ['toDecide', 'toWrite', 'toProve', 'toPutInPlace', 'toConfirm', 'toReview'];
    const measure = { postMortemId: halfFilled, what: 'Invoices are sent by mail', incident: 'SEC-1', tlp: 'AMBER' };
    const toUndo = { lines: [measure], more: false };
    const work = { ...Object.fromEntries(names.map((name) => [name, nothing])), toUndo };
    await page.route('**/my-work', (route) => route.fulfill({ json: work }));
    await page.route(
      ({ pathname }) => pathname === '/post-mortems',
      (route) => route.fulfill({ json: { postMortems: [] } }),
    );
    await page.goto(`${listsConsole.world().url}/console/temporary-measures`);
    await page.locator('.duty', { hasText: 'Invoices are sent by mail, without the portal' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('draw no more than 200 of 100,000 rows, and are where they were on the way back', async () => {
    const { page, close } = await listsConsole.open('nina', '/console');
    await page.route(
      ({ pathname }) => pathname === '/post-mortems',
      async (route) => {
        const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
        await route.fulfill({ json: syntheticPage(from) });
      },
    );
    await pressTogether(page, 'g', 'p');
    const table = page.getByRole('table', { name: 'Post-mortems' });
    let most = 0;
    await expect
      .poll(
        async () => {
          await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
          most = Math.max(most, await rowsOf(page).count());
          return table.getAttribute('aria-rowcount');
        },
        { timeout: 60_000, interval: 50 },
      )
      .toBe('100001');
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight / 2)');
    const middle = page.locator('tr[data-key="line-50000"]');
    await middle.waitFor();
    expect(await middle.getAttribute('aria-rowindex')).toBe('50002');
    most = Math.max(most, await rowsOf(page).count());
    // Pressing it may bring it further into the window first.
    await middle.getByRole('link').hover();
    const place = await page.evaluate('scrollY');
    await middle.getByRole('link').click();
    await page.waitForURL('**/post-mortems/line-50000');
    await page.goBack();
    await middle.waitFor();
    await expect.poll(() => page.evaluate('scrollY')).toBe(place);
    expect(most).toBeGreaterThan(20);
    expect(Math.max(most, await rowsOf(page).count())).toBeLessThanOrEqual(200);
    await close();
  });
});

describeUnlessMissing(missingChromium)('what is done from the lists of the console', () => {
  it('opens a record by hand, and keeps what was typed while one looks elsewhere', async () => {
    const { page, complaints, close } = await listsConsole.open('max', '/console/post-mortems/new');
    const kind = (words: string) =>
      page.getByRole('radiogroup', { name: 'Kind' }).locator('label', { hasText: words }).click();
    await kind('periodic review');
    // What is asked of a review alone is not sent with an incident.
    await page.getByRole('group', { name: 'Scope' }).getByLabel('From').fill('2026-01-01T00:00');
    await kind('incident');
    await page.getByLabel('Title').fill('The badge reader let everybody in');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('The badge reader let everybody in');
    await page.getByRole('radiogroup', { name: 'Severity' }).getByText('low').click();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.waitForURL(/\/post-mortems\/[0-9A-Z]{26}$/);
    await page.getByRole('heading', { level: 1 }).getByText('The badge reader let everybody in').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('merges into a record that is found, and says of none that it is not there before all were looked at', async () => {
    const { other4 = '', other6 = '' } = listsConsole.world().records;
    const { page, complaints, close } = await listsConsole.open('anna', `/console/post-mortems/${other4}/merge`);
    const search = page.getByRole('searchbox', { name: /record/ });
    await search.fill('no record has such words');
    await page.getByText('No open record has these words.').waitFor();
    const notWhole = { postMortems: [], isWhole: false, looked: { at: 40 } };
    await page.route('**/search?*', (route) => route.fulfill({ json: notWhole }), { times: 1 });
    await search.fill('backup');
    await page.getByText('There may be more').waitFor();
    expect(await page.getByText('No open record has these words.').count()).toBe(0);
    await search.fill('flood of sign-ins');
    await page.getByLabel('Flood of sign-ins from many addresses').check();
    await page.getByLabel('Reason').fill('Both tell of the same night.');
    await page.getByRole('button', { name: /^Merge into / }).click();
    await page.waitForURL(`**/post-mortems/${other4}`);
    expect(await listsConsole.world().people.nina.must('GET', `/post-mortems/${other4}`)).toMatchObject({
      ...{ status: 'merged', ended: { mergedInto: other6 } },
    });
    expect(complaints).toEqual([]);
    await close();
  });

  it('waives a record with its reason, after what that means was shown', async () => {
    const { other8 = '' } = listsConsole.world().records;
    const { page, complaints, close } = await listsConsole.open('anna', `/console/post-mortems/${other8}/waive`);
    await page.getByText('The record ends here').waitFor();
    const button = page.getByRole('button', { name: /^Waive / });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('Reason').fill('A false alarm: the scanner of our own was at work.');
    await button.click();
    await page.waitForURL(`**/post-mortems/${other8}`);
    const { data } = await statusOf(other8);
    expect([data, complaints]).toEqual(['waived', []]);
    await close();
  });

  it('takes a lesson to its place by one person, and has it confirmed by another', async () => {
    const words = 'Whoever mails a list of customers reads the address aloud.';
    const nina = await listsConsole.open('nina', '/console/lessons');
    const own = nina.page.locator('.duty', { hasText: words });
    await own.getByRole('button', { name: 'Put in place' }).click();
    await nina.page.getByLabel('Version', { exact: false }).first().fill('3.1');
    await nina.page.getByLabel('Address (URL)').fill('https://wiki.example.com/mail-to-partners');
    await nina.page.getByLabel('Version at').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 16));
    await nina.page.getByRole('button', { name: 'This shows it' }).click();
    await own.getByText('You put it in place. Somebody else confirms it.').waitFor();
    await expect.poll(() => own.getByRole('button', { name: 'Confirm' }).getAttribute('aria-disabled')).toBe('true');
    await nina.close();
    const max = await listsConsole.open('max', '/console/lessons?status=claimed');
    const theirs = max.page.locator('.duty', { hasText: words });
    await theirs.getByRole('button', { name: 'Confirm' }).click();
    await max.page.getByRole('dialog').getByText('3.1').waitFor();
    await max.page.getByRole('button', { name: 'I read it: confirm' }).click();
    await theirs.waitFor({ state: 'detached' });
    expect([nina.complaints, max.complaints]).toEqual([[], []]);
    await max.close();
  });

  it('is done over nothing that somebody else did meanwhile, and loses nothing that was typed', async () => {
    const words = 'Lists of customers leave us by the exchange server alone.';
    const { lesson, claimAs, takeBack } = await lessonOf(words);
    const { page, complaints, close } = await listsConsole.open('max', '/console/lessons');
    const card = page.locator('.duty', { hasText: words });
    const dialog = page.getByRole('dialog');
    let failed = 0;
    await page.route('**/lessons?*', async (route) => {
      await route.fulfill({ status: 422, json: { title: 'No', status: 422, detail: 'The list is being mended.' } });
      failed += 1;
    });
    await claimAs('4.0');
    await card.getByRole('button', { name: 'Put in place' }).click();
    await dialog.getByText('Somebody was faster: it was put in place').waitFor();
    await dialog.getByRole('button', { name: 'This shows it' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    // Nothing is offered for what changed, as long as the list does not follow.
    await card.getByText('It changed; the list follows in a moment.').waitFor();
    expect(await card.getByRole('button').count()).toBe(0);
    await expect.poll(() => failed).toBe(3);
    await page.unroute('**/lessons?*');
    await page.getByRole('button', { name: 'Try again' }).click();

    await card.getByRole('button', { name: 'Refuse' }).click();
    await dialog.getByText('4.0').waitFor();
    const reason = dialog.getByRole('textbox');
    await reason.fill('The exchange server sends them on by mail.');
    const reread = async (answer?: { status: number }) => {
      if (answer !== undefined) await page.route(`**${lesson}`, (route) => route.fulfill(answer), { times: 1 });
      const answered = page.waitForResponse((response) => response.url().endsWith(lesson));
      await page.evaluate('dispatchEvent(new Event("visibilitychange"))');
      await (await answered).finished();
    };
    await reread({ status: 404 });
    await takeBack();
    await claimAs('5.0');
    await reread();
    // Closing asks first, and whoever stays has it still.
    await page.keyboard.press('Escape');
    expect([await reason.inputValue(), await dialog.getByText('5.0').count()]).toEqual([
      'The exchange server sends them on by mail.',
      0,
    ]);
    await dialog.getByRole('button', { name: 'Refuse, and open it again' }).click();
    await dialog.getByText('It changed after you opened it').waitFor();
    expect([await reason.inputValue(), await listsConsole.world().people.nina.must('GET', lesson)]).toMatchObject([
      'The exchange server sends them on by mail.',
      { status: 'claimed', claim: { reference: { version: '5.0' } } },
    ]);
    page.once('dialog', (asked) => void asked.accept());
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});

/** A page of 5,000 lines of 100,000: more than the API gives at once, so that the test need not ask a thousand times. */
function syntheticPage(from: number) {
  const size = 5_000;
  const postMortems = Array.from({ length: size }, (_, at) => ({
    id: `line-${from + at}`,
    ...{ kind: 'incident', status: 'open', severity: 'low', tlp: 'GREEN' },
    incident: { source: 'jira', key: `SEC-${from + at}`, title: `Incident ${from + at}` },
    ...{ openedAt: '2026-11-01T00:00:00Z', dueAt: '2026-12-01T00:00:00Z' },
  }));
  return { postMortems, ...(from + size < 100_000 ? { next: String(from + size) } : {}) };
}

const Lessons = z.object({
  lessons: z.array(z.object({ id: z.string(), postMortemId: z.string(), statement: z.string().optional() })),
});

/** A lesson by its words, and what Nina does with it beside. */
async function lessonOf(words: string) {
  const { nina } = listsConsole.world().people;
  const { lessons } = Lessons.parse(await nina.must('GET', '/lessons?limit=100'));
  const { id, postMortemId } = lessons.find(({ statement }) => statement === words) ?? { id: '', postMortemId: '' };
  const lesson = `/post-mortems/${postMortemId}/lessons/${id}`;
  const url = 'https://wiki.example.com/exchange-of-files';
  const versionAt = new Date(Date.now() - 86_400_000).toISOString();
  return {
    lesson,
    claimAs: (version: string) => nina.must('POST', `${lesson}/in-place`, { version, url, versionAt }),
    takeBack: () => nina.decide('POST', `${lesson}/refuse`, { reason: 'The version was not the one that we use.' }),
  };
}

/** What the API says of a record now. */
async function statusOf(id: string): Promise<{ data: unknown }> {
  const world = listsConsole.world();
  const response = await fetch(`${world.apiUrl}/post-mortems/${id}`, {
    headers: { authorization: `Bearer ${await world.tokenOf('nina')}` },
  });
  const { status } = (await response.json()) as { status: unknown };
  return { data: status };
}
