import * as z from 'zod';
import { itemNames } from '../../domain/history/item-names.ts';
import type { StoredState, Unreadable } from '../../domain/history/state-findings.ts';
import type { TimelineEntry } from '../../domain/record/content/timeline.ts';
import { Remediation } from '../../domain/remediation/remediation.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { keys, PREFIX } from '../keys.ts';
import { itemsUnder, type Table } from '../table.ts';
import { isRemoved } from './append.ts';
import { commentsIn } from './comment-items.ts';
import { HeadItem, readRecord } from './read-record.ts';
import { EntryItem, PackItem } from './timeline-items.ts';

const Keyed = z.looseObject({ pk: z.string(), sk: z.string() });
const RemediationItem = z.object({ remediation: Remediation });

/** The stored state of a record without its timeline, for whoever does not trust it: what cannot be read is part of the answer. */
export async function storedWithoutTimeline(table: Table, id: PostMortemId): Promise<StoredState> {
  const { pk } = keys.record(id);
  const [record = [], remediations = [], comments = []] = await Promise.all(
    [itemNames.head, PREFIX.remediation, PREFIX.comment].map(async (prefix) =>
      z.array(Keyed).parse(await itemsUnder(table, pk, prefix)),
    ),
  );
  const head = record.find(({ sk }) => sk === itemNames.head);
  const parts = record.filter((item) => item.sk.startsWith(PREFIX.part) && !isRemoved(item));
  return {
    record: head === undefined ? undefined : readable(itemNames.head, () => readRecord(HeadItem.parse(head), parts)),
    comments: readable(itemNames.comments, () => commentsIn(comments)),
    remediations: remediations
      .filter((item) => !isRemoved(item))
      .map((item) => readable(item.sk, () => RemediationItem.parse(item).remediation)),
  };
}

/** Entries of the timeline in items as they are stored. */
export const storedEntries = (items: readonly Record<string, unknown>[]): readonly TimelineEntry[] | Unreadable =>
  readable(itemNames.timeline, () =>
    items
      .filter((item) => !isRemoved(item))
      .flatMap((item) => ('entries' in item ? PackItem.parse(item).entries : [EntryItem.parse(item).entry])),
  );

function readable<Value>(where: string, parse: () => Value): Value | Unreadable {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const fields = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return { where, unreadable: `it does not have the shape of its kind: ${fields}` };
  }
}
