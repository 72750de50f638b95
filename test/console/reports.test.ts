import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { SIMULATION } from '../../local/demo/demo-settings.ts';
import { LOOK_AGAIN_FUNCTION } from '../../local/evidence-source/phishing-simulation.ts';
import { waitUntil } from '../../local/wait-until.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { axe, consoleForThisFile, drawn } from './world/console-browser.ts';
import { TEAM_WITHOUT_PROJECT } from './world/console-settings.ts';

const there = consoleForThisFile('full');
const record = (name: string): string => there.world().records[name] ?? name;

const textsOf = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());

/** Words of Markdown, without its signs. */
const wordsOf = (markdown: string): string => markdown.replaceAll(/[*_\\|`]/g, ' ').replaceAll(/\s+/g, ' ');

describeUnlessMissing(missingChromium)('reports, logs and settings in the console', () => {
  it('make a report, open it when it is there, and show the figures of its Markdown', async () => {
    const { page, complaints, close } = await there.open('ben', '/console/reports');
    await page.getByRole('button', { name: 'Make “What was proven”' }).click();
    await page.waitForURL(/\/console\/reports\/.+-validation$/);
    await page.locator('.figure').first().waitFor();
    await drawn(page);
    const name = decodeURIComponent(page.url().split('/').at(-1) ?? '');
    const answer = await fetch(`${there.world().apiUrl}/reports/${name}?format=markdown`, {
      headers: { authorization: `Bearer ${await there.world().tokenOf('ben')}` },
    });
    const markdown = wordsOf(await answer.text());
    const figures = await textsOf(page, '.figure');
    expect(figures.length).toBeGreaterThan(4);
    const [names, values] = [await textsOf(page, '.figure dt'), await textsOf(page, '.figure-value')];
    expect(names.map((figure, at) => `- ${figure}: ${values[at]} (`).filter((one) => !markdown.includes(one))).toEqual(
      [],
    );
    for (const title of await textsOf(page, '.report-section h2')) expect(markdown).toContain(`## ${title}`);
    const bars = page.locator('.bars svg[role=img]');
    expect(await bars.first().getAttribute('aria-label')).toMatch(/^All .+: \d+ /);
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leave who has gone on to another place where they are when their report is there', async () => {
    const { page, complaints, close } = await there.open('ben', '/console/reports');
    const { promise: isLooking, resolve: looks } = Promise.withResolvers<void>();
    const { promise: hasLeft, resolve: leaves } = Promise.withResolvers<void>();
    await page.route('**/reports', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      return route.fulfill({ json: { name: 'x', kind: 'overdue', path: '/reports/x', isThere: false } });
    });
    await page.route('**/reports/x/link', async (route) => {
      looks();
      await hasLeft;
      await route.fulfill({ json: { url: 'https://reports.example.com/x' } });
    });
    await page.getByRole('button', { name: 'Make “What is overdue”' }).click();
    await isLooking;
    await page.getByRole('link', { name: 'Audit' }).first().click();
    await page.getByRole('heading', { name: 'Changed last' }).waitFor();
    const answered = page.waitForResponse('**/reports/x/link');
    leaves();
    await (await answered).finished();
    await drawn(page);
    expect(new URL(page.url()).pathname).toBe('/console/audit');
    expect(complaints).toEqual([]);
    await close();
  });

  it('compute a whole log in the browser, and agree with the server', async () => {
    const { page, complaints, close } = await there.open('ada', `/console/audit/${record('approved')}`);
    const verdicts = page.locator('.chain-says');
    await waitUntil(
      'both verdicts are there',
      () => textsOf(page, '.chain-says'),
      (texts) => texts.length === 2 && texts.every((text) => text.includes('whole')),
    );
    const [computed, told] = await verdicts.allInnerTexts();
    expect(computed).toMatch(/^\d+ entries, whole, head …[0-9a-f]{4}$/);
    expect(told).toBe(computed);
    await expect.poll(() => page.workers()).toHaveLength(1);
    const all = await page.locator('.log-entry').count();
    await page.getByLabel('Kind').selectOption({ label: 'Post-mortem approved' });
    await expect.poll(() => textsOf(page, '.log-entry strong')).toEqual(['Post-mortem approved']);
    expect(all).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('show the TLP mark that the log of a record tells, without a look at the record, and on paper too', async () => {
    const { page, close } = await there.open('ada', '/console/audit');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const id = record('restricted');
    await page.goto(`${there.world().url}/console/audit/${id}`);
    const { tlp } = await there.world().people.nina.client.record(id);
    const mark = page.locator('.page-head').getByText(`TLP:${tlp}`, { exact: true });
    await mark.waitFor();
    await page.emulateMedia({ media: 'print' });
    await mark.waitFor();
    expect(asked).toContain(`/post-mortems/${id}/events`);
    expect(asked).not.toContain(`/post-mortems/${id}`);
    await close();
  });

  it('stop at the first entry that was changed on its way, and show both hashes', async () => {
    const { page, close } = await there.open('ada', '/console/audit');
    await page.route('**/events?*', async (route) => {
      const answer = await route.fetch();
      const body = JSON.parse(await answer.text());
      const planted = body.events.find(({ sequence }: { sequence: number }) => sequence === 3);
      if (planted !== undefined) planted.data.planted = true;
      await route.fulfill({ response: answer, json: body });
    });
    await page.goto(`${there.world().url}/console/audit/${record('approved')}`);
    await page.getByText('Broken at entry 3').waitFor();
    const hashes = () => textsOf(page, '.chain .terms dd');
    const aHash = expect.stringMatching(/^[0-9a-f]{64}$/);
    await expect.poll(hashes).toEqual([aHash, aHash]);
    expect(new Set(await hashes()).size).toBe(2);
    await page.getByText('the chain breaks here').waitFor();
    await page.getByRole('region', { name: 'The server says' }).getByText('whole').waitFor();
    await close();
  });

  it('say of each ticketing system what the doctor found there, and where to read how to correct it', async () => {
    const { page, complaints, close } = await there.open('ben', '/console/audit');
    const at = '2026-11-20T06:00:00.000Z';
    const system = (name: string, found: object) => ({
      ...{ system: name, known: 7, isUnseen: false, problems: 0, drifted: 0 },
      ...found,
    });
    let answer: object = { systems: [] };
    await page.route('**/doctor', (route) => route.fulfill({ json: answer }));
    const doctor = page.getByRole('region', { name: 'Doctor' });
    const look = async () => {
      await page.goto(`${there.world().url}/console/settings`);
      await doctor.getByText('npx holdfast doctor').waitFor();
    };
    await look();
    await doctor.getByText('It has not looked by itself yet.').waitFor();
    answer = {
      ranByItself: { at, occasion: 'schedule' },
      systems: [
        system('acme', {}),
        system('beta', { problems: 1, since: at }),
        system('ceta', { problems: 3, drifted: 2, since: at }),
        system('delta', { isUnseen: true }),
        system('eta', { isUnseen: true, problems: 1, drifted: 1, since: at }),
      ],
    };
    await look();
    await doctor.getByText(/^It looked \d+ \w+ ago, on schedule \(20 Nov 2026, 06:00/).waitFor();
    await expect
      .poll(() => textsOf(page, '.settings-systems li'))
      .toEqual([
        'acme no problem is known of 7 things',
        'beta 1 problem since 20 Nov 2026, 06:00 UTC',
        'ceta 3 problems, 2 of them new since the last deployment since 20 Nov 2026, 06:00 UTC',
        'delta could not be seen at the last look no problem is known of 7 things that were seen before',
        'eta could not be seen at the last look 1 problem, 1 of them new since the last deployment since 20 Nov 2026, 06:00 UTC',
      ]);
    await doctor.getByText('To look now, with what to do about each').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('show what is configured and no secret of it, to those who may read it', async () => {
    const { page, complaints, close } = await there.open('ben', '/console/settings');
    await page.getByLabel('Find').fill('postMortem.dueWithin.critical');
    await page.getByRole('row', { name: /Due within, critical/ }).waitFor();
    for (const [path, row] of [
      ['remediation.routes', new RegExp(`^Routes, ${TEAM_WITHOUT_PROJECT}, project FAC`)],
      ['notifications.alarmEmails', /Alarm emails 0 default/],
    ] as const) {
      await page.getByLabel('Find').fill(path);
      await page.getByRole('row', { name: row }).waitFor();
    }
    await page.getByLabel('Find').fill('');
    for (const chapter of await page.locator('.settings-chapter summary').all()) await chapter.click();
    const text = () => page.locator('main').textContent();
    await expect.poll(text).toContain('npx holdfast doctor');
    // What is configured beside a program and a source that are told by name, and what the deployment keeps for itself.
    await expect.poll(text).toContain(SIMULATION);
    expect(await text()).not.toMatch(/clientSecret|password|private key|ATATT|-----BEGIN/i);
    const { stack } = there.world();
    const { email, apiToken } = stack.jira.credentials;
    const kept = [stack.webhookSecret, email, apiToken, 'sam@holdfast.localhost', LOOK_AGAIN_FUNCTION];
    const whole = await page.content();
    expect(kept.filter((one) => one.length < 8 || whole.includes(one))).toEqual([]);
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
    const nina = await there.open('nina', '/console/settings');
    await nina.page.getByText('What is configured is for approvers').waitFor();
    expect(await nina.page.locator('.settings-chapter').count()).toBe(0);
    expect(nina.complaints).toEqual([]);
    await nina.close();
  });
});
