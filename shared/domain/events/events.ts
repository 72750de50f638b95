import * as z from 'zod';
import { ContributingFactor, RootCause } from '../record/content/causes.ts';
import { Sha256Hex } from '../record/content/evidence.ts';
import { Instant, PartId, PostMortemId, RecommendationId } from '../words/identifiers.ts';
import { IncidentTicket, TicketRef } from '../ticket/incident-ticket.ts';
import { LessonReference } from '../record/content/lesson.ts';
import { NotificationDraft } from '../record/content/notification.ts';
import { Part, PartKind } from '../record/content/parts.ts';
import { Author, Person, TicketPerson } from '../words/person.ts';
import { RecordKind, RecordStatus, ReviewScope } from '../record/post-mortem.ts';
import { Recommendation } from '../remediation/recommendation.ts';
import { Acceptance, Claim, Failure, RemediationCommon, RemediationTicket } from '../remediation/remediation.ts';
import { SectionName } from '../record/content/sections.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';
import { Attestation, CheckResult } from '../verification/verdict.ts';
import { TimelineEntry, TimelineKind } from '../record/content/timeline.ts';
import { Signal } from '../verification/signal.ts';

const record = { postMortemId: PostMortemId };
const remediation = { ...record, remediationId: RecommendationId };
export type EventDefinition = {
  /** One sentence for the reader of `docs/events.md`. */
  means: string;
  data: z.ZodObject;
  /** Fields of `data` that stay in the record and never go to the bus: long, or for the team's eyes only. */
  withheld?: readonly string[];
};

/** Every fact that Holdfast states. Names are past tense; a changed shape gets a new schema version, never a new meaning. */
export const EVENTS = {
  'Incident Ticket Closed': {
    means: 'An incident ticket went from not done to done in its ticketing system.',
    data: z.object({ ticket: TicketRef, closedAt: Instant, closedBy: TicketPerson.optional() }),
  },
  'Incident Ticket Reopened': {
    means: 'An incident ticket went from done to not done.',
    data: z.object({ ticket: TicketRef, reopenedAt: Instant }),
  },
  'Remediation Ticket Changed': {
    means: 'A ticket of ours was changed in Jira. Says only which: the ticket is read again, as the authority.',
    data: z.object({
      site: z.string(),
      issueId: z.string(),
      key: z.string(),
      change: z.enum(['created', 'updated', 'deleted']),
    }),
  },
  'Post-Mortem Opened': {
    means: 'A closed incident got its post-mortem record, prefilled from the ticket; or somebody opened one by hand.',
    data: z.object({
      ...record,
      incident: IncidentTicket,
      timeline: z.array(TimelineEntry),
      openedAt: Instant,
      dueAt: Instant,
      /** Without it: an incident. */
      kind: RecordKind.optional(),
      category: z.string().optional(),
      /** Without it: TLP:AMBER. */
      tlp: Tlp.optional(),
      scope: ReviewScope.optional(),
      /** Without it: Holdfast, for a closed ticket. */
      by: Author.optional(),
      importedFrom: z.object({ id: z.string(), sha256: z.string(), at: Instant }).optional(),
    }),
    withheld: ['timeline'],
  },
  'Incident Ticket Linked': {
    means: 'The incident ticket shows a link to its post-mortem.',
    data: z.object({ ...record, ticket: TicketRef }),
  },
  'Section Written': {
    means: 'A section of the record was written or rewritten.',
    data: z.object({ ...record, section: SectionName, content: z.record(z.string(), z.unknown()), by: Author }),
    withheld: ['content'],
  },
  'Timeline Entry Added': {
    means: 'Something that happened was added to the timeline.',
    data: z.object({ ...record, entry: TimelineEntry, by: Author }),
    withheld: ['entry'],
  },
  'Timeline Entries Added': {
    means: 'Several things that happened were added to the timeline together.',
    data: z.object({ ...record, entries: z.array(TimelineEntry), by: Author }),
    withheld: ['entries'],
  },
  'Timeline Entry Changed': {
    means: 'An entry of the timeline was corrected.',
    data: z.object({
      ...record,
      entry: TimelineEntry,
      before: z.object({ at: Instant, kind: TimelineKind }),
      by: Author,
    }),
    withheld: ['entry'],
  },
  'Timeline Entry Removed': {
    means: 'An entry of the timeline was taken out; the log keeps what it said.',
    data: z.object({ ...record, entry: TimelineEntry, by: Author }),
    withheld: ['entry'],
  },
  'Root Cause Added': {
    means: 'A technical, procedural or human root cause was named.',
    data: z.object({ ...record, rootCause: RootCause, by: Author }),
    withheld: ['rootCause'],
  },
  'Contributing Factor Added': {
    means: 'A contributing factor was named.',
    data: z.object({ ...record, factor: ContributingFactor, by: Author }),
    withheld: ['factor'],
  },
  'Recommendation Proposed': {
    means: 'Somebody proposed what should change.',
    data: z.object({ ...record, recommendation: Recommendation, by: Author }),
  },
  'Part Added': {
    means: 'An observation, a lesson, a notification or a piece of evidence was added.',
    data: z.object({ ...record, part: Part, by: Author }),
    withheld: ['part'],
  },
  'Part Changed': {
    means: 'A root cause, a recommendation or another part of the record was rewritten.',
    data: z.object({ ...record, part: Part, by: Author }),
    withheld: ['part'],
  },
  'Part Removed': {
    means: 'A part was taken out of the record; the log keeps what it said.',
    data: z.object({ ...record, kind: PartKind, partId: z.string(), by: Author }),
  },
  'Record Classified': {
    means: 'The category, the severity, the TLP mark or the due date of the record was set.',
    data: z.object({
      ...record,
      category: z.string().optional(),
      severity: Severity.optional(),
      tlp: Tlp.optional(),
      dueAt: Instant.optional(),
      by: Author,
    }),
  },
  'Post-Mortem Submitted': {
    means: 'The record is complete and waits for an approver.',
    data: z.object({ ...record, revision: z.int().positive(), by: Author }),
  },
  'Approval Given': {
    means: 'Somebody who did not write it approved exactly this revision; more approvers have to.',
    data: z.object({
      ...record,
      revision: z.int().positive(),
      by: Person,
      at: Instant,
      stillNeeded: z.int().positive(),
    }),
  },
  'Post-Mortem Returned': {
    means: 'An approver sent the record back, with the reason.',
    data: z.object({ ...record, reason: z.string(), by: Person }),
  },
  'Post-Mortem Approved': {
    means: 'The last of its approvers, who did not write it, approved exactly this revision.',
    data: z.object({ ...record, revision: z.int().positive(), by: Person, at: Instant }),
  },
  'Post-Mortem Closed': {
    means: 'Every remediation is verified, accepted or cancelled, and every lesson is in place.',
    data: z.object({ ...record, at: Instant }),
  },
  'Post-Mortem Resumed': {
    means: 'A closed post-mortem has open work again: a fix broke, or an accepted time is over.',
    data: z.object({ ...record, at: Instant, because: z.string() }),
  },
  'Post-Mortem Carried On': {
    means: 'The incident came back: its ticket was reopened, so its record is open, still or again.',
    data: z.object({
      ...record,
      ticket: TicketRef,
      at: Instant,
      /** By when it is to be reviewed now. Without it: by when it was. */
      dueAt: Instant.optional(),
    }),
  },
  'Post-Mortem Waived': {
    means: 'An approver decided that this incident needs no post-mortem, with the reason.',
    data: z.object({ ...record, reason: z.string(), by: Person, at: Instant }),
  },
  'Post-Mortem Absorbed': {
    means: 'The record of another ticket of the same incident was merged into this one.',
    data: z.object({
      ...record,
      other: PostMortemId,
      ticket: TicketRef,
      /** What the other one had absorbed before, which comes with it. */
      alsoTickets: z.array(z.object({ postMortemId: PostMortemId, ticket: TicketRef })).optional(),
      by: Person,
      at: Instant,
    }),
  },
  'Post-Mortem Merged': {
    means: 'This record ended: the one that it was merged into goes on.',
    data: z.object({ ...record, into: PostMortemId, reason: z.string(), by: Person, at: Instant }),
  },
  'Import Finished': {
    means: 'A record that came from a file is complete, with the status that it had there.',
    data: z.object({ ...record, status: RecordStatus, at: Instant, by: Author }),
  },
  'Lesson Put In Place': {
    means: 'The policy, procedure, plan, training or detection says it now, or was reviewed and still does.',
    data: z.object({
      ...record,
      lessonId: PartId,
      reference: LessonReference,
      nextReviewAt: Instant.optional(),
      by: Author,
      at: Instant,
    }),
  },
  'Notification Sent': {
    means: 'A regulator, a partner or somebody else outside was told.',
    data: z.object({
      ...record,
      notificationId: PartId,
      sentAt: Instant,
      reference: z.string().optional(),
      url: z.string().optional(),
      by: Author,
    }),
  },
  'Notification Due': {
    means: 'Somebody outside has to be told soon, or should have been, and nobody wrote down that they were.',
    data: z.object({
      ...record,
      notificationId: PartId,
      regime: NotificationDraft.shape.regime,
      stage: NotificationDraft.shape.stage,
      dueAt: Instant,
    }),
  },
  'Lesson Due': {
    means: 'The date passed on which a lesson was to be in place, or to be reviewed.',
    data: z.object({
      ...record,
      lessonId: PartId,
      document: z.string(),
      ownerTeam: z.string(),
      dueAt: Instant,
    }),
  },
  'Evidence Received': {
    means: 'An upload arrived, and is what was announced: same size, same SHA-256.',
    data: z.object({ ...record, evidenceId: PartId, sha256: Sha256Hex, versionId: z.string().optional(), at: Instant }),
  },
  'Evidence Refused': {
    means: 'An upload arrived and is not what was announced.',
    data: z.object({
      ...record,
      evidenceId: PartId,
      because: z.string(),
      /** Of the upload that was refused. It stays where it is, locked. */
      versionId: z.string().optional(),
      at: Instant,
    }),
  },
  'Evidence Opened': {
    means: 'Somebody got a link to read a piece of evidence, and said what for: its chain of custody.',
    data: z.object({ ...record, evidenceId: PartId, purpose: z.string(), by: Author, at: Instant }),
    withheld: ['purpose'],
  },
  'Record Read': {
    means: 'Somebody read a restricted record.',
    data: z.object({ ...record, what: z.string(), by: Author, at: Instant }),
  },
  'Recommendation Risk Accepted': {
    means: 'An approver decided not to carry out a recommendation until a date, with a compensating control.',
    data: z.object({ ...record, recommendation: Recommendation, by: Person }),
  },
  'Recommendation Approved': {
    means: 'A recommendation is to be carried out; its remediation waits for a ticket.',
    data: z.object({ ...record, recommendation: Recommendation, remediation: RemediationCommon }),
  },
  'Recommendation Declined': {
    means: 'A recommendation will not be carried out, with the reason.',
    data: z.object({ ...record, recommendation: Recommendation, by: Person }),
  },
  'Remediation Requested': {
    means: 'A worker took the lease to create the ticket in Jira.',
    data: z.object({
      ...remediation,
      remediation: RemediationCommon,
      lease: z.object({ attempt: z.int().positive(), leaseExpiresAt: Instant }),
    }),
  },
  'Remediation Not Created': {
    means: 'Jira refused or limited the creation: there is no ticket, and the lease is free again.',
    data: z.object({ ...remediation, because: z.string(), retryAt: Instant }),
  },
  'Remediation Ambiguous': {
    means: 'Jira did not say whether it created the ticket; nothing is created again before a search is sure.',
    data: z.object({ ...remediation, since: Instant, nextSearchAt: Instant, because: z.string() }),
  },
  'Remediation Ticket Created': {
    means: 'The ticket exists in Jira: created, or found again by its label.',
    data: z.object({ ...remediation, ticket: RemediationTicket, isAdopted: z.boolean() }),
  },
  'Remediation Ticket Updated': {
    means: 'The ticket was moved to another project or got another assignee.',
    data: z.object({ ...remediation, ticket: RemediationTicket }),
  },
  'Remediation Claimed': {
    means: 'The ticket went to done. A claim: verification starts.',
    data: z.object({ ...remediation, ticket: RemediationTicket, claim: Claim, nextCheckAt: Instant }),
  },
  'Remediation Reopened': {
    means: 'The same ticket is open again, by a person in Jira or by Holdfast with the evidence.',
    data: z.object({
      ...remediation,
      because: z.string(),
      isByHoldfast: z.boolean(),
      at: Instant,
      dueAt: Instant,
      /** When the ticket had gone to done, by Jira's clock: the claim that is over. */
      endedClaimAt: Instant.optional(),
    }),
  },
  'Remediation Reopening Begun': {
    means: 'A worker took the lease to reopen the ticket in Jira.',
    data: z.object({ ...remediation, leaseExpiresAt: Instant }),
  },
  'Remediation Not Reopened': {
    means: 'Jira refused to reopen the ticket of a fix that does not hold; it is tried again, less and less often.',
    data: z.object({ ...remediation, because: z.string(), retryAt: Instant }),
  },
  'Remediation Overdue': {
    means: 'The due date passed with no claim.',
    data: z.object({ ...remediation, dueAt: Instant }),
  },
  'Remediation Attested': {
    means: 'A person who is not the assignee gave their word on a check.',
    data: z.object({ ...remediation, attestation: Attestation }),
  },
  'Remediation Check Passed': {
    means: 'All checks of a step passed; the next step is scheduled.',
    data: z.object({
      ...remediation,
      step: z.int().nonnegative(),
      results: z.array(CheckResult),
      at: Instant,
      nextCheckAt: Instant,
    }),
  },
  'Remediation Check Inconclusive': {
    means: 'A step was due, but evidence is missing or stale; it is tried again.',
    data: z.object({
      ...remediation,
      step: z.int().nonnegative(),
      results: z.array(CheckResult),
      at: Instant,
      retryAt: Instant,
    }),
  },
  'Remediation Verified': {
    means: 'The last step passed: the fix holds. It stays under periodic watch.',
    data: z.object({
      ...remediation,
      step: z.int().nonnegative(),
      results: z.array(CheckResult),
      at: Instant,
      nextCheckAt: Instant,
    }),
  },
  'Remediation Ineffective': {
    means: 'A check failed before the fix was verified; the same ticket is reopened with the evidence.',
    data: z.object({ ...remediation, failure: Failure }),
  },
  'Remediation Regressed': {
    means: 'A verified fix stopped holding; the same ticket is reopened with the evidence.',
    data: z.object({ ...remediation, failure: Failure }),
  },
  'Risk Accepted': {
    means: 'An approver decided not to fix until a date, with a compensating control.',
    data: z.object({ ...remediation, acceptance: Acceptance }),
  },
  'Risk Acceptance Expired': {
    means: 'The accepted time is over: the remediation is open again.',
    data: z.object({ ...remediation, dueAt: Instant }),
  },
  'Remediation Cancelled': {
    means: 'An approver cancelled the remediation, with the reason.',
    data: z.object({ ...remediation, decision: z.object({ reason: z.string(), by: Person, at: Instant }) }),
  },
  'Signal Recorded': {
    means: 'A scanner, a simulation or another source said how a subject stands.',
    data: z.object({ signal: Signal }),
  },
  'Report Published': {
    means: 'A report was written to the bucket.',
    data: z.object({
      kind: z.enum(['overdue', 'validation']),
      period: z.object({ from: Instant, to: Instant }),
      bucket: z.string(),
      keys: z.object({ html: z.string(), markdown: z.string(), json: z.string() }),
      summary: z.string(),
    }),
  },
} as const satisfies Record<string, EventDefinition>;

export type EventType = keyof typeof EVENTS;
export const EventType = z.enum(Object.keys(EVENTS) as [EventType, ...EventType[]]);

/** What happened, before it is recorded: a type of the catalogue with data of its shape. */
export type DomainEvent = { [T in EventType]: { type: T; data: z.infer<(typeof EVENTS)[T]['data']> } }[EventType];
export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;
export type EventData<T extends EventType> = EventOf<T>['data'];

/**
 * An event from its type and data, as they come from a queue or the bus.
 *
 * @throws ZodError when the type is not in the catalogue, or the data has not its shape
 */
export function parseEvent(type: string, data: unknown): DomainEvent {
  const known = EventType.parse(type);
  return z.custom<DomainEvent>().parse({ type: known, data: EVENTS[known].data.parse(data) });
}
