import type { Page } from 'playwright-core';
import { waitUntil } from '../../../local/wait-until.ts';
import { handsAt } from './hands.ts';
import { CHAT_OF_THE_NIGHT, HIGH_POST_MORTEM, type HighRecommendation } from './high-post-mortem.ts';

/** Most steps by Tab from one control to the next that is wanted, or by J from one line to another. */
const MOST_STEPS = 60;

/** Hands of somebody without a mouse, who knows where the focus is: nothing here points at anything. */
export function keyboardAt(page: Page) {
  const hands = handsAt(page);
  const focused = async () =>
    String(
      await page.evaluate(`(() => {
        const at = document.activeElement;
        const label = at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent;
        return at === document.body ? '' : (at.id || at.closest('[id^="f-"]')?.id || at.tagName) + ' | ' + label.trim();
      })()`),
    );
  return {
    ...hands,
    focused,
    /** How many things are missing, as the page says it. */
    async missing(): Promise<number> {
      const [said] = await page.locator('.record-rail p').allTextContents();
      return Number(/\d+/.exec(said ?? '')?.[0] ?? 0);
    },
    /** Waits for what follows a key, such as a jump. */
    focusComesTo: (where: RegExp) => waitUntil(`the focus is at ${where}`, focused, (at) => where.test(at)),
    async tabTo(where: RegExp): Promise<void> {
      const passed: string[] = [];
      for (let tabs = 0; tabs < MOST_STEPS; tabs += 1) {
        await hands.press('Tab');
        passed.push(await focused());
        if (where.test(passed.at(-1) ?? '')) return;
      }
      throw new Error(`Tab did not lead to ${where}, but over ${passed.join(', ')}`);
    },
    /** Walks the lines of a list to that of a key, once it is there. */
    async stepTo(key: string): Promise<void> {
      await page.locator(`tr[data-key="${key}"]`).waitFor();
      const line = async () => String(await page.evaluate(`document.activeElement.closest('tr')?.dataset.key`));
      const passed: string[] = [];
      while (passed.at(-1) !== key && passed.length < MOST_STEPS) {
        await hands.press('j');
        passed.push(await waitUntil('J leads on', line, (now) => now !== passed.at(-1)));
      }
      if (passed.at(-1) !== key) throw new Error(`J did not lead to ${key}, but over ${passed.join(', ')}`);
    },
  };
}

type Keyboard = ReturnType<typeof keyboardAt>;

type Written = { at: RegExp; write: (keys: Keyboard) => Promise<void>; gone?: RegExp };

/** What is written where N leads, and what is missing no more afterwards. */
const WRITTEN: readonly Written[] = [
  { at: /^f-category/, write: classify, gone: /^category/ },
  {
    at: /^f-sections\.summary/,
    write: (keys) => keys.type(HIGH_POST_MORTEM.sections.summary.text),
    gone: /^sections\.summary/,
  },
  { at: /^f-sections\.impact/, write: writeImpact, gone: /^sections\.impact/ },
  { at: /^f-sections\.detection/, write: writeDetection, gone: /^sections\.detection/ },
  { at: /^f-sections\.response/, write: writeResponse, gone: /^sections\.response/ },
  // That a cause is not answered is mended by a recommendation, to which N leads on.
  { at: /^f-rootCauses\./, write: async () => {} },
  { at: /^f-rootCauses/, write: writeCauses, gone: /^rootCauses$|^sections\.humanFactor/ },
  { at: /^f-recommendations/, write: recommend, gone: /^recommendations|^rootCauses/ },
];

/** Writes the post-mortem into its page: N leads from one thing that is missing to the next, Escape out of a field. */
export async function writeByKeys(keys: Keyboard, missing: () => Promise<readonly string[]>): Promise<void> {
  await pasteChat(keys);
  while ((await missing()).length > 0) {
    const before = await keys.focused();
    await keys.press('n');
    const at = await waitUntil('N leads on', keys.focused, (now) => now.startsWith('f-') && now !== before);
    const here = WRITTEN.find((one) => one.at.test(at));
    if (here === undefined) throw new Error(`N led to ${at}`);
    await here.write(keys);
    await keys.press('Escape');
    const left = await waitUntil(`${at} is there`, missing, (paths) =>
      paths.every((path) => here.gone?.test(path) !== true),
    );
    await waitUntil('the page knows it', keys.missing, (shown) => shown === left.length);
  }
}

async function pasteChat(keys: Keyboard): Promise<void> {
  const before = await keys.focused();
  await keys.press('p');
  await keys.focusComesTo(/^paste-text/);
  await keys.paste(CHAT_OF_THE_NIGHT);
  await keys.tabTo(/Read it/);
  await keys.press('Enter');
  await keys.focusComesTo(/Read as/);
  await keys.tabTo(/Day of the first line/);
  for (const digit of '11192026') await keys.press(digit);
  await keys.tabTo(/The first line is of/);
  await keys.press('Space');
  await keys.tabTo(/Add 3 entries/);
  await keys.press('Enter');
  await waitUntil('the focus is back', keys.focused, (now) => now === before);
}

async function classify(keys: Keyboard): Promise<void> {
  await keys.press('Enter');
  await keys.tabTo(/\.category/);
  await keys.type(HIGH_POST_MORTEM.category);
  await keys.tabTo(/Save/);
  await keys.press('Enter');
  await keys.focusComesTo(/^f-category/);
}

async function writeImpact(keys: Keyboard): Promise<void> {
  const { description, services } = HIGH_POST_MORTEM.sections.impact;
  await keys.type(description);
  await keys.tabTo(/^f-sections\.impact\.services/);
  await keys.type(services[0]);
}

async function writeDetection(keys: Keyboard): Promise<void> {
  const { how, whyNotSooner } = HIGH_POST_MORTEM.sections.detection;
  await keys.type(how);
  await keys.tabTo(/^f-sections\.detection\.whyNotSooner/);
  await keys.type(whyNotSooner);
}

async function writeResponse(keys: Keyboard): Promise<void> {
  await keys.tabTo(/^f-sections\.response\.firstAction/);
  await keys.type(HIGH_POST_MORTEM.sections.response.firstAction);
}

async function writeCauses(keys: Keyboard): Promise<void> {
  for (const [at, { kind, statement }] of HIGH_POST_MORTEM.rootCauses.entries()) {
    if (at > 0) await keys.tabTo(/Add a root cause/);
    await keys.press('Enter');
    await keys.focusComesTo(/technical$/);
    if (kind === 'technical') await keys.press('Space');
    else await keys.press('ArrowLeft');
    await keys.tabTo(/\.statement/);
    await keys.type(statement);
  }
}

async function recommend(keys: Keyboard): Promise<void> {
  for (const [at, one] of HIGH_POST_MORTEM.recommendations.entries()) {
    if (at > 0) await keys.tabTo(/Add a recommendation/);
    await keys.press('Enter');
    await keys.focusComesTo(/\.title/);
    await writeRecommendation(keys, one);
  }
}

async function writeRecommendation(keys: Keyboard, one: HighRecommendation): Promise<void> {
  await keys.type(one.title);
  await keys.tabTo(/\.why/);
  await keys.type(one.why);
  await keys.tabTo(/\.kind/);
  await keys.press('Space');
  await keys.tabTo(/\.answers/);
  if (one.answers[0] === 'rootCauses/1') await keys.press('Tab');
  await keys.press('Space');
  await keys.tabTo(/Impact 3, feasibility 3/);
  await keys.press('ArrowUp');
  await keys.focusComesTo(/Impact 4, feasibility 3/);
  await keys.tabTo(/\.ownerTeam/);
  await keys.type(one.ownerTeam);
  await keys.tabTo(/\.successCriterion/);
  await keys.type(one.successCriterion);
  await keys.tabTo(/\.checks--add/);
  await keys.press('Enter');
  const [{ subject, sources }] = one.verification.checks;
  await keys.focusComesTo(/signal$/);
  await keys.press('Space');
  await keys.tabTo(/control$/);
  if (subject.type === 'technique') await keys.press('ArrowRight');
  else await keys.press('Space');
  await keys.tabTo(/\.subject\.id/);
  await keys.type(subject.id);
  await keys.tabTo(/\.sources/);
  await keys.type(sources[0]);
  await keys.press('Enter');
  await keys.tabTo(/\.verification\.steps/);
  await keys.type(one.verification.steps[0]);
  await keys.press('Enter');
}
