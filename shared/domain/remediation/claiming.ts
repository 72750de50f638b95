import { isNamed, type NamedInTicket, type TicketOutcome } from '../ticket/ticket-outcome.ts';
import type { RemediationPolicy } from './remediation-policy.ts';

/** Line of the configuration that says which tickets claim that the work was done. It is one for all sites. */
export const CLAIMS = 'remediation.claims';

type Claims = Pick<RemediationPolicy, 'claims'>;

/**
 * True when a ticket that is done says that the work was done, and not that it will not be: its status and its resolution are
 * a pair of the policy, by name or by id. What the policy does not know is no claim.
 */
export function isClaiming({ status, resolution }: TicketOutcome, policy: Claims): boolean {
  return claimsFrom(status, policy).some((pair) =>
    pair.resolutions.some((one) =>
      one === null ? resolution === undefined : resolution !== undefined && isNamed(resolution, one),
    ),
  );
}

/** Pairs of the policy that name this status. */
export const claimsFrom = (status: NamedInTicket, { claims }: Claims): Claims['claims'] =>
  claims.filter(({ statuses }) => statuses.some((one) => isNamed(status, one)));
