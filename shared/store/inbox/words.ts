import * as z from 'zod';
import type { RecordedEvent } from '../../domain/events/recorded-event.ts';
import { resourceOf, Signal, type Subject } from '../../domain/verification/signal.ts';
import { isWord, type Said } from '../../domain/verification/verdict/source-state.ts';
import type { Word, WordOutcome } from '../../domain/verification/verdict/stretches.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { sha256 } from '../../sha256.ts';
import { arrivals, keys, partitions } from '../keys.ts';
import { type Item, itemsUnder, putNew, queryPage, queryPages, settledItems, type Table } from '../table.ts';

/** One source about one resource of a subject. */
export type SourceOn = { readonly subject: Subject; readonly source: string; readonly resource: string };

const SignalItem = z.object({ signal: Signal });

export const sourceOn = (signal: Signal): SourceOn => ({
  subject: signal.subject,
  source: signal.source,
  resource: resourceOf(signal),
});

/** Senders choose both names, which may be long and hold any character. */
export function sourceKey({ source, resource }: Pick<SourceOn, 'source' | 'resource'>): string {
  const statement = JSON.stringify([source, resource]);
  return sha256(statement).slice(0, 32);
}

/**
 * Two signals are the same when they say the same of the same resource at the same time, whatever their senders call them: fail,
 * pass and fail under the name of one finding are three. An answer counts for more than the same said unasked, so it is another.
 */
function identityOf(signal: Signal): string {
  const { subject, source, outcome, observedAt, answerTo } = signal;
  const said = [subject.type, subject.id, source, resourceOf(signal), outcome, observedAt];
  const statement = JSON.stringify(answerTo === undefined ? said : [...said, answerTo]);
  return sha256(statement).slice(0, 32);
}

/**
 * Puts a signal in the log of its source, with its event, once. The first arrival of it is kept.
 *
 * @returns false when it was there
 */
export async function logWord(table: Table, signal: Signal, event: RecordedEvent): Promise<boolean> {
  return (await putNew(table, wordItem(signal, event))) === undefined;
}

/** A signal as it is kept. The same write puts it into the lists of all signals and of its subject, so that none is missing there. */
export function wordItem(signal: Signal, event: RecordedEvent): Item {
  const { subject, observedAt } = signal;
  const receivedAt = event.occurredAt;
  return {
    ...keys.word(subject, sourceKey(sourceOn(signal)), observedAt, identityOf(signal)),
    ...{ deadlineQueue: arrivals.signals, deadlineAt: receivedAt },
    ...{ nextActionQueue: arrivals.signalsOf(subject), nextActionAt: receivedAt },
    ...{ outbox: true, event, signal, receivedAt },
  };
}

/** All that one source said about one resource, also before words were kept by source. */
export async function saidOf(table: Table, of: SourceOn): Promise<Said[]> {
  const items = await itemsUnder(table, partitions.words(of.subject), `${sourceKey(of)}#`);
  return [...items.map(signalIn), ...(await earlierOf(table, of))].map(saidIn);
}

/** The newest word of a source about a resource; undefined when it has said nothing that counts. */
export async function newestWord(table: Table, of: SourceOn): Promise<Word | undefined> {
  const pages = queryPages(table, { ...wordsUnder(of), ScanIndexForward: false, Limit: NEWEST });
  let newest: Word | undefined;
  for await (const page of pages) {
    for (const word of page.map(signalIn).flatMap(wordIn)) {
      if (newest !== undefined && word.at < newest.at) return newest;
      // Words of the same instant stand in the order of their identities, and the fail is the last one.
      if (newest === undefined || word.outcome === 'fail') newest = word;
    }
  }
  return (
    newest ??
    (await earlierOf(table, of))
      .flatMap(wordIn)
      .toSorted((a, b) => a.at - b.at)
      .at(-1)
  );
}

/** The first word that counts of a source about a resource after a time; undefined when there is none. */
export async function wordAfter(table: Table, of: SourceOn, at: string): Promise<Word | undefined> {
  const prefix = sourceKey(of);
  const query = {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    // Identities, which end the keys of that very time, are hexadecimal.
    ExpressionAttributeValues: {
      ':pk': partitions.words(of.subject),
      ':from': `${prefix}#${at}#g`,
      ':to': `${prefix}#~`,
    },
    Limit: NEWEST,
  };
  for await (const page of queryPages(table, { ConsistentRead: true, ...query })) {
    const [word] = page.map(signalIn).flatMap(wordIn);
    if (word !== undefined) return word;
  }
  return undefined;
}

/** Signals that are read together to find the newest that counts: most sources judge every time. */
const NEWEST = 3;

/** The signal by which a source said something of a resource at a time; undefined when there is none. */
export async function signalAt(
  table: Table,
  of: SourceOn,
  { at, outcome }: { at: string; outcome: WordOutcome },
): Promise<Signal | undefined> {
  const { items } = await queryPage(table, wordsUnder(of, `${at}#`));
  const isIt = (signal: Signal) => signal.observedAt === at && signal.outcome === outcome;
  return items.map(signalIn).find(isIt) ?? (await earlierOf(table, of)).find(isIt);
}

/** Signals about a subject from before words were kept by source and resource. */
export async function earlierSignals(table: Table, subject: Subject): Promise<Signal[]> {
  const items = await settledItems(table, partitions.signals(subject));
  return items.map((item) => SignalItem.parse(item).signal);
}

async function earlierOf(table: Table, { subject, source, resource }: SourceOn): Promise<Signal[]> {
  const earlier = await earlierSignals(table, subject);
  return earlier.filter((signal) => signal.source === source && resourceOf(signal) === resource);
}

/** Characters that are kept of the reason why a source did not judge. The whole of it is in its log. */
const REASON_LIMIT = 300;

/** A signal as its source's word. */
export function saidIn({ outcome, observedAt, answerTo, reason }: Signal): Said {
  const at = Date.parse(observedAt);
  if (outcome === 'not judged') {
    return { at, outcome, ...(reason === undefined ? {} : { reason: shortened(reason, REASON_LIMIT) }) };
  }
  return { at, outcome, ...(answerTo === undefined ? {} : { isAnswer: true }) };
}

/** A signal as a word that counts; none when its source did not judge. */
const wordIn = (signal: Signal): Word[] => [saidIn(signal)].filter(isWord);

const signalIn = (item: unknown): Signal => SignalItem.parse(item).signal;

const wordsUnder = (of: SourceOn, from = '') => ({
  ConsistentRead: true,
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: { ':pk': partitions.words(of.subject), ':prefix': `${sourceKey(of)}#${from}` },
});
