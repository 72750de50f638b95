import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Cause, ChainedEvent } from '../../domain/events/recorded-event.ts';
import { type ChainHead, GENESIS } from '../../domain/history/audit-chain.ts';
import type { LookEvent } from '../../domain/record/events/look-events.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { NotFound, VersionConflict } from '../errors.ts';
import { keys, PREFIX } from '../keys.ts';
import { getItem, type Table, transact } from '../table.ts';
import { chainEvents } from './chain-events.ts';
import { lookedHeadItem } from './changed-heads.ts';
import { chainedEvents, chainPage, type EntriesPage, type WantedEntries } from './log-reads.ts';
import { HeadItem } from './read-record.ts';
import { retryRace } from './retry-race.ts';
import type { StoreDependencies } from './store-dependencies.ts';

/**
 * Races for the end of the chain that a look may lose. Each is two small reads and a write, and one reader wins every round,
 * so the time of the call ends first.
 */
const RACE_LIMIT = 1_000;

/** Only looks at restricted records are logged, so no word of one goes to the bus. */
const MARK = 'AMBER+STRICT';

export type ReadLook = Extract<LookEvent, { type: 'Record Read' }>['data'];

const LooksHead = z.object({ sequence: z.int().positive(), lastHash: z.string() });

/**
 * The looks at restricted records. They are a chain of their own beside the log of changes:
 *
 *     log     EVENT#1 ── EVENT#2 ─────────────────── EVENT#3     RECORD  head, which writers race for
 *     looks             LOOK#1 (after 2) ── LOOK#2 (after 2)     LOOKS   head, which readers race for
 *
 * In one chain each look moved the head that writers decide on, and twelve readers at once refused each other and them.
 */
export function looksAtRecords(deps: StoreDependencies) {
  const { table } = deps;
  return {
    /** Writes down a look. Whoever was shown nothing until this is done has not looked unseen. */
    logLook: (id: PostMortemId, look: Omit<ReadLook, 'afterEntry'>, cause: Cause): Promise<void> =>
      retryRace(deps.backOff, () => logOnce(deps, id, look, cause), RACE_LIMIT),

    /** A page of the looks, in order. */
    looksPage: (id: PostMortemId, wanted: WantedEntries): Promise<EntriesPage> =>
      chainPage(table, (sequence) => keys.look(id, sequence), wanted),

    /** All looks, in order. */
    looks: (id: PostMortemId): Promise<ChainedEvent[]> => chainedEvents(table, id, PREFIX.look),

    /** The number of the newest look, 0 for none. */
    lookSequence: async (id: PostMortemId): Promise<number> => (await looksHead(table, id)).sequence,
  };
}

async function looksHead(table: Table, id: PostMortemId): Promise<ChainHead> {
  const item = await getItem(table, keys.looks(id));
  return item === undefined ? { sequence: 0, lastHash: GENESIS } : LooksHead.parse(item);
}

async function logOnce(
  deps: StoreDependencies,
  id: PostMortemId,
  look: Omit<ReadLook, 'afterEntry'>,
  cause: Cause,
): Promise<void> {
  const { table } = deps;
  const [head, record] = await Promise.all([looksHead(table, id), getItem(table, keys.record(id))]);
  if (record === undefined) throw new NotFound(`post-mortem ${id}`);
  const data = { ...look, afterEntry: HeadItem.parse(record).sequence };
  const entries = chainEvents(head, id, [{ type: 'Record Read', data }], cause, [MARK], deps);
  for (const event of entries) await appendLook(table, head, event);
}

/** @throws VersionConflict when another look was faster */
async function appendLook({ client, name }: Table, head: ChainHead, event: ChainedEvent): Promise<void> {
  const { postMortemId: id, sequence, hash } = event;
  const isFirst = head.sequence === 0;
  try {
    await transact({ client, name }, [
      {
        Put: {
          TableName: name,
          Item: { ...keys.looks(id), sequence, lastHash: hash },
          ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : '#sequence = :before',
          ...(isFirst
            ? {}
            : {
                ExpressionAttributeNames: { '#sequence': 'sequence' },
                ExpressionAttributeValues: { ':before': head.sequence },
              }),
        },
      },
      {
        Put: {
          TableName: name,
          Item: { ...keys.look(id, sequence), outbox: true, event },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      { Put: { TableName: name, Item: lookedHeadItem(event) } },
    ]);
  } catch (error) {
    throw wasFaster(error) ? new VersionConflict(id) : error;
  }
}

const wasFaster = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(
    ({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict',
  );
