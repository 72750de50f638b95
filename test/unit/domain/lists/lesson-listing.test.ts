import { describe, expect, it } from 'vitest';
import { lessonListing } from '../../../../shared/domain/lists/lesson-listing.ts';
import type { Lesson, LessonReference } from '../../../../shared/domain/record/content/lesson.ts';
import { ANNA } from '../../../support/world/people.ts';
import { aLesson, aRecord } from '../../../support/world/records.ts';

const at = '2027-01-15T09:00:00.000Z';
const claimed = (updates: Lesson['updates'], reference: LessonReference): Lesson =>
  aLesson({ updates, status: 'claimed', claim: { reference, by: ANNA, at, confirmBy: at } });
const lineOf = (lesson: Lesson) => lessonListing({ ...aRecord(), lessons: [lesson] }).entries[0]?.line;

describe('the line of a lesson says what shows that it is in place', () => {
  const training = { audience: 'payroll', people: 20, trained: 3, at };
  const result = 'Failed: nobody found the list.';
  const url = 'https://siem.example.com/1';
  it.each<[Lesson['updates'], LessonReference, string]>([
    ['policy', { version: '3', url, versionAt: at }, 'dated 2027-01-15'],
    ['training', { version: '3', training }, '3 of 20 people (15 %) by 2027-01-15'],
    [
      'response plan',
      { version: '3', url, versionAt: at, exercise: { at, result } },
      `dated 2027-01-15; exercise of 2027-01-15: ${result}`,
    ],
    ['detection', { version: '3', test: { what: 'Reads', at, result: 'fired', url } }, 'tested on 2027-01-15: fired'],
  ])('of a %s', (updates, reference, proof) => {
    expect(lineOf(claimed(updates, reference))).toMatchObject({ version: '3', proof });
  });

  it('and where the result of a test is, when its version has no link', () => {
    const test = { what: 'Reads', at, result: 'fired' as const, url };
    expect(lineOf(claimed('detection', { version: '3', test }))).toMatchObject({ url });
  });

  it('in the room of a line', () => {
    const told = { version: '3', exercise: { at, result: 'long '.repeat(100) } };
    expect(lineOf(claimed('response plan', told))).toMatchObject({
      proof: expect.stringMatching(/^exercise of 2027-01-15: .{1,80}$/),
    });
  });

  it('and nothing of one that is open, or of a version from before it was asked for', () => {
    expect([lineOf(aLesson()), lineOf(claimed('policy', { version: '3' }))]).not.toContainEqual(
      expect.objectContaining({ proof: expect.anything() }),
    );
  });
});
