import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { MAIL_TEST, SIMULATION } from '../../local/demo/demo-settings.ts';
import { judgedUntil } from '../../local/demo/judged-until.ts';
import { waitUntil } from '../../local/wait-until.ts';
import { isTicketed, type Remediation, type TicketedRemediation } from '../../shared/domain/remediation/remediation.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { commandsIn } from '../support/samples/commands-in.ts';
import { axe, consoleForThisFile, drawn } from './world/console-browser.ts';
import { type Hands, handsAt } from './world/hands.ts';
import { HIGH_POST_MORTEM } from './world/high-post-mortem.ts';
import { closedTicket } from './world/world-so-far.ts';
import { writeByClicks } from './world/write-by-clicks.ts';
import { keyboardAt, writeByKeys } from './world/write-by-keys.ts';

const loop = consoleForThisFile('empty');
const SOON = { timeout: 20_000 };

const [QUARANTINE, TRAINING] = HIGH_POST_MORTEM.recommendations;
const Hints = z.object({ hints: z.array(z.object({ dismissed: z.unknown().optional() })) });
const auditor = () => loop.world().people.ada;

const closed = (summary: string) => closedTicket({ ...loop.world(), records: {} }, { summary, priority: 'High' });
const recordOf = (id: string) => auditor().client.record(id);
const missingIn = async (id: string) => (await recordOf(id)).completeness.missing.map(({ path }) => path);
const statusIs = (id: string, wanted: string) =>
  waitUntil(
    `it is ${wanted}`,
    async () => (await recordOf(id)).status,
    (status) => status === wanted,
  );
const openHints = async (id: string): Promise<number> => {
  const { hints } = Hints.parse(await auditor().must('GET', `/post-mortems/${id}/hints`));
  return hints.filter(({ dismissed }) => dismissed === undefined).length;
};
async function fixOf(id: string, title: string): Promise<Remediation> {
  const found = (await auditor().client.remediations(id)).find((one) => one.title === title);
  if (found === undefined) throw new Error(`there is no fix "${title}"`);
  return found;
}

/** What the API has, once the page has sent its last words, is what was written, word for word. */
async function mustBeWritten(id: string): Promise<void> {
  const { sections, recommendations, ...rest } = HIGH_POST_MORTEM;
  const written = async () => {
    const { rootCauses, recommendations: there, ...record } = await recordOf(id);
    const placeOf = (cause: string) => `rootCauses/${rootCauses.findIndex((one) => one.id === cause)}`;
    const answering = there.map(({ answers, ...one }) => ({ ...one, answers: answers?.map(placeOf) }));
    return { ...record, rootCauses, recommendations: answering };
  };
  const wanted = { ...rest, sections, recommendations, severity: 'high' };
  await expect.poll(written, SOON).toMatchObject(wanted);
  await expect
    .poll(async () => (await recordOf(id)).timelineCounts, SOON)
    .toMatchObject({ detection: 2, communication: 1 });
}

/** Hands it in; hints are left as they are, each with a reason. */
async function submitByClicks(page: Page, hands: Hands, id: string): Promise<void> {
  const form = page.locator('.record-hint form');
  const shown = async () => {
    const open = await openHints(id);
    await page.getByRole('heading', { name: `Hints ${open}`, exact: true }).waitFor();
    return open;
  };
  while ((await shown()) > 0) {
    await hands.click(page.getByRole('button', { name: 'Leave it', exact: true }).first());
    await form.locator('input:focus').waitFor();
    await hands.type('It is what happened.');
    await hands.click(form.getByRole('button', { name: 'Leave it as it is' }));
    await form.waitFor({ state: 'detached' });
  }
  await hands.click(page.getByRole('button', { name: 'Submit', exact: true }));
  await hands.click(page.getByRole('dialog').getByRole('button', { name: 'Submit' }));
  await statusIs(id, 'in review');
}

/** Characters of the commands with which the guide leads an author to the approval, and of the file that they send. */
async function typedOnCommandLine(id: string): Promise<{ commands: number; file: number; values: number }> {
  const guide = await readFile(new URL('../../docs/guide.md', import.meta.url), 'utf8');
  // Signing in is left out, as on the page; the record of a closed ticket is there already.
  const needed = commandsIn(guide, 'walk of the author').filter(
    ({ words }) => !['login', 'new'].some((word) => words.includes(word)),
  );
  const lines = needed.map(({ words, into }) => ['npx holdfast', ...words, ...(into === undefined ? [] : ['>', into])]);
  const commands = lines.map((line) => line.join(' ').replaceAll('$ID', id).length + 1).reduce((a, b) => a + b, 0);
  const values: number[] = [];
  const file = JSON.stringify(
    HIGH_POST_MORTEM,
    (_name, value: unknown) => {
      if (typeof value !== 'object') values.push(String(value).length);
      return value;
    },
    2,
  ).length;
  return { commands, file, values: values.reduce((a, b) => a + b, 0) };
}

/** The ticket of an approved fix, which its assignee closes. */
async function finished(id: string, title: string): Promise<TicketedRemediation> {
  const { jira } = loop.world();
  const fix = await waitUntil(`the ticket of ${title}`, () => fixOf(id, title), isTicketed);
  if (!isTicketed(fix)) throw new Error(`"${title}" has no ticket`);
  expect(jira.issue(fix.ticket.key)).toMatchObject({ summary: title });
  jira.assign(fix.ticket.key, 'Amara Silva', { by: 'Jonas Berg' });
  jira.transition(fix.ticket.key, 'Done', { by: 'Amara Silva' });
  await waitUntil(
    `${title} is claimed`,
    () => fixOf(id, title),
    ({ state }) => state === 'claimed',
  );
  return fix;
}

const signalOf = ({ verification }: (typeof HIGH_POST_MORTEM.recommendations)[number], outcome: 'pass' | 'fail') => {
  const [{ subject, sources }] = verification.checks;
  return loop.world().scanner.must('POST', '/signals', {
    ...{ id: randomUUID(), subject, outcome, source: sources[0], observedAt: new Date().toISOString() },
    detail: outcome === 'pass' ? '20 of 20 quarantined' : '4 of 11 entered a password',
  });
};

/** The id of a fix whose ticket is done, and of which evidence said that it holds. */
async function proven(id: string): Promise<string> {
  await finished(id, QUARANTINE.title);
  await signalOf(QUARANTINE, 'pass');
  return (await judgedUntil(loop.world().stack, () => fixOf(id, QUARANTINE.title), 'verified')).id;
}

/** The key of the ticket of a fix that was said to be done, and which is open again since evidence said otherwise. */
async function cameBack(id: string): Promise<string> {
  const { stack, jira } = loop.world();
  const { key } = (await finished(id, TRAINING.title)).ticket;
  const [{ subject }] = TRAINING.verification.checks;
  stack.simulation.finds(subject.id, { outcome: 'fail', detail: '4 of 11 entered a password again' });
  await signalOf(TRAINING, 'fail');
  await waitUntil(
    'it is open again',
    () => fixOf(id, TRAINING.title),
    ({ state, reopenCount }) => state === 'open' && reopenCount === 1,
  );
  expect(jira.issue(key)?.status.name).not.toBe('Done');
  return key;
}

describeUnlessMissing(missingChromium)('the whole loop in the console', () => {
  let id = '';

  it('is written by clicks from a closed incident to its submission, with fewer strokes than on the command line', async () => {
    id = await closed('False sign-in page took two passwords');
    const { page, complaints, close } = await loop.open('nina', '/console');
    const hands = handsAt(page);
    await hands.click(page.getByRole('link', { name: /^Write SEC-/ }));
    await page.locator('.record-rail').waitFor();
    await writeByClicks(page, hands);
    await waitUntil(
      'nothing is missing',
      () => missingIn(id),
      ({ length }) => length === 0,
    );
    await mustBeWritten(id);
    await submitByClicks(page, hands, id);
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();

    const { commands, file, values } = await typedOnCommandLine(id);
    const said = `clicks and keys in the page: ${hands.count()}; on the command line: ${commands} for commands and ${file} for the file (${values} of them its values)`;
    process.stdout.write(`${said}\n`);
    expect(hands.count(), said).toBeLessThan(commands + file);
    const documented = await readFile(new URL('../../docs/console.md', import.meta.url), 'utf8');
    expect(/<!-- hands -->\n\n([\s\S]*)\n\n<!-- \/hands -->/.exec(documented)?.[1]).toBe(
      [
        '| the same post-mortem, of high severity, from the closed ticket to its submission | clicks and characters |',
        '| --- | --- |',
        `| in the console | ${hands.count().toLocaleString('en')} |`,
        `| on the command line: the commands | ${commands.toLocaleString('en')} |`,
        `| and the file that they send, of which ${values.toLocaleString('en')} are its values | ${file.toLocaleString('en')} |`,
      ].join('\n'),
    );
  });

  it('is approved by somebody else, exactly as it was read', async () => {
    const { page, complaints, close } = await loop.open('ben', '/console');
    await page.getByRole('link', { name: /^Review SEC-/ }).click();
    const { revision } = await recordOf(id);
    await page.getByRole('button', { name: `Approve exactly revision ${revision}` }).click();
    await page.getByText('The record is approved').waitFor();
    const { status, approvals } = await recordOf(id);
    expect([status, approvals.map((one) => [one.by.email, one.revision])]).toEqual([
      'approved',
      [['ben@example.com', revision]],
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows the fix as proven to those who wait for it, once its ticket is done and evidence says so', async () => {
    const fix = await proven(id);
    const { page, complaints, close } = await loop.open('anna', '/console');
    await page.getByText('1 proven of 1').waitFor();
    await page.goto(`${loop.world().url}/console/post-mortems/${id}/remediations/${fix}`);
    await drawn(page);
    const story = page.getByRole('region', { name: 'What happened' });
    await expect.poll(async () => (await story.locator('.moment-head').allTextContents())[0]).toBe('Proven');
    await expect.poll(() => page.locator('.page-about').textContent()).toContain('Proven');
    await expect.poll(() => page.getByRole('region', { name: 'Where it stands' }).textContent()).toContain(MAIL_TEST);
    expect(await fixOf(id, QUARANTINE.title)).toMatchObject({ state: 'verified', grade: 'proven' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows in Today and in its story a fix that did not hold, whose ticket is open again', async () => {
    await cameBack(id);
    const { page, complaints, close } = await loop.open('ben', '/console');
    await page.getByText('Came back:').getByRole('link', { name: TRAINING.title }).click();
    const story = page.getByRole('region', { name: 'What happened' });
    await expect
      .poll(async () => (await story.locator('.moment-head').allTextContents()).slice(0, 2))
      .toEqual(['Reopened', 'Did not hold']);
    await expect.poll(() => story.textContent()).toContain(SIMULATION);
    await expect.poll(() => page.locator('.page-about').textContent()).toMatch(/Did not hold.*reopened 1×/);
    expect(complaints).toEqual([]);
    await close();
  });
});

describeUnlessMissing(missingChromium)('the whole loop by keys alone', () => {
  let id = '';

  it('is written, submitted and approved without a click', async () => {
    id = await closed('Old protocol took a password');
    const nina = await loop.open('nina', '/console');
    const writer = keyboardAt(nina.page);
    await writer.tabTo(/Skip to the content/);
    await writer.press('Enter');
    await writer.tabTo(/Write SEC-/);
    await writer.press('Enter');
    await writer.focusComesTo(/^H1 \| Old protocol/);
    await writeByKeys(writer, () => missingIn(id));
    await mustBeWritten(id);
    await submitByKeys(writer, id);
    expect(nina.complaints).toEqual([]);
    await nina.close();

    const ben = await loop.open('ben', '/console');
    const judge = keyboardAt(ben.page);
    await judge.tabTo(/Review SEC-/);
    await judge.press('Enter');
    await judge.focusComesTo(/^H1 \| SEC-\d+ for approval/);
    await judge.press('Control+Shift+Enter');
    const { revision } = await recordOf(id);
    await judge.focusComesTo(new RegExp(`Approve exactly revision ${revision}`));
    await judge.press('Enter');
    await statusIs(id, 'approved');
    expect(ben.complaints).toEqual([]);
    await ben.close();
  });

  it('leads a third person to the fix that is proven, and to the one that did not hold', async () => {
    const held = await proven(id);
    const came = await cameBack(id);
    const { page, complaints, close } = await loop.open('anna', '/console');
    const lead = keyboardAt(page);
    const moments = page.getByRole('region', { name: 'What happened' }).locator('.moment-head');
    await lead.tabTo(new RegExp(`\\| ${came} `));
    await lead.press('Enter');
    await lead.focusComesTo(/^H1 \|/);
    await expect
      .poll(async () => (await moments.allTextContents()).slice(0, 2), SOON)
      .toEqual(['Reopened', 'Did not hold']);
    await lead.press('g');
    await lead.press('r');
    await lead.focusComesTo(/^H1 \| Remediations/);
    await lead.tabTo(/Proven \d/);
    await lead.press('Enter');
    await lead.stepTo(`${id} ${held}`);
    await lead.press('Enter');
    await page.waitForURL(`**/post-mortems/${id}/remediations/${held}`);
    await expect.poll(async () => (await moments.allTextContents())[0], SOON).toBe('Proven');
    expect(complaints).toEqual([]);
    await close();
  });
});

async function submitByKeys(keys: ReturnType<typeof keyboardAt>, id: string): Promise<void> {
  await keys.press('h');
  for (let left = await openHints(id); left > 0; left = await openHints(id)) {
    await keys.focusComesTo(new RegExp(`^hints-title \\| Hints ${left}$`));
    await keys.tabTo(/Leave it$/);
    await keys.press('Enter');
    await keys.focusComesTo(/Why it stays/);
    await keys.type('It is what happened.');
    await keys.press('Enter');
    await waitUntil(
      'fewer hints are open',
      () => openHints(id),
      (now) => now < left,
    );
  }
  await keys.focusComesTo(/^hints-title \| Hints 0$/);
  await keys.press('Control+Shift+Enter');
  await keys.focusComesTo(/^submit/);
  await keys.press('Enter');
  await keys.tabTo(/^BUTTON \| Submit/);
  await keys.press('Enter');
  await statusIs(id, 'in review');
}
