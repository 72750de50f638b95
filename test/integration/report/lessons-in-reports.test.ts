import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lesson } from '../../../shared/domain/record/content/lesson.ts';
import { addPart } from '../../../shared/domain/record/decide/write-record.ts';
import { Duration } from '../../../shared/domain/words/duration.ts';
import { gatherReportInput } from '../../../shared/report/gather-report-input.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aLesson, aProof } from '../../support/world/records.ts';
import { aCause, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

/** Of one record as many lessons as it takes. */
const OF_EACH_RECORD = 40;
const AT_ONCE = 20;

async function write(lessons: readonly Lesson[]): Promise<void> {
  for (let from = 0; from < lessons.length; from += OF_EACH_RECORD) {
    const { id } = await openedRecord(world);
    const ofRecord = lessons.slice(from, from + OF_EACH_RECORD);
    for (let next = 0; next < ofRecord.length; next += AT_ONCE) {
      const some = ofRecord.slice(next, next + AT_ONCE);
      await world.store.changePostMortem(
        id,
        (record) => some.flatMap((content) => addPart(record, { kind: 'lesson', content }, ANNA)),
        aCause(ANNA),
      );
    }
  }
  await world.deliver();
  expect(world.failures).toEqual([]);
}

const lessonsNow = async () => {
  const report = validationReport(await gatherReportInput(world, world.now()));
  return { ...report.lessonsNow };
};

describe('with more lessons than it lists, the validation report', () => {
  it('counts all that no longer hold, of all and by team', async () => {
    const at = world.now();
    const reopened = { why: 'no longer holds' as const, reason: 'The page is gone.', by: BEN, at };
    await write([
      ...Array.from({ length: 100 }, () => aLesson()),
      ...[1, 2, 3].map(() => aLesson({ reopened, dueAt: '2027-06-01T00:00:00.000Z' })),
      aLesson({ reopened: { ...reopened, why: 'claim refused' } }),
    ]);
    const { totals, byTeam, isMore } = await lessonsNow();
    expect([totals, byTeam?.[0], isMore]).toMatchObject([
      { open: 104, noLongerHolds: 3 },
      { open: 104, noLongerHolds: 3 },
      true,
    ]);
  });

  it('lists those first that are to be reviewed, of what is in place', async () => {
    const inPlace = { reference: aProof(), by: ANNA, at: world.now(), confirmed: { by: BEN, at: world.now() } };
    const dueOn = (dueAt: string) => aLesson({ status: 'in place', inPlace, dueAt });
    const reviewEvery = Duration.parse('P30D');
    const toReview = ['2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'].map((nextReviewAt) =>
      aLesson({ status: 'in place', inPlace, reviewEvery, nextReviewAt }),
    );
    await write([...Array.from({ length: 100 }, () => dueOn('2027-06-01T00:00:00.000Z')), ...toReview]);
    world.clock.advance('P3D');
    const { listed = [], isMore } = await lessonsNow();
    expect([listed.slice(0, 3).map(({ lessonId, standing }) => [lessonId, standing]), listed.length, isMore]).toEqual([
      [...toReview.map(({ id }) => [id, 'review due']), [expect.any(String), 'in place']],
      100,
      true,
    ]);
  });
});

it('both reports say that a lesson is open because its claim was refused', async () => {
  const reopened = { why: 'claim refused' as const, reason: 'It is not on that page.', by: BEN, at: world.now() };
  await write([aLesson({ reopened, dueAt: world.now() })]);
  const input = await gatherReportInput(world, world.now());
  expect([validationReport(input).lessonsNow?.listed, overdueReport(input).lessons]).toMatchObject([
    [{ standing: 'claim refused' }],
    [{ duty: 'put in place', reopened: 'claim refused' }],
  ]);
});
