import * as z from 'zod';
import { Signal, type Subject } from '../../domain/verification/signal.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { Actor } from '../../domain/words/person.ts';
import { sha256 } from '../../sha256.ts';
import { arrivals } from '../keys.ts';
import { type ListPlace, linesAfter } from '../lists/after-place.ts';
import { getItem, queryPages, type Table } from '../table.ts';

/** Signals that are read at once: a page is often as short as that. */
const READ_AT_ONCE = 25;

const Stored = z.object({
  sk: z.string(),
  signal: Signal,
  receivedAt: Instant,
  event: z.object({ actor: Actor }),
});

/** A signal with its arrival, and its place in the list. */
export type ArrivedSignal = { signal: Signal; receivedAt: string; actor: Actor; place: ListPlace };

/** Signals of one subject, and of a time; `before` is no part of it. */
export type WhichSignals = {
  subject?: Subject | undefined;
  since?: string | undefined;
  before?: string | undefined;
  after?: ListPlace | undefined;
};

/**
 * Signals, the newest arrival first. Reads what is taken of them, and nothing of what came before. Those from before there was such a list
 * are not in it.
 */
export async function* signalsByArrival(table: Table, which: WhichSignals): AsyncGenerator<ArrivedSignal> {
  const { subject, after } = which;
  const items = subject === undefined ? ofAll(table, which) : ofSubject(table, subject, which);
  yield* linesAfter(after, arrivedIn(items), ({ place }) => place);
}

async function* arrivedIn(items: AsyncGenerator<unknown>): AsyncGenerator<ArrivedSignal> {
  for await (const item of items) {
    const { sk, signal, receivedAt, event } = Stored.parse(item);
    const place = { at: receivedAt, mark: sha256(sk).slice(0, 16) };
    yield { signal, receivedAt, actor: event.actor, place };
  }
}

async function* ofAll(table: Table, which: WhichSignals): AsyncGenerator<unknown> {
  if (isEmpty(which)) return;
  const input = {
    IndexName: 'byDeadline',
    KeyConditionExpression: 'deadlineQueue = :queue AND deadlineAt BETWEEN :from AND :to',
    ...newestFirst(arrivals.signals, which),
  };
  for await (const page of queryPages(table, input)) yield* page.filter(isIn(which, 'deadlineAt'));
}

/** Keys alone are in the index of subjects, so that it costs little to write: the signals are read one by one, a page at once. */
async function* ofSubject(table: Table, subject: Subject, which: WhichSignals): AsyncGenerator<unknown> {
  if (isEmpty(which)) return;
  const input = {
    IndexName: 'byNextAction',
    KeyConditionExpression: 'nextActionQueue = :queue AND nextActionAt BETWEEN :from AND :to',
    ...newestFirst(arrivals.signalsOf(subject), which),
  };
  for await (const page of queryPages(table, input)) {
    const keys = page.filter(isIn(which, 'nextActionAt')).map((item) => KeyOf.parse(item));
    yield* (await Promise.all(keys.map((key) => getItem(table, key)))).filter((item) => item !== undefined);
  }
}
const KeyOf = z.object({ pk: z.string(), sk: z.string() });

const FIRST_TIME = '1970';
const LAST_TIME = '9999';

const spanOf = ({ since = FIRST_TIME, before, after }: WhichSignals) => ({
  from: since,
  to: after?.at ?? before ?? LAST_TIME,
});

/** DynamoDB refuses a span that ends before it begins. */
function isEmpty(which: WhichSignals): boolean {
  const { from, to } = spanOf(which);
  return from > to;
}

function newestFirst(queue: string, which: WhichSignals) {
  const { from, to } = spanOf(which);
  return {
    ExpressionAttributeValues: { ':queue': queue, ':from': from, ':to': to },
    ScanIndexForward: false,
    Limit: READ_AT_ONCE,
  };
}

/** BETWEEN takes both ends in. */
const isIn =
  ({ before }: WhichSignals, name: string) =>
  (item: Record<string, unknown>): boolean =>
    before === undefined || String(item[name]) < before;
