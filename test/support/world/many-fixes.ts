import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { WatchedRemediation } from '../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import type { Subject } from '../../../shared/domain/verification/signal.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { PostMortemId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { keys, queueShard } from '../../../shared/store/keys.ts';
import { watcherItems } from '../../../shared/store/queues/watchers.ts';
import { remediationItem } from '../../../shared/store/records/remediation-item.ts';
import { getItem, type Item } from '../../../shared/store/table.ts';
import { testIds } from './ids.ts';
import { latest, ticketedRemediation } from './stories.ts';
import type { World } from './world.ts';

/** A claimed fix with a control of its own. */
export type OneOfMany = { postMortemId: PostMortemId; remediationId: RecommendationId; subject: Subject };

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const ITEMS_IN_A_CALL = 25;
const CALLS_AT_ONCE = 4;

/**
 * Fixes under validation, as many as wanted, as copies of one that came the whole way. Written past the record store, so that a
 * hundred thousand take a minute; each has a record, to which its events are appended as to any other.
 *
 * @param dueAt time of the next look at each of them
 * @param hasRecord whether it has a record and is found by signals; one without takes its room and can only wait
 * @param isProven whether it was proven, which needs no further check for now
 */
export async function manyFixes(
  world: World,
  count: number,
  dueAt: (index: number) => string,
  { hasRecord = () => true, isProven = false }: { hasRecord?: (index: number) => boolean; isProven?: boolean } = {},
): Promise<OneOfMany[]> {
  const { fix, head } = await oneClaimed(world);
  const newId = testIds('01KB000000');
  const made: OneOfMany[] = [];
  await writeAll(world, function* () {
    for (let index = 0; index < count; index += 1) {
      const postMortemId = PostMortemId.parse(newId());
      const remediationId = RecommendationId.parse(newId());
      const subject = { type: 'control' as const, id: `control-${index}` };
      made.push({ postMortemId, remediationId, subject });
      const waiting: WatchedRemediation = {
        ...fix,
        ...{ id: remediationId, postMortemId, nextCheckAt: dueAt(index) },
        checks: [{ kind: 'signal' as const, subject, sources: ['scanner'] }],
      };
      const copy = isProven ? proven(waiting, world.now()) : waiting;
      yield remediationItem(copy, world.config);
      if (!hasRecord(index)) continue;
      yield { ...head, ...keys.record(postMortemId), head: { ...Object(head.head), id: postMortemId } };
      yield* watcherItems([claimed(copy)], undefined, copy);
    }
  });
  return made;
}

const proven = (fix: WatchedRemediation, at: string): WatchedRemediation => ({
  ...fix,
  ...{ state: 'verified', verifiedAt: at, grade: 'proven' },
});

async function oneClaimed(world: World): Promise<{ fix: WatchedRemediation; head: Item }> {
  const subject = { type: 'control' as const, id: 'the-first' };
  const open = await ticketedRemediation(world, {
    verification: { checks: [{ kind: 'signal', subject, sources: ['scanner'] }] },
  });
  world.simulator.transition(open.ticket.key, 'Done', { by: 'Mia Okafor' });
  await world.sweep();
  await world.deliver();
  const fix = await latest(world, open);
  const head = Head.parse(await getItem(world.table, keys.record(open.postMortemId)));
  if (fix.state !== 'claimed') throw new Error(`expected a claimed fix, found ${fix.state}`);
  // It is out of the way of those that are counted.
  const far = addDuration(world.now(), Duration.parse('P3650D'));
  await writeAll(world, function* () {
    yield remediationItem({ ...fix, nextCheckAt: far }, world.config);
  });
  return { fix, head };
}

const Head = z.looseObject({ pk: z.string(), sk: z.string() });

function claimed({
  postMortemId,
  id: remediationId,
  ticket,
  claim,
  nextCheckAt = '',
}: WatchedRemediation): RemediationEvent {
  return { type: 'Remediation Claimed', data: { postMortemId, remediationId, ticket, claim, nextCheckAt } };
}

/** Writes items as fast as the engine takes them. */
export async function writeAll({ table }: Pick<World, 'table'>, items: () => Iterable<Item>): Promise<void> {
  const calls = callsOf(items());
  const lane = async (): Promise<void> => {
    for (const puts of calls) {
      await table.client.send(
        new BatchWriteCommand({ RequestItems: { [table.name]: puts.map((Item) => ({ PutRequest: { Item } })) } }),
      );
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, lane));
}

function* callsOf(items: Iterable<Item>): Generator<Item[]> {
  let call: Item[] = [];
  for (const item of items) {
    call.push(item);
    if (call.length < ITEMS_IN_A_CALL) continue;
    yield call;
    call = [];
  }
  if (call.length > 0) yield call;
}

/** Puts something in the place of a fix that nobody can read. It is due as the fix was. */
export async function spoil(world: World, { postMortemId, remediationId }: OneOfMany, dueAt: string): Promise<void> {
  await writeAll(world, function* () {
    const due = { nextActionQueue: queueShard('verify', remediationId), nextActionAt: dueAt };
    yield { ...keys.remediation(postMortemId, remediationId), remediation: {}, ...due };
  });
}

/** An item in the index of what is due whose key is of no record. */
export async function strayItem(world: World, dueAt: string): Promise<void> {
  await writeAll(world, function* () {
    yield { pk: 'STRAY#1', sk: 'STRAY#1', nextActionQueue: queueShard('verify', '0'), nextActionAt: dueAt };
  });
}
