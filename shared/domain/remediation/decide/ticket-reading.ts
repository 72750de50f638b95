import type { TicketOutcome } from '../../ticket/ticket-outcome.ts';
import type { Claim } from '../claim.ts';
import type { TicketFacts } from './in-step.ts';

/** A ticket as it was read. */
export type TicketReading = TicketFacts & {
  outcome: TicketOutcome;
  /** Time at which it went to done, or out of it. */
  movedAt: string;
  /** True when our own account moved it to done; absent where somebody else did, and where nobody knows. */
  isOwnMove?: boolean;
  /** `at`: the time at which it went to done or, after that, got another resolution. */
  claim: Claim;
};
