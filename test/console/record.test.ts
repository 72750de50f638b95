import type { Locator, Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { waitUntil } from '../../local/wait-until.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { axe, consoleForThisFile } from './world/console-browser.ts';
import type { ConsolePerson } from './world/console-people.ts';
import { KEPT_ON_DEVICE } from './world/kept-on-device.ts';
import { recommendationOf } from './world/recommendations.ts';
import { closedTicket } from './world/world-so-far.ts';
import { keyboardAt } from './world/write-by-keys.ts';

const writers = consoleForThisFile('empty');

const SOON = { timeout: 30_000 };

type Sent = { method?: string; body?: unknown };

/** What the API says, beside the browser. */
async function ask(person: ConsolePerson, path: string, { method = 'GET', body }: Sent = {}) {
  const { apiUrl, tokenOf } = writers.world();
  const response = await fetch(`${apiUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(person)}`,
      'content-type': 'application/json',
      ...(method === 'PATCH' || method === 'DELETE' ? { 'if-match': '*' } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Record<string, unknown>;
}

async function openedRecord(person: ConsolePerson, tlp = 'GREEN', severity = 'critical'): Promise<string> {
  const body = { kind: 'incident', title: 'Files were encrypted', description: 'Two shares.', severity, tlp };
  return String((await ask(person, '/post-mortems', { method: 'POST', body })).id);
}

const field = (page: Page, path: string) => page.locator(`[id="f-${path}"]`);
const description = (page: Page) => field(page, 'sections.impact.description');
const users = (page: Page) => field(page, 'sections.impact.usersAffected');
const place = (id: string) => `/console/post-mortems/${id}`;

const impactIs = (id: string, wanted: Record<string, unknown>) =>
  waitUntil(
    `the impact is ${JSON.stringify(wanted)}`,
    () => ask('nina', `/post-mortems/${id}/sections/impact`),
    (impact) => Object.entries(wanted).every(([name, value]) => impact[name] === value),
  );

/** Somebody else writes right before each time that the page does, so that it comes too late with the version it has. */
async function racedBy(person: ConsolePerson, id: string, words: (times: number) => object) {
  const writer = writers.world().people[person];
  let [times, isOver] = [0, false];
  await writer.sections(id, { impact: words(times) });
  const outrun = async (route: Route) => {
    if (route.request().method() !== 'PUT' || isOver) return route.fallback();
    times += 1;
    await writer.decide('PUT', `/post-mortems/${id}/sections/impact`, words(times));
    return route.fallback();
  };
  return {
    begins: (page: Page) => page.route('**/sections/impact', outrun),
    times: () => times,
    ends: () => {
      isOver = true;
    },
  };
}

/** DevTools' preset "3G": milliseconds, and bytes each second. */
const SLOW_NETWORK = { offline: false, latency: 560, downloadThroughput: 180_000, uploadThroughput: 84_000 };

/** The page asks what others did meanwhile, as it does each time that it is looked at. */
async function lookAgain(page: Page): Promise<void> {
  const asked = page.waitForResponse(/\/activity\?/);
  await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
  await (await asked).finished();
}

/** All that waits in the page is sent, as each time that somebody comes back to it. */
const SENT_AGAIN = 'dispatchEvent(new Event("focus"))';

/** As in a browser that says nothing of a field that is taken away with the focus in it. */
const NO_BLUR = 'addEventListener("blur", (event) => event.stopImmediatePropagation(), true)';

const FOCUSED = 'document.activeElement.id || (document.activeElement.closest("[id^=f-]")?.id ?? "")';

describeUnlessMissing(missingChromium)('writing in a record', () => {
  it('sends what is typed without being told to, and says saved when the API has it', async () => {
    const id = await openedRecord('nina');
    const { page, complaints, close } = await writers.open('nina', place(id));
    await description(page).fill('Two file shares were encrypted.');
    await impactIs(id, { description: 'Two file shares were encrypted.' });
    await page
      .locator('#impact')
      .getByText(/^Saved \d\d:\d\d/)
      .waitFor();
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows on a slow network what is to come, then the record, and keeps each letter that is typed while others are sent', async () => {
    const id = await openedRecord('nina');
    const { page, complaints, close } = await writers.open('nina', '/console/settings');
    const debug = await page.context().newCDPSession(page);
    await debug.send('Network.enable');
    await debug.send('Network.clearBrowserCache');
    await debug.send('Network.emulateNetworkConditions', SLOW_NETWORK);
    await page.goto(`${writers.world().url}${place(id)}`, { waitUntil: 'commit' });
    await page.getByRole('status', { name: 'Loading' }).first().waitFor();
    await page.getByRole('heading', { name: 'Files were encrypted' }).waitFor();
    await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
    const isSent = page.waitForRequest((sent) => sent.method() === 'PUT' && sent.url().endsWith('/sections/impact'));
    await description(page).focus();
    await page.keyboard.type('Two file shares were encrypted');
    await isSent;
    await page.keyboard.type(', and one of them was copied.');
    const whole = 'Two file shares were encrypted, and one of them was copied.';
    await page
      .locator('#impact')
      .getByText(/^Saved \d\d:\d\d/)
      .waitFor();
    expect(await ask('nina', `/post-mortems/${id}/sections/impact`)).toMatchObject({ description: whole });
    expect([await description(page).inputValue(), complaints]).toEqual([whole, []]);
    await close();
  });

  it('stops after some attempts where somebody else is faster each time, and loses no letter of either', async () => {
    const id = await openedRecord('nina');
    const race = await racedBy('max', id, (times) => ({ description: 'Two shares.', usersAffected: times }));
    const { page, complaints, close } = await writers.open('nina', place(id));
    await race.begins(page);
    const words = 'Two file shares were encrypted.';
    const inTheWay = page.getByRole('alert').filter({ hasText: 'Somebody writes here again and again' });
    await description(page).fill(words);
    await inTheWay.waitFor();
    expect([race.times(), await description(page).inputValue()]).toEqual([4, words]);
    await inTheWay.getByRole('button', { name: 'Try once more' }).click();
    await expect.poll(() => race.times(), SOON).toBe(8);
    await inTheWay.waitFor();
    race.ends();
    await inTheWay.getByRole('button', { name: 'Try once more' }).click();
    await impactIs(id, { description: words, usersAffected: 8 });
    await inTheWay.waitFor({ state: 'detached' });
    expect([race.times(), await description(page).inputValue(), complaints]).toEqual([8, words, []]);
    await close();
  });

  it('asks whose words stand where somebody else is faster in the same field each time, and sends nothing unasked', async () => {
    const id = await openedRecord('nina');
    const race = await racedBy('max', id, (times) => ({ description: `Share ${times} was encrypted.` }));
    const { page, close } = await writers.open('nina', place(id));
    await race.begins(page);
    await description(page).fill('No backup was encrypted.');
    const card = page.locator('#impact .record-conflict');
    for (const times of [1, 2]) {
      await card.locator('.record-theirs').getByText(`${times}`).waitFor();
      expect([race.times(), await description(page).inputValue()]).toEqual([times, 'No backup was encrypted.']);
      if (times === 1) await card.getByRole('button', { name: 'Keep mine' }).click();
    }
    race.ends();
    await card.getByRole('button', { name: 'Keep both' }).click();
    await impactIs(id, { description: 'No backup was encrypted.\n\nShare 2 was encrypted.' });
    await card.waitFor({ state: 'detached' });
    await close();
  });

  it('keeps what was typed without a network over a reload, and sends it when the network is back', async () => {
    const id = await openedRecord('nina');
    const { page, close } = await writers.open('nina', place(id));
    await page.route('**/sections/impact', (route) => route.abort());
    await description(page).fill('Written in the train.');
    await page.locator('#impact').getByText('On this device, not sent: offline').waitFor();
    // A sign-out takes it away; whoever is asked, and stays, has lost nothing.
    const asked = page.waitForEvent('dialog');
    await page.getByRole('button', { name: /^You:/ }).click();
    const signingOut = page.getByRole('button', { name: 'Sign out' }).click();
    await (await asked).dismiss();
    await signingOut;
    await page.reload();
    await waitUntil(
      'the words are there again',
      () => description(page).inputValue(),
      (words) => words === 'Written in the train.',
    );
    await page.unroute('**/sections/impact');
    await page.evaluate('dispatchEvent(new Event("online"))');
    await impactIs(id, { description: 'Written in the train.' });
    await close();
  });

  it('merges what two wrote in other fields, and asks whose words stand in the same one', async () => {
    const id = await openedRecord('nina');
    const nina = await writers.open('nina', place(id));
    const max = await writers.open('max', place(id));
    await max.page.context().setOffline(true);
    await users(max.page).fill('240');
    await max.page
      .locator('#impact')
      .getByText(/Can’t be sent yet|offline/)
      .waitFor();
    await description(nina.page).fill('Three shares.');
    await impactIs(id, { description: 'Three shares.' });
    await max.page.context().setOffline(false);
    await max.page.evaluate('dispatchEvent(new Event("focus"))');
    await description(max.page).fill('Four shares.');
    const card = max.page.locator('#impact .record-conflict');
    await card.getByText(/^Nina Analyst wrote here, too, /).waitFor();
    await expect
      .poll(() => card.locator('.record-theirs .diff').last().textContent(), SOON)
      .toBe('[only in yours: Four][only in theirs: Three] shares.');
    expect(await axe(max.page)).toEqual([]);
    await impactIs(id, { description: 'Three shares.', usersAffected: 240 });
    await max.page.getByRole('button', { name: 'Keep both' }).click();
    await impactIs(id, { description: 'Four shares.\n\nThree shares.', usersAffected: 240 });
    await nina.close();
    await max.close();
  });

  it('overwrites no draft that the same person left in another browser, and offers it in both', async () => {
    const id = await openedRecord('nina');
    const draft = async () => (await ask('nina', `/post-mortems/${id}/drafts/sections.impact`)).content;
    const saved = (page: Page, status: number) =>
      page.waitForResponse(
        (answer) =>
          answer.url().endsWith('/drafts/sections.impact') &&
          answer.request().method() === 'PUT' &&
          answer.status() === status,
      );
    const office = await writers.open('nina', place(id));
    const leftThere = saved(office.page, 200);
    await users(office.page).fill('240');
    await leftThere;
    const home = await writers.open('nina', place(id));
    const offered = (page: Page) => page.locator('#impact').getByText('You left this unfinished elsewhere');
    await offered(home.page).waitFor();
    const notOver = saved(home.page, 412);
    await users(home.page).fill('300');
    await notOver;
    expect(await draft()).toEqual({ mine: { usersAffected: 240 } });
    const over = saved(home.page, 200);
    await home.page.getByRole('button', { name: 'Keep what is here' }).click();
    await over;
    await offered(home.page).waitFor({ state: 'detached' });
    expect(await draft()).toEqual({ mine: { usersAffected: 300 } });
    await lookAgain(office.page);
    await offered(office.page).waitFor();
    await office.page.getByRole('button', { name: 'Go on with it' }).click();
    await office.page.getByRole('button', { name: 'Take theirs' }).click();
    await expect.poll(() => users(office.page).inputValue(), SOON).toBe('300');
    expect(await axe(office.page)).toEqual([]);
    await office.close();
    await home.close();
  });

  it('loses nothing when the session ends in mid-sentence', async () => {
    const id = await openedRecord('nina');
    const { page, close } = await writers.open('nina', place(id));
    await page.route('**/session/token', (route) => route.fulfill({ status: 401, json: {} }));
    await page.route('**/sections/impact', (route) => route.fulfill({ status: 401, json: {} }));
    await description(page).fill('The session ends right');
    await page.getByRole('heading', { name: 'Please sign in' }).waitFor();
    await page.unrouteAll();
    await page.evaluate('dispatchEvent(new Event("focus"))');
    await impactIs(id, { description: 'The session ends right' });
    expect(await description(page).inputValue()).toBe('The session ends right');
    await close();
  });

  it('leads from what is missing into its field, by a click and by N', async () => {
    const id = await openedRecord('nina');
    const { page, close } = await writers.open('nina', place(id));
    await page.getByRole('button', { name: /^Submit/ }).click();
    await page.getByRole('button', { name: /rate how far integrity/ }).click();
    await waitUntil(
      'the cursor is in integrity',
      () => page.evaluate(FOCUSED),
      (at) => String(at).startsWith('f-sections.impact.integrity'),
    );
    const { completeness } = (await ask('nina', `/post-mortems/${id}`)) as {
      completeness: { missing: { path: string }[] };
    };
    const missing = [...new Set(completeness.missing.map(({ path }) => path))];
    for (const path of missing.slice(0, 4)) {
      await page.evaluate('document.activeElement.blur()');
      await page.keyboard.press('n');
      await waitUntil(
        `the cursor is in ${path}`,
        () => page.evaluate(FOCUSED),
        (at) => new RegExp(`^f-${path}($|[.]|--)`).test(String(at)),
      );
    }
    await close();
  });

  it('keeps the form in which somebody empties the only field', async () => {
    const id = await openedRecord('nina', 'GREEN', 'low');
    const body = { text: 'Told to the sector.' };
    await ask('nina', `/post-mortems/${id}/sections/sharing`, { method: 'PUT', body });
    const { completeness } = await ask('nina', `/post-mortems/${id}`);
    expect(JSON.stringify(completeness), 'it is asked of nobody').not.toContain('sections.sharing');
    const { page, close } = await writers.open('nina', place(id));
    const text = field(page, 'sections.sharing.text');
    await text.press('Control+A');
    await text.press('Delete');
    await page.keyboard.type('Told to nobody yet.');
    expect(await text.inputValue()).toBe('Told to nobody yet.');
    await close();
  });

  it('adds a cause that is unfinished at first, and takes it out and back', async () => {
    const id = await openedRecord('nina');
    const { page, complaints, close } = await writers.open('nina', place(id));
    const causes = async () => (await ask('nina', `/post-mortems/${id}`)).rootCauses as { statement: string }[];
    await page.getByRole('button', { name: 'Add a root cause' }).click();
    const card = page.locator('#rootCauses .record-part.is-open');
    const statement = card.locator('textarea').first();
    await statement.fill('No filter looked at mails');
    await card.getByText('Can’t be sent yet: “Kind” is missing').waitFor();
    await card.getByLabel('technical').check();
    await waitUntil('there is a cause', causes, ({ length }) => length === 1);
    await statement.fill('No filter looked at mails from new domains');
    await waitUntil(
      'it is changed',
      causes,
      ([one]) => one?.statement === 'No filter looked at mails from new domains',
    );
    await page.getByRole('button', { name: 'Remove this root cause' }).click();
    await waitUntil('it is out', causes, ({ length }) => length === 0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await waitUntil('it is back', causes, ([one]) => one?.statement === 'No filter looked at mails from new domains');
    expect(complaints).toEqual([]);
    await close();
  });

  it('brings a cause back once where the answer is lost, from wherever the person is by then', async () => {
    const id = await openedRecord('nina');
    const causes = async () => (await ask('nina', `/post-mortems/${id}`)).rootCauses as { statement: string }[];
    const body = { kind: 'technical', statement: 'No filter looked at mails' };
    await ask('nina', `/post-mortems/${id}/root-causes`, { method: 'POST', body });
    const { page, close } = await writers.open('nina', place(id));
    await page.locator('#rootCauses .record-part-line').click();
    await page.getByRole('button', { name: 'Remove this root cause' }).click();
    await waitUntil('it is out', causes, ({ length }) => length === 0);
    await page.getByRole('link', { name: 'Lessons', exact: true }).click();
    let isLost = false;
    await page.route(
      '**/root-causes',
      async (route) => {
        await route.fetch();
        await route.abort();
        isLost = true;
      },
      { times: 1 },
    );
    const sent = page.waitForResponse(/\/root-causes$/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await sent;
    expect([isLost, await causes()]).toMatchObject([true, [body]]);
    await close();
  });

  it('takes out what is unfinished also where somebody else took it out before', async () => {
    const id = await openedRecord('nina');
    const causes = async () => (await ask('nina', `/post-mortems/${id}`)).rootCauses as { id: string }[];
    const body = { kind: 'technical', statement: 'No filter looked at mails' };
    await ask('nina', `/post-mortems/${id}/root-causes`, { method: 'POST', body });
    const { page, close } = await writers.open('nina', place(id));
    const card = page.locator('#rootCauses .record-part');
    await card.getByRole('button').first().click();
    await card.locator('textarea').first().fill('');
    await card.getByText('Can’t be sent yet').waitFor();
    for (const cause of await causes()) {
      await ask('nina', `/post-mortems/${id}/root-causes/${cause.id}`, { method: 'DELETE' });
    }
    await page.getByRole('button', { name: 'Remove this root cause' }).click();
    await card.waitFor({ state: 'detached' });
    await close();
  });

  it('adds a word of a list that was typed and not added, where the place is left and no field says so', async () => {
    const id = await openedRecord('nina');
    const { page, close } = await writers.open('nina', place(id));
    await page.evaluate(NO_BLUR);
    await page.getByRole('button', { name: 'Add a recommendation' }).click();
    await page.locator('#recommendations input[id$=".d3fend"]').pressSequentially('D3-MFA');
    await page.getByRole('link', { name: 'Lessons', exact: true }).click();
    await waitUntil(
      'it is kept',
      () => page.evaluate(KEPT_ON_DEVICE),
      (kept) => String(kept).includes('D3-MFA'),
    );
    await close();
  });

  it('makes nothing again that somebody took out, but once where its writer wants it', async () => {
    const id = await openedRecord('nina');
    const causes = async () => (await ask('nina', `/post-mortems/${id}`)).rootCauses as { id: string }[];
    for (const statement of ['The first cause of it', 'The second cause of it']) {
      await ask('nina', `/post-mortems/${id}/root-causes`, { method: 'POST', body: { kind: 'technical', statement } });
    }
    const { page, close } = await writers.open('nina', place(id));
    const second = page.locator('#rootCauses .record-part', { hasText: 'The second cause of it' });
    await second.getByRole('button').first().click();
    await page.route(/\/root-causes\/\w+$/, (route) => route.abort());
    await second.locator('textarea').first().fill('The second cause of it, and more');
    await second.getByText('On this device, not sent: offline').waitFor();
    for (const cause of await causes()) {
      await ask('nina', `/post-mortems/${id}/root-causes/${cause.id}`, { method: 'DELETE' });
    }
    await page.unrouteAll();
    await lookAgain(page);
    await page.getByRole('button', { name: 'Add it again' }).waitFor();
    await page.reload();
    await second.getByRole('button', { name: 'The second cause of it, and more' }).click();
    await page.getByRole('button', { name: 'Add it again' }).click();
    await waitUntil('it is there again', causes, ({ length }) => length === 1);
    for (let times = 0; times < 3; times += 1) {
      await lookAgain(page);
      await page.evaluate(SENT_AGAIN);
    }
    await description(page).fill('Sent after all that.');
    await impactIs(id, { description: 'Sent after all that.' });
    expect(await causes()).toMatchObject([{ statement: 'The second cause of it, and more' }]);
    await expect.poll(() => page.locator('#rootCauses .record-part').count()).toBe(1);
    await close();
  });

  it('keeps nothing on the device of a record that becomes TLP:RED', async () => {
    const id = await openedRecord('anna');
    const { page, close } = await writers.open('anna', place(id));
    await page.route('**/sections/impact', (route) => route.abort());
    await description(page).fill('Nobody may find this later.');
    await page.locator('#impact').getByText('On this device, not sent: offline').waitFor();
    await expect.poll(() => page.evaluate(KEPT_ON_DEVICE)).toContain('Nobody may find this later');
    const other = await writers.open('nina', place(id));
    await description(other.page).waitFor();
    await ask('anna', `/post-mortems/${id}`, { method: 'PATCH', body: { tlp: 'RED' } });
    await lookAgain(other.page);
    await other.page.getByRole('heading', { name: 'This record cannot be shown' }).waitFor();
    await expect.poll(() => other.page.locator('body').textContent()).not.toContain('Files were encrypted');
    await other.close();
    await lookAgain(page);
    await page.locator('#impact').getByText('In this page alone, not sent: offline').waitFor();
    await expect.poll(() => page.evaluate(KEPT_ON_DEVICE)).not.toContain('Nobody may find this later');
    expect(await description(page).inputValue()).toBe('Nobody may find this later.');
    await close();
  });

  it.each(['AMBER+STRICT', 'RED'] as const)(
    'keeps nothing of a record that is TLP:%s on the device, and looks at its drafts once',
    async (tlp) => {
      const id = await openedRecord('anna', tlp);
      const { page, close } = await writers.open('anna', '/console');
      const looks: string[] = [];
      page.on('request', (request) => {
        if (/\/drafts(\/|$)/.test(request.url())) looks.push(request.url());
      });
      await page.goto(new URL(place(id), page.url()).href);
      await description(page).waitFor();
      for (let times = 0; times < 3; times += 1) await lookAgain(page);
      await expect.poll(() => looks).toHaveLength(1);
      await page.route('**/sections/impact', (route) => route.abort());
      await description(page).fill('Nobody may find this.');
      await page.locator('#impact').getByText('In this page alone, not sent: offline').waitFor();
      expect(await page.evaluate(KEPT_ON_DEVICE)).not.toContain('Nobody may find this');
      await close();
    },
  );

  it('keeps the reason for a hint that is being written while the record is saved', async () => {
    const id = await openedRecord('nina');
    const body = { text: 'It was human error: somebody should have noticed.' };
    await ask('nina', `/post-mortems/${id}/sections/summary`, { method: 'PUT', body });
    const { page, close } = await writers.open('nina', place(id));
    const hints = page.locator('.record-hint');
    await hints.getByRole('button', { name: 'Leave it' }).first().click();
    const why = hints.getByLabel('Why it stays');
    await why.fill('We say it of');
    const before = await hints.count();
    await description(page).fill('It was human error, once more.');
    await impactIs(id, { description: 'It was human error, once more.' });
    await waitUntil(
      'the hints are read again',
      () => hints.count(),
      (count) => count > before,
    );
    expect(await why.inputValue()).toBe('We say it of');
    await close();
  });

  it('overwrites no classification by somebody else that was not seen', async () => {
    const id = await openedRecord('nina');
    const { page, close } = await writers.open('nina', place(id));
    await page.getByRole('button', { name: 'Classify' }).click();
    const dialog = page.getByRole('dialog');
    await field(page, 'classify.category').fill('ransomware');
    await ask('max', `/post-mortems/${id}`, { method: 'PATCH', body: { severity: 'medium' } });
    await lookAgain(page);
    await dialog.getByText('severity is medium now').waitFor();
    await dialog.getByRole('button', { name: /^Go on with theirs/ }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => ask('nina', `/post-mortems/${id}`))
      .toMatchObject({ severity: 'medium', category: 'ransomware' });
    await close();
  });

  it('marks what the ticket brought until somebody sets it right', async () => {
    const incident = { summary: 'Files encrypted', priority: 'High', comments: ['Two shares were encrypted.'] };
    const id = await closedTicket({ ...writers.world(), records: {} }, incident);
    const { page, complaints, close } = await writers.open('nina', place(id));
    const entry = page.locator('.timeline-entry', { hasText: 'Two shares were encrypted.' });
    await entry.getByText(/^from SEC-\d+$/).waitFor();
    const facts = page.locator('details', { hasText: 'What the ticket told' });
    await facts.locator('summary').click();
    const title = facts.locator('dl > div', { hasText: 'Files encrypted' });
    await title.getByText(/^from SEC-\d+$/).waitFor();
    expect(await axe(page)).toEqual([]);
    await title.getByRole('button', { name: 'Set right: Title' }).click();
    const correction = page.locator('#corrections .record-part.is-open');
    await correction.getByLabel('Should be').fill('Files encrypted on two shares');
    // The one that is begun is gone on with: a second one would be refused.
    await title.getByRole('button', { name: 'Set right: Title' }).click();
    await expect
      .poll(() => correction.getByLabel('Should be').evaluate((one) => one === one.ownerDocument.activeElement), SOON)
      .toBe(true);
    expect(await correction.getByLabel('Should be').inputValue()).toBe('Files encrypted on two shares');
    await correction.getByLabel('Because').fill('The title of the ticket says nothing of where.');
    await title.getByText('Files encrypted on two shares', { exact: true }).waitFor();
    await title.getByText(/it was Files encrypted$/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('takes a file by its hash, and shows what happened to it', async () => {
    const id = await openedRecord('nina');
    const { page, close } = await writers.open('nina', `${place(id)}/evidence`);
    const buffer = Buffer.from('08:12 10.0.0.7 GET /\n');
    await page.locator('input[type=file]').first().setInputFiles({ name: 'proxy.log', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Add this file' }).click();
    await page.getByText('here, checked and locked').waitFor();
    await page.getByRole('button', { name: 'Custody' }).click();
    await page.getByText(/The log is whole/).waitFor();
    expect(await axe(page)).toEqual([]);
    await close();
  });
});

const hasFocus = (what: Locator) => what.evaluate((one) => one === one.ownerDocument.activeElement);
const comesToHaveFocus = (what: Locator) => expect.poll(() => hasFocus(what), SOON).toBe(true);

describeUnlessMissing(missingChromium)('comments on a record', () => {
  const panel = (page: Page) => page.getByRole('complementary', { name: 'Hints and comments' });
  const threads = (page: Page) => panel(page).locator('.record-thread');
  const said = async (id: string) =>
    z.object({ comments: z.array(Said) }).parse(await ask('nina', `/post-mortems/${id}/comments`)).comments;
  const Said = z.object({ path: z.string(), text: z.string(), isResolved: z.boolean().optional() });

  it('come to another person in another browser, who answers, and the first one settles them', async () => {
    const id = await openedRecord('nina');
    const nina = await writers.open('nina', place(id));
    const max = await writers.open('max', place(id));
    await nina.page.getByRole('button', { name: 'Comment on Impact' }).click();
    const words = panel(nina.page).getByLabel('Comment on Impact');
    await comesToHaveFocus(words);
    await words.fill('Were backups encrypted, too?');
    await panel(nina.page).getByRole('button', { name: 'Comment', exact: true }).click();
    await threads(nina.page).getByText('Were backups encrypted, too?').waitFor();
    expect(await words.inputValue()).toBe('');
    // What was pressed has gone.
    await comesToHaveFocus(words);

    await lookAgain(max.page);
    const thread = threads(max.page);
    await thread.getByText('Nina Analyst').waitFor();
    await thread.getByRole('button', { name: 'Reply', exact: true }).click();
    const reply = thread.getByLabel('Your reply');
    await comesToHaveFocus(reply);
    await max.page.keyboard.type('No: they lie elsewhere.');
    expect(await axe(max.page)).toEqual([]);
    await max.page.keyboard.press('Control+Enter');
    await thread.locator('.record-reply').getByText('No: they lie elsewhere.').waitFor();
    await reply.waitFor({ state: 'detached' });
    await comesToHaveFocus(thread.getByRole('button', { name: 'Reply', exact: true }));

    await lookAgain(nina.page);
    await threads(nina.page).locator('.record-reply').getByText('No: they lie elsewhere.').waitFor();
    await threads(nina.page).getByRole('button', { name: 'Settle' }).click();
    await threads(nina.page).waitFor({ state: 'detached' });
    expect(await said(id)).toEqual([
      { path: 'sections.impact', text: 'Were backups encrypted, too?', isResolved: true },
      { path: 'sections.impact', text: 'No: they lie elsewhere.' },
    ]);

    await lookAgain(max.page);
    await panel(max.page).getByRole('button', { name: 'Show 1 settled' }).click();
    await thread.getByText('Were backups encrypted, too?').waitFor();
    await thread.getByRole('button', { name: 'Take it up again' }).click();
    await thread.getByRole('button', { name: 'Settle' }).waitFor();
    await expect.poll(async () => (await said(id))[0]?.isResolved, SOON).toBe(false);
    expect([nina.complaints, max.complaints]).toEqual([[], []]);
    await nina.close();
    await max.close();
  });

  it('unfold in a narrow window each time that somebody comments', async () => {
    const id = await openedRecord('nina');
    const { page, close } = await writers.open('nina', place(id), { width: 900, colorScheme: 'light' });
    const comment = page.getByRole('button', { name: 'Comment on Impact' });
    const words = panel(page).getByLabel('Comment on Impact');
    for (let times = 0; times < 2; times += 1) {
      await comment.click();
      await comesToHaveFocus(words);
      await panel(page).getByRole('button', { name: 'Close' }).click();
      await words.waitFor({ state: 'hidden' });
    }
    await close();
  });

  it('are changed by who wrote them alone', async () => {
    const id = await openedRecord('nina');
    await ask('max', `/post-mortems/${id}/comments`, {
      method: 'POST',
      body: { path: 'sections.summary', text: 'Say for how lnog.', mentions: [] },
    });
    const nina = await writers.open('nina', place(id));
    await threads(nina.page).getByText('Say for how lnog.').waitFor();
    expect(await threads(nina.page).getByRole('button', { name: 'Change' }).count()).toBe(0);
    const max = await writers.open('max', place(id));
    await threads(max.page).getByRole('button', { name: 'Change' }).click();
    const words = threads(max.page).getByLabel('Your comment');
    await comesToHaveFocus(words);
    await words.fill('Say for how long.');
    await threads(max.page).getByRole('button', { name: 'Save' }).click();
    await threads(max.page).getByText('Say for how long.').waitFor();
    await comesToHaveFocus(threads(max.page).getByRole('button', { name: 'Change' }));
    await lookAgain(nina.page);
    await threads(nina.page).getByText('Say for how long.').waitFor();
    await threads(nina.page).getByText('· changed').waitFor();
    await nina.close();
    await max.close();
  });

  it('are read by who may not write, who is offered to write none', async () => {
    const id = await openedRecord('nina');
    for (const path of ['sections.summary', 'sections.impact']) {
      const body = { path, text: `On ${path}.`, mentions: [] };
      await ask('nina', `/post-mortems/${id}/comments`, { method: 'POST', body });
    }
    const { page, complaints, close } = await writers.open('ada', place(id));
    await threads(page).getByText('On sections.summary.').waitFor();
    expect(await panel(page).locator('textarea').count()).toBe(0);
    expect(
      await threads(page)
        .getByRole('button', { name: /^(Reply|Settle|Change)$/ })
        .count(),
    ).toBe(0);
    expect(await page.getByRole('button', { name: /^Comment on/ }).count()).toBe(0);
    const heading = panel(page).getByRole('heading', { name: /^Comments/ });
    await page.keyboard.press('c');
    await comesToHaveFocus(heading);
    await page.getByRole('button', { name: 'Comments on Impact' }).click();
    await comesToHaveFocus(heading);
    await expect
      .poll(() => threads(page).locator('.record-words').allTextContents(), SOON)
      .toEqual(['On sections.impact.']);
    await panel(page).getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => threads(page).count(), SOON).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });
});

describeUnlessMissing(missingChromium)('a recommendation that is begun from a template', () => {
  const Templates = z.object({
    templates: z.array(z.looseObject({ title: z.string(), name: z.unknown(), categories: z.unknown() })),
  });
  const recommendations = async (id: string) => (await ask('nina', `/post-mortems/${id}`)).recommendations;

  it('has its words, and takes none of those that were written already', async () => {
    const id = await openedRecord('nina');
    await ask('nina', `/post-mortems/${id}`, { method: 'PATCH', body: { category: 'phishing' } });
    const known = await ask('nina', '/recommendation-templates?category=phishing');
    const { templates } = Templates.parse(known);
    const [, { name: _, categories: __, ...template } = { title: '' }] = templates;
    const { page, complaints, close } = await writers.open('nina', place(id));
    await page.getByRole('button', { name: 'Add a recommendation' }).click();
    const cards = page.locator('#recommendations .record-part');
    await cards.first().locator('[id$=".title"]').fill('Half a thought of mine');
    await cards.first().locator('[id$=".why"]').fill('It came to me at night.');
    await page.getByRole('button', { name: 'From a template' }).click();
    const dialog = page.getByRole('dialog', { name: 'Begin from a template' });
    await dialog.getByRole('listitem').first().waitFor();
    expect(await dialog.locator('strong').allTextContents()).toEqual(templates.map(({ title }) => title));
    await dialog.getByRole('button', { name: template.title }).click();
    await dialog.waitFor({ state: 'detached' });
    const begun = cards.filter({ hasText: template.title });
    await begun.locator('[id$=".successCriterion"]').waitFor();
    await expect.poll(() => recommendations(id), SOON).toMatchObject([template]);
    await expect.poll(() => begun.evaluate((one) => one.contains(one.ownerDocument.activeElement)), SOON).toBe(true);
    await begun.locator('[id$=".title"]').fill('A title of our own');
    await expect.poll(() => recommendations(id), SOON).toMatchObject([{ ...template, title: 'A title of our own' }]);
    await page.reload();
    await cards.getByText('Half a thought of mine').waitFor();
    await cards.getByText('A title of our own').waitFor();
    await cards.filter({ hasText: 'Half a thought of mine' }).getByRole('button').first().click();
    await expect
      .poll(() => page.locator('#recommendations [id$=".why"]').inputValue(), SOON)
      .toBe('It came to me at night.');
    expect(complaints).toEqual([]);
    await close();
  });
});

describeUnlessMissing(missingChromium)('techniques of ATT&CK in a record', () => {
  const Known = z.object({
    name: z.string(),
    countermeasures: z.array(
      z.object({ mitigation: z.string(), name: z.string(), d3fend: z.array(z.object({ id: z.string() })) }),
    ),
  });
  const techniquesAre = (id: string, wanted: object[]) =>
    expect
      .poll(async () => (await ask('nina', `/post-mortems/${id}/sections/attack`)).techniques, SOON)
      .toEqual(wanted);
  /** A section of the attack has its vectors, or is not sent. */
  async function attackedRecord(): Promise<string> {
    const id = await openedRecord('nina');
    await ask('nina', `/post-mortems/${id}/sections/attack`, { method: 'PUT', body: { vectors: ['phishing'] } });
    return id;
  }
  const picker = (page: Page) => page.getByRole('combobox', { name: 'Search techniques' });
  const card = (page: Page, technique: string) => page.locator('.form-technique', { hasText: technique });

  it('are found by id and by name, chosen once, and taken out', async () => {
    const id = await attackedRecord();
    const { page, complaints, close } = await writers.open('nina', place(id));
    await picker(page).fill('t1566.002');
    await page.getByRole('option', { name: 'T1566.002' }).click();
    await card(page, 'T1566.002').getByText('Spearphishing Link').waitFor();
    await picker(page).fill('valid accounts');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await axe(page)).toEqual([]);
    await options.filter({ hasText: /^T1078 / }).click();
    await techniquesAre(id, [{ id: 'T1566.002' }, { id: 'T1078' }]);
    await picker(page).fill('T1078');
    await page.getByRole('option', { name: 'T1078', selected: true }).click();
    await expect.poll(() => page.locator('.form-technique').count(), SOON).toBe(2);
    await picker(page).fill('no such words');
    await page.getByText('No technique has this id or these words.').waitFor();
    await picker(page).press('Escape');
    await picker(page).press('Escape');
    expect(await picker(page).inputValue()).toBe('');
    await card(page, 'T1566.002').getByRole('button', { name: 'Remove T1566.002' }).click();
    await techniquesAre(id, [{ id: 'T1078' }]);
    await comesToHaveFocus(picker(page));
    expect(complaints).toEqual([]);
    await close();
  });

  it('are chosen, noted and taken out by keys alone', async () => {
    const id = await attackedRecord();
    const { page, close } = await writers.open('nina', place(id));
    const keys = keyboardAt(page);
    await page.locator('#attack').getByRole('button', { name: 'Comment on Attack' }).focus();
    await keys.tabTo(/Search techniques/);
    await keys.type('spearphishing link');
    await page.getByRole('option').first().waitFor();
    const active = () =>
      page.getByRole('option').filter({ has: page.locator('xpath=self::*[contains(@class,"form-active")]') });
    // Retired ones stand before it.
    const wanted = (await page.getByRole('option').allTextContents()).findIndex((one) => one.startsWith('T1566.002 '));
    await keys.press('ArrowDown', wanted + 1);
    await expect.poll(() => active().textContent(), SOON).toMatch(/^T1566\.002/);
    await keys.press('Enter');
    await techniquesAre(id, [{ id: 'T1566.002' }]);
    await keys.tabTo(/Note/);
    await keys.type('A link to a false page');
    await techniquesAre(id, [{ id: 'T1566.002', note: 'A link to a false page' }]);
    await keys.tabTo(/Against it: \d+ suggested/);
    await keys.press('Enter');
    await card(page, 'T1566.002').getByRole('listitem').first().waitFor();
    await keys.tabTo(/Remove T1566\.002/);
    await keys.press('Enter');
    await techniquesAre(id, []);
    await keys.focusComesTo(/Search techniques/);
    await close();
  });

  it('show what MITRE names against them, and what a recommendation takes of it is named', async () => {
    const id = await attackedRecord();
    const { countermeasures } = Known.parse(await ask('nina', '/knowledge/techniques/T1566.002'));
    const { page, complaints, close } = await writers.open('nina', place(id));
    await picker(page).fill('T1566.002');
    await page.getByRole('option', { name: 'T1566.002' }).click();
    await page.getByText(`Against it: ${countermeasures.length} suggested`).click();
    const shown = card(page, 'T1566.002').getByRole('listitem');
    await expect
      .poll(async () => (await shown.allTextContents()).map((one) => one.split(' · ')[0]), SOON)
      .toEqual(countermeasures.map(({ mitigation, name }) => `${mitigation} ${name}`));
    expect(await axe(page)).toEqual([]);
    const [taken = ''] = countermeasures.flatMap(({ d3fend }) => d3fend.map((one) => one.id));
    await shown.filter({ hasText: taken }).first().waitFor();
    const recommendation = { ...recommendationOf('open', []) };
    await ask('nina', `/post-mortems/${id}/recommendations`, { method: 'POST', body: recommendation });
    await lookAgain(page);
    await page.locator('#recommendations .record-part-line').click();
    await page.locator('#recommendations input[id$=".d3fend"]').fill(taken);
    await page.keyboard.press('Enter');
    const Suggested = z.object({
      suggestions: z.array(z.object({ d3fend: z.array(z.object({ id: z.string(), isNamed: z.boolean() })) })),
    });
    const named = async () => {
      const { suggestions } = Suggested.parse(await ask('nina', `/post-mortems/${id}/countermeasures`));
      const all = suggestions.flatMap(({ d3fend }) => d3fend.flatMap((one) => (one.isNamed ? [one.id] : [])));
      return [...new Set(all)];
    };
    await expect.poll(named, SOON).toEqual([taken]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describeUnlessMissing(missingChromium)('causes as a graph', () => {
  const statements = {
    first: 'Mails of new domains reach the inbox',
    second: 'No test signs in as a second customer',
    factor: 'Nobody looks at the rights again',
  };

  /** A record in which the first cause has an answer, and works with the second, which has none, as the factor has none. */
  async function linkedRecord(): Promise<string> {
    const id = await openedRecord('nina');
    const add = async (parts: string, body: object) => {
      await ask('nina', `/post-mortems/${id}/${parts}`, { method: 'POST', body });
    };
    await add('root-causes', { kind: 'procedural', statement: statements.second });
    const { rootCauses } = z
      .object({ rootCauses: z.array(z.object({ id: z.string() })) })
      .parse(await ask('nina', `/post-mortems/${id}`));
    const worksWith = rootCauses.map((one) => one.id);
    await add('root-causes', { kind: 'technical', statement: statements.first, worksWith });
    await add('contributing-factors', { kind: 'process gap', statement: statements.factor });
    const all = z
      .object({ rootCauses: z.array(z.object({ id: z.string(), statement: z.string() })) })
      .parse(await ask('nina', `/post-mortems/${id}`));
    const first = all.rootCauses.find(({ statement }) => statement === statements.first);
    await add('recommendations', recommendationOf('open', [first?.id ?? '']));
    return id;
  }

  it('show each cause, and what answers it, also to those who do not see it, and lead to each by keys', async () => {
    const id = await linkedRecord();
    const { page, complaints, close } = await writers.open('nina', place(id));
    const list = page.locator('.record-cause-list > li');
    const title = 'Give every mail program a "report phishing" button';
    await expect
      .poll(async () => (await list.allTextContents()).toSorted(), SOON)
      .toEqual(
        [
          `process gap ${statements.factor}answered by nothing`,
          `procedural ${statements.second}answered by nothing`,
          `technical ${statements.first}→ detect ${title}`,
        ].toSorted(),
      );
    const keys = keyboardAt(page);
    await page.getByRole('button', { name: 'As a graph' }).focus();
    await keys.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'What answers what' });
    const boxes = dialog.getByRole('link');
    await boxes.first().waitFor();
    const named = (words: string) => dialog.getByRole('link', { name: words, exact: true });
    await named(`${statements.second} (works with: ${statements.first}; answered by nothing)`).waitFor();
    await named(`${statements.factor} (answered by nothing)`).waitFor();
    await named(`${statements.first} (works with: ${statements.second}; answered by: ${title})`).waitFor();
    await named(title).waitFor();
    expect(await boxes.count()).toBe(4);
    const edges = dialog.locator('.record-edges path');
    expect(await edges.evaluateAll((all) => all.map((one) => one.getAttribute('class')))).toEqual([
      ...[null, 'record-edge-with', 'record-edge-stub', 'record-edge-stub'],
    ]);
    await keys.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await comesToHaveFocus(page.getByRole('button', { name: 'As a graph' }));
    await keys.press('Enter');
    await keys.tabTo(/\| detect/);
    await keys.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await keys.focusComesTo(/^f-recommendations\.[0-9A-Z]{26}/);
    expect(complaints).toEqual([]);
    await close();
  });
});
