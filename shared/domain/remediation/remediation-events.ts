import * as z from 'zod';
import { Subject } from '../verification/signal.ts';
import { Attestation, CheckResult } from '../verification/verdict.ts';
import type { Catalogue, EventsOf } from '../words/event-definition.ts';
import { Instant, PostMortemId, RecommendationId } from '../words/identifiers.ts';
import { Person } from '../words/person.ts';
import { Recommendation } from './recommendation.ts';
import { Acceptance, Claim, ClosedWithoutClaim, Failure, RemediationCommon, RemediationTicket } from './remediation.ts';

const record = { postMortemId: PostMortemId };

const remediation = { ...record, remediationId: RecommendationId };

/** Everything that happens to a remediation. `Recommendation Approved` begins one, and is a fact of its record as well. */
export const REMEDIATION_EVENTS = {
  'Recommendation Approved': {
    means: 'A recommendation is to be carried out; its remediation waits for a ticket.',
    data: z.object({ ...record, recommendation: Recommendation, remediation: RemediationCommon }),
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
  'Remediation Closed Without Claim': {
    means: 'The ticket was closed in a way that claims nothing, such as Won’t Do. Its clock runs on; a person decides.',
    data: z.object({ ...remediation, ticket: RemediationTicket, closed: ClosedWithoutClaim }),
  },
  'Remediation Reopened': {
    means: 'The same ticket is open again, by a person in Jira or by Holdfast with the evidence.',
    data: z.object({
      ...remediation,
      because: z.string(),
      isByHoldfast: z.boolean(),
      at: Instant,
      dueAt: Instant,
      /** The first due date, and how often people moved the ticket out of done, this time included. */
      firstDueAt: Instant.optional(),
      pushes: z.int().positive().optional(),
      /** Time of the claim that ended: when the ticket went to done, by Jira's clock. */
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
  'Remediation Doubted': {
    means: 'A source said fail of a fix that was claimed. It is checked as soon as that has stood for a while.',
    data: z.object({ ...remediation, subject: Subject, source: z.string(), observedAt: Instant, nextCheckAt: Instant }),
  },
  'Remediation Doubt Ended': {
    means: 'The source took its fail back before it counted; the next check is the one that was due.',
    data: z.object({ ...remediation, at: Instant, nextCheckAt: Instant }),
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
} as const satisfies Catalogue;

export type RemediationEvent = EventsOf<typeof REMEDIATION_EVENTS>;

export const isRemediationEvent = (event: { type: string; data: unknown }): event is RemediationEvent =>
  Object.hasOwn(REMEDIATION_EVENTS, event.type);
