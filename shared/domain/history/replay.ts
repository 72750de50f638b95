import type { DomainEvent } from '../events/events.ts';
import { applyToPostMortem } from '../record/apply-post-mortem.ts';
import { commentsOf } from '../record/comments-of.ts';
import type { RecordComment } from '../record/content/comment.ts';
import type { TimelineEntry } from '../record/content/timeline.ts';
import { isRecordEvent } from '../record/events/record-events.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import { timelineOf } from '../record/timeline-of.ts';
import { applyToRemediation } from '../remediation/apply-remediation.ts';
import type { Remediation } from '../remediation/remediation.ts';
import { isRemediationEvent, type RemediationEvent } from '../remediation/remediation-events.ts';
import type { RecommendationId } from '../words/identifiers.ts';

export type Replayed = {
  /** Undefined for a log without entries. */
  record: PostMortem | undefined;
  /** By time. */
  timeline: readonly TimelineEntry[];
  /** The oldest first. */
  comments: readonly RecordComment[];
  remediations: Map<RecommendationId, Remediation>;
};

/**
 * The state of a record, its timeline, its comments and of each of its remediations, from nothing but its log.
 *
 * @throws Error, ImpossibleTransition when the log tells what cannot happen
 */
export function replay(log: readonly DomainEvent[]): Replayed {
  mustBeginWithItsOpening(log);
  const facts = log.filter(isRecordEvent);
  const record = facts.reduce<PostMortem | undefined>(applyToPostMortem, undefined);
  const remediations = new Map<RecommendationId, Remediation>();
  for (const event of log.filter(isRemediationEvent)) {
    const id = remediationOf(event);
    const remediation = applyToRemediation(remediations.get(id), event);
    if (remediation !== undefined) remediations.set(id, remediation);
  }
  return { record, timeline: timelineOf(facts), comments: commentsOf(facts), remediations };
}

/** The remediation that an event is about: an approved recommendation begins the one with its own id. */
export function remediationOf(event: RemediationEvent): RecommendationId {
  return event.type === 'Recommendation Approved' ? event.data.recommendation.id : event.data.remediationId;
}

/** Refuses a log that begins with something else: nothing happens to a record that is not there. */
export function mustBeginWithItsOpening([first]: readonly DomainEvent[]): void {
  if (first === undefined || first.type === 'Post-Mortem Opened') return;
  throw new Error(`${first.type} came before the post-mortem was opened`);
}
