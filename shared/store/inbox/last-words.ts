import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RecordedEvent } from '../../domain/events/recorded-event.ts';
import { type Signal, type Subject, WHOLE_SUBJECT } from '../../domain/verification/signal.ts';
import {
  type SourceHistory,
  type Stretch,
  stretchesOf,
  type Word,
  withWord,
} from '../../domain/verification/verdict/stretches.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { ReadConflict } from '../errors.ts';
import { keys, partitions } from '../keys.ts';
import { type BackOff, retryRace } from '../records/retry-race.ts';
import { itemsUnder, type Table } from '../table.ts';
import { earlierSignals, logWord, type SourceOn, sourceKey, sourceOn, wordIn, wordsOf } from './words.ts';

const StoredStretch = z.object({
  outcome: z.enum(['pass', 'fail', 'gone']),
  from: Instant,
  to: Instant,
  fails: z.array(Instant).optional(),
  answers: z.array(Instant).optional(),
});
const LastWordsItem = z.object({
  source: z.string(),
  resource: z.string(),
  /** The last one ends at `lastAt`, which moves on by itself. */
  stretches: z.array(StoredStretch),
  lastOutcome: z.enum(['pass', 'fail', 'gone', 'none']),
  lastAt: Instant,
  revision: z.int().positive(),
});
type LastWordsItem = z.infer<typeof LastWordsItem>;

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
 * One more pass after a pass, in one write without a read: most signals are that.
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
        ConditionExpression: 'lastOutcome = :pass AND lastAt < :at',
        ExpressionAttributeValues: { ':at': instant(Date.parse(signal.observedAt)), ':pass': 'pass' },
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
 * @returns `more of the same`: a pass after a pass, which changes how fresh the evidence is and nothing else
 */
export async function rememberWord(
  table: Table,
  signal: Signal,
  backOff: BackOff = () => Promise.resolve(),
): Promise<'news' | 'more of the same'> {
  const [word] = wordIn(signal);
  if (word === undefined) return 'more of the same';
  const of = sourceOn(signal);
  let isFirstTry = true;
  return retryRace(backOff, async () => {
    // An old state has fewer words than there are, never others, and is found out when it is written over.
    const stored = await storedLastWords(table, of, { isLatest: !isFirstTry });
    isFirstTry = false;
    const before = stored === undefined ? [] : stretchesIn(stored);
    const after = stored === undefined ? undefined : withWord(before, word);
    const stretches = after ?? stretchesOf(await wordsOf(table, of));
    if (!isEqual(stretches, before)) await putLastWords(table, of, stretches, stored);
    return isMoreOfTheSame(stretches, word) ? 'more of the same' : 'news';
  });
}

/** Makes the last words of a source anew from its log. */
export async function rebuildLastWords(table: Table, of: SourceOn): Promise<void> {
  const stored = await storedLastWords(table, of, { isLatest: true });
  await putLastWords(table, of, stretchesOf(await wordsOf(table, of)), stored);
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
    stretches: stretchesIn(one),
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
      stretches: stretchesOf(signals.flatMap(wordIn)),
    }));
}

async function putLastWords(
  { client, name }: Table,
  of: SourceOn,
  stretches: readonly Stretch[],
  before: LastWordsItem | undefined,
): Promise<void> {
  const { source, resource } = of;
  const last = stretches.at(-1);
  const Item = {
    ...keys.lastWords(of.subject, sourceKey(of)),
    ...{ source, resource, stretches: stretches.map(stored), revision: (before?.revision ?? 0) + 1 },
    ...{ lastOutcome: last?.outcome ?? 'none', lastAt: instant(last?.to ?? 0) },
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

function isMoreOfTheSame(stretches: readonly Stretch[], { at, outcome }: Word): boolean {
  const last = stretches.at(-1);
  return outcome === 'pass' && last?.outcome === 'pass' && last.from < at;
}

const isEqual = (a: readonly Stretch[], b: readonly Stretch[]): boolean => JSON.stringify(a) === JSON.stringify(b);

const stretchesIn = ({ stretches, lastAt }: LastWordsItem): Stretch[] =>
  stretches.map((one, index) => stretchIn(index === stretches.length - 1 ? { ...one, to: lastAt } : one));

const stretchIn = ({ outcome, from, to, fails = [], answers = [] }: z.infer<typeof StoredStretch>): Stretch => ({
  outcome,
  from: Date.parse(from),
  to: Date.parse(to),
  fails: fails.map((at) => Date.parse(at)),
  answers: answers.map((at) => Date.parse(at)),
});

const stored = ({ outcome, from, to, fails, answers }: Stretch): z.input<typeof StoredStretch> => ({
  ...{ outcome, from: instant(from), to: instant(to) },
  ...(fails.length === 0 ? {} : { fails: fails.map(instant) }),
  ...(answers.length === 0 ? {} : { answers: answers.map(instant) }),
});

const instant = (at: number): string => new Date(at).toISOString();
