import * as z from 'zod';
import { Asking } from '../verification/asking.ts';
import { Attestation } from '../verification/attestation.ts';
import { CheckResult } from '../verification/check-result.ts';
import { GRADES } from '../verification/grade.ts';
import { Check } from '../verification/plan.ts';
import { Day } from '../words/day.ts';
import { Duration } from '../words/duration.ts';
import { Instant, PostMortemId, RecommendationId } from '../words/identifiers.ts';
import { COUNTED_OR_RANDOM_ID, identifier, TICKET_KEY } from '../words/marks.ts';
import { Person, TicketPerson } from '../words/person.ts';
import { Severity } from '../words/severity.ts';
import { Claim, Closing, Followed, KeptClaim, Regrading, Watch } from './claim.ts';
import { ExistingWork } from './existing-work.ts';
import { TicketRoute } from './route.ts';
import { Score } from './score.ts';

/** Priority of a ticket. Its name is the site's own, and translated; its id stays. */
export const TicketPriority = z.object({
  id: identifier(z.string().min(1), COUNTED_OR_RANDOM_ID).optional(),
  name: z.string().optional(),
});
export type TicketPriority = z.infer<typeof TicketPriority>;

/**
 * The ticket in which a team works on a fix, as it was last seen. `issueId` is for ever; `key` changes when the issue moves. What
 * follows `assignee` is absent where it was never seen, as in tickets from before it was kept.
 */
export const RemediationTicket = z.object({
  site: z.string().min(1),
  issueId: identifier(z.string().min(1), COUNTED_OR_RANDOM_ID),
  key: identifier(z.string().min(1), TICKET_KEY),
  assignee: TicketPerson.optional(),
  title: z.string().optional(),
  /** Due date: what we wrote, or what was seen since. Null: it has none. Absent also where no screen shows it. */
  dueOn: Day.nullable().optional(),
  priority: TicketPriority.optional(),
  /** Time of the last change that was seen, by the clock of the ticketing system. */
  updatedAt: Instant.optional(),
  /** When we wrote the due date last, by our clock: what was asked for before that tells nothing of it. */
  ownDueOnAt: Instant.optional(),
  /** Time since which it is not shown: deleted, or hidden from our account. */
  missingSince: Instant.optional(),
});
export type RemediationTicket = z.infer<typeof RemediationTicket>;

/** Hash of the route and the create screen of a ticket. Another one is a reason to try a refused creation again at once. */
export const Outlook = identifier(z.string().min(1), /^[0-9a-f]{64}$/);

/** How often people pushed the due date of the ticket in Jira, and what came of putting it back, which is done once. */
export const PushedDueDate = z.object({
  pushes: z.int().positive(),
  putBack: z.enum(['owed', 'done', 'refused']).optional(),
});
export type PushedDueDate = z.infer<typeof PushedDueDate>;

/**
 * So many people are remembered who worked on a fix, the newest. Nobody attests a fix of which so many are known: there may have been more.
 * Events carry them all, and a message of the bus takes 256 KB.
 */
export const REMEMBERED_WORKERS = 100;

/** An acceptance of which the time is over. */
export const EndedAcceptance = z.object({ by: Person, until: Instant });

/** Holdfast moved the ticket to done, because its risk was accepted. `at`: when it went to done, by the clock of its system. */
export const PutAway = z.object({ at: Instant });

/** Why a fix did not hold. `eventId` marks the comment in Jira, so that it is written once. */
export const Failure = z.object({ at: Instant, step: z.int().nonnegative(), results: z.array(CheckResult) });

/** Kinds of what is said in tickets, linked there, or moved after a decision. */
export const TICKET_NOTES = [
  'failure',
  'follow-up',
  'link to the incident',
  'link to the follow-up',
  'instruction',
  'closing',
  'standing',
  'decision',
  'move',
] as const;

/** What a ticket did not take, such as a comment where our account may write none. `because` is in the words of its system. */
export const TicketNotTold = z.object({
  about: z.enum(TICKET_NOTES),
  because: z.string(),
  at: Instant,
  /** The ticket was not shown: it is told when it is shown again. */
  isMissing: z.literal(true).optional(),
});
export type TicketNotTold = z.infer<typeof TicketNotTold>;

const remediationCommon = {
  id: RecommendationId,
  postMortemId: PostMortemId,
  title: z.string(),
  ownerTeam: z.string(),
  priority: Severity,
  /** Of its recommendation when it was approved. Both are absent in remediations from before they were kept. */
  impact: Score.optional(),
  feasibility: Score.optional(),
  route: TicketRoute,
  /** Name of that route in the configuration. Absent in remediations from before routes had names. */
  routeName: z.string().min(1).optional(),
  /** Name of that route's site in `jira.sites`. Absent where it leads to the site of `jira`. */
  routeSite: z.string().min(1).optional(),
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
  /** Time at which somebody last asked where its claim stands. */
  checkAskedAt: Instant.optional(),
  reopenCount: z.int().nonnegative(),
  /** Times at which evidence reopened the ticket, the newest last. A fix that comes back again and again is held. */
  evidenceReopenedAt: z.array(Instant).optional(),
  /** Time of the newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept. */
  lastClaimAt: Instant.optional(),
  /** How often people moved the ticket out of done; absent: never. They count as reopenings, too. */
  pushes: z.int().positive().optional(),
  /** Absent: nobody pushed it. The due date of the fix itself never changes by it. */
  pushedDueDate: PushedDueDate.optional(),
  /** Time of the newest claim that was told to be one of many that one person made at once. */
  closedInBulkAt: Instant.optional(),
  /** Everybody who was seen as the assignee during the work, or moved the ticket to done, the newest last. They may not attest the fix. */
  workedBy: z.array(TicketPerson).max(REMEMBERED_WORKERS).optional(),
  /** What does the work already. Its `ticket` is the ticket of this fix, and there is no other. */
  existingWork: ExistingWork.optional(),
  /** How often its risk was accepted for a time; absent: never. */
  acceptanceCount: z.int().positive().optional(),
  /** The last acceptance of its risk that is over. Absent also when it was over before this was kept. */
  lastAcceptance: EndedAcceptance.optional(),
  /**
   * Its record was marked AMBER+STRICT or RED when it was approved: its ticket tells no more than
   * `remediation.restrictedTickets` lets it.
   */
  isRestricted: z.literal(true).optional(),
  /** Tickets that could not be moved out of done when they had to be, the newest last. Another one took the place of each. */
  formerTickets: z.array(RemediationTicket).min(1).optional(),
  /** Failure for which its ticket is a follow-up of the newest of `formerTickets`; absent where that was put away for an accepted risk. */
  followsUp: Failure.optional(),
  /** Set while the ticket is where Holdfast put it for an accepted risk: done, which is nobody's word that the work was. */
  putAway: PutAway.optional(),
  /** The newest of what its ticket does not take. */
  notTold: TicketNotTold.optional(),
  /** Its ticket is not linked to its incident, because Jira does not let us. */
  notLinked: TicketNotTold.optional(),
};

export const RemediationCommon = z.object(remediationCommon);
export type RemediationCommon = z.infer<typeof RemediationCommon>;

const ticketed = { ticket: RemediationTicket };
const claimed = {
  ...ticketed,
  ...Watch.shape,
  claim: Claim,
  lastCheckAt: Instant.optional(),
  /** Time of the first proof of this claim. */
  provenAt: Instant.optional(),
  /** The newest questions of this claim to its sources, so that each is asked once. */
  asked: z.array(Asking).optional(),
  /** Only in fixes that stood verified when verdicts began. */
  regraded: Regrading.optional(),
};

const failed = {
  ...ticketed,
  failure: Failure,
  /** Time of the claim that failed: when the ticket went to done, by Jira's clock. */
  claimAt: Instant.optional(),
  /** Absent in fixes that failed before it was kept. */
  kept: KeptClaim.optional(),
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

/**
 * An approved recommendation on its way through Jira until it is verified. Verified is a state of now: a fail, or evidence that
 * grows too old, takes a fix back to verifying.
 *
 *     requested ─▶ open ─▶ claimed ─▶ verifying ◀─▶ verified ─▶ regressed ─▶ open (same ticket)
 *         ▲                                                  any that failed ─▶ requested (a follow-up: its ticket stays done)
 *         ▼          ▲        └───────────┴─▶ ineffective ─▶ open (same ticket, with the evidence)
 *     ambiguous ─────┘                          open/accepted/requested ─▶ cancelled
 *
 *     any with a ticket ─▶ accepted until T ─┬─▶ claimed/verifying, and judged at once: it had a claim, or got one meanwhile
 *                           ▲   │ renewed    └─▶ open
 *                           └───┘
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
    refusedOutlook: Outlook.optional(),
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
    ...Closing.shape,
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
  z.object({
    state: z.literal('accepted'),
    ...remediationCommon,
    ...ticketed,
    acceptance: Acceptance,
    ...Followed.shape,
  }),
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

/** A fix that needs no ticket made for it: one that was there before is its ticket. */
export const isOfExistingTicket = ({ existingWork }: Pick<RemediationCommon, 'existingWork'>): boolean =>
  existingWork?.kind === 'ticket';

/** A claim that is under watch, whatever it has passed so far. */
export type WatchedRemediation = Extract<Remediation, { state: 'claimed' | 'verifying' | 'verified' }>;

/** A claim as verdicts are made on it. */
export type JudgedClaim = Pick<
  WatchedRemediation,
  'checks' | 'steps' | 'claim' | 'attestations' | 'evidenceReopenedAt'
>;

/** The claim that a verdict can be made on, also while the risk is accepted and the verdict changes nothing. */
export function claimToJudge(remediation: Remediation): JudgedClaim | undefined {
  if (isWatched(remediation)) return remediation;
  if (remediation.state !== 'accepted' || remediation.kept === undefined) return undefined;
  return { ...remediation, claim: remediation.kept.claim };
}

/** Whether its ticket is done, as far as is known: by a claim, without one, or because we put it there. */
export const isTicketDone = (remediation: Remediation): boolean => {
  const claim = claimIn(remediation);
  const isClaimedByTicket = claim !== undefined && claim.isOfPullRequest === undefined;
  return isClaimedByTicket || isClosedWithoutClaim(remediation) || remediation.putAway !== undefined;
};

/** A fix whose ticket is open, and whose merged pull request claims that it is done. */
export const isClaimedByPullRequest = (
  remediation: Remediation,
): remediation is WatchedRemediation | (AcceptedRemediation & { kept: KeptClaim }) =>
  !isFailed(remediation) && claimIn(remediation)?.isOfPullRequest === true;

/** The claim of a fix, if it has one, whatever became of it. */
export const claimIn = (remediation: Remediation): Claim | undefined =>
  isFailed(remediation) ? remediation.kept?.claim : claimToJudge(remediation)?.claim;

/** How often a risk was accepted anew after the first time. */
export const renewalsOf = ({ acceptanceCount = 1 }: Remediation): number => acceptanceCount - 1;

export type AcceptedRemediation = Extract<Remediation, { state: 'accepted' }>;

export type OpenRemediation = Extract<Remediation, { state: 'open' }>;

/** A fix that did not hold and whose ticket is not reopened yet. */
export type FailedRemediation = Extract<Remediation, { state: 'ineffective' | 'regressed' }>;

/**
 * True for a ticket of the fix that another one took the place of. Ids repeat from site to site, and a site may be renamed: then the
 * key tells.
 */
export const isFormerTicket = (
  { formerTickets = [] }: Pick<RemediationCommon, 'formerTickets'>,
  { site, issueId, key }: Pick<RemediationTicket, 'site' | 'issueId' | 'key'>,
): boolean => formerTickets.some((one) => one.issueId === issueId && (one.site === site || one.key === key));

/** A fix whose ticket could not be moved out of done, and of which the follow-up is not made yet: it is to be done like one with a ticket. */
export const awaitsFollowUp = ({ state, formerTickets }: Pick<Remediation, 'state' | 'formerTickets'>): boolean =>
  (state === 'requested' || state === 'ambiguous') && formerTickets !== undefined;

/** A fix that is wanted again, and whose ticket is still where it was put while its risk was accepted. */
export const isToBeBroughtBack = (remediation: Remediation): remediation is OpenRemediation & { putAway: object } =>
  remediation.state === 'open' && remediation.putAway !== undefined;

/** A fix whose ticket is open, is shown, and has a date that people pushed and that is to be put back. */
export const isDueDateOwed = (remediation: Remediation): remediation is TicketedRemediation =>
  isTicketed(remediation) &&
  !isFailed(remediation) &&
  remediation.pushedDueDate?.putBack === 'owed' &&
  remediation.ticket.missingSince === undefined &&
  !isTicketDone(remediation) &&
  !('closedWithoutClaim' in remediation && remediation.closedWithoutClaim !== undefined);

/** A fix whose accepted time is over, and whose ticket is not shown: nobody works in it. */
export const isWantedOutOfSight = (remediation: Remediation): remediation is OpenRemediation =>
  remediation.state === 'open' &&
  remediation.closedWithoutClaim === undefined &&
  remediation.lastAcceptance !== undefined &&
  remediation.ticket.missingSince !== undefined;

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

export type CancelledRemediation = Extract<Remediation, { state: 'cancelled' }>;

/** A fix whose ticket is looked at: that of a cancelled one only while it is hidden, and is to be told of that. */
export type FollowedRemediation = TicketedRemediation | (CancelledRemediation & { ticket: RemediationTicket });

export const isFollowed = (remediation: Remediation): remediation is FollowedRemediation =>
  isTicketed(remediation) || isCancelledUntold(remediation);

export const isCancelledUntold = (
  remediation: Remediation,
): remediation is CancelledRemediation & { ticket: RemediationTicket } =>
  remediation.state === 'cancelled' &&
  remediation.ticket?.missingSince !== undefined &&
  remediation.notTold?.isMissing === true;

/** The deterministic label by which a ticket is found again when nobody knows whether its creation succeeded. */
export const ticketLabel = (id: RecommendationId): string => `holdfast-${id.toLowerCase()}`;

/** On every ticket of ours, so that one search finds what changed. */
export const TICKET_LABEL = 'holdfast';
