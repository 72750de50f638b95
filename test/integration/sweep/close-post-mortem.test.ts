import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventType } from '../../../shared/domain/events/events.ts';
import {
  acceptRecommendationRisk,
  approve,
  declineRecommendation,
  returnToAuthors,
  submit,
} from '../../../shared/domain/record/decide/review-record.ts';
import { confirmLesson, putLessonInPlace, reopenLesson } from '../../../shared/domain/record/decide/settle-lesson.ts';
import { addPart } from '../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { acceptRisk, cancel, expireAcceptance } from '../../../shared/domain/remediation/decide/risk.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aLesson, aProof } from '../../support/world/records.ts';
import { aCause, submittedRecord, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), { verification: { steps: ['P7D'] } });
});
afterEach(() => world.close());

const UNTIL = '2026-12-01T00:00:00.000Z';
const words = { reason: 'The vendor is late.', compensatingControl: 'Mails are checked by hand.' };

const change = (id: PostMortemId, decide: (record: PostMortem) => RecordEvent[]) =>
  world.store.changePostMortem(id, decide, aCause(BEN));
const fix = ({ postMortemId, id }: Remediation, decide: (state: Remediation) => RemediationEvent[]) =>
  world.store.changeRemediation(postMortemId, id, (state) => (state ? decide(state) : []), aCause(BEN));
const statusOf = async (id: PostMortemId) => (await world.store.postMortem(id))?.status;
const count = async (wanted: EventType) => (await world.outbox()).filter(({ type }) => type === wanted).length;

describe('close-post-mortem', () => {
  it('closes a record when its last fix is verified, however often it is told', async () => {
    const remediation = await ticketedRemediation(world, {
      verification: { checks: [{ kind: 'ticket state' }], untestedBecause: 'Nobody can look at it from outside.' },
    });
    const meanwhile = await statusOf(remediation.postMortemId);
    world.simulator.transition(remediation.ticket.key, 'Done');
    await world.sweep();
    await world.deliver();
    const verified = (await world.outbox()).find(({ type }) => type === 'Remediation Verified');
    if (verified !== undefined) await world.handOver(verified);
    const record = await world.store.postMortem(remediation.postMortemId);
    expect([meanwhile, record?.status, record?.closedAt, await count('Post-Mortem Closed')]).toEqual([
      'approved',
      'closed',
      world.now(),
      1,
    ]);
  });

  it('closes a record at once when nothing of it is to be done', async () => {
    const { id, recommendations } = await submittedRecord(world, {}, { title: 'Train everybody in payroll' });
    const [declined, accepted] = recommendations;
    if (declined === undefined || accepted === undefined) throw new Error('there are two recommendations');
    await change(id, (record) => declineRecommendation(record, declined.id, 'We leave that product.', BEN));
    await change(id, (record) =>
      acceptRecommendationRisk(record, accepted.id, { until: UNTIL, ...words }, BEN, world.now(), world.config),
    );
    await change(id, (record) => approve(record, record.revision, BEN, world.now(), world.config));
    await world.deliver();
    expect(await statusOf(id)).toBe('closed');
  });

  it('waits for lessons to be confirmed as it waits for fixes, and is taken up again when one no longer holds', async () => {
    const lesson = aLesson();
    const record = await submittedRecord(world);
    await change(record.id, (current) => returnToAuthors(current, 'What is the lesson?', BEN));
    await change(record.id, (current) => addPart(current, { kind: 'lesson', content: lesson }, ANNA));
    await change(record.id, (current) => submit(current, ANNA, world.config));
    await change(record.id, (current) => approve(current, current.revision, BEN, world.now(), world.config));
    await world.deliver();
    const [remediation] = await world.store.remediations(record.id);
    if (remediation === undefined) throw new Error('the record has a remediation');
    await fix(remediation, (state) => cancel(state, 'The system was switched off.', BEN, world.now()));
    await world.deliver();
    const meanwhile = await statusOf(remediation.postMortemId);
    await change(remediation.postMortemId, (record) =>
      putLessonInPlace(record, lesson.id, aProof({ versionAt: world.now() }), ANNA, world.now()),
    );
    await world.deliver();
    const claimed = await statusOf(remediation.postMortemId);
    await change(remediation.postMortemId, (record) => confirmLesson(record, lesson.id, BEN, world.now()));
    await world.deliver();
    expect([meanwhile, claimed, await statusOf(remediation.postMortemId)]).toEqual(['approved', 'approved', 'closed']);
    await change(remediation.postMortemId, (record) =>
      reopenLesson(record, lesson.id, { reason: 'The page is gone.', dueAt: UNTIL }, BEN, world.now()),
    );
    await world.deliver();
    expect(await statusOf(remediation.postMortemId)).toBe('approved');
  });

  it('resumes a closed record when an accepted time is over, and closes it again', async () => {
    const remediation = await ticketedRemediation(world);
    await fix(remediation, (state) => acceptRisk(state, { until: UNTIL, ...words }, BEN, world.now(), world.config));
    await world.deliver();
    const closed = await statusOf(remediation.postMortemId);
    world.clock.advance('P20D');
    await fix(remediation, (state) => expireAcceptance(state, world.now()));
    await world.deliver();
    const resumed = await world.store.postMortem(remediation.postMortemId);
    await fix(remediation, (state) => cancel(state, 'The system was switched off.', BEN, world.now()));
    await world.deliver();
    expect([closed, resumed?.status, resumed?.closedAt, await statusOf(remediation.postMortemId)]).toEqual([
      'closed',
      'approved',
      undefined,
      'closed',
    ]);
  });

  it('is made up for once a day when nobody told it', async () => {
    const remediation = await ticketedRemediation(world);
    const { postMortemId } = remediation;
    await world.sweep();
    await fix(remediation, (state) => cancel(state, 'The system is gone since May.', BEN, world.now()));
    world.clock.advance('PT23H');
    await world.sweep();
    const meanwhile = await statusOf(postMortemId);
    world.clock.advance('PT1H');
    await world.sweep();
    expect([meanwhile, await statusOf(postMortemId), await count('Post-Mortem Closed')]).toEqual([
      'approved',
      'closed',
      1,
    ]);
  });
});
