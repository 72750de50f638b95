import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { RecordPath } from '../../domain/record/content/record-path.ts';
import { Instant, type PostMortemId } from '../../domain/words/identifiers.ts';
import { Author } from '../../domain/words/person.ts';
import { parseJson } from '../../domain/words/well-formed.ts';
import { VersionConflict } from '../errors.ts';
import { keys, partitions } from '../keys.ts';
import { getItem, type Item, isConflict, type Key, queryPages, type Table, transact } from '../table.ts';
import { isRemoved } from './append.ts';
import { retryRace } from './retry-race.ts';
import type { StoreDependencies } from './store-dependencies.ts';

const DAY_MS = 86_400_000;
/** Counted from the last time that it was saved. */
export const DRAFT_DAYS = 30;

/** Everything of a draft but its text. `version` is another one each time that it is saved. */
export const DraftLine = z.object({
  path: RecordPath,
  by: Author,
  savedAt: Instant,
  expiresAt: Instant,
  bytes: z.int().nonnegative(),
  version: z.string(),
});
export type DraftLine = z.infer<typeof DraftLine>;

export type Draft = DraftLine & { content: unknown };

/** A draft as it is saved: JSON as text, since DynamoDB neither nests as deep nor counts as JavaScript does. */
export type DraftText = { text: string; by: Author };

const LineItem = z.object({ line: DraftLine });
const DraftItem = z.object({ line: DraftLine, text: z.string() });

/**
 * Drafts of a record. They are no part of it: no event tells of them, nobody becomes an author by them, and they have a partition of their
 * own, so that no read of the record pays for them.
 */
export function draftsIn({ table, now, newId, backOff }: StoreDependencies) {
  const isLive = ({ expiresAt }: DraftLine): boolean => expiresAt > now();

  async function stored(id: PostMortemId, path: RecordPath): Promise<{ version: string | undefined; draft?: Draft }> {
    const item = await getItem(table, keys.draft(id, path));
    if (item === undefined) return { version: undefined };
    const { line } = z.object({ line: z.looseObject({ version: z.string() }) }).parse(item);
    if (isRemoved(item)) return { version: line.version };
    const draft = draftIn(item);
    // DynamoDB deletes what expired within days. By our clock it is gone at once.
    return isLive(draft) ? { version: draft.version, draft } : { version: draft.version };
  }

  /**
   * Reads, decides, and writes where nobody was faster; else again. A draft that is begun is written together with an item that all which
   * are begun in the record write over: whoever counted the drafts before another one began counts again.
   */
  const change = (
    id: PostMortemId,
    path: RecordPath,
    decide: (before: Draft | undefined) => Promise<DraftText | undefined>,
  ): Promise<DraftLine | undefined> =>
    retryRace(backOff, async () => {
      const { version, draft } = await stored(id, path);
      const begun = draft === undefined ? await versionIn(table, keys.draftsBegun(id)) : undefined;
      const saved = await decide(draft);
      const line = lineOf(path, saved, newId(), now());
      const rest = saved === undefined ? { removed: true } : { text: saved.text };
      const item = { ...keys.draft(id, path), line, ...rest, expiresAt: Math.ceil(Date.parse(line.expiresAt) / 1_000) };
      const writes: [Replacing, ...Replacing[]] = [
        { item, version },
        ...(draft === undefined ? [{ item: begunItem(id, newId(), item.expiresAt), version: begun }] : []),
      ];
      if (!(await putOver(table, writes))) throw new VersionConflict(id);
      return saved === undefined ? undefined : DraftLine.parse(line);
    });

  return {
    /** @returns undefined where there is none, or none any more */
    draft: async (id: PostMortemId, path: RecordPath): Promise<Draft | undefined> => (await stored(id, path)).draft,

    /** Drafts of a record by their paths, without their texts. */
    async drafts(id: PostMortemId): Promise<DraftLine[]> {
      const lines: DraftLine[] = [];
      const pages = queryPages(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: '#line, #removed',
        ExpressionAttributeNames: { '#line': 'line', '#removed': 'removed' },
        ExpressionAttributeValues: { ':pk': partitions.drafts(id) },
      });
      for await (const page of pages) {
        const there = page.filter((item) => !isRemoved(item)).map((item) => LineItem.parse(item).line);
        lines.push(...there.filter(isLive));
      }
      return lines;
    },

    /**
     * Saves a draft over the one that is there.
     *
     * @param decide runs again when somebody else was faster; throws what it refuses
     */
    async saveDraft(
      id: PostMortemId,
      path: RecordPath,
      decide: (before: Draft | undefined) => Promise<DraftText>,
    ): Promise<DraftLine> {
      return DraftLine.parse(await change(id, path, decide));
    },

    /** Removes a draft with its text. @param decide as above */
    async removeDraft(id: PostMortemId, path: RecordPath, decide: (before: Draft | undefined) => void): Promise<void> {
      await change(id, path, async (before) => {
        decide(before);
        return undefined;
      });
    },
  };
}

function draftIn(item: Record<string, unknown>): Draft {
  const { line, text } = DraftItem.parse(item);
  return { ...line, content: parseJson(text) };
}

/** No function may delete: what was removed is overwritten by a line without words, which DynamoDB may delete at once. */
function lineOf(
  path: RecordPath,
  saved: DraftText | undefined,
  version: string,
  now: string,
): DraftLine | Pick<DraftLine, 'version' | 'expiresAt'> {
  if (saved === undefined) return { version, expiresAt: now };
  const { text, by } = saved;
  const expiresAt = new Date(Date.parse(now) + DRAFT_DAYS * DAY_MS).toISOString();
  return { path, by, savedAt: now, expiresAt, bytes: Buffer.byteLength(text), version };
}

/** Goes with the last draft that can still be there. */
const begunItem = (id: PostMortemId, version: string, expiresAt: number): Item => ({
  ...keys.draftsBegun(id),
  line: { version },
  expiresAt,
});

async function versionIn(table: Table, key: Key): Promise<string | undefined> {
  const item = await getItem(table, key);
  return item === undefined ? undefined : Versioned.parse(item).line.version;
}

const Versioned = z.object({ line: z.looseObject({ version: z.string() }) });

type Replacing = { item: Item; version: string | undefined };

/** A transaction costs twice as much as a write, and is for more than one alone. @returns false when something else is there by now */
async function putOver(table: Table, [first, ...others]: readonly [Replacing, ...Replacing[]]): Promise<boolean> {
  const puts = [first, ...others].map(({ item, version }) => ({
    TableName: table.name,
    Item: item,
    ...isStill(version),
  }));
  const [put] = puts;
  try {
    if (put !== undefined && others.length === 0) await table.client.send(new PutCommand(put));
    else
      await transact(
        table,
        puts.map((Put) => ({ Put })),
      );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException || isConflict(error) || isReplaced(error)) return false;
    throw error;
  }
}

const isReplaced = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code }) => Code === 'ConditionalCheckFailed');

const isStill = (version: string | undefined) =>
  version === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#line.#version = :version',
        ExpressionAttributeNames: { '#line': 'line', '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
      };
