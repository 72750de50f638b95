import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { waitUntil } from '../../local/wait-until.ts';
import { TLP_MARKS, type Tlp } from '../../shared/domain/words/tlp.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { consoleForThisFile, drawn } from './world/console-browser.ts';
import { CONSOLE_PEOPLE, type ConsolePerson } from './world/console-people.ts';
import { KEPT_ON_DEVICE } from './world/kept-on-device.ts';
import { type MarkedRecords, seedMarkedRecords, wordOfMark } from './world/seeds/marked-records.ts';

const offers = consoleForThisFile('empty');

const SOON = { timeout: 30_000 };

const PEOPLE = Object.keys(CONSOLE_PEOPLE) as ConsolePerson[];
const ROLES = {
  ...{ nina: 'analyst', max: 'analyst', anna: 'approver', ben: 'approver', ada: 'auditor', alma: 'admin' },
} as const satisfies Record<ConsolePerson, string>;
/** Who wrote in the records: RED is theirs to read as analysts, and four eyes keep them from judging. */
const AUTHORS: readonly ConsolePerson[] = ['nina', 'anna'];

/** Who may do it, up to which mark: the table "Who may do what" of docs/api.md. An analyst goes beyond as an author. */
const WRITERS = { analyst: 'AMBER+STRICT', approver: 'RED', admin: 'RED' } as const;
const JUDGES = { approver: 'RED', admin: 'RED' } as const;
const MAY = {
  'read records': { ...WRITERS, auditor: 'RED' },
  'open records': WRITERS,
  'write records': WRITERS,
  'classify records': WRITERS,
  'submit records': WRITERS,
  'judge records': JUDGES,
  'waive records': JUDGES,
  'merge records': JUDGES,
  'accept risks': JUDGES,
  'attest fixes': WRITERS,
  'confirm lessons': WRITERS,
  'check fixes': { ...WRITERS, auditor: 'RED' },
  'cancel remediations': JUDGES,
  'open evidence': { ...WRITERS, auditor: 'RED' },
  'import records': { admin: 'RED' },
  'read reports': { ...JUDGES, auditor: 'RED' },
  'make reports': { ...JUDGES, auditor: 'RED' },
} as const satisfies Record<string, Partial<Record<(typeof ROLES)[ConsolePerson], Tlp>>>;

type Asking = { person: ConsolePerson; tlp: Tlp };

function may(action: keyof typeof MAY, { person, tlp }: Asking): boolean {
  const reach: Partial<Record<string, Tlp>> = MAY[action];
  const upTo = reach[ROLES[person]];
  if (upTo === undefined) return false;
  const isWithin = TLP_MARKS.indexOf(tlp) <= TLP_MARKS.indexOf(upTo);
  return isWithin || (ROLES[person] === 'analyst' && AUTHORS.includes(person));
}

/** How something that can be done is drawn. What is refused has a reason that somebody can read. */
type Drawn = 'offered' | 'refused with a reason' | 'absent';

/** Something that can be done in a place: where it is drawn, and how, by the documented rule. */
type Control = { where: (page: Page) => Locator; is: (asking: Asking) => Drawn };

const offeredTo =
  (action: keyof typeof MAY) =>
  (asking: Asking): Drawn =>
    may(action, asking) ? 'offered' : 'absent';
const neverOffered = (): Drawn => 'absent';
/** Shown to whom the role lets do it, and refused in the state that the record or the fix is in. */
const refusedTo =
  (action: keyof typeof MAY) =>
  (asking: Asking): Drawn =>
    may(action, asking) ? 'refused with a reason' : 'absent';
/** Four eyes: whoever wrote in the record is told that they may not. */
const toOthersThanAuthors =
  (action: keyof typeof MAY) =>
  (asking: Asking): Drawn =>
    may(action, asking) ? (AUTHORS.includes(asking.person) ? 'refused with a reason' : 'offered') : 'absent';

const button = (name: string | RegExp) => (page: Page) =>
  page.locator('main').getByRole('button', { name, exact: true });
const link = (name: string | RegExp) => (page: Page) => page.locator('main').getByRole('link', { name, exact: true });
const field = (path: string, of: string) => (page: Page) => page.locator(`${of}[id="f-${path}"]`);
const endsRecord = (action: 'waive records' | 'merge records') => (asking: Asking) =>
  AUTHORS.includes(asking.person) ? 'absent' : offeredTo(action)(asking);
const ofPiece = (name: string) => (page: Page) =>
  page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Open', exact: true });

const COMMENTS: Record<string, Control> = {
  comment: {
    where: (page) => page.getByRole('textbox', { name: /^Comment on / }),
    is: offeredTo('write records'),
  },
  'answer a comment': { where: button('Reply'), is: offeredTo('write records') },
  'settle a comment': { where: button('Settle'), is: offeredTo('write records') },
  'change a comment': {
    where: button('Change'),
    is: ({ person }) => (person === 'nina' ? 'offered' : 'absent'),
  },
};

/** What can be done in each place of the records of a mark. */
const OF_RECORDS: Record<string, { path: (of: MarkedRecords) => string; controls: Record<string, Control> }> = {
  'an open record': {
    path: ({ open }) => `/post-mortems/${open}`,
    controls: {
      ...COMMENTS,
      'write a section': { where: field('sections.summary.text', 'textarea'), is: offeredTo('write records') },
      'name who may read it': { where: field('sections.framework', 'button'), is: offeredTo('write records') },
      'add a part': { where: button('Add a root cause'), is: offeredTo('write records') },
      'add an entry': { where: button('New entry'), is: offeredTo('write records') },
      'classify, with its mark': { where: button('Classify'), is: offeredTo('classify records') },
      submit: { where: button(/^Submit/), is: offeredTo('submit records') },
      'leave a hint': { where: (page) => button('Leave it')(page).first(), is: offeredTo('submit records') },
      waive: { where: link('Waive'), is: endsRecord('waive records') },
      merge: { where: link('Merge'), is: endsRecord('merge records') },
    },
  },
  'the evidence of an open record': {
    path: ({ open }) => `/post-mortems/${open}/evidence`,
    controls: {
      'add a file': { where: button('Choose files'), is: offeredTo('write records') },
      'open a file': { where: ofPiece('gateway.log'), is: offeredTo('open evidence') },
      // Anna brought it: docs/guide.md, "Evidence that is marked TLP:RED by itself".
      'open a file that is RED by itself': {
        where: ofPiece('names.txt'),
        is: (asking) => (ROLES[asking.person] === 'analyst' ? 'absent' : offeredTo('open evidence')(asking)),
      },
      'see its custody': { where: (page) => button('Custody')(page).first(), is: offeredTo('read records') },
    },
  },
  'a record in review': {
    path: ({ inReview }) => `/post-mortems/${inReview}/review`,
    controls: {
      return: { where: button(/^Return with /), is: toOthersThanAuthors('judge records') },
      approve: { where: button(/^Approve exactly revision /), is: toOthersThanAuthors('judge records') },
      'decline a recommendation': {
        where: (page) => page.getByRole('radio', { name: 'Decline' }),
        is: endsRecord('waive records'),
      },
      'put a recommendation off': {
        where: (page) => page.getByRole('radio', { name: 'Put off' }),
        is: endsRecord('waive records'),
      },
    },
  },
  'an approved record': {
    path: ({ approved }) => `/post-mortems/${approved}`,
    controls: {
      ...COMMENTS,
      'write a section': { where: field('sections.summary.text', 'textarea'), is: neverOffered },
      'add a part': { where: button('Add a root cause'), is: neverOffered },
      'add an entry': { where: button('New entry'), is: neverOffered },
      'classify, with its mark': { where: button('Classify'), is: offeredTo('classify records') },
      submit: { where: button(/^Submit/), is: neverOffered },
      waive: { where: link('Waive'), is: neverOffered },
      merge: { where: link('Merge'), is: neverOffered },
    },
  },
  'a fix that is claimed': {
    path: ({ approved, claimedFix }) => `/post-mortems/${approved}/remediations/${claimedFix}`,
    controls: {
      'check now': { where: button('Check now'), is: offeredTo('check fixes') },
      attest: { where: button('Attest …'), is: offeredTo('attest fixes') },
      'accept the risk': { where: button('Accept the risk …'), is: toOthersThanAuthors('accept risks') },
      cancel: { where: button('Cancel it …'), is: refusedTo('cancel remediations') },
      'name other work': { where: button('Name other work …'), is: neverOffered },
    },
  },
  'a fix that is open': {
    path: ({ approved, openFix }) => `/post-mortems/${approved}/remediations/${openFix}`,
    controls: {
      'check now': { where: button('Check now'), is: refusedTo('check fixes') },
      attest: { where: button('Attest …'), is: refusedTo('attest fixes') },
      'accept the risk': { where: button('Accept the risk …'), is: toOthersThanAuthors('accept risks') },
      cancel: { where: button('Cancel it …'), is: toOthersThanAuthors('cancel remediations') },
    },
  },
};

async function drawnAs(one: Locator): Promise<string> {
  const count = await one.count();
  if (count === 0) return 'absent';
  if (count > 1) return `there ${count} times`;
  if (await one.isDisabled()) {
    return (await one.getAttribute('title')) ? 'refused with a reason' : 'refused without a word';
  }
  return 'offered';
}

const drawnIn = async (page: Page, controls: Record<string, Control>) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(controls).map(async ([name, { where }]) => [name, await drawnAs(where(page))] as const),
    ),
  );

const asDocumented = (controls: Record<string, Control>, asking: Asking) =>
  Object.fromEntries(Object.entries(controls).map(([name, { is }]) => [name, is(asking)]));

/** Marks whose words stand anywhere in the page: shown, in a field, in an attribute or in its title. */
async function wordsIn(page: Page): Promise<Tlp[]> {
  const html = await page.content();
  return TLP_MARKS.filter((tlp) => html.includes(wordOfMark(tlp)));
}

/** AMBER+STRICT and RED: lists have no words of such a record, and nothing of it is kept on the device. */
const isKeptClose = (tlp: Tlp): boolean => TLP_MARKS.indexOf(tlp) > TLP_MARKS.indexOf('AMBER');

const NOT_RESTRICTED = TLP_MARKS.slice(0, 3);

async function overdueReport({ must }: { must: (method: string, path: string, body?: unknown) => Promise<unknown> }) {
  const { name } = z.object({ name: z.string() }).parse(await must('POST', '/reports', { kind: 'overdue' }));
  await waitUntil(`the report ${name}`, () => must('GET', `/reports/${name}/link`).catch(() => undefined));
  return name;
}

/** A line of a list by what it says, and a button of it. */
const inLine = (words: string, name: string | RegExp) => (page: Page) =>
  page.getByRole('listitem').filter({ hasText: words }).getByRole('button', { name });
const ofRail = (name: string) => (page: Page) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name, exact: true });

const ON_EVERY_PLACE: Record<string, Control> = {
  'go to the reports': { where: ofRail('Reports'), is: offeredTo('read reports') },
  'go to the audit log': { where: ofRail('Audit'), is: offeredTo('read records') },
  'go to the settings': { where: ofRail('Settings'), is: () => 'offered' },
};

type ListPlace = {
  path: string;
  /** What lets somebody read the words of all records there; `some`: of those that wait for them; null: there are none. */
  tells: keyof typeof MAY | 'some' | null;
  controls: Record<string, Control>;
};

/** What can be done in places that tell of many records. */
const OF_LISTS: Record<string, ListPlace> = {
  'the list of post-mortems': {
    path: '/post-mortems',
    tells: 'read records',
    controls: {
      ...ON_EVERY_PLACE,
      'open one': { where: link('New'), is: offeredTo('open records') },
      import: { where: link('Import'), is: offeredTo('import records') },
      'save as CSV': { where: button('Save as CSV'), is: offeredTo('read records') },
    },
  },
  'a search for the word of a restricted record': {
    path: `/post-mortems?q=${wordOfMark('RED').slice(0, 4)}`,
    tells: null,
    controls: {},
  },
  'what waits today': { path: '', tells: 'some', controls: ON_EVERY_PLACE },
  'the remediations': { path: '/remediations', tells: 'read records', controls: {} },
  'the board of remediations': { path: '/remediations?view=board', tells: 'read records', controls: {} },
  'the lessons': {
    path: '/lessons',
    tells: 'read records',
    controls: Object.fromEntries(
      NOT_RESTRICTED.map(wordOfMark).flatMap((word): [string, Control][] => [
        [
          `put in place, ${word}`,
          { where: inLine(`${word} is started`, /^Put in place/), is: offeredTo('write records') },
        ],
        [
          `confirm, ${word}`,
          {
            where: inLine(`${word} is stopped`, /^Confirm/),
            is: (asking) => (asking.person === 'nina' ? 'refused with a reason' : offeredTo('confirm lessons')(asking)),
          },
        ],
        [
          `refuse, ${word}`,
          {
            where: inLine(`${word} is stopped`, /^(Refuse|Take back)/),
            is: offeredTo('confirm lessons'),
          },
        ],
      ]),
    ),
  },
  'the temporary measures': {
    path: '/temporary-measures',
    tells: 'read records',
    controls: Object.fromEntries(
      NOT_RESTRICTED.map(wordOfMark).flatMap((word): [string, Control][] => [
        [`undo, ${word}`, { where: inLine(word, /^It is undone/), is: offeredTo('write records') }],
        [`extend, ${word}`, { where: inLine(word, /^Extend/), is: offeredTo('write records') }],
      ]),
    ),
  },
  'the notifications': {
    path: '/notifications',
    tells: 'read records',
    controls: Object.fromEntries(
      NOT_RESTRICTED.map(wordOfMark).map((word): [string, Control] => [
        `say that it was sent, ${word}`,
        { where: inLine(word, /^It was sent/), is: offeredTo('write records') },
      ]),
    ),
  },
  'the reports': {
    path: '/reports',
    tells: null,
    controls: {
      'make what is overdue': { where: button('Make “What is overdue”'), is: offeredTo('make reports') },
      'make what was proven': { where: button('Make “What was proven”'), is: offeredTo('make reports') },
    },
  },
  'a report': { path: '/reports/{report}', tells: 'read reports', controls: {} },
  'the audit log': { path: '/audit', tells: 'read records', controls: {} },
  'the settings': {
    path: '/settings',
    tells: null,
    controls: {
      'find a setting': {
        where: (page) => page.getByRole('searchbox', { name: 'Find' }),
        is: offeredTo('read reports'),
      },
    },
  },
};

describeUnlessMissing(missingChromium)('what each role is offered in the console', () => {
  const marked = new Map<Tlp, MarkedRecords>();
  const recordsAt = (tlp: Tlp): MarkedRecords => {
    const found = marked.get(tlp);
    if (found === undefined) throw new Error(`there are no records at TLP:${tlp}`);
    return found;
  };
  beforeAll(async () => {
    const { stack, people, scanner, records } = offers.world();
    const made = TLP_MARKS.map((tlp) => seedMarkedRecords({ stack, people, scanner, records }, tlp));
    for (const [index, records] of (await Promise.all(made)).entries()) {
      marked.set(TLP_MARKS[index] ?? 'RED', records);
    }
  });

  it.each(TLP_MARKS)(
    'at TLP:%s is in each place what the documented rule says, and not a word beyond it',
    async (tlp) => {
      await Promise.all(
        PEOPLE.map(async (person) => {
          const asking = { person, tlp };
          const { page, complaints, close } = await offers.open(person, '/console/settings');
          for (const [name, { path, controls }] of Object.entries(OF_RECORDS)) {
            const message = `${person} in ${name} at TLP:${tlp}`;
            await page.goto(`${offers.world().url}/console${path(recordsAt(tlp))}`);
            await drawn(page);
            const isReadable = may('read records', asking);
            if (!isReadable) await page.getByText('There is no such thing, or it is not yours to read.').waitFor();
            await expect
              .poll(async () => [await drawnIn(page, controls), await wordsIn(page)], { ...SOON, message })
              .toEqual([asDocumented(controls, asking), isReadable ? [tlp] : []]);
          }
          const kept = String(await page.evaluate(KEPT_ON_DEVICE));
          expect([complaints, isKeptClose(tlp) && kept.includes(wordOfMark(tlp))]).toEqual([[], false]);
          await close();
        }),
      );
    },
  );

  it('is in lists, reports and settings what each role may do, without a word of a restricted record', async () => {
    const { url, people } = offers.world();
    const report = await overdueReport(people.ben);
    await Promise.all(
      PEOPLE.map(async (person) => {
        const asking = { person, tlp: 'CLEAR' } as const;
        const unreadable = TLP_MARKS.filter((tlp) => !may('read records', { person, tlp }));
        const hidden = unreadable.flatMap((tlp) => Object.values(recordsAt(tlp)));
        const { page, complaints, close } = await offers.open(person, '/console/settings');
        for (const [name, { path, controls, tells }] of Object.entries(OF_LISTS)) {
          await page.goto(`${url}/console${path.replace('{report}', report)}`);
          await drawn(page);
          const isTold = tells !== null && tells !== 'some' && may(tells, asking);
          const found = async () => {
            const html = await page.content();
            const words = (await wordsIn(page)).filter((tlp) => tells !== 'some' || isKeptClose(tlp));
            return [await drawnIn(page, controls), words, hidden.filter((id) => html.includes(id))];
          };
          await expect
            .poll(found, { ...SOON, message: `${person} in ${name}` })
            .toEqual([asDocumented(controls, asking), isTold ? NOT_RESTRICTED : [], []]);
        }
        expect(complaints).toEqual([]);
        await close();
      }),
    );
  });
});
