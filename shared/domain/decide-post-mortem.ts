import { missingFrom } from './completeness.ts';
import { beginRemediation } from './decide-remediation.ts';
import { addDuration } from './duration.ts';
import type { DomainEvent } from './events.ts';
import type { PartId, PostMortemId, RecommendationId } from './identifiers.ts';
import type { IncidentTicket, TimelineEntry } from './incident.ts';
import { isSameHuman, type Person } from './person.ts';
import type { HoldfastConfig } from './policy.ts';
import type { PostMortem } from './post-mortem.ts';
import { priorityOf, type RecommendationDraft } from './recommendation.ts';
import { Refusal } from './refusal.ts';
import type { ContributingFactor, RootCause, WrittenSection } from './sections.ts';

/** An approval writes three items for each recommendation and three more; DynamoDB takes 100 in a transaction. */
export const RECOMMENDATION_LIMIT = 30;
export const TIMELINE_LIMIT = 10_000;

type Rules = Pick<HoldfastConfig, 'postMortem' | 'remediation' | 'verification'>;

export function openPostMortem(
  postMortemId: PostMortemId,
  incident: IncidentTicket,
  timeline: TimelineEntry[],
  now: string,
  rules: Rules,
): DomainEvent[] {
  const dueAt = addDuration(now, rules.postMortem.dueWithin[incident.severity]);
  return [{ type: 'Post-Mortem Opened', data: { postMortemId, incident, timeline, openedAt: now, dueAt } }];
}

export function linkTicket(record: PostMortem): DomainEvent[] {
  if (record.isLinkedToTicket) return [];
  const { source, site, ticketId, key } = record.incident;
  return [
    { type: 'Incident Ticket Linked', data: { postMortemId: record.id, ticket: { source, site, ticketId, key } } },
  ];
}

export function writeSection(record: PostMortem, written: WrittenSection, by: Person): DomainEvent[] {
  mustBeOpen(record);
  return [{ type: 'Section Written', data: { postMortemId: record.id, ...written, by } }];
}

export function addTimelineEntry(record: PostMortem, entry: TimelineEntry, by: Person): DomainEvent[] {
  mustBeOpen(record);
  if (record.timeline.length >= TIMELINE_LIMIT) {
    throw new Refusal('limit', `a timeline holds ${TIMELINE_LIMIT} entries; join some, or attach the log as evidence`);
  }
  return [{ type: 'Timeline Entry Added', data: { postMortemId: record.id, entry, by } }];
}

export function addRootCause(record: PostMortem, rootCause: RootCause, by: Person): DomainEvent[] {
  mustBeOpen(record);
  return [{ type: 'Root Cause Added', data: { postMortemId: record.id, rootCause, by } }];
}

export function addContributingFactor(record: PostMortem, factor: ContributingFactor, by: Person): DomainEvent[] {
  mustBeOpen(record);
  return [{ type: 'Contributing Factor Added', data: { postMortemId: record.id, factor, by } }];
}

export function proposeRecommendation(
  record: PostMortem,
  id: RecommendationId,
  draft: RecommendationDraft,
  by: Person,
): DomainEvent[] {
  mustBeOpen(record);
  if (record.recommendations.length >= RECOMMENDATION_LIMIT) {
    throw new Refusal(
      'limit',
      `a post-mortem holds ${RECOMMENDATION_LIMIT} recommendations; join some that one team does`,
    );
  }
  const unknown = draft.answers.find((cause) => !record.rootCauses.some((known) => known.id === cause));
  if (unknown !== undefined) throw noSuchCause(unknown);
  return [
    {
      type: 'Recommendation Proposed',
      data: { postMortemId: record.id, recommendation: { ...draft, id, status: 'proposed' }, by },
    },
  ];
}

/** An approver may decline single recommendations of a record in review; the others go with the approval. */
export function declineRecommendation(
  record: PostMortem,
  id: RecommendationId,
  reason: string,
  by: Person,
): DomainEvent[] {
  mustBeInReview(record);
  mustNotBeAuthor(record, by);
  const recommendation = record.recommendations.find((one) => one.id === id);
  if (recommendation === undefined) {
    throw new Refusal('unknown part', `there is no recommendation ${id} in this record`);
  }
  if (recommendation.status === 'declined') return [];
  return [
    {
      type: 'Recommendation Declined',
      data: {
        postMortemId: record.id,
        recommendation: { ...recommendation, status: 'declined', declinedBecause: reason },
        by,
      },
    },
  ];
}

export function submit(record: PostMortem, by: Person): DomainEvent[] {
  mustBeOpen(record);
  const missing = missingFrom(record);
  if (missing.length > 0) {
    throw new Refusal('incomplete', `the record is not complete: ${missing.length} required thing(s) missing`, missing);
  }
  return [{ type: 'Post-Mortem Submitted', data: { postMortemId: record.id, revision: record.revision, by } }];
}

export function returnToAuthors(record: PostMortem, reason: string, by: Person): DomainEvent[] {
  mustBeInReview(record);
  mustNotBeAuthor(record, by);
  return [{ type: 'Post-Mortem Returned', data: { postMortemId: record.id, reason, by } }];
}

/** Approves exactly the revision that the approver read, and with it every recommendation that was not declined. */
export function approve(record: PostMortem, revision: number, by: Person, now: string, rules: Rules): DomainEvent[] {
  mustBeInReview(record);
  mustNotBeAuthor(record, by);
  if (revision !== record.revision) {
    throw new Refusal(
      'stale revision',
      `you read revision ${revision}, the record is at ${record.revision}; read it again before you approve`,
    );
  }
  const approved = record.recommendations
    .filter(({ status }) => status === 'proposed')
    .map((recommendation) => ({
      ...recommendation,
      status: 'approved' as const,
      dueAt: addDuration(now, rules.remediation.dueWithin[priorityOf(recommendation)]),
    }));
  return [
    { type: 'Post-Mortem Approved', data: { postMortemId: record.id, revision, by, at: now } },
    ...approved.map(
      (recommendation): DomainEvent => ({
        type: 'Recommendation Approved',
        data: {
          postMortemId: record.id,
          recommendation,
          remediation: beginRemediation(record.id, recommendation, now, rules),
        },
      }),
    ),
  ];
}

function mustBeOpen(record: PostMortem): void {
  if (record.status === 'open') return;
  throw new Refusal('wrong state', `the record is ${record.status}; only an open record can be changed or submitted`);
}

function mustBeInReview(record: PostMortem): void {
  if (record.status === 'in review') return;
  throw new Refusal('wrong state', `the record is ${record.status}; it must be submitted and in review`);
}

/** Four eyes: whoever wrote a part of the record, or submitted it, cannot judge it. */
function mustNotBeAuthor(record: PostMortem, by: Person): void {
  const hands = record.submittedBy === undefined ? record.authors : [...record.authors, record.submittedBy];
  const hasHand = hands.some((author) => isSameHuman(author, by));
  if (hasHand) throw new Refusal('four eyes', 'you wrote or submitted this record; a second person must judge it');
}

function noSuchCause(id: PartId): Refusal {
  return new Refusal('unknown part', `answers: there is no root cause ${id} in this record; add it first`);
}
