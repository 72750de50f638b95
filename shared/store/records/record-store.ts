import type { Cause } from '../../domain/events/recorded-event.ts';
import type { RecordComment } from '../../domain/record/content/comment.ts';
import type { TimelineEntry } from '../../domain/record/content/timeline.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import type { Remediation, WatchedRemediation } from '../../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import type { PartId, PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import type { Item } from '../table.ts';
import { changeRecord, openRecord } from './change-record.ts';
import { changeRemediation } from './change-remediation.ts';
import { comment, commentsOnRecords } from './comments-on-records.ts';
import { draftsIn } from './drafts.ts';
import { logReads } from './log-reads.ts';
import { lookAgain } from './look-again.ts';
import { looksAtRecords } from './looks-at-records.ts';
import { recordLinks } from './record-links.ts';
import { recordReads, remediationsOf } from './record-reads.ts';
import type { StoreDependencies } from './store-dependencies.ts';
import { type TimelinePosition, timelineEntry, timelineReads } from './timeline-pages.ts';

export type RecordStore = ReturnType<typeof recordStore>;

/** The records of post-mortems and their remediations on DynamoDB: read, decide, append; nothing else writes them. */
export function recordStore(deps: StoreDependencies) {
  const { table, rules } = deps;
  return {
    ...recordReads(table),
    ...logReads(table),
    ...looksAtRecords(deps),
    ...timelineReads(table),
    ...draftsIn(deps),
    ...commentsOnRecords(table),
    ...recordLinks(table, rules),

    /** Opens the record of an incident ticket: see `openRecord`. */
    open: (
      id: PostMortemId,
      ticket: TicketRef,
      events: readonly RecordEvent[],
      cause: Cause,
      once: readonly Item[] = [],
    ): Promise<PostMortem> => openRecord(deps, id, ticket, events, cause, once),

    /** Changes a record: see `changeRecord`. */
    changePostMortem: (
      id: PostMortemId,
      decide: (record: PostMortem) => RecordEvent[],
      cause: Cause,
      once: readonly Item[] = [],
    ): Promise<PostMortem> => changeRecord(deps, id, (record) => Promise.resolve(decide(record)), cause, once),

    /** The same, for a decision that looks at an entry of the timeline, too. */
    changeTimelineEntry: (
      id: PostMortemId,
      position: TimelinePosition,
      decide: (record: PostMortem, entry: TimelineEntry | undefined) => RecordEvent[],
      cause: Cause,
    ): Promise<PostMortem> =>
      changeRecord(deps, id, async (record) => decide(record, await timelineEntry(table, id, position)), cause),

    /** The same, for a decision that looks at a comment, too. @param commentId undefined when it looks at none */
    changeWithComment: (
      id: PostMortemId,
      commentId: PartId | undefined,
      decide: (record: PostMortem, there: RecordComment | undefined) => RecordEvent[],
      cause: Cause,
      once: readonly Item[] = [],
    ): Promise<PostMortem> =>
      changeRecord(
        deps,
        id,
        async (record) => decide(record, commentId === undefined ? undefined : await comment(table, id, commentId)),
        cause,
        once,
      ),

    /** The same, for a decision that looks at the record's log, too. @param readLog asked before each decision */
    changeWithLog: <Told>(
      id: PostMortemId,
      readLog: () => Promise<Told>,
      decide: (record: PostMortem, told: Told) => RecordEvent[],
      cause: Cause,
    ): Promise<PostMortem> => changeRecord(deps, id, async (record) => decide(record, await readLog()), cause),

    /** The same, for a decision that looks at the record's remediations, too. */
    changeWithRemediations: (
      id: PostMortemId,
      decide: (record: PostMortem, remediations: Remediation[]) => RecordEvent[],
      cause: Cause,
    ): Promise<PostMortem> =>
      changeRecord(deps, id, async (record) => decide(record, await remediationsOf(table, id)), cause),

    /** Changes one remediation: see `changeRemediation`. */
    changeRemediation: (
      id: PostMortemId,
      remediationId: RecommendationId,
      decide: (remediation: Remediation | undefined) => RemediationEvent[],
      cause: Cause,
      once: readonly Item[] = [],
    ): Promise<{ remediation: Remediation | undefined; events: RemediationEvent[] }> =>
      changeRemediation(deps, id, remediationId, decide, cause, once),

    /** Moves the next look at a watched fix: see `lookAgain`. */
    lookAgain: (before: WatchedRemediation, next: Pick<WatchedRemediation, 'nextCheckAt'>): Promise<boolean> =>
      lookAgain(table, before, next),
  };
}
