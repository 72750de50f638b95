import { expect, it } from 'vitest';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { axe, consoleForThisFile, pressTogether } from './world/console-browser.ts';

const { world, open } = consoleForThisFile('small');

/** What a page sends is not always told to who watches it from outside. */
const SENT_BODIES_ARE_KEPT = `
  const own = fetch;
  globalThis.sentBodies = [];
  globalThis.fetch = (...all) => {
    const one = all[0] instanceof Request ? all[0].clone() : new Request(...all);
    sentBodies.push(one.text().then((body) => decodeURIComponent(one.url) + body));
    return own(...all);
  };
`;

const SOON = { timeout: 30_000 };

const CHAT = [
  '[23:55] Ana Lopez: first recipient opens the link',
  '[23:58] Alert Bot: filter raises an alert',
  'with a second line',
  '[00:03] Ben: blocked the domain, Ana told customers',
  '[00:04] Ben: joined the channel',
  '[00:05] Ana Lopez: password: not-a-real-one',
].join('\n');

type Page = Awaited<ReturnType<typeof open>>['page'];

const record = (title: string): Promise<string> => {
  const [day] = new Date().toISOString().split('T');
  const about = {
    severity: 'medium',
    category: 'phishing',
    beganAt: `${day}T00:00:00.000Z`,
    endedAt: `${day}T00:00:00.000Z`,
  };
  return world().people.nina.add('/post-mortems', { kind: 'near miss', title, ...about });
};

const timelineOf = async (id: string) => {
  const response = await fetch(`${world().apiUrl}/post-mortems/${id}/timeline?limit=100`, {
    headers: { authorization: `Bearer ${await world().tokenOf('nina')}` },
  });
  const { entries } = (await response.json()) as {
    entries: { at: string; what: string; role?: string; kind: string }[];
  };
  return entries.map(({ at, what, role, kind }) => `${at.slice(0, 16)} ${role ?? '-'} ${kind}: ${what}`);
};

/** All that is read out of the timeline from now on. */
const NOTE_WHAT_IS_SAID = `
  globalThis.noted = [];
  const said = document.querySelector('#timeline > [role=status]');
  new MutationObserver(() => noted.push(said.textContent)).observe(said, { characterData: true, childList: true, subtree: true });
`;

/** Address of an entry, by what it says. */
const pathOf = async (id: string, what: string): Promise<string> => {
  const { entries } = (await world().people.nina.must('GET', `/post-mortems/${id}/timeline?limit=100`)) as {
    entries: { self: string; what: string }[];
  };
  return entries.find((entry) => entry.what === what)?.self ?? '';
};

const timeline = (page: Page) => page.locator('#timeline');

/** What others change is asked for every few seconds: here never, so that it does not come in between. */
const hearNothingOfOthers = (page: Page) =>
  page.route('**/activity?*', (route) =>
    route.fulfill({ json: { present: [], changed: [], revision: 0, isWhole: true } }),
  );

describeUnlessMissing(missingChromium)('the timeline in the console', () => {
  it('takes an entry by keys alone, shows it at its time, and takes it back', async () => {
    const id = await record('Typed by hand');
    const { page, complaints, close } = await open('nina', `/console/post-mortems/${id}`);
    await page.locator('h1').focus();
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'New entry' });
    await form.getByLabel('When').fill('2026-11-19T08:12');
    await form.getByLabel('What happened').fill('The first recipient opened the link');
    await page.keyboard.press('Control+Enter');
    await timeline(page).getByText('The first recipient opened the link').waitFor();
    await expect.poll(() => timelineOf(id)).toEqual(['2026-11-19T08:12 - action: The first recipient opened the link']);

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => timelineOf(id), SOON).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps an unfinished entry through a step to another place, and through a reload', async () => {
    const id = await record('Typed half');
    const { page, close } = await open('nina', `/console/post-mortems/${id}`);
    await page.getByRole('button', { name: 'New entry' }).click();
    await page.getByLabel('What happened; a role').fill('Half a sentence about');
    const kept = async () => {
      await page.getByRole('button', { name: 'New entry' }).click();
      await expect.poll(() => page.getByLabel('What happened; a role').inputValue()).toBe('Half a sentence about');
    };
    await page.getByRole('link', { name: 'Holdfast, to Today' }).click();
    await page.waitForURL(/\/console\/?$/);
    await page.goBack();
    await kept();
    await page.reload();
    await kept();
    await page.getByRole('button', { name: 'Forget it, and begin afresh' }).click();
    await expect.poll(() => page.getByLabel('What happened; a role').inputValue(), SOON).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.getByLabel('What happened; a role').inputValue(), SOON).toBe('Half a sentence about');
    await close();
  });

  it('gives each entry that is written its own text and its own target, and what was begun waits', async () => {
    const id = await record('Two at a time');
    for (const what of ['The first thing', 'The second thing']) {
      await world().people.nina.add(`/post-mortems/${id}/timeline`, {
        at: '2026-11-19T08:12:00.000Z',
        kind: 'action',
        what,
      });
    }
    const { page, complaints, close } = await open('nina', `/console/post-mortems/${id}`);
    const words = page.getByLabel('What happened; a role');
    await page.getByRole('button', { name: 'Correct: The first thing' }).click();
    await words.fill('The first thing, typed half');
    await page.getByRole('button', { name: 'Correct: The second thing' }).click();
    await expect.poll(() => words.inputValue(), SOON).toBe('The second thing');
    await words.fill('The second thing, corrected');
    await page.keyboard.press('Control+Enter');
    await timeline(page).getByText('The second thing, corrected').waitFor();
    await page.getByText('Entry corrected').waitFor();
    await page.getByRole('button', { name: 'Close this message' }).click();
    await page.getByText('Entry corrected').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Go on with: The first thing, typed half' }).click();
    await page.getByRole('form', { name: 'Correct this entry' }).waitFor();
    await expect.poll(() => words.inputValue()).toBe('The first thing, typed half');
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => timelineOf(id).then((lines) => lines.toSorted()), SOON)
      .toEqual([
        '2026-11-19T08:12 - action: The first thing, typed half',
        '2026-11-19T08:12 - action: The second thing, corrected',
      ]);
    await page.getByText('Entry corrected').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => timelineOf(id), SOON).toContain('2026-11-19T08:12 - action: The first thing');
    expect(complaints).toEqual([]);
    await close();
  });

  it('drops nothing that is pasted without asking, however often the dialog is closed', async () => {
    const id = await record('Pasted and closed');
    const { page, close } = await open('nina', `/console/post-mortems/${id}`);
    await page.getByRole('button', { name: 'Paste or file' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('The text').fill(CHAT);
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await dialog.getByRole('button', { name: 'Back to the text' }).click();
    await expect.poll(() => dialog.getByLabel('The text').inputValue()).toBe(CHAT);
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await dialog.getByLabel('Ana Lopez').fill('SOC analyst');
    await dialog.getByRole('button', { name: 'Back to the text' }).click();
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await expect.poll(() => dialog.getByLabel('Ana Lopez').inputValue()).toBe('SOC analyst');
    const heading = dialog.getByRole('heading', { name: /^Read as .*: 5 entries/ });
    await expect.poll(() => heading.evaluate((one) => one === document.activeElement), SOON).toBe(true);
    // A browser closes at the second time without asking.
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Go on with it' }).click();
    await expect.poll(() => dialog.getByLabel('Ana Lopez').inputValue()).toBe('SOC analyst');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Drop it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await close();
  });

  it('makes entries of a pasted chat: day, zone and roles are asked, names and secrets stay here, and one step takes all back', async () => {
    const id = await record('Pasted');
    const { page, complaints, close } = await open('nina', `/console/post-mortems/${id}`);
    await page.addInitScript(SENT_BODIES_ARE_KEPT);
    await page.reload();
    await page.getByRole('button', { name: 'Paste or file' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste a chat' });
    await dialog.getByLabel('The text').fill(CHAT);
    await dialog.getByRole('button', { name: 'Read it' }).click();
    const add = dialog.getByRole('button', { name: /^Add \d+ entries/ });
    await expect
      .poll(async () => [await add.getAttribute('aria-disabled'), await add.getAttribute('title')])
      .toEqual(['true', 'Say the day of the first line']);
    expect(await axe(page)).toEqual([]);

    await dialog.getByLabel('Day of the first line').fill('2026-11-19');
    await dialog.getByLabel('Clocks were of').selectOption('Europe/Berlin');
    await dialog.getByLabel('Ana Lopez').fill('SOC analyst');
    await dialog.getByLabel(/The first line is of/).check();
    await expect.poll(() => add.getAttribute('title')).toContain('secret');
    await dialog.getByLabel(/I looked/).check();
    await expect.poll(() => add.isEnabled()).toBe(true);
    // What was looked at had other words.
    await dialog.getByLabel('Words of line 1', { exact: true }).fill('first recipient, password: another-one');
    await expect.poll(() => add.getAttribute('title')).toContain('secret');
    await dialog.getByLabel('Words of line 1', { exact: true }).fill('first recipient opens the link');
    await dialog.getByLabel('Take line 6').uncheck();
    await add.click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => timelineOf(id))
      .toEqual([
        '2026-11-19T22:55 SOC analyst communication: first recipient opens the link',
        '2026-11-19T22:58 system detection: filter raises an alert\nwith a second line',
        '2026-11-19T23:03 - communication: blocked the domain, SOC analyst told customers',
      ]);

    const sent = String(await page.evaluate('Promise.all(sentBodies).then((all) => all.join())'));
    const hasLeft = ['Lopez', 'Alert Bot', 'not-a-real-one', 'blocked the domain'].filter((words) =>
      sent.includes(words),
    );
    expect(hasLeft).toEqual(['blocked the domain']);

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => timelineOf(id), SOON).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows what somebody else changed meanwhile, and loses nothing of what was typed', async () => {
    const id = await record('Both at once');
    const { page, close } = await open('nina', `/console/post-mortems/${id}`);
    await page.getByRole('button', { name: 'New entry' }).click();
    await page.getByLabel('What happened; a role').fill('The domain was blocked');
    await page.keyboard.press('Control+Enter');
    await timeline(page).getByText('The domain was blocked').waitFor();
    const other = await open('max', `/console/post-mortems/${id}`);
    for (const one of [page, other.page]) {
      await one.getByRole('button', { name: 'Correct: The domain was blocked' }).click();
    }
    await other.page.getByLabel('What happened; a role').fill('The domain was blocked at the proxy');
    await other.page.keyboard.press('Control+Enter');
    await timeline(other.page).getByText('blocked at the proxy').waitFor();
    await page.getByLabel('What happened; a role').fill('The domain was blocked at the gateway');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Somebody changed this entry meanwhile').waitFor();
    expect(await page.getByLabel('What happened; a role').inputValue()).toBe('The domain was blocked at the gateway');
    expect((await timelineOf(id)).join()).toContain('at the proxy');
    const form = page.getByRole('form', { name: 'Correct this entry' });
    await form.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: /^Go on with:/ }).click();
    await page.getByText('differs in what happened (there: “The domain was blocked at the proxy”)').waitFor();
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await timelineOf(id)).join(), SOON).toContain('at the gateway');
    await form.waitFor({ state: 'detached' });
    await page.getByText('Entry corrected').waitFor();
    await page.getByRole('button', { name: /^Go on with:/ }).waitFor({ state: 'detached' });
    await other.close();
    await close();
  });

  it('changes many entries at once, by keys, without those of the ticket, and one step takes back what was done', async () => {
    const id = world().records.fresh ?? '';
    const steps = Array.from({ length: 7 }, (_, index) => `Step ${index + 1}`);
    await world().people.nina.must('POST', `/post-mortems/${id}/timeline/batch`, {
      entries: steps.map((what, index) => ({ at: `2026-11-19T08:0${index}:00.000Z`, kind: 'action', what })),
    });
    const ofTicket = (await timelineOf(id)).length - steps.length;
    const { page, complaints, close } = await open('nina', '/console');
    await hearNothingOfOthers(page);
    await page.goto(`${world().url}/console/post-mortems/${id}`);
    await page.getByRole('button', { name: 'Select' }).press('Enter');
    const bar = page.getByRole('region', { name: 'Change the chosen entries' });
    const box = (what: string) => page.getByLabel(`Choose: ${what}`, { exact: true });
    await box('Step 1').press('Space');
    await box('Step 6').press('Shift+Space');
    await bar.getByText('6 entries chosen').waitFor();
    await box('Step 6').click();
    await box('Step 4').click({ modifiers: ['Shift'] });
    await bar.getByText('3 entries chosen').waitFor();
    await bar.getByRole('button', { name: 'Choose all' }).press('Enter');
    await bar.getByText(`7 of ${7 + ofTicket}; ${ofTicket} came from the ticket and stay`).waitFor();
    expect(await axe(page)).toEqual([]);

    // Somebody is faster at one of them.
    const self = await pathOf(id, 'Step 3');
    await world().people.max.decide('PUT', self, { at: '2026-11-19T08:02:00.000Z', kind: 'action', what: 'Third' });
    const before = await timelineOf(id);
    const readings: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'GET' && request.url().includes('/timeline?')) readings.push(request.url());
    });
    await box('Step 1').press('Enter');
    await bar.locator('select:focus').and(bar.getByLabel('What to do')).waitFor();
    await page.keyboard.press('m');
    await bar.getByLabel('By how much').fill('2');
    await bar.getByLabel('Unit').selectOption('days');
    await bar.getByLabel('Earlier or later').selectOption('earlier');
    await bar.getByRole('button', { name: 'Move 7 entries by 2 d' }).press('Enter');
    await bar.getByText('Not done: “Step 3”: somebody changed it meanwhile').waitFor();
    await page.getByText('6 entries moved').waitFor();
    await expect.poll(() => readings).toHaveLength(1);
    const isMoved = (line: string) => /: Step \d$/.test(line);
    expect(await timelineOf(id)).toEqual([
      ...before.filter(isMoved).map((line) => line.replace('2026-11-19', '2026-11-17')),
      ...before.filter((line) => !isMoved(line)),
    ]);

    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => timelineOf(id), SOON).toEqual(before);
    await bar.getByLabel('What to do').selectOption('remove');
    await bar.getByRole('button', { name: 'Choose all' }).click();
    await bar.getByRole('button', { name: 'Remove 7 entries' }).click();
    await expect.poll(() => timelineOf(id).then(({ length }) => length), SOON).toBe(ofTicket);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => timelineOf(id), SOON).toEqual(before);
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
    await close();
  });

  it('moves an entry in time by keys and by dragging, saves once, and keeps what else it says', async () => {
    const id = await record('Moved in time');
    for (const [minute, what] of [
      ['00', 'One'],
      ['10', 'Two'],
      ['20', 'Three'],
    ]) {
      await world().people.nina.add(`/post-mortems/${id}/timeline`, {
        ...{ at: `2026-11-19T08:${minute}:00.000Z`, kind: 'action', what },
        ...(what === 'Three' ? { precision: 'hour', milestone: 'detected' } : {}),
      });
    }
    const before = await timelineOf(id);
    const { page, complaints, close } = await open('nina', `/console/post-mortems/${id}`);
    const writes: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') writes.push(request.url());
    });
    const handle = page.getByRole('button', { name: 'Move in time: Three' });
    await page.evaluate(NOTE_WHAT_IS_SAID);
    await handle.focus();
    // One right after the other: what comes to rest in between is saved by itself.
    await pressTogether(page, 'Alt+ArrowUp', 'Alt+ArrowUp');
    await page.getByText('Moved to 19 Nov 2026, 07:59 UTC').waitFor();
    await expect.poll(() => handle.evaluate((button) => button === document.activeElement)).toBe(true);
    const noted = await page.evaluate<string[]>('noted');
    expect(noted[0]).toContain('19 Nov 2026, 08:05 UTC, after “One”');
    expect(writes).toHaveLength(1);
    expect((await timelineOf(id))[0]).toBe('2026-11-19T07:59 - action: Three');
    const moved = await world().people.nina.must('GET', await pathOf(id, 'Three'));
    expect(moved).toMatchObject({ precision: 'hour', milestone: 'detected' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => timelineOf(id), SOON).toEqual(before);
    expect(await axe(page)).toEqual([]);

    const rowOf = (what: string) => page.locator('.timeline-entry').filter({ hasText: what });
    const middleOf = async (where: ReturnType<typeof rowOf>) => {
      const { x, y, width, height } = (await where.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      return [x + width / 2, y + height / 2] as const;
    };
    const ghost = page.locator('.timeline-ghost');
    const dragUp = async () => {
      await rowOf('Three').hover();
      await page.mouse.move(...(await middleOf(handle)));
      await page.mouse.down();
      const [x, y] = await middleOf(rowOf('Two'));
      await page.mouse.move(x, y - 4, { steps: 4 });
      await ghost.getByText('08:05').waitFor();
    };
    await rowOf('Three').getByText('~ 08:20').waitFor();
    await dragUp();
    await page.keyboard.press('Escape');
    await ghost.waitFor({ state: 'detached' });
    await page.mouse.up();
    await dragUp();
    await page.mouse.up();
    await page.getByText('Moved to 19 Nov 2026, 08:05 UTC').waitFor();
    expect(writes).toHaveLength(3);
    expect((await timelineOf(id))[1]).toBe('2026-11-19T08:05 - action: Three');
    expect(complaints).toEqual([]);
    await close();

    const ofTicket = await open('nina', `/console/post-mortems/${world().records.fresh}`);
    await ofTicket.page
      .getByRole('button', { name: /^Set right:/ })
      .first()
      .press('Alt+ArrowDown');
    await ofTicket.page.getByText('This came from the ticket: its time stays as it came').waitFor();
    await ofTicket.close();
  });

  it('moves the time of an entry that is written by minutes, over the full hour and back', async () => {
    const id = await record('Typed by minutes');
    const { page, close } = await open('nina', `/console/post-mortems/${id}`);
    await page.getByRole('button', { name: 'New entry' }).click();
    const when = page.getByLabel('When');
    await when.fill('2026-11-19T23:55');
    await when.press('Alt+Shift+ArrowUp');
    await expect.poll(() => when.inputValue()).toBe('2026-11-20T00:05');
    for (let times = 0; times < 6; times += 1) await when.press('Alt+ArrowDown');
    await expect.poll(() => when.inputValue()).toBe('2026-11-19T23:59');
    await close();
  });
});
