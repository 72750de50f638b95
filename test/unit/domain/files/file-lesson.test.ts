import { describe, expect, it } from 'vitest';
import { exportRecord } from '../../../../shared/domain/files/export-record.ts';
import { rehearse } from '../../../../shared/domain/files/import-record.ts';
import { PostMortemFile, type PostMortemFileInput } from '../../../../shared/domain/files/post-mortem-file.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { sha256 } from '../../../../shared/sha256.ts';
import { aFile } from '../../../support/samples/post-mortem-files.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aLesson, aPostMortemId, aProof, NOW } from '../../../support/world/records.ts';

type FileLesson = NonNullable<PostMortemFileInput['lessons']>[number];

const EARLIER = '2026-11-20T10:00:00.000Z';
const claim = { reference: aProof(), by: ANNA, at: NOW, confirmBy: '2026-11-28T10:00:00.000Z' };
const inPlace = { reference: aProof(), by: ANNA, at: NOW };
const confirmed = { by: BEN, at: NOW };

function faultsOf(with_: Partial<FileLesson>, status?: PostMortemFileInput['status']): string[] {
  const { id: _, ...lesson } = aLesson();
  const read = PostMortemFile.safeParse(aFile({ status, lessons: [{ ...lesson, ...with_ }] }));
  return (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a lesson of a file', () => {
  it.each<[string, Partial<FileLesson>]>([
    ['open', {}],
    ['claimed', { status: 'claimed', claim }],
    ['claimed in another version than the one in place', { status: 'claimed', claim, inPlace }],
    ['put in place before lessons were confirmed', { status: 'in place', inPlace }],
    ['confirmed by a second person', { status: 'in place', inPlace: { ...inPlace, confirmed } }],
  ])('may be %s', (_, lesson) => {
    expect([faultsOf(lesson), faultsOf(lesson, 'open')]).toEqual([[], []]);
  });

  it.each<[string, Partial<FileLesson>, fault: string]>([
    ['claimed, and nobody says so', { status: 'claimed' }, 'lessons.0.claim: the lesson is claimed; say by whom'],
    ['open, and claimed', { claim }, 'lessons.0.claim: the lesson is open, so nobody claims that it is in place'],
    ['in place, and still claimed', { status: 'in place', claim, inPlace }, 'lessons.0.claim: the lesson is in place'],
    ['in place, and nobody put it there', { status: 'in place' }, 'lessons.0.inPlace: the lesson is in place; say by'],
    ['open, and in place', { inPlace }, 'lessons.0.inPlace: the lesson is open, so it is not in place'],
    [
      'confirmed by whoever put it in place',
      { status: 'in place', inPlace: { ...inPlace, confirmed: { ...confirmed, by: ANNA } } },
      'lessons.0.inPlace.confirmed.by: whoever put a lesson in place does not confirm it',
    ],
    [
      'confirmed by the same human under another profile',
      {
        status: 'in place',
        inPlace: {
          ...{ reference: aProof(), at: NOW, by: { ...ANNA, email: 'anna@example.com' } },
          confirmed: { at: NOW, by: { ...BEN, email: 'Anna@Example.com' } },
        },
      },
      'lessons.0.inPlace.confirmed.by: whoever put',
    ],
    [
      'confirmed by whoever answers for the program that put it in place',
      {
        status: 'in place',
        inPlace: {
          ...{ reference: aProof(), at: NOW, by: { kind: 'machine', id: 'wiki', owner: 'ben@example.com' } },
          confirmed: { at: NOW, by: { ...BEN, email: 'ben@example.com' } },
        },
      },
      'lessons.0.inPlace.confirmed.by: whoever put',
    ],
    [
      'confirmed before it was in place',
      { status: 'in place', inPlace: { ...inPlace, confirmed: { ...confirmed, at: EARLIER } } },
      `lessons.0.inPlace.confirmed.at: ${EARLIER} is before ${NOW}, when the lesson was put in place`,
    ],
  ])('is refused by its place: %s', (_, lesson, fault) => {
    expect([faultsOf(lesson), faultsOf(lesson, 'open')]).toEqual([
      [expect.stringContaining(fault)],
      [expect.stringContaining(fault)],
    ]);
  });
});

describe('the evidence that the test of a lesson names', () => {
  const test = { what: 'Copied 3 GB to a new host', at: NOW, result: 'fired' as const };
  const shownBy = (evidenceId: string | undefined) => ({ ...aProof(), test: { ...test, evidenceId } });
  const held = { name: 'siem.log', mediaType: 'text/plain', bytes: 1, sha256: 'a'.repeat(64) };
  const { id: _, ...lesson } = aLesson({ updates: 'detection' });
  const reviewed = { reference: shownBy('second'), by: { kind: 'person' as const, id: 'carl', name: 'Carl' }, at: NOW };
  const file = aFile({
    evidence: [
      { ...held, id: 'first' },
      { ...held, id: 'second', name: 'siem-2.log' },
    ],
    lessons: [
      { ...lesson, status: 'claimed', claim: { ...claim, reference: shownBy('second') } },
      { ...lesson, status: 'in place', inPlace: { ...inPlace, reference: shownBy('first'), confirmed, reviewed } },
    ],
  });
  const imported = () => {
    const wanted = { file: PostMortemFile.parse(file), sha256: sha256('file'), at: NOW, by: ANNA, status: undefined };
    return rehearse(aPostMortemId(), wanted, DEFAULT_CONFIG, sha256);
  };

  it('is named by its new id after an import, in a claim, in what stands and in its review', () => {
    const { evidence, lessons } = imported();
    const [first, second] = evidence.map(({ id }) => id);
    expect(lessons).toMatchObject([
      { claim: { reference: { test: { evidenceId: second } } } },
      {
        inPlace: {
          reference: { test: { evidenceId: first } },
          reviewed: { reference: { test: { evidenceId: second } } },
        },
      },
    ]);
  });

  it('is there in the file', () => {
    expect(
      faultsOf({ status: 'in place', inPlace: { ...inPlace, reference: shownBy('third'), confirmed, reviewed } }),
    ).toEqual([
      'lessons.0.inPlace.reference.test.evidenceId: there is no evidence "third" in this file',
      'lessons.0.inPlace.reviewed.reference.test.evidenceId: there is no evidence "second" in this file',
    ]);
  });

  it('is left out of an export that leaves it out, as what had not arrived', () => {
    const record = imported();
    const second = record.evidence[1];
    const evidence = record.evidence.map((one) => (one === second ? one : { ...one, status: 'expected' as const }));
    const exported = exportRecord({ ...record, evidence }, [], []);
    expect([
      PostMortemFile.safeParse(JSON.parse(JSON.stringify(exported))).error,
      exported.lessons.map((one) => [one.claim, one.inPlace, one.inPlace?.reviewed].map((by) => by?.reference.test)),
    ]).toEqual([
      undefined,
      [
        [{ ...test, evidenceId: second?.id }, undefined, undefined],
        [undefined, test, { ...test, evidenceId: second?.id }],
      ],
    ]);
  });
});
