import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventType } from '../../../shared/domain/events/events.ts';
import { acceptRecommendationRisk, approve } from '../../../shared/domain/record/decide/review-record.ts';
import { confirmLesson, putLessonInPlace } from '../../../shared/domain/record/decide/settle-lesson.ts';
import { measureRemoved } from '../../../shared/domain/record/decide/settle-measure.ts';
import { notificationSent } from '../../../shared/domain/record/decide/settle-record.ts';
import { addPart, changePart } from '../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { Duration } from '../../../shared/domain/words/duration.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { gatherReportInput } from '../../../shared/report/gather-report-input.ts';
import { dueParts } from '../../../shared/store/queues/due.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aLesson, aMeasure, aNotification, aProof } from '../../support/world/records.ts';
import { aCause, openedRecord, submittedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const change = (id: PostMortemId, decide: (record: PostMortem) => RecordEvent[]) =>
  world.store.changePostMortem(id, decide, aCause(BEN));
const of = async (wanted: EventType) => (await world.outbox()).filter(({ type }) => type === wanted);
const waiting = async (queue: Parameters<typeof dueParts>[1]) =>
  (await dueParts(world.table, queue, '2030-01-01T00:00:00.000Z')).length;

describe('a lesson', () => {
  const lesson = aLesson({ dueAt: '2026-12-01T00:00:00.000Z', reviewEvery: Duration.parse('P90D') });

  it('is announced once when its day has passed, and no sweep reads it again', async () => {
    const { id } = await openedRecord(world);
    await change(id, (record) => addPart(record, { kind: 'lesson', content: lesson }, ANNA));
    await world.sweep();
    const before = (await of('Lesson Due')).length;
    world.clock.advance('P20D');
    await world.sweep();
    await world.sweep();
    expect([
      before,
      (await of('Lesson Due')).length,
      await waiting('lesson'),
      await waiting('announced lesson'),
    ]).toEqual([0, 1, 0, 1]);
    expect(world.counted()).toMatchObject({ LessonDue: 1 });
  });

  it('is announced again for a new date, when nobody confirms it, and for its review, but not for new words', async () => {
    const { id } = await openedRecord(world);
    await change(id, (record) => addPart(record, { kind: 'lesson', content: lesson }, ANNA));
    world.clock.advance('P20D');
    await world.sweep();
    const rewritten = { ...lesson, document: 'Handbook of payments' };
    await change(id, (record) => changePart(record, { kind: 'lesson', content: rewritten }, ANNA));
    await world.sweep();
    const proof = aProof({ versionAt: world.now() });
    const postponed = { ...rewritten, dueAt: '2026-12-20T00:00:00.000Z' };
    await change(id, (record) => changePart(record, { kind: 'lesson', content: postponed }, ANNA));
    world.clock.advance('P10D');
    await world.sweep();
    await change(id, (record) => putLessonInPlace(record, lesson.id, proof, ANNA, world.now()));
    await world.sweep();
    world.clock.advance('P8D');
    await world.sweep();
    await change(id, (record) => confirmLesson(record, lesson.id, BEN, world.now()));
    await world.sweep();
    world.clock.advance('P90D');
    await world.sweep();
    await world.sweep();
    expect((await of('Lesson Due')).map(({ data }) => Object(data).dueAt)).toEqual([
      '2026-12-01T00:00:00.000Z',
      '2026-12-20T00:00:00.000Z',
      '2026-12-28T10:00:00.000Z',
      '2027-03-29T10:00:00.000Z',
    ]);
  });
});

describe('a notification', () => {
  it('is announced once, before its legal deadline, when nobody wrote down that it was sent', async () => {
    const { id } = await openedRecord(world);
    const [late, sent] = [aNotification(), aNotification({ recipient: 'The customers', regime: 'contract' })];
    const clockStartedAt = world.now();
    for (const content of [
      { ...late, clockStartedAt },
      { ...sent, dueAt: '2026-11-24T00:00:00.000Z' },
    ]) {
      await change(id, (record) => addPart(record, { kind: 'notification', content }, ANNA));
    }
    await change(id, (record) => notificationSent(record, sent.id, { sentAt: world.now() }, ANNA));
    world.clock.advance('PT59H');
    await world.sweep();
    const tooEarly = (await of('Notification Due')).length;
    world.clock.advance('PT2H');
    await world.sweep();
    await world.sweep();
    expect([tooEarly, (await of('Notification Due')).map(({ data }) => data)]).toEqual([
      0,
      [
        {
          postMortemId: id,
          notificationId: late.id,
          regime: 'GDPR',
          stage: 'notification',
          dueAt: '2026-11-24T10:00:00.000Z',
        },
      ],
    ]);
    expect([await waiting('notification'), await waiting('announced notification')]).toEqual([0, 1]);
  });
});

describe('a temporary measure', () => {
  it('is announced once when its time is over, holds its record open, and waits for nobody once it is undone', async () => {
    const measure = aMeasure({ until: '2026-12-01T00:00:00.000Z' });
    const { id } = await openedRecord(world);
    await change(id, (record) => addPart(record, { kind: 'temporary measure', content: measure }, ANNA));
    await world.sweep();
    const before = (await of('Temporary Measure Due')).length;
    world.clock.advance('P20D');
    await world.sweep();
    await world.sweep();
    const told = { postMortemId: id, measureId: measure.id, kind: 'block', what: measure.what, ownerTeam: 'messaging' };
    const due = (await of('Temporary Measure Due')).map(({ data }) => data);
    expect([before, due]).toEqual([0, [{ ...told, dueAt: measure.until }]]);
    expect([await waiting('temporary measure'), await waiting('announced temporary measure')]).toEqual([0, 1]);
    const input = await gatherReportInput(world, world.now());
    expect(input.temporaryMeasures).toMatchObject([{ postMortemId: id, what: `block: ${measure.what}`, extended: 0 }]);
    const proof = { note: 'The rule is gone, and a test mail came through.' };
    await change(id, (record) => measureRemoved(record, measure.id, proof, BEN, world.now()));
    expect(await waiting('announced temporary measure')).toBe(0);
    expect((await gatherReportInput(world, world.now())).temporaryMeasures).toEqual([]);
  });
});

describe('a recommendation whose risk was accepted', () => {
  it('is carried out when the time is over, and gets its ticket', async () => {
    const { id, recommendations } = await submittedRecord(world);
    const words = { reason: 'The vendor is late.', compensatingControl: 'Mails are checked by hand.' };
    const until = '2026-12-01T00:00:00.000Z';
    const [accepted] = recommendations;
    if (accepted === undefined) throw new Error('there is a recommendation');
    await change(id, (record) =>
      acceptRecommendationRisk(record, accepted.id, { until, ...words }, BEN, world.now(), world.config),
    );
    await change(id, (record) => approve(record, record.revision, BEN, world.now(), world.config));
    await world.deliver();
    await world.sweep();
    const meanwhile = [(await world.store.postMortem(id))?.status, (await world.store.remediations(id)).length];
    world.clock.advance('P10D');
    await world.sweep();
    await world.sweep();
    await world.deliver();
    const [remediation] = await world.store.remediations(id);
    const record = await world.store.postMortem(id);
    expect([meanwhile, remediation?.state, record?.status, record?.recommendations[0]?.status]).toEqual([
      ['closed', 0],
      'open',
      'approved',
      'approved',
    ]);
    expect(await waiting('recommendation')).toBe(0);
  });
});
