import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { MAIL_TEST } from '../../local/demo/demo-settings.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { axe, consoleForThisFile, drawn } from './world/console-browser.ts';
import { CONSOLE_PEOPLE } from './world/console-people.ts';
import { RECOMMENDATIONS_BY_STANDING, RESOURCES, recommendationOf, type Standing } from './world/recommendations.ts';
import { closedTicket, fromNow } from './world/world-so-far.ts';
import { writeIncident } from './world/write-incident.ts';

const judged = consoleForThisFile('full');

const CheckStanding = z.object({
  results: z.array(z.object({ because: z.string(), evidence: z.array(z.object({ what: z.string() })) })),
});

/** A record of one approver that Nina wrote and handed in, with a hand of Ben in it. */
async function recordInReview(standings: readonly Standing[]): Promise<string> {
  const world = judged.world();
  const { nina, ben } = world.people;
  const id = await closedTicket(world, { summary: 'Backup could be read by every service account', priority: 'High' });
  const { technical, human } = await writeIncident(nina, id);
  for (const standing of standings) {
    await nina.add(`/post-mortems/${id}/recommendations`, recommendationOf(standing, [technical, human]));
  }
  await ben.add(`/post-mortems/${id}/contributing-factors`, {
    ...{ kind: 'process gap', statement: 'Nobody looks at the rights of service accounts again.' },
  });
  await nina.submit(id);
  return id;
}

const titleOf = (standing: Standing): string => RECOMMENDATIONS_BY_STANDING[standing].title;

const bar = (page: Page) => page.getByRole('region', { name: 'Your word' });
const approveButton = (page: Page) => bar(page).getByRole('button', { name: /^Approve exactly revision/ });

async function isArmed(page: Page): Promise<boolean> {
  return (await approveButton(page).getAttribute('aria-disabled')) === 'false';
}
const comesToBeArmed = (page: Page, wanted: boolean) => expect.poll(() => isArmed(page)).toBe(wanted);

describeUnlessMissing(missingChromium)('approval in the console', () => {
  it('refuses an approver who wrote in the record, and says where and when they did', async () => {
    const id = await recordInReview(['open']);
    const { page, complaints, close } = await judged.open('ben', `/console/post-mortems/${id}/review`);
    await bar(page).getByText('Somebody else must approve').waitFor();
    expect(await bar(page).locator('p').first().textContent()).toMatch(
      /^You wrote in contributing factors on \d+ \w+ \d{4}\. Somebody else must approve\.$/,
    );
    await approveButton(page).dispatchEvent('click');
    await drawn(page);
    expect([await isArmed(page), (await judged.world().people.ada.client.record(id)).status]).toEqual([
      false,
      'in review',
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is given, and withheld with the reason, on a phone', async () => {
    const approved = await recordInReview(['open', 'cancelled']);
    const phone = await judged.open('anna', `/console/post-mortems/${approved}/review`, {
      width: 390,
      colorScheme: 'light',
    });
    await approveButton(phone.page).click();
    await bar(phone.page).getByText('The record is approved').waitFor();
    await phone.close();
    const returned = await recordInReview(['open', 'cancelled']);
    const { page, complaints, close } = await judged.open('anna', `/console/post-mortems/${returned}/review`, {
      width: 390,
      colorScheme: 'light',
    });
    await bar(page).getByRole('button', { name: 'Return with reasons' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Say for how long the mailbox was read.');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Return it' }).click();
    await expect.poll(async () => (await judged.world().people.ada.client.record(returned)).status).toBe('open');
    expect((await judged.world().people.ada.client.record(approved)).status).toBe('approved');
    expect(complaints).toEqual([]);
    await close();
  });

  it('sends a declined recommendation first, and then approves exactly what was read after it', async () => {
    const id = await recordInReview(['open', 'cancelled']);
    const { page, complaints, close } = await judged.open('anna', `/console/post-mortems/${id}/review`);
    const { authors, submittedBy } = await judged.world().people.ada.client.record(id);
    const signs = page.getByRole('region', { name: 'Before you sign' });
    for (const { name = '' } of authors) await signs.getByText(new RegExp(`Written by .*${name}`)).waitFor();
    await signs.getByText(`submitted by ${submittedBy?.name}`).waitFor();
    expect(authors.length).toBeGreaterThan(0);
    await page
      .getByRole('group', { name: titleOf('cancelled') })
      .getByLabel('Decline')
      .check();
    await page.getByLabel('Why it is declined').fill('The filter holds these mails back already.');
    await bar(page).getByRole('button', { name: 'Send 1 decision, then read again' }).click();
    await page.getByText('Declined:').first().waitFor();
    const choices = page.getByRole('group', { name: titleOf('cancelled') });
    await choices.getByLabel('Put off').check();
    await choices.getByLabel('Leave as it is').check();
    const { revision } = await judged.world().people.ada.client.record(id);
    await expect.poll(() => approveButton(page).textContent()).toBe(`Approve exactly revision ${revision}`);
    await approveButton(page).click();
    await bar(page).getByText('The record is approved').waitFor();
    const { status, approvals, recommendations } = await judged.world().people.ada.client.record(id);
    expect({
      status,
      approved: approvals.map((one) => one.revision),
      decided: recommendations.map((one) => one.status),
    }).toEqual({
      ...{ status: 'approved', approved: [revision], decided: ['approved', 'declined'] },
    });
    expect(complaints).toEqual([]);
    await close();
  });

  it('approves nothing that changed while it was read before that change was passed, and keeps what was chosen', async () => {
    const id = await recordInReview(['open', 'cancelled']);
    const { page, close } = await judged.open('anna', `/console/post-mortems/${id}/review`);
    await comesToBeArmed(page, true);
    await page.getByRole('button', { name: /^Remark on Summary/ }).click();
    await page.getByLabel('Remark on Summary').fill('Say for how long.');
    const { people } = judged.world();
    const declined = (await people.ada.client.record(id)).recommendations[1]?.id;
    await people.alma.decide('POST', `/post-mortems/${id}/recommendations/${declined}/decline`, {
      reason: 'The filter holds these mails back already.',
    });
    await approveButton(page).click();
    await page.getByText('Changed while you read').waitFor();
    await comesToBeArmed(page, false);
    expect((await people.ada.client.record(id)).status).toBe('in review');
    await expect
      .poll(() => page.locator('.change-new strong').allTextContents())
      .toEqual([
        `Recommendation “${titleOf('cancelled')}” · declined because`,
        `Recommendation “${titleOf('cancelled')}” · status`,
      ]);
    expect(await page.getByLabel('Remark on Summary').inputValue()).toBe('Say for how long.');
    const unread = page.getByRole('button', { name: 'I have read this change' });
    await unread.first().click();
    await expect.poll(() => unread.count()).toBe(1);
    expect(await isArmed(page)).toBe(false);
    await page.keyboard.press('J');
    await page.keyboard.press('J');
    await comesToBeArmed(page, true);
    await approveButton(page).click();
    await bar(page).getByText('The record is approved').waitFor();
    await close();
  });

  it('says that somebody changed it while it is read, and changes nothing under the reader', async () => {
    const id = await recordInReview(['open', 'cancelled']);
    const { page, complaints, close } = await judged.open('anna', `/console/post-mortems/${id}/review`);
    const { people } = judged.world();
    const { revision, recommendations } = await people.ada.client.record(id);
    await people.alma.decide('POST', `/post-mortems/${id}/recommendations/${recommendations[1]?.id}/decline`, {
      reason: 'The filter holds these mails back already.',
    });
    // As when the tab is shown again: what passed meanwhile is asked for at once.
    await page.evaluate('window.dispatchEvent(new Event("visibilitychange"))');
    await page.getByText('It has changed since you read it').waitFor();
    expect(await approveButton(page).textContent()).toBe(`Approve exactly revision ${revision}`);
    await page.getByRole('button', { name: 'Read what changed' }).click();
    await page.getByText('Changed while you read').waitFor();
    await page.getByText('It has changed since you read it').waitFor({ state: 'detached' });
    await comesToBeArmed(page, false);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leaves the return open where the approval alone is refused, and keeps what was typed for who looks something up', async () => {
    const id = await recordInReview(['open']);
    const { page, close } = await judged.open('anna', '/console/audit');
    await page.route(`**/post-mortems/${id}`, async (route) => {
      const answer = await route.fetch();
      if (!(answer.headers()['content-type'] ?? '').includes('json')) return route.fulfill({ response: answer });
      const body = JSON.parse(await answer.text());
      const because = 'a plan does not name the sources that decide';
      const acts = body.acts.map((one: { act: string }) =>
        one.act === 'approve' ? { ...one, isAllowed: false, because } : one,
      );
      return route.fulfill({ response: answer, json: { ...body, acts } });
    });
    await page.goto(`${judged.world().url}/console/post-mortems/${id}/review`);
    await bar(page).getByText('A plan does not name the sources that decide.').waitFor();
    await comesToBeArmed(page, false);
    await page
      .getByRole('group', { name: titleOf('open') })
      .getByLabel('Decline')
      .check();
    await bar(page).getByRole('button', { name: 'Send 1 decision, then read again' }).waitFor();
    await page
      .getByRole('group', { name: titleOf('open') })
      .getByLabel('Approve')
      .check();
    await page.getByRole('button', { name: /^Remark on Summary/ }).click();
    await page.getByLabel('Remark on Summary').fill('Say for how long.');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await page.getByRole('link', { name: 'The history of it' }).click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.goBack();
    await bar(page).getByRole('button', { name: 'Return with 1 remark …' }).click();
    const why = page.getByRole('dialog').getByLabel('Why');
    await why.fill('Much is missing: say for how long.');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await bar(page).getByRole('button', { name: 'Return with 1 remark …' }).click();
    await expect.poll(() => why.inputValue()).toBe('Much is missing: say for how long.');
    expect(asked).toEqual([expect.stringContaining('not sent yet')]);
    await page.getByRole('dialog').getByRole('button', { name: 'Return it' }).click();
    await page.waitForURL(`**/console/post-mortems/${id}`);
    expect(asked).toHaveLength(1);
    await close();
  });

  it('neither approves nor prints a record that it could not read whole, and says so', async () => {
    const id = await recordInReview(['open']);
    const { page, close } = await judged.open('anna', '/console/audit');
    const timeline = '**/timeline?*';
    await page.route(timeline, (route) => route.fulfill({ status: 403, json: { title: 'no', status: 403 } }));
    await page.goto(`${judged.world().url}/console/post-mortems/${id}/review`);
    await page.getByRole('alert').waitFor();
    expect(await approveButton(page).count()).toBe(0);
    await page.goto(`${judged.world().url}/console/post-mortems/${id}/history?print`);
    await page.getByRole('alert').waitFor();
    const print = page.getByRole('button', { name: 'Print' });
    await expect.poll(() => print.getAttribute('aria-disabled')).toBe('true');
    await page.unroute(timeline);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await expect.poll(() => print.getAttribute('aria-disabled')).toBe('false');
    await page.route('**/events?*', (route) => route.fulfill({ json: { events: [], next: 'more' } }));
    await page.goto(`${judged.world().url}/console/post-mortems/${id}/review`);
    await bar(page).getByText('its log is longer than this page shows: it cannot be approved here.').waitFor();
    await comesToBeArmed(page, false);
    await close();
  });

  it('asks nobody to sign what is approved', async () => {
    const { page, close } = await judged.open(
      'anna',
      `/console/post-mortems/${judged.world().records.approved}/review`,
    );
    await bar(page).getByText('The record is approved').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/Before you sign|Four eyes|more ha(s|ve) to approve/);
    await close();
  });

  it('names a few of many who wrote it, and all of them to those who ask', async () => {
    const id = await recordInReview(['open']);
    const names = ['Ana', 'Bo', 'Cleo', 'Dee', 'Eli', 'Flo', 'Gil', 'Hal', 'Ida'];
    const { page, complaints, close } = await judged.open('anna', '/console/audit');
    await page.route(`**/post-mortems/${id}`, async (route) => {
      const answer = await route.fetch();
      if (!(answer.headers()['content-type'] ?? '').includes('json')) return route.fulfill({ response: answer });
      const authors = names.map((name) => ({ kind: 'person', id: name, name }));
      return route.fulfill({ response: answer, json: { ...JSON.parse(await answer.text()), authors } });
    });
    await page.goto(`${judged.world().url}/console/post-mortems/${id}/review`);
    const eyes = page
      .getByRole('region', { name: 'Before you sign' })
      .getByRole('listitem')
      .filter({ hasText: 'Four eyes' });
    await expect.poll(() => eyes.textContent()).toContain('Written by Ana, Bo, Cleo, and 6 more');
    expect(await eyes.textContent()).not.toContain('Dee');
    await eyes.getByRole('button', { name: 'Show all names' }).press('Enter');
    await expect.poll(() => eyes.textContent()).toContain('Written by Ana, Bo, Cleo, Dee, Eli, Flo, Gil, Hal, and Ida');
    await eyes.getByRole('button', { name: 'Show fewer names' }).press('Enter');
    await expect.poll(() => eyes.textContent()).not.toContain('Dee');
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says in which project the ticket of each fix is made, and the day that it is due if that is approved on the day of the reading', async () => {
    const id = await recordInReview(['open', 'cancelled']);
    const { page, complaints, close } = await judged.open('anna', '/console/audit');
    await page.route(`**/post-mortems/${id}`, async (route) => {
      const answer = await route.fetch();
      if (!(answer.headers()['content-type'] ?? '').includes('json')) return route.fulfill({ response: answer });
      const body = JSON.parse(await answer.text());
      const elsewhere = { project: 'FIN', site: 'https://finance.example.com', dueOn: undefined };
      body.recommendations[1].ifApproved = { ...body.recommendations[1].ifApproved, ...elsewhere };
      return route.fulfill({ response: answer, json: body });
    });
    await page.goto(`${judged.world().url}/console/post-mortems/${id}/review`);
    const told = page.getByRole('region', { name: 'What will happen' }).getByRole('listitem');
    await told.first().waitFor();
    const [here, elsewhere] = await told.allTextContents();
    expect(here).toMatch(
      new RegExp(
        `^A \\w+ ticket is made in PLAT for .*“${titleOf('open')}”, due \\d+ \\w+ \\d{4} if the last approval is given on \\d+ \\w+ \\d{4}$`,
      ),
    );
    expect(elsewhere).toMatch(
      /^A \w+ ticket is made in FIN on finance\.example\.com for .*, due \d+ \w+ \d{4} if the last approval is given on \d+ \w+ \d{4}, which the ticket does not show$/,
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('returns a record with the remarks that were pinned to its places', async () => {
    const id = await recordInReview(['open']);
    const { page, close } = await judged.open('anna', `/console/post-mortems/${id}/review`);
    await page.getByRole('button', { name: /^Remark on Summary/ }).click();
    await page.getByLabel('Remark on Summary').fill('Say for how long the backup could be read.');
    await bar(page).getByRole('button', { name: 'Return with 1 remark …' }).click();
    await expect
      .poll(() => page.getByRole('dialog').getByLabel('Why').inputValue())
      .toBe('Summary: Say for how long the backup could be read.');
    await page.getByRole('dialog').getByRole('button', { name: 'Return it' }).click();
    await page.waitForURL(`**/console/post-mortems/${id}`);
    const { status, returnedBecause } = await judged.world().people.ada.client.record(id);
    expect({ status, returnedBecause }).toEqual({
      ...{ status: 'open', returnedBecause: 'Summary: Say for how long the backup could be read.' },
    });
    await close();
  });
});

describeUnlessMissing(missingChromium)('the story of a fix in the console', () => {
  const placeOf = (standing: Standing, record = 'approved') => {
    const { records } = judged.world();
    return { path: `/post-mortems/${records[record]}/remediations/${records[`fix.${standing}`]}` };
  };
  const standingOfFix = async (path: string) =>
    CheckStanding.parse(await judged.world().people.ada.must('GET', `${path}/standing`));

  it('tells of a proven fix each check with what the API says of it, and that it was proven', async () => {
    const { path } = placeOf('proven');
    const { page, complaints, close } = await judged.open('ada', `/console${path}`);
    const [result] = (await standingOfFix(path)).results;
    const now = page.getByRole('region', { name: 'Where it stands' });
    await expect.poll(() => now.textContent()).toContain(result?.because);
    const proof = page.getByRole('listitem').filter({ has: page.locator('.moment-head', { hasText: /^Proven$/ }) });
    for (const checks of [now, proof]) {
      const check = checks.locator('.check').first();
      await expect.poll(() => check.textContent()).toContain(` on ${RESOURCES.proven}`);
      await expect
        .poll(() => check.getByRole('list', { name: 'Evidence' }).textContent())
        .toContain(`${MAIL_TEST} on ${RESOURCES.proven}: pass, The alert came after 40 seconds · seen `);
    }
    expect(result?.evidence[0]?.what).toContain(RESOURCES.proven);
    const heads = page.getByRole('region', { name: 'What happened' }).locator('.moment-head');
    // How long the evidence took is the machine's.
    await expect
      .poll(async () => (await heads.allTextContents()).filter((head) => head !== 'Could not be decided'))
      .toEqual(['Proven', 'Claimed', 'Ticket created', 'Approved']);
    await page.getByRole('link', { name: /^Proven, / }).click();
    await page.locator(':target .moment-head', { hasText: /^Proven$/ }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('tells of a fix in doubt which source says fail, and of which resource', async () => {
    const { path } = placeOf('inDoubt', 'approvedToo');
    const { page, complaints, close } = await judged.open('ada', `/console${path}`);
    const said = page
      .getByRole('region', { name: 'What happened' })
      .getByRole('listitem')
      .filter({ hasText: 'In doubt' });
    await expect.poll(() => said.textContent()).toContain(`${MAIL_TEST} says fail of ${RESOURCES.inDoubt}, seen `);
    const now = page.getByRole('region', { name: 'Where it stands' });
    await expect.poll(() => now.textContent()).toContain(`${MAIL_TEST} says fail of ${RESOURCES.inDoubt} since `);
    await expect
      .poll(() => now.getByRole('list', { name: 'Evidence' }).first().textContent())
      .toContain(
        `${MAIL_TEST} on ${RESOURCES.inDoubt}: fail, 1 of 10 sign-ins over an old protocol got through · seen `,
      );
    expect(complaints).toEqual([]);
    await close();
  });

  it('tells of each of several checks what it asks, what came of it and on what evidence', async () => {
    const { path } = placeOf('passing');
    const { page, close } = await judged.open('ada', `/console${path}`);
    const { results } = await standingOfFix(path);
    const checks = page.getByRole('region', { name: 'Where it stands' }).locator('.check');
    await expect.poll(() => checks.count()).toBe(results.length);
    expect(results.length).toBe(2);
    const texts = await checks.allTextContents();
    const told = results.map(({ because, evidence }) => [because, ...evidence.map(({ what }) => what)]);
    expect(told.map((words, at) => words.filter((one) => texts[at]?.includes(one) !== true))).toEqual([[], []]);
    await close();
  });

  it('says of a proven fix that it is proven also where its log could not be read', async () => {
    const { page, close } = await judged.open('ada', '/console/audit');
    await page.route('**/events?*', (route) => route.fulfill({ status: 403, json: { title: 'no', status: 403 } }));
    await page.route('**/standing', (route) => route.fulfill({ status: 403, json: { title: 'no', status: 403 } }));
    await page.goto(`${judged.world().url}/console${placeOf('proven').path}`);
    const now = page.getByRole('region', { name: 'Where it stands' });
    await now.getByRole('alert').waitFor();
    await expect.poll(() => page.getByRole('alert').count()).toBe(2);
    await expect.poll(() => page.locator('.page-about').textContent()).toMatch(/^Proven/);
    expect(await now.textContent()).not.toContain('Nobody says');
    await close();
  });

  it('tells of a fix that did not hold which check failed, why, and that its ticket is open again', async () => {
    const { path } = placeOf('reopened');
    const { page, close } = await judged.open('ben', `/console${path}`);
    const story = page.getByRole('region', { name: 'What happened' });
    await expect
      .poll(async () => (await story.locator('.moment-head').allTextContents()).slice(0, 2))
      .toEqual(['Reopened', 'Did not hold']);
    await expect.poll(() => story.textContent()).toContain('4 of 11 entered a password');
    await expect.poll(() => page.locator('.page-about').textContent()).toMatch(/Did not hold.*reopened 1×/);
    await close();
  });

  it('says of a fix before its first claim that nobody says it is done', async () => {
    const { page, close } = await judged.open('nina', `/console${placeOf('open', 'approvedToo').path}`);
    await page.getByText(/Nobody says it is done\. Due \d+ \w+ \d{4}\./).waitFor();
    await close();
  });

  it('checks a claimed fix now, and takes the word of a second person', async () => {
    const { path } = placeOf('claimed');
    const { page, complaints, close } = await judged.open('ben', `/console${path}`);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/^Checked: /).waitFor();
    await expect
      .poll(() => judged.world().people.ada.must('GET', path))
      .toMatchObject({ checkAskedAt: expect.any(String) });
    await page.getByRole('button', { name: 'Attest …' }).click();
    await page.getByRole('dialog').getByLabel('Yes, it holds').check();
    await page.getByRole('dialog').getByLabel('How do you know?').fill('I watched the drill: four minutes.');
    await page.getByRole('dialog').getByRole('button', { name: 'Attest' }).click();
    await page.getByText('Your word is in the log.').waitFor();
    expect(await judged.world().people.ada.must('GET', path)).toMatchObject({
      attestations: [{ check: 0, outcome: 'pass', note: 'I watched the drill: four minutes.' }],
    });
    expect(complaints).toEqual([]);
    await close();
  });
});

describeUnlessMissing(missingChromium)('revisions in the history of a record', () => {
  const between = (page: Page) => page.getByRole('region', { name: 'What differs' });
  const differing = (page: Page) => between(page).getByRole('listitem');
  const Looks = z.object({
    looks: z.array(
      z.object({ data: z.object({ what: z.string().optional(), by: z.object({ name: z.string().optional() }) }) }),
    ),
  });

  /** A record of which Max rewrote the summary. @returns its id, and its revisions before and after that */
  async function rewritten(tlp: 'GREEN' | 'RED'): Promise<{ id: string; before: number; after: number }> {
    const { anna, nina, ada, max } = judged.world().people;
    const by = tlp === 'RED' ? anna : nina;
    const id = await by.add('/post-mortems', {
      ...{ kind: 'incident', title: 'Mailboxes were read from abroad', severity: 'high', tlp },
      ...{ beganAt: fromNow(-3, 'days'), endedAt: fromNow(-2, 'days') },
    });
    await by.sections(id, { summary: { text: 'Two mailboxes were read for 52 minutes.' } });
    const before = (await ada.client.record(id)).revision;
    await (tlp === 'RED' ? anna : max).decide('PUT', `/post-mortems/${id}/sections/summary`, {
      text: 'Three mailboxes were read for 52 minutes, from abroad.',
    });
    return { id, before, after: (await ada.client.record(id)).revision };
  }

  const IN_WORDS = '[gone: Two][new: Three] mailboxes were read for 52 minutes[new: , from abroad].';

  it('are chosen by number, held to each other word by word, and opened by others by the same address', async () => {
    const { id, before, after } = await rewritten('GREEN');
    const { page, complaints, close } = await judged.open('nina', `/console/post-mortems/${id}/history`);
    const from = between(page).getByLabel('From revision');
    await expect.poll(() => between(page).getByLabel('To revision').inputValue()).toBe(String(after));
    await from.fill(String(before));
    await from.press('Tab');
    await differing(page).first().waitFor();
    expect(await differing(page).locator('strong').allTextContents()).toEqual(['Summary · text']);
    expect(await differing(page).locator('.diff').textContent()).toBe(IN_WORDS);
    await differing(page).getByText('Max Analyst').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page)).toEqual([]);
    const { search } = new URL(page.url());
    expect(search).toBe(`?from=${before}&to=${after}`);
    await between(page).getByLabel('To revision').fill(String(before));
    await between(page).getByLabel('To revision').press('Enter');
    await between(page).getByText('Both are the same revision.').waitFor();
    expect(complaints).toEqual([]);
    await close();
    for (const asked of [search, `?from=${after}&to=${before}`]) {
      const other = await judged.open('ben', `/console/post-mortems/${id}/history${asked}`);
      await expect.poll(() => differing(other.page).locator('.diff').allTextContents()).toEqual([IN_WORDS]);
      await other.close();
    }
  });

  it('of a restricted record are for its readers, under its mark, and each comparison is a look', async () => {
    const { id, before, after } = await rewritten('RED');
    const { ada } = judged.world().people;
    const looks = async () => {
      const all = Looks.parse(await ada.must('GET', `/post-mortems/${id}/looks?limit=100`)).looks;
      return all.flatMap(({ data: { what, by } }) => (what === 'changes' ? [by.name] : []));
    };
    const place = `/console/post-mortems/${id}/history`;
    const { page, complaints, close } = await judged.open('anna', place);
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.locator('.tlp-band').getByText('TLP:RED').waitFor();
    expect(await looks()).toEqual([]);
    await between(page).getByLabel('From revision').fill(String(before));
    await between(page).getByLabel('From revision').press('Enter');
    await expect.poll(() => differing(page).locator('.diff').allTextContents()).toEqual([IN_WORDS]);
    await expect.poll(looks).toEqual([CONSOLE_PEOPLE.anna.name]);
    expect(complaints).toEqual([]);
    await close();
    const max = await judged.open('max', `${place}?from=${before}&to=${after}`);
    await max.page.getByText('There is no such thing, or it is not yours to read.').waitFor();
    expect(await max.page.locator('body').textContent()).not.toMatch(/mailboxes/i);
    await max.close();
  });
});

describeUnlessMissing(missingChromium)('a record in which nobody writes any more', () => {
  const panel = (page: Page) => page.getByRole('complementary', { name: 'Hints and comments' });

  it('is commented on while it is judged', async () => {
    const id = await recordInReview(['open']);
    const { page, complaints, close } = await judged.open('max', `/console/post-mortems/${id}`);
    await page.getByText('In review: nobody writes in it now.').waitFor();
    expect(await page.locator('.record-stop').locator('textarea, input').count()).toBe(0);
    await page.getByRole('button', { name: 'Comment on Summary' }).click();
    await panel(page).getByLabel('Comment on Summary').fill('Say for how long.');
    await panel(page).getByLabel('Comment on Summary').press('Control+Enter');
    await panel(page).locator('.record-thread').getByText('Say for how long.').waitFor();
    await panel(page).getByRole('button', { name: 'Settle' }).click();
    await panel(page).getByRole('button', { name: 'Show 1 settled' }).waitFor();
    const { people } = judged.world();
    expect(await people.ada.must('GET', `/post-mortems/${id}/comments`)).toMatchObject({
      comments: [{ path: 'sections.summary', text: 'Say for how long.', isResolved: true }],
    });
    expect(complaints).toEqual([]);
    await close();
  });

  it('takes no comment once it was waived', async () => {
    const { page, close } = await judged.open('nina', `/console/post-mortems/${judged.world().records.waived}`);
    await panel(page).getByText('Nobody has said anything here.').waitFor();
    expect(await panel(page).getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Comment on/ }).count()).toBe(0);
    await close();
  });
});
