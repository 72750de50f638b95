import * as z from 'zod';
import type { StoredRecord, Unreadable } from '../../domain/history/examine-record.ts';
import { itemNames } from '../../domain/history/item-names.ts';
import { inOrder } from '../../domain/record/content/timeline.ts';
import { Remediation } from '../../domain/remediation/remediation.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { ReadConflict } from '../errors.ts';
import { keys, PREFIX } from '../keys.ts';
import { getItem, itemsUnder, type Key, type Table } from '../table.ts';
import { isRemoved } from './append.ts';
import { commentsIn } from './comment-items.ts';
import { HeadItem, readRecord } from './read-record.ts';
import { EntryItem, PackItem } from './timeline-items.ts';

const RACE_LIMIT = 12;

const Keyed = z.looseObject({ pk: z.string(), sk: z.string() });
const EventItem = z.looseObject({ event: z.unknown() });
const RemediationItem = z.object({ remediation: Remediation });
const Head = z.object({ sequence: z.int().nonnegative(), lastHash: z.string() });

/**
 * Everything that is stored of a record, for whoever does not trust it: what cannot be read is part of the answer.
 *
 *     head 7 ── items, page by page ── head 7   all of one moment
 *     head 7 ── items, page by page ── head 8   somebody wrote in between: again
 *
 * Looks are read up to their head of before. Those that came later are of no other moment: they changed nothing.
 *
 * @throws ReadConflict when somebody wrote in between every time
 */
export async function storedRecord(table: Table, id: PostMortemId): Promise<StoredRecord> {
  for (let attempt = 1; attempt <= RACE_LIMIT; attempt += 1) {
    const before = await headOf(table, keys.record(id));
    const looks = await headOf(table, keys.looks(id));
    const items = await itemsOf(table, id);
    const after = await headOf(table, keys.record(id));
    if (before?.sequence === after?.sequence && before?.lastHash === after?.lastHash) {
      // The first look of all came while the items were read.
      const isFirstLookNew = looks === undefined && (await headOf(table, keys.looks(id))) !== undefined;
      return read(id, isFirstLookNew ? items.filter(({ sk }) => !sk.startsWith(PREFIX.look)) : items, after, looks);
    }
  }
  throw new ReadConflict(`post-mortem ${id}`);
}

async function headOf(table: Table, key: Key): Promise<z.infer<typeof Head> | undefined> {
  return Head.safeParse(await getItem(table, key)).data;
}

/** What lies under the keys of a record. A long timeline is long in the log, too: they are read side by side. */
const PARTS = [
  itemNames.head,
  PREFIX.remediation,
  PREFIX.event,
  PREFIX.look,
  PREFIX.timelineEntry,
  PREFIX.ticketPack,
  PREFIX.comment,
];

async function itemsOf(table: Table, id: PostMortemId): Promise<z.infer<typeof Keyed>[]> {
  const parts = await Promise.all(PARTS.map((prefix) => itemsUnder(table, keys.record(id).pk, prefix)));
  return z.array(Keyed).parse(parts.flat());
}

function read(
  id: PostMortemId,
  items: readonly z.infer<typeof Keyed>[],
  head: z.infer<typeof Head> | undefined,
  looks: z.infer<typeof Head> | undefined,
): StoredRecord {
  const under = (prefix: string) => items.filter((item) => item.sk.startsWith(prefix) && !isRemoved(item));
  const headItem = items.find(({ sk }) => sk === itemNames.head);
  return {
    id,
    head,
    log: under(PREFIX.event).map((item) => EventItem.parse(item).event),
    looks: {
      head: looks,
      entries: under(PREFIX.look)
        .filter(({ sk }) => looks === undefined || sk <= itemNames.look(looks.sequence))
        .map((item) => EventItem.parse(item).event),
    },
    record:
      headItem === undefined
        ? undefined
        : readable(itemNames.head, () => readRecord(HeadItem.parse(headItem), under(PREFIX.part))),
    timeline: readable(itemNames.timeline, () =>
      inOrder([
        ...under(PREFIX.ticketPack).flatMap((item) => PackItem.parse(item).entries),
        ...under(PREFIX.timelineEntry).map((item) => EntryItem.parse(item).entry),
      ]),
    ),
    comments: readable(itemNames.comments, () => commentsIn(under(PREFIX.comment))),
    remediations: under(PREFIX.remediation).map((item) =>
      readable(item.sk, () => RemediationItem.parse(item).remediation),
    ),
  };
}

function readable<Value>(where: string, parse: () => Value): Value | Unreadable {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const fields = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return { where, unreadable: `it does not have the shape of its kind: ${fields}` };
  }
}
