import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseEvent } from '../../../shared/domain/events/events.ts';
import { firstBrokenLink } from '../../../shared/domain/history/audit-chain.ts';
import { applyToPostMortem } from '../../../shared/domain/record/apply-post-mortem.ts';
import { PART_LIMITS, type Part } from '../../../shared/domain/record/content/parts.ts';
import { entriesIn } from '../../../shared/domain/record/content/timeline.ts';
import { openPostMortem, waive } from '../../../shared/domain/record/decide/open-record.ts';
import { addPart, addTimelineEntry } from '../../../shared/domain/record/decide/write-record.ts';
import { isRecordEvent, type RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { applyToRemediation } from '../../../shared/domain/remediation/apply-remediation.ts';
import { isWatched, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { isRemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import { PartId, type PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { AlreadyExists, NotFound } from '../../../shared/store/errors.ts';
import { keys } from '../../../shared/store/keys.ts';
import { dueActions, dueParts } from '../../../shared/store/queues/due.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aLesson, aNotification, anIncident, aPostMortemId, TICKET } from '../../support/world/records.ts';
import { aCause, approvedRecord, openedRecord, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const entry = (what: string) => ({
  id: PartId.parse(world.newId()),
  at: world.now(),
  what,
  kind: 'action' as const,
  origin: 'person' as const,
});

describe('the record store', () => {
  it('loses no entry when twenty writers add one each at the same time', async () => {
    const { id, timelineCounts } = await openedRecord(world);
    const add = (what: string) => {
      const added = entry(what);
      return world.store.changePostMortem(id, (record) => addTimelineEntry(record, added, ANNA), aCause(ANNA));
    };
    const first = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => add(`entry ${index}`)));
    // Whoever lost a dozen races in a row is told so, and tries again as a client would.
    for (const [index, { status }] of first.entries()) if (status === 'rejected') await add(`entry ${index}`);
    const record = await world.store.postMortem(id);
    expect(record && entriesIn(record.timelineCounts)).toBe(entriesIn(timelineCounts) + 20);
    expect(await world.store.wholeTimeline(id)).toHaveLength(entriesIn(timelineCounts) + 20);
    expect(firstBrokenLink(await world.store.events(id), sha256)).toBeUndefined();
  });

  it('holds exactly what the replay of its log gives', async () => {
    const { postMortemId, id } = await ticketedRemediation(world);
    const events = (await world.store.events(postMortemId)).map(({ type, data }) => parseEvent(type, data));
    const replayed = {
      record: events.filter(isRecordEvent).reduce<PostMortem | undefined>(applyToPostMortem, undefined),
      remediation: events.filter(isRemediationEvent).reduce<Remediation | undefined>(applyToRemediation, undefined),
    };
    expect(replayed).toEqual({
      record: await world.store.postMortem(postMortemId),
      remediation: await world.store.remediation(postMortemId, id),
    });
  });

  it('moves the next look at a fix that stands as it was judged, and at no other', async () => {
    const { postMortemId, id, ticket } = await ticketedRemediation(world);
    world.simulator.transition(ticket.key, 'Done', { by: 'Mia Okafor' });
    await world.sweep();
    const judged = await world.store.remediation(postMortemId, id);
    if (judged === undefined || !isWatched(judged)) throw new Error('it is claimed');
    const later = '2027-06-01T00:00:00.000Z';
    const moved = await world.store.lookAgain(judged, { nextCheckAt: later });
    const afterIt = await world.store.remediation(postMortemId, id);
    const stale = await world.store.lookAgain(judged, { nextCheckAt: '2028-01-01T00:00:00.000Z' });
    const due = async (until: string) => (await Array.fromAsync(dueActions(world.table, 'verify', until))).length;
    expect([moved, stale, afterIt, await due('2027-05-31'), await due('2027-06-02')]).toEqual([
      true,
      false,
      { ...judged, nextCheckAt: later },
      0,
      1,
    ]);
    if (afterIt === undefined || !isWatched(afterIt)) throw new Error('it is claimed');
    await world.store.lookAgain(afterIt, {});
    const { nextCheckAt: _, ...never } = judged;
    expect([await world.store.remediation(postMortemId, id), await due('2999-01-01')]).toEqual([never, 0]);
  });

  it.each([
    ['an entry that was rewritten', 'SET event.#data = :changed', 'its content was changed'],
    [
      'an entry whose hash was rewritten with it',
      'SET event.#data = :changed, event.#hash = :hash',
      'its content was changed',
    ],
  ])('shows %s', async (_, UpdateExpression, because) => {
    const { id } = await openedRecord(world);
    const isHashToo = UpdateExpression.includes('#hash');
    await world.table.client.send(
      new UpdateCommand({
        TableName: world.table.name,
        Key: keys.event(id, 1),
        UpdateExpression,
        ExpressionAttributeNames: { '#data': 'data', ...(isHashToo ? { '#hash': 'hash' } : {}) },
        ExpressionAttributeValues: { ':changed': {}, ...(isHashToo ? { ':hash': sha256('{}') } : {}) },
      }),
    );
    expect(firstBrokenLink(await world.store.events(id), sha256)).toEqual({ sequence: 1, because });
  });

  it('shows an entry that is missing', async () => {
    const { id } = await openedRecord(world);
    const [, second] = await world.store.events(id);
    expect(firstBrokenLink(second === undefined ? [] : [second], sha256)).toEqual({
      sequence: 1,
      because: 'entry missing: the next one is 2',
    });
  });

  it('opens one record for a ticket, and names the pointer that is taken', async () => {
    const open = (id: PostMortemId) =>
      world.store.open(id, TICKET, openPostMortem(id, anIncident(), [], world.now(), world.config), aCause());
    await open(aPostMortemId());
    await expect(open(aPostMortemId())).rejects.toThrow(new AlreadyExists('TICKET#jira#jira.test#10001'));
  });

  it('approves as many recommendations as a record may hold, with all that follows, in one transaction', async () => {
    const { id } = await approvedRecord(world, ...Array.from({ length: PART_LIMITS.recommendation }, () => ({})));
    expect(await world.store.remediations(id)).toHaveLength(PART_LIMITS.recommendation);
  });

  it('ends a record with as many duties as it may hold in one transaction', async () => {
    const { id } = await openedRecord(world);
    const change = (decide: (record: PostMortem) => RecordEvent[]) =>
      world.store.changePostMortem(id, decide, aCause(BEN));
    for (let count = 0; count < PART_LIMITS.lesson; count += 1) {
      await change((record) => addPart(record, { kind: 'lesson', content: aLesson() }, ANNA));
    }
    const dueAt = '2026-12-01T00:00:00.000Z';
    for (let count = 0; count < PART_LIMITS.notification; count += 1) {
      await change((record) => addPart(record, { kind: 'notification', content: aNotification({ dueAt }) }, ANNA));
    }
    await change((record) => waive(record, 'It was a test of the filter.', BEN, world.now()));
    const left = [
      ...(await dueParts(world.table, 'lesson', '2030-01-01T00:00:00.000Z')),
      ...(await dueParts(world.table, 'notification', '2030-01-01T00:00:00.000Z')),
    ];
    expect([(await world.store.postMortem(id))?.status, left]).toEqual(['waived', []]);
  });

  it('refuses words that would make a record larger than an answer can be', async () => {
    const { id } = await openedRecord(world);
    const add = (kind: 'observation' | 'contributing factor', count: number) =>
      world.store.changePostMortem(
        id,
        () =>
          Array.from({ length: count }, () => {
            const content = { id: PartId.parse(world.newId()), statement: '酉'.repeat(4_000) };
            const part: Part =
              kind === 'observation'
                ? { kind, content: { ...content, kind: 'got lucky' } }
                : { kind, content: { ...content, kind: 'process gap' } };
            return { type: 'Part Added', data: { postMortemId: id, part, by: ANNA } };
          }),
        aCause(ANNA),
      );
    for (let count = 0; count < 5; count += 1) await add('observation', 40);
    await add('contributing factor', 40);
    await expect(add('contributing factor', 20)).rejects.toMatchObject({ name: 'Refusal', reason: 'limit' });
  });

  it('says so when there is no such record', async () => {
    const id = aPostMortemId();
    await expect(world.store.changePostMortem(id, () => [], aCause())).rejects.toThrow(
      new NotFound(`post-mortem ${id}`),
    );
  });

  it('writes nothing when nothing happened', async () => {
    const { id } = await openedRecord(world);
    const before = await world.store.events(id);
    await world.store.changePostMortem(id, () => [], aCause());
    expect(await world.store.events(id)).toEqual(before);
  });
});
