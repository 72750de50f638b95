import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { waitUntil } from '../../local/wait-until.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { axe, consoleForThisFile } from './world/console-browser.ts';
import type { ConsolePerson } from './world/console-people.ts';
import { closedTicket } from './world/world-so-far.ts';

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

/** What a browser keeps beyond the page. */
const KEPT_ON_DEVICE = `(async () => {
  const all = [];
  for (const { name } of await indexedDB.databases()) {
    all.push(await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const [store] = opening.result.objectStoreNames;
        if (store === undefined) return resolve([]);
        const reading = opening.result.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
      };
    }));
  }
  return JSON.stringify([all, { ...localStorage }, { ...sessionStorage }]);
})()`;

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
