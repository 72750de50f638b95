import { describe, expect, it } from 'vitest';
import { PostMortemFile, type PostMortemFileInput } from '../../../../shared/domain/files/post-mortem-file.ts';
import { aFile } from '../../../support/samples/post-mortem-files.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aLesson, aProof, NOW } from '../../../support/world/records.ts';

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
