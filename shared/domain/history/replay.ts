import { applyToPostMortem } from '../record/apply-post-mortem.ts';
import { applyToRemediation } from '../remediation/apply-remediation.ts';
import type { DomainEvent } from '../events/events.ts';
import type { RecommendationId } from '../words/identifiers.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import type { Remediation } from '../remediation/remediation.ts';
import type { TimelineEntry } from '../record/content/timeline.ts';
import { timelineOf } from '../record/timeline-of.ts';

export type Replayed = {
  /** Undefined for a log without entries. */
  record: PostMortem | undefined;
  /** By time. */
  timeline: readonly TimelineEntry[];
  remediations: Map<RecommendationId, Remediation>;
};

/**
 * The state of a record, its timeline and of each of its remediations, from nothing but its log.
 *
 * @throws Error, ImpossibleTransition when the log tells what cannot happen
 */
export function replay(log: readonly DomainEvent[]): Replayed {
  const record = log.reduce<PostMortem | undefined>(applyToPostMortem, undefined);
  const remediations = new Map<RecommendationId, Remediation>();
  for (const event of log) {
    const id = remediationOf(event);
    if (id === undefined) continue;
    const remediation = applyToRemediation(remediations.get(id), event);
    if (remediation !== undefined) remediations.set(id, remediation);
  }
  return { record, timeline: timelineOf(log), remediations };
}

/** The remediation that an event is about: an approved recommendation begins the one with its own id. */
function remediationOf(event: DomainEvent): RecommendationId | undefined {
  if (event.type === 'Recommendation Approved') return event.data.recommendation.id;
  return 'remediationId' in event.data ? event.data.remediationId : undefined;
}
