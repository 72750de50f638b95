import { expect, it } from 'vitest';
import type { Inline } from '../../../shared/document/document.ts';
import type { Lesson } from '../../../shared/domain/record/content/lesson.ts';
import { lessonsSection } from '../../../shared/export/list-sections.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aLesson, aProof, aRecord, NOW } from '../../support/world/records.ts';

const plain = (cell: readonly Inline[]): string =>
  cell.map((one) => (typeof one === 'string' ? one : one.kind === 'time' ? one.at.slice(0, 10) : one.text)).join('');

/** The status of a lesson, as the page of its record says it. */
function statusOf(with_: Partial<Lesson>): string | undefined {
  const [block] = lessonsSection({ ...aRecord(), lessons: [aLesson(with_)] })?.blocks ?? [];
  const cell = block?.kind === 'table' ? block.groups[0]?.rows[0]?.[3] : undefined;
  return cell && plain(cell);
}

it('says of a lesson what shows it, who put it in place, who confirmed it, and why it is open again', () => {
  const hands = { reference: aProof(), by: ANNA, at: NOW };
  const training = { audience: 'payroll', people: 20, trained: 18, at: NOW };
  const test = { what: 'A false mail', at: NOW, result: 'fired' as const, url: 'https://siem.example.com/1' };
  const confirmed = { by: BEN, at: NOW };
  expect([
    statusOf({}),
    statusOf({ status: 'claimed', claim: { ...hands, confirmBy: NOW } }),
    statusOf({ status: 'in place', inPlace: { ...hands, reference: { version: '2', training }, confirmed } }),
    statusOf({ status: 'in place', inPlace: { ...hands, reference: { version: '3', test } } }),
    statusOf({ reopened: { why: 'no longer holds', reason: 'Nobody follows it.', by: BEN, at: NOW } }),
  ]).toEqual([
    'open',
    `claimed 2 of 2026-11-21; put in place by ${ANNA.name}, waits for a second person`,
    `in place 2; 18 of 20 people (90 %) of payroll by 2026-11-21; put in place by ${ANNA.name}, confirmed by ${BEN.name} on 2026-11-21`,
    `in place 3; tested on 2026-11-21: A false mail, fired, result; put in place by ${ANNA.name}, not confirmed`,
    `open; no longer holds, ${BEN.name} says: Nobody follows it.`,
  ]);
});
