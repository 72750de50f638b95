import * as z from 'zod';
import { Asking, NO_ANSWERS } from '../verification/asking.ts';
import { Attestation } from '../verification/attestation.ts';
import { CheckResult } from '../verification/check-result.ts';
import { GRADES } from '../verification/grade.ts';
import { Subject } from '../verification/signal.ts';
import type { Catalogue, EventsOf } from '../words/event-definition.ts';
import { Instant, PostMortemId, RecommendationId } from '../words/identifiers.ts';
import { Author, Person } from '../words/person.ts';
import { Claim, ClosedWithoutClaim, Followed, KeptClaim, Watch } from './claim.ts';
import { ExistingWork } from './existing-work.ts';
import { IN_TICKET_EVENTS, inTicket } from './in-ticket-events.ts';
import { Recommendation } from './recommendation.ts';
import {
  Acceptance,
  EndedAcceptance,
  Failure,
  Outlook,
  RemediationCommon,
  RemediationTicket,
  TicketNotTold,
} from './remediation.ts';

const record = { postMortemId: PostMortemId };

const remediation = { ...record, remediationId: RecommendationId };

/** Where the claim stands after a verdict; absent in events from before verdicts were computed in one place. */
const judged = { ...remediation, at: Instant, nextCheckAt: Instant.optional(), watch: Watch.optional() };

const judgedStep = { ...judged, step: z.int().nonnegative(), results: z.array(CheckResult) };

/** `kept`: the claim that failed; absent in events from before it was kept. */
const failed = { ...remediation, failure: Failure, kept: KeptClaim.optional() };

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
    /** `outlook`: see the state; absent in events from before it was kept. */
    data: z.object({ ...remediation, because: z.string(), retryAt: Instant, outlook: Outlook.optional() }),
  },
  'Remediation Ambiguous': {
    means: 'Jira did not say whether it created the ticket; nothing is created again before a search is sure.',
    data: z.object({ ...remediation, since: Instant, nextSearchAt: Instant, because: z.string() }),
  },
  'Remediation Ticket Created': {
    means:
      'The ticket exists in Jira: created, found again by its label, or named by the recommendation as there already.',
    /** `isExisting`: it was there before the fix; somebody else made it. */
    data: z.object({
      ...remediation,
      ticket: RemediationTicket,
      isAdopted: z.boolean(),
      isExisting: z.literal(true).optional(),
    }),
  },
  'Remediation Existing Work Changed': {
    means:
      'An approver named other work that is there for a fix without a ticket, or none: then it gets a ticket of its own.',
    data: z.object({ ...remediation, existingWork: ExistingWork.optional(), by: Person, at: Instant }),
  },
  ...IN_TICKET_EVENTS,
  'Remediation Claimed': {
    means:
      'The ticket went to done, or the record names a merged pull request that did the work. A claim: verification starts.',
    data: z.object({ ...inTicket, claim: Claim, nextCheckAt: Instant }),
  },
  'Remediation Vouched For': {
    means:
      'Somebody moved the ticket to done of a fix that its merged pull request had claimed: the claim is theirs, since the same time.',
    data: z.object({ ...inTicket, claim: Claim }),
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
      /** Times at which evidence reopened the ticket, this one included. */
      evidenceReopenedAt: z.array(Instant).optional(),
      /** Time of the claim that ended: when the ticket went to done, by Jira's clock. */
      endedClaimAt: Instant.optional(),
    }),
  },
  'Remediation Reopening Begun': {
    means: 'A worker took the lease to reopen the ticket in Jira.',
    data: z.object({ ...remediation, leaseExpiresAt: Instant }),
  },
  'Remediation Not Reopened': {
    means:
      'The ticket of a fix that does not hold cannot be read, or its site is not in the configuration (in old logs also: Jira refused ' +
      'to reopen it); it is tried again.',
    data: z.object({ ...remediation, because: z.string(), retryAt: Instant }),
  },
  'Remediation Follow-Up Wanted': {
    means:
      'The ticket of a fix that does not hold, or that is wanted again after its risk was accepted, stays done, because Jira refuses ' +
      'every way out of it or does not show it: the fix is to be done all the same, and a follow-up is made.',
    /** `because`: what failed, or that the time is over; `notReopened`: why the ticket, `former`, stays as it is. The rest as in `Remediation Reopened`. */
    data: z.object({
      ...remediation,
      because: z.string(),
      notReopened: z.string(),
      former: RemediationTicket,
      at: Instant,
      dueAt: Instant,
      firstDueAt: Instant,
      evidenceReopenedAt: z.array(Instant),
    }),
  },
  'Remediation Ticket Not Told': {
    means:
      'A ticket takes no comment or no link of ours, or is not shown. What was to be said there stands in the record alone, until it is ' +
      'shown again.',
    data: z.object({ ...remediation, notTold: TicketNotTold }),
  },
  'Remediation Ticket Told': {
    means: 'The ticket takes now what it did not take before: a later try of ours stands there.',
    /** `about`: as in the `Remediation Ticket Not Told` that it ends. */
    data: z.object({ ...remediation, about: TicketNotTold.shape.about, at: Instant }),
  },
  'Remediation Overdue': {
    means: 'The due date passed with no claim.',
    data: z.object({ ...remediation, dueAt: Instant }),
  },
  'Remediation Attested': {
    means: 'A person who is not the assignee gave their word on a check.',
    data: z.object({ ...remediation, attestation: Attestation }),
  },
  'Remediation Check Asked For': {
    means: 'Somebody asked where a claimed fix stands; it was judged at once.',
    data: z.object({ ...remediation, by: Author, at: Instant }),
  },
  'Remediation Doubted': {
    means: 'A source says fail of a claimed fix, which is not settled yet: the fix is not shown as proven.',
    data: z.object({
      ...judged,
      /** Absent in events from before it was kept. */
      at: Instant.optional(),
      subject: Subject,
      source: z.string(),
      resource: z.string().optional(),
      observedAt: Instant,
    }),
  },
  'Remediation Doubt Ended': {
    means: 'The source took its fail back before it counted, or has spoken again.',
    data: z.object(judged),
  },
  'Remediation Source Asked': {
    means: 'A source that can be asked is asked about a claimed fix: again after a fail, or ahead of a check.',
    data: z.object({ ...judged, claimAt: Instant, asking: Asking }),
  },
  'Remediation Source Gave No Answer': {
    means: 'A source was asked, and what came back is no evidence: the fix is judged by what is known without it.',
    data: z.object({ ...remediation, asking: Asking, at: Instant, result: z.enum(NO_ANSWERS), because: z.string() }),
  },
  'Remediation Check Passed': {
    means: 'All checks of a step passed. In old logs also: a proven fix was looked at again, and held.',
    data: z.object(judgedStep),
  },
  'Remediation Check Inconclusive': {
    means: 'Written no more: a step was due, but evidence was missing or stale.',
    data: z.object({
      ...remediation,
      step: z.int().nonnegative(),
      results: z.array(CheckResult),
      at: Instant,
      retryAt: Instant,
    }),
  },
  'Remediation Check Rescheduled': {
    means:
      'A step is no longer through, or a silence or a hold is over or put off. In old logs also: the next look was set anew.',
    data: z.object(judged),
  },
  'Remediation Silence Excused': {
    means:
      'Evidence that was expected did not come, and may have been lost while our own intake was down: the fix is not shown as proven, ' +
      'and nobody is told to look for it before the time that was lost is over.',
    data: z.object({ ...judgedStep, expectedAt: Instant }),
  },
  'Remediation Evidence Late': {
    means: 'Evidence that was expected did not come: the fix is not shown as proven, and its owner is told.',
    data: z.object({ ...judgedStep, expectedAt: Instant }),
  },
  'Remediation Unproven': {
    means: 'Evidence is still missing a while after it was late: the fix counts as overdue from its due date on.',
    data: z.object({ ...judgedStep, expectedAt: Instant }),
  },
  'Remediation Set Back': {
    means: 'A fail was told late that was long over: nothing is reopened, and the steps are counted anew from its end.',
    data: z.object({ ...judged, source: z.string(), resource: z.string(), failedFrom: Instant, failedTo: Instant }),
  },
  'Remediation Held': {
    means:
      'A fix that came back again and again was closed once more: the claim counts when nothing fails until a time.',
    data: z.object({ ...judged, heldUntil: Instant }),
  },
  'Remediation Verified': {
    means: 'The last step passed: the fix holds, as long as its evidence is fresh and nothing fails.',
    data: z.object({ ...judgedStep, grade: z.enum(GRADES).optional() }),
  },
  'Remediation Regraded': {
    means:
      'A fix that an earlier release called verified was judged anew after the upgrade, once; nothing is reopened by it.',
    data: z.object({
      ...judgedStep,
      watch: Watch,
      upgradedAt: Instant,
      found: z.enum([...GRADES, 'awaiting', 'late', 'in doubt']),
    }),
  },
  'Remediation Ineffective': {
    means: 'A check failed before the fix was verified; the same ticket is reopened with the evidence.',
    data: z.object(failed),
  },
  'Remediation Regressed': {
    means: 'A verified fix stopped holding; the same ticket is reopened with the evidence.',
    data: z.object(failed),
  },
  'Risk Accepted': {
    means: 'An approver decided to live without the fix until a date, or for longer, with a compensating control.',
    /** With what is known of the ticket, and is followed meanwhile; nothing of it in events from before it was kept. */
    data: z.object({ ...remediation, acceptance: Acceptance, ...Followed.shape }),
  },
  'Risk Acceptance Expired': {
    means: 'The accepted time is over: a fix with a claim is judged, any other is open again.',
    data: z.object({ ...remediation, dueAt: Instant, acceptance: EndedAcceptance.optional() }),
  },
  'Remediation Cancelled': {
    means: 'An approver cancelled the remediation, with the reason.',
    data: z.object({ ...remediation, decision: z.object({ reason: z.string(), by: Person, at: Instant }) }),
  },
} as const satisfies Catalogue;

export type RemediationEvent = EventsOf<typeof REMEDIATION_EVENTS>;

export const isRemediationEvent = (event: { type: string; data: unknown }): event is RemediationEvent =>
  Object.hasOwn(REMEDIATION_EVENTS, event.type);
