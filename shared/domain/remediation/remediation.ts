import * as z from 'zod';
import { Attestation } from '../verification/attestation.ts';
import { CheckResult } from '../verification/check-result.ts';
import { GRADES } from '../verification/grade.ts';
import { Check } from '../verification/plan.ts';
import { Duration } from '../words/duration.ts';
import { Instant, PostMortemId, RecommendationId } from '../words/identifiers.ts';
import { COUNTED_OR_RANDOM_ID, identifier, TICKET_KEY } from '../words/marks.ts';
import { Person, TicketPerson } from '../words/person.ts';
import { Severity } from '../words/severity.ts';
import { TicketRoute } from './route.ts';

/** The ticket in which a team works on a fix. `issueId` is for ever; `key` changes when the issue moves. */
export const RemediationTicket = z.object({
  site: z.string().min(1),
  issueId: identifier(z.string().min(1), COUNTED_OR_RANDOM_ID),
  key: identifier(z.string().min(1), TICKET_KEY),
  assignee: TicketPerson.optional(),
});
export type RemediationTicket = z.infer<typeof RemediationTicket>;

/** Somebody moved the ticket to done. A claim, not yet a fix. */
export const Claim = z.object({
  at: Instant,
  by: TicketPerson.optional(),
  /** Assignee at the time of the claim. They may not attest the fix, even if the ticket is reassigned later. */
  assignee: TicketPerson.optional(),
  status: z.string(),
});
export type Claim = z.infer<typeof Claim>;

const remediationCommon = {
  id: RecommendationId,
  postMortemId: PostMortemId,
  title: z.string(),
  ownerTeam: z.string(),
  priority: Severity,
  route: TicketRoute,
  dueAt: Instant,
  /** The first due date, which never changes. Absent in remediations from before it was kept, until they are reopened. */
  firstDueAt: Instant.optional(),
  requestedAt: Instant,
  checks: z.array(Check),
  /** Reason why nothing but its ticket can show the fix. */
  untestedBecause: z.string().optional(),
  steps: z.array(Duration).min(1),
  attestations: z.array(Attestation),
  /** Set when the due date passed with no claim; cleared by a new claim. */
  overdueSince: Instant.optional(),
  /** The due date that was told to be over. Each is told once, however often the ticket goes to done and back. */
  overdueTold: Instant.optional(),
  reopenCount: z.int().nonnegative(),
  /** Times at which evidence reopened the ticket, the newest last. A fix that comes back again and again is held. */
  evidenceReopenedAt: z.array(Instant).optional(),
  /** How often people moved the ticket out of done; absent: never. They count as reopenings, too. */
  pushes: z.int().positive().optional(),
  /** How often its risk was accepted for a time; absent: never. */
  acceptanceCount: z.int().positive().optional(),
  /**
   * Its record was marked AMBER+STRICT or RED when it was approved: its ticket tells no more than
   * `remediation.restrictedTickets` lets it.
   */
  isRestricted: z.literal(true).optional(),
};

export const RemediationCommon = z.object(remediationCommon);
export type RemediationCommon = z.infer<typeof RemediationCommon>;

const ticketed = { ticket: RemediationTicket };
/**
 * A source says fail of a claimed fix, and that is not settled: it may still be taken back, or is from before the claim. Until it
 * is, the fix is not shown as proven.
 */
export const Doubt = z.object({
  /** Time of the observation. */
  at: Instant,
  source: z.string(),
  resource: z.string().optional(),
  /** Only in doubts from before verdicts named their next look: the check that was due next. */
  regularCheckAt: Instant.optional(),
});
export type Doubt = z.infer<typeof Doubt>;

/** Evidence that was expected by `expectedAt` is missing: `late`, and after a while `unproven`, which counts as overdue. */
export const Silence = z.object({ rung: z.enum(['late', 'unproven']), expectedAt: Instant });
export type Silence = z.infer<typeof Silence>;

const watch = {
  /** Steps of the plan that are through. */
  step: z.int().nonnegative(),
  /** The verdict may change by itself at this time; absent: only something that arrives changes it. */
  nextCheckAt: Instant.optional(),
  doubt: Doubt.optional(),
  silence: Silence.optional(),
  /** The fix came back again and again: its claim counts when nothing has failed until then. */
  heldUntil: Instant.optional(),
  /** End of a fail that was long over when it was told. The steps are counted anew from here. */
  setBackTo: Instant.optional(),
};

/** Where a claim stands between two verdicts. */
export const Watch = z.object(watch);
export type Watch = z.infer<typeof Watch>;

const claimed = {
  ...ticketed,
  ...watch,
  claim: Claim,
  lastCheckAt: Instant.optional(),
  /** Time of the first proof of this claim. */
  provenAt: Instant.optional(),
};

/** Why a fix did not hold. `eventId` marks the comment in Jira, so that it is written once. */
export const Failure = z.object({ at: Instant, step: z.int().nonnegative(), results: z.array(CheckResult) });
const failed = {
  ...ticketed,
  failure: Failure,
  /** Time of the claim that failed: when the ticket went to done, by Jira's clock. */
  claimAt: Instant.optional(),
  /** Until then a worker reopens the ticket and others stay away; after a refusal, when the sweep tries again. */
  leaseExpiresAt: Instant.optional(),
  /** Jira said no to the last try. */
  refusedBecause: z.string().optional(),
  refusals: z.int().positive().optional(),
};

export const Acceptance = z.object({
  until: Instant,
  reason: z.string(),
  compensatingControl: z.string(),
  by: Person,
  at: Instant,
});
export type Acceptance = z.infer<typeof Acceptance>;

/** A ticket that is done without saying that the work was: when, by whom, and how it ended, in words. */
export const ClosedWithoutClaim = z.object({ at: Instant, by: TicketPerson.optional(), outcome: z.string() });
export type ClosedWithoutClaim = z.infer<typeof ClosedWithoutClaim>;

/**
 * An approved recommendation on its way through Jira until it is verified. Verified is a state of now: a fail, or evidence that
 * grows too old, takes a fix back to verifying.
 *
 *     requested ─▶ open ─▶ claimed ─▶ verifying ◀─▶ verified ─▶ regressed ─▶ open (same ticket)
 *         ▼          ▲        └───────────┴─▶ ineffective ─▶ open (same ticket, with the evidence)
 *     ambiguous ─────┘     open/claimed ─▶ accepted until T ─▶ open     open/accepted/requested ─▶ cancelled
 */
export const Remediation = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('requested'),
    ...remediationCommon,
    /** How often creation was tried. 0: not yet, so there surely is no ticket. */
    attempt: z.int().nonnegative(),
    leaseExpiresAt: Instant,
    /** Jira said no to the last attempt: there surely is no ticket. */
    refusedBecause: z.string().optional(),
  }),
  z.object({
    state: z.literal('ambiguous'),
    ...remediationCommon,
    attempt: z.int().positive(),
    ambiguousSince: Instant,
    nextSearchAt: Instant,
  }),
  z.object({
    state: z.literal('open'),
    ...remediationCommon,
    ...ticketed,
    /** Time of the claim before the reopening. A reading with this time is old, and no new claim. */
    endedClaimAt: Instant.optional(),
    /** The ticket was closed in a way that claims nothing, such as Won't Do. The clock runs on, and a person decides. */
    closedWithoutClaim: ClosedWithoutClaim.optional(),
  }),
  z.object({ state: z.literal('claimed'), ...remediationCommon, ...claimed, step: z.literal(0) }),
  z.object({ state: z.literal('verifying'), ...remediationCommon, ...claimed, step: z.int().positive() }),
  z.object({
    state: z.literal('verified'),
    ...remediationCommon,
    ...claimed,
    /** Absent in fixes from before it was kept: all steps are through. */
    step: claimed.step.optional(),
    verifiedAt: Instant,
    /** Absent in fixes from before it was kept: the plan tells. */
    grade: z.enum(GRADES).optional(),
  }),
  z.object({ state: z.literal('ineffective'), ...remediationCommon, ...failed }),
  z.object({ state: z.literal('regressed'), ...remediationCommon, ...failed }),
  z.object({ state: z.literal('accepted'), ...remediationCommon, ...ticketed, acceptance: Acceptance }),
  z.object({
    state: z.literal('cancelled'),
    ...remediationCommon,
    ticket: RemediationTicket.optional(),
    reason: z.string(),
    by: Person,
    at: Instant,
  }),
]);
export type Remediation = z.infer<typeof Remediation>;
export type RemediationState = Remediation['state'];
export const REMEDIATION_STATES = Remediation.options.map(({ shape }) => shape.state.value);

/** A claim that is under watch, whatever it has passed so far. */
export type WatchedRemediation = Extract<Remediation, { state: 'claimed' | 'verifying' | 'verified' }>;

export type OpenRemediation = Extract<Remediation, { state: 'open' }>;

/** A fix that did not hold and whose ticket is not reopened yet. */
export type FailedRemediation = Extract<Remediation, { state: 'ineffective' | 'regressed' }>;

/** A fix whose ticket is done and claims nothing. */
export const isClosedWithoutClaim = (remediation: Remediation): remediation is OpenRemediation =>
  remediation.state === 'open' && remediation.closedWithoutClaim !== undefined;

export const isFailed = (remediation: Remediation): remediation is FailedRemediation =>
  remediation.state === 'ineffective' || remediation.state === 'regressed';

/** A remediation whose ticket is known and followed. */
export type TicketedRemediation = Exclude<Remediation, { state: 'requested' | 'ambiguous' | 'cancelled' }>;

export const isWatched = (remediation: Remediation): remediation is WatchedRemediation =>
  remediation.state === 'claimed' || remediation.state === 'verifying' || remediation.state === 'verified';

/** A claim that was proven at some time, also if it is not shown as proven now. */
export const isProvenOnce = (remediation: Remediation): boolean =>
  isWatched(remediation) && (remediation.state === 'verified' || remediation.provenAt !== undefined);

/** A claim that evidence was wanted for so long that it counts as overdue. */
export const isUnproven = (remediation: Remediation): remediation is WatchedRemediation =>
  isWatched(remediation) && remediation.silence?.rung === 'unproven';

export const isTicketed = (remediation: Remediation): remediation is TicketedRemediation =>
  remediation.state !== 'requested' && remediation.state !== 'ambiguous' && remediation.state !== 'cancelled';

/** The deterministic label by which a ticket is found again when nobody knows whether its creation succeeded. */
export const ticketLabel = (id: RecommendationId): string => `holdfast-${id.toLowerCase()}`;

/** On every ticket of ours, so that one search finds what changed. */
export const TICKET_LABEL = 'holdfast';
