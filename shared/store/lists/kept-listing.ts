import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Count, ListEntry, Listing } from '../../domain/lists/list-entry.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { sha256 } from '../../sha256.ts';
import { VersionConflict } from '../errors.ts';
import { keys } from '../keys.ts';
import { type BackOff, retryRace } from '../records/retry-race.ts';
import { getItem, type Item, isConflict, type Key, type Table, transact, type Write } from '../table.ts';

/** What the lists say of one thing: its lines, the words by which it is found, and where it is counted. */
export type Kept = Listing & { words: { openedAt: string; words: readonly string[] } };

/** What stands in the lists of a thing now: keys of its lines, with a mark of what each shows; its words; its counts. */
const MarkItem = z.object({
  version: z.int().positive(),
  lines: z.record(z.string(), z.string()),
  words: z.array(z.string()),
  counts: z.array(z.string()),
});
type Mark = z.infer<typeof MarkItem>;
const NOTHING: Mark = { version: 1, lines: {}, words: [], counts: [] };

/** With the mark it stays under DynamoDB's 100 items in a transaction. */
const WRITES_AT_ONCE = 80;
const GAP = '\n';

/** Whatever has a mark of its own: a record, by `RECORD`, or one of its fixes, by its id. */
type ListedThing = { postMortemId: PostMortemId; part: string };

export type ListDependencies = { table: Table; backOff: BackOff; now: () => string };

/**
 * Brings the lists in step with a thing as it is now. Nothing is written when they are. Two at once, or the same again, or an old
 * word of it after a newer one, end the same: what is there is compared with the thing, not with what was told of it.
 *
 *     mark 7 read ─ thing read ─ lines and mark 8, if the mark is 7 ✓
 *     mark 7 read ─ thing read ─ lines and mark 8, if the mark is 7 ✗ read both again
 *
 * @param read the thing as it is now, consistently; undefined: there is none
 */
export function keepListing(
  { table, backOff, now }: ListDependencies,
  of: ListedThing,
  read: () => Promise<Kept | undefined>,
): Promise<boolean> {
  const key = keys.listMark(of.postMortemId, of.part);
  return retryRace(backOff, async () => {
    const item = await getItem(table, key);
    const before = item === undefined ? undefined : MarkItem.parse(item);
    const wanted = await read();
    if (wanted === undefined) return false;
    return bringInStep(table, { key, of, now: now() }, before, wanted);
  });
}

type Place = { key: Key; of: ListedThing; now: string };

/** In as many transactions as it takes; the mark says after each what is there. */
async function bringInStep(table: Table, place: Place, before: Mark | undefined, wanted: Kept): Promise<boolean> {
  const changes = changesOf(place, before ?? NOTHING, wanted);
  if (changes.length === 0) return false;
  let mark = before;
  for (let start = 0; start < changes.length; start += WRITES_AT_ONCE) {
    const chunk = changes.slice(start, start + WRITES_AT_ONCE);
    const next = chunk.reduce((so, { marked }) => marked(so), {
      ...(mark ?? NOTHING),
      version: (mark?.version ?? 0) + 1,
    });
    await write(table, place, mark, next, chunk);
    mark = next;
  }
  return true;
}

/** What a line says from now on; `since` where it counts as one that came into its list now. */
type NewText = { key: Key; line: unknown; since?: string };

/** One step: an item or a new text to write, or a count to move, and what the mark says once it is done. */
type Step = { item?: Item; shows?: NewText; marked: (mark: Mark) => Mark };

function changesOf(place: Place, before: Mark, { entries, words, counts }: Kept): Step[] {
  return [
    ...lineSteps(place, before.lines, entries),
    ...wordSteps(place, before.words, words),
    ...countSteps(before.counts, counts.map(countName)),
  ];
}

/** As long as somebody may take to read on: a cursor finds its place by the line, also when that is gone. */
const PLACE_KEPT_MS = 3_600_000;

/** No function may delete: what is gone is overwritten by a line that shows nothing, which DynamoDB deletes later. */
const gone = (key: Key, now: string): Item => ({
  ...key,
  removed: true,
  expiresAt: Math.floor((Date.parse(now) + PLACE_KEPT_MS) / 1_000),
});

const HASH_LENGTH = 12;

/** What the mark of a thing says of a line: a hash of what it shows, and the first letter of its rank. Marks of before end with the hash. */
const markOf = ({ line, rank }: ListEntry): string =>
  `${sha256(JSON.stringify(line)).slice(0, HASH_LENGTH)}${rank?.slice(0, 1) ?? ''}`;
const hashIn = (mark: string): string => mark.slice(0, HASH_LENGTH);
const rankIn = (mark: string): string => mark.slice(HASH_LENGTH);

function lineSteps({ now }: Place, before: Mark['lines'], entries: readonly ListEntry[]): Step[] {
  const lines = new Map(entries.map((entry) => [lineName(entry), entry]));
  const shownNow = [...lines].flatMap(([name, entry]): Step[] => {
    const shown = markOf(entry);
    const was = before[name];
    if (was !== undefined && hashIn(was) === hashIn(shown)) return [];
    const { line } = entry;
    const key = keyOfLine(name);
    const marked = (mark: Mark): Mark => ({ ...mark, lines: { ...mark.lines, [name]: shown } });
    if (was === undefined) return [{ item: { ...key, line, since: now }, marked }];
    // A line that says something new where it stands came into its list no later for that. One of another rank did: who goes
    // through the list once for each rank would meet it in both.
    const isRanked = rankIn(was) !== rankIn(shown);
    return [{ shows: { key, line, ...(isRanked ? { since: now } : {}) }, marked }];
  });
  const goneNow = Object.keys(before).filter((name) => !lines.has(name));
  const unlisted = ({ lines }: Mark, name: string) =>
    Object.fromEntries(Object.entries(lines).filter(([one]) => one !== name));
  return [
    ...shownNow,
    ...goneNow.map(
      (name): Step => ({
        item: gone(keyOfLine(name), now),
        marked: (mark) => ({ ...mark, lines: unlisted(mark, name) }),
      }),
    ),
  ];
}

function wordSteps({ of, now }: Place, before: readonly string[], { openedAt, words }: Kept['words']): Step[] {
  const keyOf = (word: string): Key => keys.searchWord(word, openedAt, of.postMortemId, of.part);
  const fresh = words.filter((word) => !before.includes(word));
  const goneNow = before.filter((word) => !words.includes(word));
  return [
    ...fresh.map(
      (word): Step => ({ item: keyOf(word), marked: (mark) => ({ ...mark, words: [...mark.words, word] }) }),
    ),
    ...goneNow.map(
      (word): Step => ({
        item: gone(keyOf(word), now),
        marked: (mark) => ({ ...mark, words: mark.words.filter((one) => one !== word) }),
      }),
    ),
  ];
}

function countSteps(before: readonly string[], after: readonly string[]): Step[] {
  const lost = without(before, after);
  return [
    ...without(after, before).map(
      (name): Step => ({ marked: (mark) => ({ ...mark, counts: [...mark.counts, name] }) }),
    ),
    ...lost.map((name): Step => ({ marked: (mark) => ({ ...mark, counts: without(mark.counts, [name]) }) })),
  ];
}

/** The names without as many of each as there are among the others. */
function without(names: readonly string[], others: readonly string[]): string[] {
  const left = [...names];
  for (const name of others) {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

const lineName = ({ list, at, id }: ListEntry): string => {
  const { pk, sk } = keys.listLine(list, at, id);
  return `${pk}${GAP}${sk}`;
};

function keyOfLine(name: string): Key {
  const [pk = '', sk = ''] = name.split(GAP);
  return { pk, sk };
}

const countName = ({ list, tlp }: Count): string => `${keys.count(list).sk}${GAP}${tlp}`;

/** Counts are moved by what the mark gains and loses, in its transaction: none is counted twice, or forgotten. */
async function write(
  table: Table,
  { key, of: { postMortemId: of } }: Place,
  before: Mark | undefined,
  next: Mark,
  steps: readonly Step[],
): Promise<void> {
  const isAsRead: Partial<NonNullable<Write['Put']>> =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': before.version },
        };
  const lines = steps.flatMap(({ item, shows }): Write[] => [
    ...(item === undefined ? [] : [{ Put: { TableName: table.name, Item: item } }]),
    ...(shows === undefined ? [] : [newText(table, shows)]),
  ]);
  const mark: Write = { Put: { TableName: table.name, Item: { ...key, ...next }, ...isAsRead } };
  try {
    await transact(table, [mark, ...lines, ...countMoves(table, before?.counts ?? [], next.counts)]);
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    const isOvertaken = reasons[0]?.Code === 'ConditionalCheckFailed';
    throw isOvertaken || isConflict(error) ? new VersionConflict(of) : error;
  }
}

const newText = ({ name: TableName }: Table, { key: Key, line, since }: NewText): Write => ({
  Update: {
    TableName,
    Key,
    UpdateExpression: `SET #line = :line${since === undefined ? '' : ', #since = :since'}`,
    ExpressionAttributeNames: { '#line': 'line', ...(since === undefined ? {} : { '#since': 'since' }) },
    ExpressionAttributeValues: { ':line': line, ...(since === undefined ? {} : { ':since': since }) },
  },
});

/** One update for each list: a transaction takes no item twice, and a record of another mark moves two counts of one list. */
function countMoves(table: Table, before: readonly string[], after: readonly string[]): Write[] {
  const moves = new Map<string, Map<string, number>>();
  const move = (name: string, by: number): void => {
    const [sk = '', tlp = ''] = name.split(GAP);
    const ofList = moves.get(sk) ?? new Map<string, number>();
    moves.set(sk, ofList.set(tlp, (ofList.get(tlp) ?? 0) + by));
  };
  for (const name of after) move(name, 1);
  for (const name of before) move(name, -1);
  return [...moves].flatMap(([sk, ofList]): Write[] => {
    const moved = [...ofList].filter(([, by]) => by !== 0);
    if (moved.length === 0) return [];
    return [
      {
        Update: {
          TableName: table.name,
          Key: { ...keys.count([]), sk },
          UpdateExpression: `ADD ${moved.map((_, index) => `#tlp${index} :by${index}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(moved.map(([tlp], index) => [`#tlp${index}`, tlp])),
          ExpressionAttributeValues: Object.fromEntries(moved.map(([, by], index) => [`:by${index}`, by])),
        },
      },
    ];
  });
}
