import * as z from 'zod';
import { plainWords } from '../../domain/remediation/plain-words.ts';
import type { Remediation } from '../../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { sha256 } from '../../sha256.ts';
import { keys, partitions } from '../keys.ts';
import { type Item, queryPages, type Table } from '../table.ts';

const WordsItem = z.object({ fix: z.object({ postMortemId: PostMortemId, remediationId: RecommendationId }) });
export type FixOfWords = z.infer<typeof WordsItem>['fix'];

/** Fixes in one page of those with the same words. */
const PAGE = 25;
/** Pages that are read at most. Ended fixes stay among them, so whoever looks for an open one has to look behind many. */
const MOST_PAGES = 8;

type Named = Pick<Remediation, 'title' | 'ownerTeam'>;

/** Hash of what a team is to do, in its plain words; undefined where there are none. */
function wordsOf({ title, ownerTeam }: Named): string | undefined {
  const words = plainWords(title);
  return words === undefined ? undefined : sha256(JSON.stringify([ownerTeam.trim().toLowerCase(), words]));
}

/**
 * Item by which a recommendation finds a fix of the same words, written when the creation of its ticket begins: the transaction of an
 * approval has no room for it. It stays when the fix ends; whoever finds it reads the fix. A restricted record has none.
 */
export function wordsItems(events: readonly RemediationEvent[], fix: Remediation): Item[] {
  const isFirstTry = events.some((event) => event.type === 'Remediation Requested' && event.data.lease.attempt === 1);
  const words = isFirstTry && fix.isRestricted !== true ? wordsOf(fix) : undefined;
  const { postMortemId, id: remediationId } = fix;
  return words === undefined
    ? []
    : [{ ...keys.sameWords(words, postMortemId, remediationId), fix: { postMortemId, remediationId } }];
}

/** Fixes that were begun with the same words for the same team, whatever became of them, the newest first, page by page. */
export async function* fixesWithWords(table: Table, named: Named): AsyncGenerator<FixOfWords[]> {
  const words = wordsOf(named);
  if (words === undefined) return;
  let pages = 0;
  for await (const items of queryPages(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': partitions.sameWords(words) },
    ScanIndexForward: false,
    Limit: PAGE,
  })) {
    yield items.map((item) => WordsItem.parse(item).fix);
    pages += 1;
    if (pages === MOST_PAGES) return;
  }
}
