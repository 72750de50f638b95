import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ConsolePerson } from './console-people.ts';

const CONSOLE = join(import.meta.dirname, '../../../console');

/** Files of the console that draw something over the page. */
export async function filesWithDialogs(): Promise<string[]> {
  const files = await Array.fromAsync(glob('**/*.tsx', { cwd: CONSOLE }));
  const texts = await Promise.all(files.map((file) => readFile(join(CONSOLE, file), 'utf8')));
  return files.filter((_, at) => /<Dialog\b|\spopover=/.test(texts[at] ?? '')).toSorted();
}

/** Something that lies over a place, and how somebody comes to it. `{name}` is what the world calls `name`. */
type ConsoleDialog = {
  file: string;
  title: string;
  person: ConsolePerson;
  path: string;
  open: (page: Page) => Promise<unknown>;
  refusals?: number[];
  /** Where it is not a dialog to those who hear it. */
  selector?: string;
};

const pressed = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

const ofDuty = (words: string, name: string) => (page: Page) =>
  page.getByRole('listitem').filter({ hasText: words }).getByRole('button', { name }).click();

const ofFix = (standing: string, record = 'approved') => `/post-mortems/{${record}}/remediations/{fix.${standing}}`;

const CHAT = '[08:12] Ana: first recipient opens the link\n[08:21] Ben: we block the sender\n';

async function pasted(page: Page): Promise<void> {
  await pressed('Paste or file')(page);
  await page.getByLabel('The text').fill(CHAT);
}

export const DIALOGS: readonly ConsoleDialog[] = [
  {
    ...{ file: 'record/submit-act.tsx', title: 'Classify', person: 'nina', path: '/post-mortems/{halfFilled}' },
    open: pressed('Classify'),
  },
  {
    ...{ file: 'record/submit-act.tsx', title: 'Submit for review', person: 'nina' },
    ...{ path: '/post-mortems/{halfFilled}', open: pressed(/^Submit/) },
  },
  {
    ...{ file: 'record/timeline/paste-dialog.tsx', title: 'Paste a chat, a log or a file', person: 'nina' },
    ...{ path: '/post-mortems/{fresh}', open: pressed('Paste or file') },
  },
  {
    ...{ file: 'record/timeline/paste-dialog.tsx', title: 'Paste a chat, a log or a file', person: 'nina' },
    path: '/post-mortems/{fresh}',
    async open(page) {
      await pasted(page);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByRole('button', { name: /^Add \d+ entries/ }).waitFor();
    },
  },
  {
    ...{ file: 'record/timeline/paste-dialog.tsx', title: 'Drop what you pasted?', person: 'nina' },
    path: '/post-mortems/{fresh}',
    async open(page) {
      await pasted(page);
      await page.keyboard.press('Escape');
    },
  },
  {
    ...{ file: 'record/causes/causes.tsx', title: 'What answers what', person: 'nina' },
    ...{ path: '/post-mortems/{inReview}', open: pressed('As a graph') },
  },
  {
    ...{ file: 'record/recommendation/templates.tsx', title: 'Begin from a template', person: 'nina' },
    ...{ path: '/post-mortems/{halfFilled}', open: pressed('From a template') },
  },
  {
    ...{ file: 'post-mortems/record-peek.tsx', title: 'Payroll team phished', person: 'nina' },
    path: '/post-mortems?q=payroll',
    async open(page) {
      await page.keyboard.press('j');
      await page.keyboard.press(' ');
    },
  },
  {
    ...{
      file: 'duties/lesson-dialog.tsx',
      title: 'Show that the lesson is in place',
      person: 'nina',
      path: '/lessons',
    },
    // Sent back once: what was wrong with it is told.
    open: ofDuty('Partners have a mark in the address book.', 'Put in place'),
  },
  {
    ...{ file: 'duties/lesson-dialog.tsx', title: 'Confirm that the lesson is in place', person: 'ben' },
    ...{ path: '/lessons?status=claimed', open: ofDuty('The mail program asks again', 'Confirm') },
  },
  {
    ...{ file: 'duties/lesson-dialog.tsx', title: 'Say why this is no proof', person: 'ben' },
    ...{ path: '/lessons?status=claimed', open: ofDuty('The mail program asks again', 'Refuse') },
  },
  {
    ...{ file: 'duties/lesson-dialog.tsx', title: 'Say why the lesson does not hold any more', person: 'nina' },
    path: '/lessons?status=in+place',
    open: ofDuty('Mails wait for 30 seconds in the outbox.', 'It does not'),
  },
  {
    ...{ file: 'duties/measures.tsx', title: 'Show that it is undone', person: 'nina', path: '/temporary-measures' },
    open: ofDuty('The foreign address, at the gateway', 'It is undone'),
  },
  {
    ...{ file: 'duties/measures.tsx', title: 'Until when it is needed, and why', person: 'nina' },
    ...{ path: '/temporary-measures', open: ofDuty('Invoices are sent by mail', 'Extend') },
  },
  {
    ...{ file: 'duties/notifications.tsx', title: 'When it was sent, and under which reference', person: 'nina' },
    ...{ path: '/notifications', open: ofDuty('The national CSIRT', 'It was sent') },
  },
  {
    ...{ file: 'review/return-dialog.tsx', title: 'Return to its authors', person: 'ben' },
    ...{ path: '/post-mortems/{inReview}/review', open: pressed('Return with reasons') },
  },
  {
    ...{ file: 'fix/attest.tsx', title: 'Attest', person: 'ben', path: ofFix('claimed') },
    open: pressed('Attest …'),
  },
  {
    ...{ file: 'fix/accept-risk.tsx', title: 'Accept the risk', person: 'anna', path: ofFix('overdue') },
    open: pressed('Accept the risk …'),
  },
  {
    ...{ file: 'fix/cancel-fix.tsx', title: 'Cancel the fix', person: 'ben', path: ofFix('open', 'approvedToo') },
    open: pressed('Cancel it …'),
  },
  {
    ...{ file: 'fix/name-existing-work.tsx', title: 'Work that is there', person: 'ben', path: ofFix('refused') },
    open: pressed('Name other work …'),
  },
  {
    ...{ file: 'shell/palette.tsx', title: 'Search, or go to', person: 'nina', path: '/' },
    async open(page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('payroll');
      await page.getByRole('option', { name: 'Payroll team phished' }).waitFor();
    },
  },
  {
    ...{ file: 'shell/key-help.tsx', title: 'Keys', person: 'nina', path: '/post-mortems/{fresh}' },
    open: (page) => page.keyboard.press('?'),
  },
  {
    ...{ file: 'shell/sign-in-again.tsx', title: 'Please sign in', person: 'nina', path: '/settings' },
    refusals: [401],
    async open(page) {
      await page.route('**/session/token', (route) => route.fulfill({ status: 401, json: {} }));
      await page.route('**/lessons?*', (route) => route.fulfill({ status: 401, json: {} }));
      await page.getByRole('link', { name: 'Lessons', exact: true }).click();
    },
  },
  {
    ...{ file: 'shell/person-menu.tsx', title: 'Menu', selector: '.menu', person: 'nina', path: '/lessons' },
    open: pressed(/^You:/),
  },
];
