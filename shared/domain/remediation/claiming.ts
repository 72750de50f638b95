import type { RemediationPolicy } from './remediation-policy.ts';

/** Line of the configuration that says which tickets claim that the work was done. It is one for all sites. */
export const CLAIMS = 'remediation.claims';

type Claims = Pick<RemediationPolicy, 'claims'>;

/** Name of a status or a resolution, and its id, which stays when the name is translated. */
export type NamedInTicket = { readonly id?: string | undefined; readonly name: string };

/** How a ticket ended. `resolution`: undefined where it has none. */
export type TicketOutcome = { readonly status: NamedInTicket; readonly resolution: NamedInTicket | undefined };

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

export const isNamed = ({ id, name }: NamedInTicket, wanted: string): boolean =>
  id === wanted || name.trim().toLowerCase() === wanted.trim().toLowerCase();

/** How a ticket ended, in words: "Closed as Won't Do". */
export const outcomeInWords = ({ status, resolution }: TicketOutcome): string =>
  resolution === undefined || resolution.name === status.name ? status.name : `${status.name} as ${resolution.name}`;
