import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
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
import { getItem, itemsUnder, type Table } from '../table.ts';
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
  stretches: z.array(StoredStretch),
  revision: z.int().positive(),
});

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
  const isNew = await logWord(table, signal, event);
  await rememberWord(table, signal, backOff);
  return isNew ? 'stored' : 'repeated';
}

/**
 * Brings the last words of a source in step with one of its signals. Costs one read and one write; the log of the source is read
 * only for a word that arrives late, or for the first one.
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
  return retryRace(backOff, async () => {
    const stored = LastWordsItem.optional().parse(await getItem(table, keys.lastWords(of.subject, sourceKey(of))));
    const before = stored?.stretches.map(stretchIn) ?? [];
    const after = stored === undefined ? undefined : withWord(before, word);
    const stretches = after ?? stretchesOf(await wordsOf(table, of));
    if (!isEqual(stretches, before)) await putLastWords(table, of, stretches, stored?.revision);
    return isMoreOfTheSame(stretches, word) ? 'more of the same' : 'news';
  });
}

/** Makes the last words of a source anew from its log. */
export async function rebuildLastWords(table: Table, of: SourceOn): Promise<void> {
  const stored = LastWordsItem.optional().parse(await getItem(table, keys.lastWords(of.subject, sourceKey(of))));
  await putLastWords(table, of, stretchesOf(await wordsOf(table, of)), stored?.revision);
}

/** State of every source about every resource of a subject, as its words are known now. */
export async function historiesAbout(table: Table, subject: Subject): Promise<SourceHistory[]> {
  const items = await itemsUnder(table, partitions.lastWords(subject));
  const known = items.map((item) => LastWordsItem.parse(item));
  const histories = known.map(({ source, resource, stretches }) => ({
    source,
    resource,
    stretches: stretches.map(stretchIn),
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
  revision = 0,
): Promise<void> {
  const { source, resource } = of;
  const Item = {
    ...keys.lastWords(of.subject, sourceKey(of)),
    ...{ source, resource, stretches: stretches.map(stored), revision: revision + 1 },
  };
  try {
    await client.send(
      new PutCommand({
        TableName: name,
        Item,
        ...(revision === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': revision } }),
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
