import * as z from 'zod';
import { Asking } from '../verification/asking.ts';
import { Instant } from '../words/identifiers.ts';
import { TicketPerson } from '../words/person.ts';

/** Somebody moved the ticket to done. A claim, not yet a fix. */
export const Claim = z.object({
  at: Instant,
  /**
   * Time at which the ticket went to done, where the claim has another: before the fix was approved, and what was seen in between proves
   * nothing; or after its pull request had claimed.
   */
  ticketDoneAt: Instant.optional(),
  by: TicketPerson.optional(),
  /** Assignee at the time of the claim. They may not attest the fix, even if the ticket is reassigned later. */
  assignee: TicketPerson.optional(),
  status: z.string(),
  /** The record names the merged pull request that did it, and its ticket is still open: nobody has given their word on it. */
  isOfPullRequest: z.literal(true).optional(),
});
export type Claim = z.infer<typeof Claim>;

/** Time of the claim by the clock of the ticketing system, with which later moves of the ticket are compared. */
export const doneAt = ({ at, ticketDoneAt }: Claim): string => ticketDoneAt ?? at;

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

/** Evidence that was expected by `expectedAt` is missing, and may have been lost: our own intake was down. */
export const Excused = z.object({ expectedAt: Instant });
export type Excused = z.infer<typeof Excused>;

/** Where a claim stands between two verdicts. */
export const Watch = z.object({
  /** Steps of the plan that are through. */
  step: z.int().nonnegative(),
  /** The verdict may change by itself at this time; absent: only something that arrives changes it. */
  nextCheckAt: Instant.optional(),
  doubt: Doubt.optional(),
  silence: Silence.optional(),
  excused: Excused.optional(),
  /** The fix came back again and again: its claim counts when nothing has failed until then. */
  heldUntil: Instant.optional(),
  /** End of a fail that was long over when it was told. The steps are counted anew from here. */
  setBackTo: Instant.optional(),
});
export type Watch = z.infer<typeof Watch>;

/** The first verdict on a fix that had been called verified before there were verdicts. */
export const Regrading = z.object({
  at: Instant,
  /** When verdicts began in this installation. What failed before waits for a person. */
  upgradedAt: Instant,
});
export type Regrading = z.infer<typeof Regrading>;

/** Claim while it is not judged: the fix failed, or its risk is accepted. */
export const KeptClaim = z.object({
  claim: Claim,
  /** Steps of the plan that were through. */
  step: z.int().nonnegative(),
  provenAt: Instant.optional(),
  setBackTo: Instant.optional(),
  /** Questions to its sources, so that none is asked again. */
  asked: z.array(Asking).optional(),
  /** Only in fixes that stood verified when verdicts began. */
  regraded: Regrading.optional(),
  /** A fail that is shown, and counts when it is judged again. */
  doubt: Doubt.optional(),
});
export type KeptClaim = z.infer<typeof KeptClaim>;

/** A ticket that is done without saying that the work was: when, by whom, and how it ended, in words. */
export const ClosedWithoutClaim = z.object({ at: Instant, by: TicketPerson.optional(), outcome: z.string() });
export type ClosedWithoutClaim = z.infer<typeof ClosedWithoutClaim>;

/** How the ticket of a fix without a claim was last closed. */
export const Closing = z.object({
  /** Time of the claim before the reopening. A reading with this time is old, and no new claim. */
  endedClaimAt: Instant.optional(),
  /** The ticket was closed in a way that claims nothing, such as Won't Do. The clock runs on, and a person decides. */
  closedWithoutClaim: ClosedWithoutClaim.optional(),
});

/** Knowledge of the ticket while a risk is accepted. It is followed, and counts when the time is over. */
export const Followed = z.object({ kept: KeptClaim.optional(), ...Closing.shape });
export type Followed = z.infer<typeof Followed>;
