import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { judgedUntil } from '../../local/demo/judged-until.ts';
import { waitUntil } from '../../local/wait-until.ts';
import { isTicketed } from '../../shared/domain/remediation/remediation.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { axe, consoleForThisFile, drawn } from './world/console-browser.ts';
import { type Hands, handsAt } from './world/hands.ts';
import { HIGH_POST_MORTEM } from './world/high-post-mortem.ts';
import { closedTicket } from './world/world-so-far.ts';
import { writeByClicks } from './world/write-by-clicks.ts';
import { keyboardAt, writeByKeys } from './world/write-by-keys.ts';

const loop = consoleForThisFile('empty');

const INCIDENT = { summary: 'False sign-in page took two passwords', priority: 'High' };

const recordOf = (id: string) => loop.world().people.ada.client.record(id);
const missingIn = async (id: string) => (await recordOf(id)).completeness.missing.map(({ path }) => path);
const closed = () => closedTicket({ ...loop.world(), records: {} }, INCIDENT);
const fixOf = async (id: string, title: string) => {
  const found = (await loop.world().people.ada.client.remediations(id)).find((one) => one.title === title);
  if (found === undefined) throw new Error(`there is no fix "${title}"`);
  return found;
};

const Hints = z.object({ hints: z.array(z.object({ dismissed: z.unknown().optional() })) });
const openHints = async (id: string): Promise<number> => {
  const { hints } = Hints.parse(await loop.world().people.ada.must('GET', `/post-mortems/${id}/hints`));
  return hints.filter(({ dismissed }) => dismissed === undefined).length;
};

/** Takes what is written to the approvers: hints are left as they are, with a reason. */
async function submitByClicks(page: Page, hands: Hands, id: string): Promise<void> {
  const leave = page.getByRole('button', { name: 'Leave it', exact: true });
  const form = page.locator('.record-hint form');
  const open = await openHints(id);
  await page.getByRole('heading', { name: `Hints ${open}` }).waitFor();
  while ((await leave.count()) > 0) {
    await hands.click(leave.first());
    await hands.type('It is what happened.');
    await hands.click(form.getByRole('button', { name: 'Leave it as it is' }));
    await form.waitFor({ state: 'detached' });
  }
  await hands.click(page.getByRole('button', { name: 'Submit', exact: true }));
  await hands.click(page.getByRole('dialog').getByRole('button', { name: 'Submit' }));
}

describeUnlessMissing(missingChromium)('the whole loop in the console', () => {
  it('goes from a closed incident to a fix that is proven and one that did not hold, by three people', async () => {
    const world = loop.world();
    const id = await closed();
    const nina = await loop.open('nina', '/console');
    const hands = handsAt(nina.page);
    nina.page.setDefaultTimeout(8000);
    try {
      await hands.click(nina.page.getByRole('link', { name: /^Write SEC-/ }));
      await nina.page.locator('.record-rail').waitFor();
      await writeByClicks(nina.page, hands);
      await waitUntil('nothing is missing', () => missingIn(id), ({ length }) => length === 0, 5000);
      await submitByClicks(nina.page, hands, id);
      await waitUntil('it is in review', () => recordOf(id), ({ status }) => status === 'in review');
    } finally {
      await nina.page.screenshot({ path: '/tmp/loop.png' });
      console.log(await missingIn(id), hands.count(), nina.complaints, await nina.page.locator('.record-saved').allTextContents());
    }
    void [axe, drawn, isTicketed, judgedUntil, world, fixOf, HIGH_POST_MORTEM, expect];
  });

  it('is written by keys alone', async () => {
    const id = await closed();
    const nina = await loop.open('nina', `/console/post-mortems/${id}`);
    const keys = keyboardAt(nina.page);
    try {
      await keys.tabTo(/Skip to the content/);
      await keys.press('Enter');
      await writeByKeys(keys, () => missingIn(id));
    } finally {
      await nina.page.screenshot({ path: '/tmp/loop2.png' });
      console.log(await missingIn(id), keys.count(), await keys.focused(), await nina.page.locator('.record-saved').allTextContents());
    }
  });
});
