import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordedEvent } from '../../domain/events/recorded-event.ts';
import { type Signal, type Subject, WHOLE_SUBJECT } from '../../domain/verification/signal.ts';
import {
  NOTHING_SAID,
  type Said,
  type SourceState,
  stateOf,
  stateWith,
} from '../../domain/verification/verdict/source-state.ts';
import type { SourceHistory } from '../../domain/verification/verdict/stretches.ts';
import { ReadConflict } from '../errors.ts';
import { keys, partitions } from '../keys.ts';
import { type BackOff, retryRace } from '../records/retry-race.ts';
import { itemsUnder, type Table } from '../table.ts';
import { LastWordsItem, stateIn, storedState } from './last-words-item.ts';
import { earlierSignals, logWord, type SourceOn, saidIn, saidOf, sourceKey, sourceOn } from './words.ts';

/**
 * Logs a signal, once, and brings the last words of its source in step. The log comes first: the last words are a cache of it, and
 * whoever hears of the signal brings them in step again.
 */
export async function storeSignal(
  table: Table,
  signal: Signal,
  event: RecordedEvent,
  backOff?: BackOff,
): Promise<'stored' | 'repeated'> {
  if (!(await logWord(table, signal, event))) return 'repeated';
  if (!(await wentOn(table, signal))) await rememberWord(table, signal, backOff);
  return 'stored';
}

/**
 * One more pass after a pass, in one write without a read: most signals are that. One after words that judge nothing ends their
 * count, and has to be looked at.
 *
 * @returns false when it is something else, and nothing was written
 */
async function wentOn({ client, name }: Table, signal: Signal): Promise<boolean> {
  if (signal.outcome !== 'pass') return false;
  const of = sourceOn(signal);
  try {
    await client.send(
      new UpdateCommand({
        TableName: name,
        Key: keys.lastWords(of.subject, sourceKey(of)),
        UpdateExpression: 'SET lastAt = :at',
        ConditionExpression: 'lastOutcome = :pass AND lastAt < :at AND attribute_not_exists(notJudged)',
        ExpressionAttributeValues: { ':at': new Date(signal.observedAt).toISOString(), ':pass': 'pass' },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * Brings the last words of a source in step with one of its signals. Costs half a read when they are, which they mostly are; the log
 * of the source is read only for a word that arrives late, or for the first one.
 *
 * @returns `more of the same`: a pass after a pass, which changes how fresh the evidence is and nothing else, or a word that judges
 *   nothing
 */
export async function rememberWord(
  table: Table,
  signal: Signal,
  backOff: BackOff = () => Promise.resolve(),
): Promise<'news' | 'more of the same'> {
  const said = saidIn(signal);
  const of = sourceOn(signal);
  let isFirstTry = true;
  return retryRace(backOff, async () => {
    // An old state has fewer words than there are, never others, and is found out when it is written over.
    const stored = await storedLastWords(table, of, { isLatest: !isFirstTry });
    isFirstTry = false;
    const before = stored === undefined ? NOTHING_SAID : stateIn(stored);
    const longer = stored === undefined ? undefined : stateWith(before, said);
    const after = longer ?? stateOf(await saidOf(table, of));
    if (!isEqual(after, before)) await putLastWords(table, of, after, stored);
    return isMoreOfTheSame(after, said) ? 'more of the same' : 'news';
  });
}

/** Makes the last words of a source anew from its log. */
export async function rebuildLastWords(table: Table, of: SourceOn): Promise<void> {
  const stored = await storedLastWords(table, of, { isLatest: true });
  const said = await saidOf(table, of);
  if (stored !== undefined || said.length > 0) await putLastWords(table, of, stateOf(said), stored);
}

async function storedLastWords(
  { client, name }: Table,
  of: SourceOn,
  { isLatest }: { isLatest: boolean },
): Promise<LastWordsItem | undefined> {
  const Key = keys.lastWords(of.subject, sourceKey(of));
  const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: isLatest }));
  return LastWordsItem.optional().parse(Item);
}

/** State of every source about every resource of a subject, as its words are known now. */
export async function historiesAbout(table: Table, subject: Subject): Promise<SourceHistory[]> {
  const items = await itemsUnder(table, partitions.lastWords(subject));
  const known = items.map((item) => LastWordsItem.parse(item));
  const histories = known.map((one) => ({
    source: one.source,
    resource: one.resource,
    ...stateIn(one),
  }));
  return [...histories, ...(await earlierHistories(table, subject, histories))];
}

/** Sources that have said nothing since words are kept by source and resource. */
async function earlierHistories(
  table: Table,
  subject: Subject,
  known: readonly SourceHistory[],
): Promise<SourceHistory[]> {
  const isKnown = (source: string) => known.some((one) => one.source === source && one.resource === WHOLE_SUBJECT);
  const bySource = Map.groupBy(await earlierSignals(table, subject), ({ source }) => source);
  return [...bySource]
    .filter(([source]) => !isKnown(source))
    .map(([source, signals]) => ({
      source,
      resource: WHOLE_SUBJECT,
      ...stateOf(signals.map(saidIn)),
    }));
}

async function putLastWords(
  { client, name }: Table,
  of: SourceOn,
  state: SourceState,
  before: LastWordsItem | undefined,
): Promise<void> {
  const { source, resource } = of;
  const Item = {
    ...keys.lastWords(of.subject, sourceKey(of)),
    ...{ source, resource, ...storedState(state), revision: (before?.revision ?? 0) + 1 },
  };
  try {
    await client.send(
      new PutCommand({
        TableName: name,
        Item,
        ...(before === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'revision = :revision AND lastAt = :lastAt',
              ExpressionAttributeValues: { ':revision': before.revision, ':lastAt': before.lastAt },
            }),
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new ReadConflict(Item.pk);
    throw error;
  }
}

function isMoreOfTheSame({ stretches }: SourceState, { at, outcome }: Said): boolean {
  if (outcome === 'not judged') return true;
  const last = stretches.at(-1);
  return outcome === 'pass' && last?.outcome === 'pass' && last.from < at;
}

const isEqual = (a: SourceState, b: SourceState): boolean => isDeepStrictEqual(a, b);
