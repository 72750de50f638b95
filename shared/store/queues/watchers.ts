import * as z from 'zod';
import type { Remediation } from '../../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import type { Subject } from '../../domain/verification/signal.ts';
import { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { keys, partitions } from '../keys.ts';
import { type Item, putItem, queryPages, type Table } from '../table.ts';

const WatcherItem = z.object({ watcher: z.object({ postMortemId: PostMortemId, remediationId: RecommendationId }) });
export type Watcher = z.infer<typeof WatcherItem>['watcher'];

/**
 * Items by which a signal finds the fixes that it is about, written with the claim, in its transaction. They stay when the claim
 * ends: whoever finds one reads the fix, and decides on that.
 */
export const watcherItems = (events: readonly RemediationEvent[], after: Remediation): Item[] =>
  events.some(({ type }) => type === 'Remediation Claimed') ? watchersFor(after) : [];

/** The same for a fix whose claim is from before they were written. */
export async function watch(table: Table, fix: Remediation): Promise<void> {
  for (const item of watchersFor(fix)) await putItem(table, item);
}

function watchersFor({ postMortemId, id: remediationId, checks }: Remediation): Item[] {
  const subjects = checks.flatMap((check) => (check.kind === 'signal' ? [check.subject] : []));
  const items = subjects.map((subject) => ({
    ...keys.watcher(subject, postMortemId, remediationId),
    watcher: { postMortemId, remediationId },
  }));
  // Two checks may ask for the same subject, and a transaction takes an item once.
  return [...new Map(items.map((item) => [item.pk, item])).values()];
}

/** Fixes that were claimed at some time and are checked against the subject. */
export async function* watchersOf(table: Table, subject: Subject): AsyncGenerator<Watcher> {
  const pages = queryPages(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': partitions.watchers(subject) },
  });
  for await (const page of pages) for (const item of page) yield WatcherItem.parse(item).watcher;
}
