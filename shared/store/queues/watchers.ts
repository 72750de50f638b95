import * as z from 'zod';
import { isAtRest } from '../../domain/remediation/at-rest.ts';
import { isWatched, type Remediation } from '../../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import type { Subject } from '../../domain/verification/signal.ts';
import { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { keys, partitions } from '../keys.ts';
import { type Item, putItem, queryPages, type Table } from '../table.ts';

const WatcherItem = z.object({
  watcher: z.object({
    postMortemId: PostMortemId,
    remediationId: RecommendationId,
    /** True when one more pass after a pass is not worth a look at the fix: `domain/remediation/at-rest.ts`. */
    isAtRest: z.boolean().default(false),
  }),
});
export type Watcher = z.infer<typeof WatcherItem>['watcher'];

/**
 * Items by which a signal finds the fixes that it is about, written with the claim, in its transaction, and again when a fix comes to
 * rest or is no longer at rest. They stay when the claim ends: whoever finds one reads the fix, and decides on that.
 */
export function watcherItems(
  events: readonly RemediationEvent[],
  before: Remediation | undefined,
  after: Remediation,
): Item[] {
  const isClaim = events.some(({ type }) => type === 'Remediation Claimed');
  const subjects = after.checks.flatMap((check) => (check.kind === 'signal' ? [check.subject] : []));
  const items = subjects
    .filter(
      (subject) => isClaim || (isJudged(after) && (before && isAtRest(before, subject)) !== isAtRest(after, subject)),
    )
    .map((subject) => watcherItem(subject, after));
  // Two checks may ask for the same subject, and a transaction takes an item once.
  return [...new Map(items.map((item) => [item.pk, item])).values()];
}

/** Watches a fix whose claim is from before such items were written. */
export async function watch(table: Table, fix: Remediation): Promise<void> {
  for (const check of fix.checks) {
    if (check.kind === 'signal') await putItem(table, watcherItem(check.subject, fix));
  }
}

const watcherItem = (subject: Subject, fix: Remediation): Item => ({
  ...keys.watcher(subject, fix.postMortemId, fix.id),
  watcher: { postMortemId: fix.postMortemId, remediationId: fix.id, isAtRest: isAtRest(fix, subject) },
});

/** A claim, also one whose risk is accepted: its fails are shown. */
const isJudged = (fix: Remediation): boolean => isWatched(fix) || fix.state === 'accepted';

/**
 * Fixes that were claimed at some time and are checked against the subject.
 *
 * @param isLatest whether a fix that came to be watched, or is no longer at rest, a moment ago has to be among them as such
 */
export async function* watchersOf(
  table: Table,
  subject: Subject,
  { isLatest }: { isLatest: boolean },
): AsyncGenerator<Watcher> {
  const pages = queryPages(table, {
    ConsistentRead: isLatest,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': partitions.watchers(subject) },
  });
  for await (const page of pages) for (const item of page) yield WatcherItem.parse(item).watcher;
}
