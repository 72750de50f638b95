import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { waitUntil } from '../../local/wait-until.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { type ConsoleVisit, consoleForThisFile, drawn } from './world/console-browser.ts';
import type { ConsolePerson } from './world/console-people.ts';
import { comesAbout, doesWhatItSays, listedKeys } from './world/keys-of-places.ts';
import { RECOMMENDATIONS_BY_STANDING, recommendationOf, type Standing } from './world/recommendations.ts';
import { whereFocusGoes } from './world/where-focus-goes.ts';
import { wordsOfPdf } from './world/words-of-pdf.ts';
import { fromNow } from './world/world-so-far.ts';
import { writeIncident } from './world/write-incident.ts';

const done = consoleForThisFile('full');

/** A day that many days from now, as a field for days takes it. */
const dayFromNow = (days: number) => fromNow(days, 'days').slice(0, 10);

/** What the API says of something now. */
const said = (path: string) => done.world().people.ada.must('GET', path);

/** Opens a place as somebody, does something there, and has nothing to complain of. */
async function at(person: ConsolePerson, path: string, run: (visit: ConsoleVisit) => Promise<void>): Promise<void> {
  const visit = await done.open(person, `/console${path}`);
  try {
    await run(visit);
    expect(visit.complaints).toEqual([]);
  } finally {
    await visit.close();
  }
}

const titleOf = (standing: Standing): string => RECOMMENDATIONS_BY_STANDING[standing].title;

/** A record in review with these recommendations, of which the first is done by a ticket that is there already. */
async function recordInReviewWithWork(standings: readonly Standing[], ticket: string): Promise<string> {
  const { nina } = done.world().people;
  const id = await nina.add('/post-mortems', {
    ...{ kind: 'incident', title: 'A share of payroll was open to the whole company', severity: 'high' },
    ...{ beganAt: fromNow(-3, 'days'), endedAt: fromNow(-2, 'days') },
  });
  const { technical, human } = await writeIncident(nina, id);
  for (const [at, standing] of standings.entries()) {
    const wanted = recommendationOf(standing, [technical, human]);
    const work = at === 0 ? { existingWork: { kind: 'ticket', ticket } } : {};
    await nina.add(`/post-mortems/${id}/recommendations`, { ...wanted, ...work });
  }
  await nina.submit(id);
  return id;
}

async function acceptTheRisk(of: ReturnType<Page['getByRole']>, until: string): Promise<void> {
  await of.getByLabel('Until').fill(until);
  await of.getByLabel('Why', { exact: true }).fill('The vendor delivers the new page in the spring.');
  await of.getByLabel('In its place').fill('Each change of the page is announced a week before.');
}

const RISK = {
  reason: 'The vendor delivers the new page in the spring.',
  compensatingControl: 'Each change of the page is announced a week before.',
};

describeUnlessMissing(missingChromium)('an approval in the console that decides on each recommendation', () => {
  it('takes a ticket that is there, declines one fix and puts one off, and the API has all three', async () => {
    const { jira, people } = done.world();
    const { key } = jira.createIssue(
      { project: 'PLAT', issueType: 'Task', summary: 'A button for reported mails' },
      { by: 'Mia Okafor' },
    );
    const id = await recordInReviewWithWork(['open', 'cancelled', 'accepted'], key);
    const until = dayFromNow(20);
    await at('anna', `/post-mortems/${id}/review`, async ({ page }) => {
      const choice = (standing: Standing) => page.getByRole('group', { name: titleOf(standing) });
      await page.getByText(`${key} is taken`).waitFor();
      await choice('cancelled').getByLabel('Decline').check();
      await page.getByLabel('Why it is declined').fill('The filter holds these mails back already.');
      await choice('accepted').getByLabel('Put off').check();
      await acceptTheRisk(page.getByRole('listitem').filter({ has: choice('accepted') }), until);
      const word = page.getByRole('region', { name: 'Your word' });
      await word.getByRole('button', { name: 'Send 2 decisions, then read again' }).click();
      await page
        .getByText(/^Put off until/)
        .first()
        .waitFor();
      await word.getByRole('button', { name: /^Approve exactly revision/ }).click();
      await word.getByText('The record is approved').waitFor();
    });
    const { status, recommendations } = await people.ada.client.record(id);
    const [taken, declined, putOff] = recommendations;
    expect([status, recommendations.map((one) => one.status)]).toEqual([
      'approved',
      ['approved', 'declined', 'risk accepted'],
    ]);
    expect(declined).toMatchObject({ declinedBecause: 'The filter holds these mails back already.' });
    expect(putOff).toMatchObject({ acceptance: { ...RISK, until: `${until}T23:59:59.000Z` } });
    const fix = await waitUntil(
      'the fix has its ticket',
      async () => (await people.ada.client.remediations(id)).find((one) => one.id === taken?.id),
      (one) => one !== undefined && 'ticket' in one,
    );
    expect(fix).toMatchObject({ ticket: { key } });
  });
});

describeUnlessMissing(missingChromium)('what people do about a fix in the console', () => {
  const fixPath = (standing: Standing, record = 'approved') => {
    const { records } = done.world();
    return `/post-mortems/${records[record]}/remediations/${records[`fix.${standing}`]}`;
  };

  it('accepts its risk until a day, and says what is done in its place', async () => {
    const [path, until] = [fixPath('overdue'), dayFromNow(10)];
    await at('anna', path, async ({ page }) => {
      await page.getByRole('button', { name: 'Accept the risk …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Accept the risk' });
      const accept = dialog.getByRole('button', { name: 'Accept the risk' });
      expect(await accept.getAttribute('aria-disabled')).toBe('true');
      await acceptTheRisk(dialog, until);
      await accept.click();
      await page.getByText('The risk is accepted.').waitFor();
      await page.getByText(RISK.compensatingControl).first().waitFor();
    });
    expect(await said(path)).toMatchObject({
      ...{ state: 'accepted', acceptance: { ...RISK, until: `${until}T23:59:59.000Z` } },
    });
  });

  it('cancels it with the reason, and offers nothing more', async () => {
    const path = fixPath('open', 'approvedToo');
    const reason = 'The new mail program has such a button of its own.';
    await at('ben', path, async ({ page }) => {
      await page.getByRole('button', { name: 'Cancel it …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Cancel the fix' });
      await dialog.getByLabel('Why').fill(reason);
      await dialog.getByRole('button', { name: 'Cancel the fix' }).click();
      await page.getByText('The fix is cancelled.').waitFor();
      await page.getByText('Given up by').waitFor();
      await expect.poll(() => page.getByRole('button', { name: /…$|^Check now$/ }).count()).toBe(0);
    });
    expect(await said(path)).toMatchObject({ state: 'cancelled', reason });
  });

  it('checks it now, and says by the word of a second person that it does not hold', async () => {
    const path = fixPath('claimed');
    const note = 'In the drill the first session was revoked after nine minutes.';
    await at('ben', path, async ({ page }) => {
      await page.getByRole('button', { name: 'Check now' }).click();
      await page.getByText(/^Checked: /).waitFor();
      await expect.poll(() => said(path)).toMatchObject({ checkAskedAt: expect.any(String) });
      await page.getByRole('button', { name: 'Attest …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Attest' });
      await dialog.getByLabel('No, it does not').check();
      await dialog.getByLabel('How do you know?').fill(note);
      await dialog.getByRole('button', { name: 'Attest' }).click();
      await page.getByText('Your word is in the log.').waitFor();
      await page.getByText(note).first().waitFor();
    });
    expect(await said(path)).toMatchObject({ attestations: [{ check: 0, outcome: 'fail', note }] });
  });

  it('names a ticket that is there for one whose own Jira refuses to make', async () => {
    const path = fixPath('refused');
    const { key } = done
      .world()
      .jira.createIssue({ project: 'PLAT', issueType: 'Task', summary: 'Posters at printers' }, { by: 'Jonas Berg' });
    await at('ben', path, async ({ page }) => {
      await page.getByRole('button', { name: 'Name other work …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Work that is there' });
      await dialog.getByLabel('Key or address').fill(key);
      await dialog.getByRole('button', { name: 'Name it' }).click();
      await page.getByText('Named.').waitFor();
    });
    // What its schedule would do.
    await done.world().stack.invoke(done.world().stack.outputs.SweepRemediationFunctionName);
    await expect.poll(() => said(path), SOON).toMatchObject({ state: 'open', ticket: { key } });
  });
});

const SOON = { timeout: 20_000 };

const Parts = z.object({
  notifications: z.array(z.object({ id: z.string(), recipient: z.string() })),
  temporaryMeasures: z.array(z.object({ id: z.string(), what: z.string() })),
});

/** A line of duties by what it says, and what the API says of it. */
function dutyOf(page: Page, words: string) {
  return page.getByRole('listitem').filter({ hasText: words });
}

describeUnlessMissing(missingChromium)('duties that are done in the console', () => {
  it('write down that an authority was told, when, and under which reference', async () => {
    const { records } = done.world();
    const recipient = 'The national CSIRT';
    const sentAt = fromNow(-60, 'minutes').slice(0, 16);
    await at('nina', '/notifications', async ({ page }) => {
      const own = dutyOf(page, recipient);
      await own.getByRole('button', { name: 'It was sent' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Sent at').fill(sentAt);
      await dialog.getByLabel('Reference').fill('CSIRT-2026-1142');
      await dialog.getByRole('button', { name: 'It was sent' }).click();
      await own.getByText('CSIRT-2026-1142').waitFor();
      await expect.poll(() => own.getByRole('button').count()).toBe(0);
    });
    const { notifications } = Parts.parse(await said(`/post-mortems/${records.halfFilled}`));
    const { id } = notifications.find((one) => one.recipient === recipient) ?? {};
    expect(await said(`/post-mortems/${records.halfFilled}/notifications/${id}`)).toMatchObject({
      ...{ sentAt: `${sentAt}:00.000Z`, reference: 'CSIRT-2026-1142' },
    });
  });

  it('undo one temporary measure with what shows it, and extend another with the reason', async () => {
    const { records } = done.world();
    const [gone, longer] = ['The foreign address, at the gateway', 'Invoices are sent by mail, without the portal'];
    const note = 'The rule of the gateway is gone; a test request went through.';
    const because = 'The new page of invoices comes with the release of January.';
    const until = `${dayFromNow(20)}T09:00`;
    await at('nina', '/temporary-measures', async ({ page }) => {
      const dialog = page.getByRole('dialog');
      await dutyOf(page, gone).getByRole('button', { name: 'It is undone' }).click();
      await dialog.getByLabel('Note').fill(note);
      const answered = Promise.withResolvers<void>();
      await page.route('**/removed', async (route) => {
        await answered.promise;
        await route.continue();
      });
      await dialog.getByRole('button', { name: 'It is undone' }).click();
      // What is typed while it is sent would be in nothing that is sent.
      await dialog.getByLabel('Note').press('x');
      expect(await dialog.getByLabel('Note').inputValue()).toBe(note);
      answered.resolve();
      await page.getByText('Written down as undone.').waitFor();
      await dutyOf(page, gone).waitFor({ state: 'detached' });
      await dutyOf(page, longer).getByRole('button', { name: 'Extend' }).click();
      await dialog.getByLabel('Until').fill(until);
      await dialog.getByLabel('Because').fill(because);
      await dialog.getByRole('button', { name: 'Extend' }).click();
      await dutyOf(page, longer).getByText('extended once').waitFor();
    });
    const record = `/post-mortems/${records.halfFilled}`;
    const { temporaryMeasures } = Parts.parse(await said(record));
    const now = (what: string) =>
      said(`${record}/temporary-measures/${temporaryMeasures.find((one) => one.what === what)?.id}`);
    expect(await now(gone)).toMatchObject({
      status: 'removed',
      removal: { proof: { note }, by: { name: expect.any(String) } },
    });
    expect(await now(longer)).toMatchObject({
      ...{ status: 'in force', until: `${until}:00.000Z`, extensions: [{ because, until: `${until}:00.000Z` }] },
    });
  });

  it('take a lesson to its place, refuse it with a reason, take it there again and confirm it', async () => {
    const words = 'Lists of customers leave us by the exchange server alone.';
    const reason = 'The version that is named says nothing of the exchange server.';
    const { nearMiss } = done.world().records;
    const lesson = async () => (await lessonsOf(nearMiss)).find((one) => one.statement === words);
    const putInPlace = (version: string) =>
      at('nina', '/lessons', async ({ page }) => {
        await dutyOf(page, words).getByRole('button', { name: 'Put in place' }).click();
        const dialog = page.getByRole('dialog');
        if (version === '1.1') await dialog.getByText(reason).waitFor();
        await dialog.getByLabel(/^Version(?! at)/).fill(version);
        await dialog.getByLabel('Address (URL)').fill('https://wiki.example.com/exchange');
        await dialog.getByLabel('Version at').fill(fromNow(-1, 'days').slice(0, 16));
        await dialog.getByRole('button', { name: 'This shows it' }).click();
        await dutyOf(page, words).getByText('Somebody else confirms it').waitFor();
      });
    await putInPlace('1.0');
    await expect.poll(lesson).toMatchObject({ status: 'claimed', claim: { reference: { version: '1.0' } } });
    await at('ben', '/lessons', async ({ page }) => {
      await dutyOf(page, words).getByRole('button', { name: 'Refuse' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('1.0', { exact: true }).waitFor();
      await dialog.getByLabel('Reason').fill(reason);
      await dialog.getByRole('button', { name: 'Refuse, and open it again' }).click();
      await dutyOf(page, words).getByText('open again: claim refused').waitFor();
    });
    expect(await lesson()).toMatchObject({ status: 'open', reopened: { why: 'claim refused', reason } });
    await putInPlace('1.1');
    await at('ben', '/lessons', async ({ page }) => {
      await dutyOf(page, words).getByRole('button', { name: 'Confirm' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('1.1', { exact: true }).waitFor();
      await dialog.getByRole('button', { name: 'I read it: confirm' }).click();
      await dutyOf(page, words).waitFor({ state: 'detached' });
    });
    expect(await lesson()).toMatchObject({
      status: 'in place',
      inPlace: {
        ...{ reference: { version: '1.1' }, by: { name: 'Nina Analyst' }, confirmed: { by: { name: 'Ben Approver' } } },
      },
    });
  });
});

const Lessons = z.object({ lessons: z.array(z.looseObject({ statement: z.string() })) });
const lessonsOf = async (record: string | undefined) => Lessons.parse(await said(`/post-mortems/${record}`)).lessons;

describeUnlessMissing(missingChromium)('a list of the console that is saved as CSV', () => {
  it.each(['', '?severity=medium', '?q=phished'])(
    'has with the filters “%s” the lines of the API, and no words of a restricted record',
    async (search) => {
      const { people } = done.world();
      const asked = search.startsWith('?q') ? `/search${search}&limit=100` : `/post-mortems${search || '?'}&limit=100`;
      await at('anna', `/post-mortems${search}`, async ({ page }) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Save as CSV' }).click(),
        ]);
        const [head = [], ...lines] = linesOfCsv(await readFile(await download.path(), 'utf8'));
        const { postMortems } = Found.parse(await people.anna.must('GET', asked));
        const column = (name: string) => lines.map((line) => line[head.indexOf(name)]);
        expect(column('id')).toEqual(postMortems.map(({ id }) => id));
        expect(column('status')).toEqual(postMortems.map(({ status }) => status));
      });
    },
  );
});

const Found = z.object({ postMortems: z.array(z.looseObject({ id: z.string(), status: z.string() })) });

/** Lines of a CSV with their cells. */
function linesOfCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    lines.push(cells);
    cells = [];
    if (end === '') break;
  }
  return lines.filter((line) => line.length > 1);
}

/** Where a record stands in the world, by the names of its ids. */
const placeAt = (path: string) => path.replaceAll(/\{([\w.]+)\}/g, (_, name) => done.world().records[name] ?? '');

describeUnlessMissing(missingChromium)('the keys that a place of the console lists', () => {
  it.each([
    ['nina', '/post-mortems?severity=medium', 5],
    ['ben', '/remediations', 4],
    ['nina', '/post-mortems/{halfFilled}', 9],
    ['ben', '/post-mortems/{inReview}/review', 3],
  ] as const)('do for %s in %s what they say, its own %i and those of every place', async (person, path, own) => {
    await at(person, placeAt(path), async ({ page }) => {
      const url = page.url();
      // Once a line is chosen, it can be opened.
      await page.keyboard.press('j');
      let listed: Awaited<ReturnType<typeof listedKeys>> = [];
      const ofThePlace = async () => {
        listed = await listedKeys(page);
        return listed.filter(({ words, keys }) => !EVERYWHERE.has(words) && keys[0] !== 'G').length;
      };
      await expect.poll(ofThePlace).toBe(own);
      const leads = (words: string) => /^Open the line|^Go to [A-Z][a-z-]+$/.test(words);
      expect(listed.filter(({ keys }) => keys[0] === 'G').length).toBeGreaterThan(7);
      for (const { keys, words } of listed.filter((one) => !leads(one.words))) await doesWhatItSays(page, keys, words);
      const opening = listed.find(({ words }) => words === 'Open the line');
      if (opening !== undefined) {
        await page.keyboard.press('j');
        await doesWhatItSays(page, opening.keys, opening.words);
        await page.goto(url);
        await drawn(page);
      }
      for (const { keys, words } of listed) if (keys[0] === 'G') await doesWhatItSays(page, keys, words);
    });
  });
});

describeUnlessMissing(missingChromium)('what is chosen in the palette at a record', () => {
  it.each([1_280, 900])('leads the focus where its key does, in a window of %i pixels', async (width) => {
    await at('nina', placeAt('/post-mortems/{halfFilled}'), async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const words of [
        ...['Go to the sections', 'Go to the hints', 'Go to the comments', 'Next field that is missing'],
      ]) {
        await page.getByRole('button', { name: /^Submit/ }).focus();
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: 'Words of a record' }).fill(words);
        await page.getByRole('option', { name: words, selected: true }).waitFor();
        await page.keyboard.press('Enter');
        await comesAbout(page, words);
      }
    });
  });
});

describeUnlessMissing(missingChromium)('Ctrl Z in the console', () => {
  it('brings an entry of the timeline back that was removed just now', async () => {
    const path = placeAt('/post-mortems/{halfFilled}');
    const what = 'The incident commander decided to keep the portal up, and to watch it closely (13).';
    const isThere = async () => JSON.stringify(await said(`${path}/timeline?limit=100`)).includes(what);
    await at('nina', path, async ({ page }) => {
      expect(await isThere()).toBe(true);
      await page
        .getByRole('button', { name: `Remove: ${what.slice(0, 50)}` })
        .nth(DECISIONS_BEFORE)
        .click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      await expect.poll(isThere).toBe(false);
      await page.keyboard.press('Control+z');
      await expect.poll(isThere).toBe(true);
    });
  });
});

/** Entries of the same words that stand before it: (3) and (8). */
const DECISIONS_BEFORE = 2;

const EVERYWHERE = new Set([
  ...['Search, or go to a place', 'Search', 'Take the last step back, while it can be', 'All keys'],
  'Leave the field, so that keys of one letter work',
]);

/** A window of 1,280 by 900 pixels at 400 %. */
const ZOOMED = { width: 320, height: 225 };

describeUnlessMissing(missingChromium)('the console at 400 %', () => {
  it('is no wider than the window in any place, cuts no word of its bars, and hides nothing that has the focus', async () => {
    const paths = [
      ...['', '/post-mortems', '/post-mortems/{halfFilled}', '/post-mortems/{inReview}/history'],
      '/post-mortems/{inReview}/review',
      ...[
        '/post-mortems/{halfFilled}/evidence',
        '/remediations',
        '/post-mortems/{approvedToo}/remediations/{fix.inDoubt}',
      ],
      ...['/lessons', '/temporary-measures', '/notifications', '/reports', '/audit/{approved}', '/settings'],
    ];
    await at('ben', '/settings', async ({ page }) => {
      await page.setViewportSize(ZOOMED);
      const found: Record<string, unknown> = {};
      for (const path of paths) {
        await page.goto(`${done.world().url}/console${placeAt(path)}`);
        await drawn(page);
        const wide = await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
        const cut = await page
          .getByRole('navigation', { name: 'Places' })
          .getByRole('link')
          .evaluateAll((links) =>
            links
              .filter((link) => (link.querySelector('span')?.offsetWidth ?? 0) > link.clientWidth)
              .map((link) => link.getAttribute('title')),
          );
        const stops = await whereFocusGoes(page, 20);
        expect(stops.length, path).toBeGreaterThan(7);
        const covered = stops.filter(({ isCovered }) => isCovered).map(({ name }) => name);
        found[path] = { wide, cut, covered };
      }
      expect(found).toEqual(Object.fromEntries(paths.map((path) => [path, { wide: 0, cut: [], covered: [] }])));
    });
  });
});

/** What marks where fixes stand look like: the word, and the size and the colour of the shape before it. */
const Marks = z.array(z.object({ words: z.string(), width: z.number(), color: z.string() }));
const marksIn = async (page: Page) =>
  Marks.parse(
    await page.evaluate(`Array.from(document.querySelectorAll('main .mark:has(svg), .board h2'), (mark) => ({
      words: mark.textContent.trim(),
      width: mark.querySelector('svg').getBoundingClientRect().width,
      color: getComputedStyle(mark.querySelector('svg')).color,
    }))`),
  );

describeUnlessMissing(missingChromium)('the console in colours that are not its own', () => {
  it.each(['light', 'dark'] as const)(
    'has forced ones, %s: marks have shape and word, and the focus is seen',
    async (colorScheme) => {
      await at('ben', '/remediations?view=board', async ({ page }) => {
        await page.emulateMedia({ forcedColors: 'active', colorScheme });
        const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
        for (const path of [
          '/remediations?view=board',
          '/post-mortems/{approvedToo}/remediations/{fix.inDoubt}',
          '/reports',
        ]) {
          await page.goto(`${done.world().url}/console${placeAt(path)}`);
          await drawn(page);
          const marks = await marksIn(page);
          expect(marks.filter(({ words, width, color }) => words === '' || width < 12 || color === ground)).toEqual([]);
          expect(path === '/reports' || marks.length > 1).toBe(true);
          const stops = await whereFocusGoes(page, 24);
          expect(stops.length).toBeGreaterThan(10);
          expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
        }
        const pressed = page.locator('[aria-pressed="true"]');
        await expect.poll(() => pressed.evaluateAll(ringsOf)).toEqual(['solid']);
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox').fill('re');
        await expect.poll(() => page.getByRole('option', { selected: true }).evaluateAll(ringsOf)).toEqual(['solid']);
        await expect
          .poll(async () => (await page.getByRole('option', { selected: false }).evaluateAll(ringsOf))[0])
          .toBe('none');
      });
    },
  );

  it('has no colour: each column of the board, and each moment of a fix, is told by its shape and its word', async () => {
    await at('ben', '/remediations?view=board', async ({ page }) => {
      const debug = await page.context().newCDPSession(page);
      await debug.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
      const heads = await page.locator('.board h2').all();
      const pictures = await Promise.all(heads.map((head) => head.locator('svg').screenshot()));
      expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(heads.length);
      expect(new Set(await page.locator('.board h2').allTextContents()).size).toBe(7);
      await page.goto(`${done.world().url}/console${placeAt('/post-mortems/{approved}/remediations/{fix.reopened}')}`);
      await drawn(page);
      const moments = page.getByRole('group', { name: 'Moments of the fix' }).getByRole('link');
      const drawnAs = new Map<string, string>();
      for (const moment of await moments.all()) {
        const [head = ''] = (await moment.getAttribute('aria-label'))?.split(',') ?? [];
        drawnAs.set(head, (await moment.locator('g').screenshot()).toString('base64'));
      }
      expect([...drawnAs.keys()].toSorted()).toEqual(
        expect.arrayContaining(['Approved', 'Claimed', 'Did not hold', 'Reopened', 'Ticket created']),
      );
      expect(new Set(drawnAs.values()).size).toBe(drawnAs.size);
    });
  });
});

/** What is drawn around each. */
const ringsOf = (all: Element[]) => all.map((one) => getComputedStyle(one).outlineStyle);

describeUnlessMissing(missingChromium)('a record of the console on paper', () => {
  it.each([
    ['restricted', 'TLP:RED'],
    ['approved', 'TLP:AMBER'],
  ])('has the mark of the %s one, %s, on every sheet, all of its words, and nothing to press', async (name, mark) => {
    await at('anna', placeAt(`/post-mortems/{${name}}/history?print`), async ({ page }) => {
      const words = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
      await page.emulateMedia({ media: 'print' });
      const texts = await page.locator('main').locator('p, li, dd, h3, h4').allInnerTexts();
      const pages = wordsOfPdf(await page.pdf({ format: 'A4' })).map(words);
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.map((one) => one.split(mark).length - 1)).toEqual(pages.map(() => 1));
      const whole = pages.join('');
      const lost = texts.flatMap((text) => text.split('\n')).filter((line) => !whole.includes(words(line)));
      expect(lost).toEqual([]);
      const pressed = page.locator('button, a.button, input, select, textarea, nav');
      expect(await pressed.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
      // As wide as the sheet within its margins.
      await page.setViewportSize({ width: 688, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    });
  });
});
