import { describe, expect, it } from 'vitest';
import { lessonTable } from '../../../cli/lesson/lesson-list.ts';
import { measureTable } from '../../../cli/measure/measure-table.ts';
import { myWorkText } from '../../../cli/my-work/my-work-command.ts';
import { summaryText } from '../../../cli/my-work/summary-command.ts';
import { fixTable } from '../../../cli/remediation/fix-list.ts';
import { aMeasure, aPartId, aPostMortemId, aRecommendationId } from '../../support/world/records.ts';

describe('the table of fixes', () => {
  it('says how good the proof of a verified one is', () => {
    const id = aRecommendationId();
    const postMortemId = aPostMortemId();
    const line = { id, postMortemId, state: 'verified', grade: 'attested', tlp: 'GREEN' } as const;
    expect(fixTable([{ ...line, title: 'Filter mails' }])).toMatch(
      new RegExp(`\n${id} +verified \\(attested\\) +${postMortemId} +Filter mails\n$`),
    );
  });
});

describe('the table of lessons', () => {
  it('says what shows that one is in place, and of which document', () => {
    const [id, postMortemId, proof] = [aPartId(), aPostMortemId(), '3 of 20 people (15 %) by 2027-01-15'];
    const line = { id, postMortemId, status: 'claimed', tlp: 'GREEN', statement: 'Call back.' } as const;
    expect(lessonTable([{ ...line, document: 'Awareness', version: '3', proof }])).toContain(
      `${postMortemId}  Awareness (3)  ${proof}  Call back.\n`,
    );
  });
});

describe('my work', () => {
  const none = { lines: [], more: false };
  const nothing = {
    toDecide: none,
    toWrite: none,
    toProve: none,
    toPutInPlace: none,
    toConfirm: none,
    toReview: none,
    toUndo: none,
  };

  it('names the teams in the list of their lessons, as a shell takes them, and says where there are more', () => {
    const text = myWorkText({ ...nothing, toPutInPlace: { lines: [], more: true } }, ['network', "the people's desk"]);
    expect(text).toContain('\nthe list: holdfast remediation list --mine\n');
    expect(text).toMatch(/there are more: holdfast lesson list --team network 'the people'\\''s desk'\n/);
    expect(text).toMatch(/the list: holdfast lesson list --team network 'the people'\\''s desk' --status claimed\n/);
    expect(text).toMatch(/the list: holdfast lesson list --team network 'the people'\\''s desk' --status 'in place'\n/);
  });

  it('has the temporary measures that one is to undo, with what the commands want, and says where there are more', () => {
    const { id, ...measure } = aMeasure();
    const postMortemId = aPostMortemId();
    const lines = [{ ...measure, id, postMortemId, extended: 0, incident: 'SEC-1', tlp: 'AMBER' as const }];
    const text = myWorkText({ ...nothing, toUndo: { lines, more: true } }, ['messaging']);
    expect(text).toContain(`${id}  block  2027-01-15  messaging  ${postMortemId}  All mail from example.net`);
    expect(text).toContain('there are more: the overdue report has those that are due\n');
    expect(measureTable([{ id, postMortemId, tlp: 'RED' }])).toContain('(restricted)');
  });

  it('says to whoever is in no team why there are no fixes', () => {
    expect(myWorkText(nothing, [])).toMatch(/are those of your teams, and you are in none: holdfast me\n$/);
  });
});

it('counts nothing in words', () => {
  const summary = { postMortems: [], remediations: [], grades: [], lessons: [], openedIn: [] };
  expect(summaryText(summary)).toBe('there is nothing to count yet\n');
});
