import * as z from 'zod';
import { Instant, PostMortemId, RecommendationId } from './identifiers.ts';
import { IncidentTicket, TicketRef, TimelineEntry } from './incident.ts';
import { Person, TicketPerson } from './person.ts';
import { Recommendation } from './recommendation.ts';
import { Acceptance, Claim, Failure, RemediationCommon, RemediationTicket } from './remediation.ts';
import { ContributingFactor, RootCause, SECTIONS, SectionName } from './sections.ts';
import { Attestation, CheckResult, Signal } from './verification.ts';

const record = { postMortemId: PostMortemId };
const remediation = { ...record, remediationId: RecommendationId };
const SectionContent = z.union([
  SECTIONS.summary,
  SECTIONS.impact,
  SECTIONS.detection,
  SECTIONS.response,
  SECTIONS.humanFactor,
]);

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
    means: 'A closed incident got its post-mortem record, prefilled from the ticket.',
    data: z.object({
      ...record,
      incident: IncidentTicket,
      timeline: z.array(TimelineEntry),
      openedAt: Instant,
      dueAt: Instant,
    }),
    withheld: ['timeline'],
  },
  'Incident Ticket Linked': {
    means: 'The incident ticket shows a link to its post-mortem.',
    data: z.object({ ...record, ticket: TicketRef }),
  },
  'Section Written': {
    means: 'A section of the record was written or rewritten.',
    data: z.object({ ...record, section: SectionName, content: SectionContent, by: Person }),
    withheld: ['content'],
  },
  'Timeline Entry Added': {
    means: 'Something that happened was added to the timeline.',
    data: z.object({ ...record, entry: TimelineEntry, by: Person }),
    withheld: ['entry'],
  },
  'Root Cause Added': {
    means: 'A technical, procedural or human root cause was named.',
    data: z.object({ ...record, rootCause: RootCause, by: Person }),
    withheld: ['rootCause'],
  },
  'Contributing Factor Added': {
    means: 'A contributing factor was named.',
    data: z.object({ ...record, factor: ContributingFactor, by: Person }),
    withheld: ['factor'],
  },
  'Recommendation Proposed': {
    means: 'Somebody proposed what should change.',
    data: z.object({ ...record, recommendation: Recommendation, by: Person }),
  },
  'Post-Mortem Submitted': {
    means: 'The record is complete and waits for an approver.',
    data: z.object({ ...record, revision: z.int().positive(), by: Person }),
  },
  'Post-Mortem Returned': {
    means: 'An approver sent the record back, with the reason.',
    data: z.object({ ...record, reason: z.string(), by: Person }),
  },
  'Post-Mortem Approved': {
    means: 'Somebody who did not write it approved exactly this revision.',
    data: z.object({ ...record, revision: z.int().positive(), by: Person, at: Instant }),
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
