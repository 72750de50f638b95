import type { Locator, Page } from 'playwright-core';
import { waitUntil } from '../../../local/wait-until.ts';
import type { Hands } from './hands.ts';
import { CHAT_OF_THE_NIGHT, HIGH_POST_MORTEM, type HighRecommendation } from './high-post-mortem.ts';

/** Writes the post-mortem into its page as somebody does who has a mouse: by the lines of the rail. */
export async function writeByClicks(page: Page, hands: Hands): Promise<void> {
  const { sections, category, rootCauses, recommendations } = HIGH_POST_MORTEM;
  const field = (path: string) => page.locator(`[id="f-${path}"]`);
  const into = async (title: string, path: string) => {
    await hands.click(page.locator('.record-rail-line', { hasText: title }));
    await cursorIsIn(page, path);
  };
  const write = async (path: string, words: string) => {
    await hands.click(field(path));
    await hands.type(words);
  };
  await hands.click(page.getByRole('button', { name: 'Classify' }));
  const dialog = page.getByRole('dialog');
  await hands.click(dialog.getByLabel('Category'));
  await hands.type(category);
  await hands.click(dialog.getByRole('button', { name: 'Save' }));
  await dialog.waitFor({ state: 'detached' });
  await into('Summary', 'sections.summary.text');
  await hands.type(sections.summary.text);
  await pasteChat(page, hands);
  await into('Impact', 'sections.impact.description');
  await hands.type(sections.impact.description);
  await write('sections.impact.services.new0', sections.impact.services[0]);
  await into('Detection', 'sections.detection.how');
  await hands.type(sections.detection.how);
  await write('sections.detection.whyNotSooner', sections.detection.whyNotSooner);
  await into('Response', 'sections.response');
  await write('sections.response.firstAction', sections.response.firstAction);
  await into('Root causes', 'rootCauses');
  for (const { kind, statement } of rootCauses) {
    await hands.click(field('rootCauses'));
    const card = await newCardIn(page, 'rootCauses', 'statement');
    await hands.click(card.getByLabel(kind, { exact: true }));
    await hands.click(card.locator('[id$=".statement"]'));
    await hands.type(statement);
  }
  await into('Recommendations', 'recommendations');
  for (const recommendation of recommendations) await recommend(page, hands, recommendation);
}

/** The field of a place, or one within it, has the cursor. */
export async function cursorIsIn(page: Page, path: string): Promise<void> {
  await waitUntil(
    `the cursor is in ${path}`,
    () => page.evaluate('document.activeElement.id || (document.activeElement.closest("[id^=f-]")?.id ?? "")'),
    (id) => String(id) === `f-${path}` || String(id).startsWith(`f-${path}.`),
  );
}

/** The card that was added last, once it is there: nothing is written in it yet. */
async function newCardIn(page: Page, place: string, field: string): Promise<Locator> {
  const card = page.locator(`#${place} .record-part.is-open`).last();
  await waitUntil(
    `a new card in ${place}`,
    () => card.locator(`[id$=".${field}"]`).inputValue(),
    (words) => words === '',
  );
  return card;
}

async function pasteChat(page: Page, hands: Hands): Promise<void> {
  await hands.click(page.getByRole('button', { name: 'Paste or file' }));
  const dialog = page.getByRole('dialog', { name: 'Paste a chat' });
  await dialog.locator('#paste-text:focus').waitFor();
  await hands.paste(CHAT_OF_THE_NIGHT);
  await hands.click(dialog.getByRole('button', { name: 'Read it' }));
  await dialog.locator('h3:focus').waitFor();
  await hands.click(dialog.getByText('Day of the first line', { exact: true }));
  for (const digit of '11192026') await hands.press(digit);
  await hands.click(dialog.getByLabel(/The first line is of/));
  await hands.click(dialog.getByRole('button', { name: /^Add \d+ entries/ }));
  await dialog.waitFor({ state: 'detached' });
}

async function recommend(page: Page, hands: Hands, one: HighRecommendation): Promise<void> {
  await hands.click(page.locator('[id="f-recommendations"]'));
  const card = await newCardIn(page, 'recommendations', 'title');
  const write = async (name: string, words: string) => {
    await hands.click(card.locator(`[id$=".${name}"]`));
    await hands.type(words);
  };
  await write('title', one.title);
  await write('why', one.why);
  await hands.click(card.getByLabel(one.kind, { exact: true }));
  const [answers = ''] = one.answers;
  await hands.click(card.locator('.record-pick').nth(Number(answers.split('/')[1])));
  await hands.click(card.getByRole('radio', { name: `Impact ${one.impact}, feasibility ${one.feasibility}` }));
  await write('ownerTeam', one.ownerTeam);
  await write('successCriterion', one.successCriterion);
  await hands.click(card.locator('[id$=".verification.checks--add"]'));
  const [{ kind, subject, sources }] = one.verification.checks;
  await hands.click(card.getByLabel(kind, { exact: true }));
  await hands.click(card.getByLabel(subject.type, { exact: true }));
  await write('subject.id', subject.id);
  await write('sources', sources[0]);
  await write('verification.steps', one.verification.steps[0]);
  await hands.press('Enter');
}
