import * as z from 'zod';
import { parseEvent } from '../events/events.ts';
import type { ChainedEvent } from '../events/recorded-event.ts';
import { applyToPostMortem } from '../record/apply-post-mortem.ts';
import { commentsOf } from '../record/comments-of.ts';
import { RecordComment } from '../record/content/comment.ts';
import type { TimelineEntry } from '../record/content/timeline.ts';
import { isRecordEvent } from '../record/events/record-events.ts';
import { PostMortem } from '../record/post-mortem.ts';
import { timelineOf } from '../record/timeline-of.ts';
import { applyToRemediation } from '../remediation/apply-remediation.ts';
import { Remediation } from '../remediation/remediation.ts';
import { isRemediationEvent } from '../remediation/remediation-events.ts';
import { canonicalJson } from '../words/canonical-json.ts';
import type { Sha256 } from './audit-chain.ts';
import { mustBeginWithItsOpening, remediationOf } from './replay.ts';

/**
 * The state that a log tells, replayed page by page. Of the timeline, which may be far longer than all else, only the hash
 * of each entry is kept.
 */
export const StateSoFar = z.object({
  record: PostMortem.optional(),
  remediations: z.array(Remediation),
  comments: z.array(RecordComment),
  /** Ids of the entries, and the hashes of what the log says of them. */
  timeline: z.array(z.tuple([z.string(), z.string()])),
  /** Reason for which the log cannot be replayed. */
  failed: z.string().optional(),
});
export type StateSoFar = z.infer<typeof StateSoFar>;

export const NO_STATE: StateSoFar = { remediations: [], comments: [], timeline: [] };

/** Hash under which an entry of the timeline is compared. */
export const entryHash = (entry: TimelineEntry, sha256: Sha256): string => sha256(canonicalJson(entry));

/**
 * The state after the next entries of the log.
 *
 * @returns with it, the ids of the timeline entries of which they tell
 */
export function followState(
  before: StateSoFar,
  entries: readonly ChainedEvent[],
  sha256: Sha256,
): { state: StateSoFar; touched: string[] } {
  const untouched = { state: before, touched: [] };
  if (before.failed !== undefined || entries.length === 0) return untouched;
  try {
    return replayed(before, entries, sha256);
  } catch (error) {
    return { state: { ...before, failed: error instanceof Error ? error.message : String(error) }, touched: [] };
  }
}

/** @throws Error, ImpossibleTransition when the log tells what cannot happen */
function replayed(before: StateSoFar, entries: readonly ChainedEvent[], sha256: Sha256) {
  const events = entries.map(({ type, data }) => parseEvent(type, data));
  if (before.record === undefined) mustBeginWithItsOpening(events);
  const facts = events.filter(isRecordEvent);
  const remediations = new Map(before.remediations.map((one) => [one.id, one]));
  for (const event of events.filter(isRemediationEvent)) {
    const id = remediationOf(event);
    const remediation = applyToRemediation(remediations.get(id), event);
    if (remediation !== undefined) remediations.set(id, remediation);
  }
  const timeline = new Map(before.timeline);
  const touched: string[] = [];
  for (const event of facts) {
    if (event.type === 'Timeline Entry Removed') timeline.delete(event.data.entry.id);
    for (const entry of timelineOf([event])) {
      timeline.set(entry.id, entryHash(entry, sha256));
      touched.push(entry.id);
    }
  }
  const state: StateSoFar = {
    record: facts.reduce<PostMortem | undefined>(applyToPostMortem, before.record),
    remediations: [...remediations.values()],
    comments: commentsOf(facts, before.comments),
    timeline: [...timeline],
  };
  return { state, touched };
}
