import { type LinkAddresses, ticketUrl } from '../document/links.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { isTicketed, type Remediation, type TicketedRemediation } from '../domain/remediation/remediation.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';

type Known = {
  remediationId: RecommendationId;
  postMortemId: PostMortemId;
  title: string;
  ownerTeam: string;
  recordUrl: string;
};
type Ticket = { key: string; ticketUrl: string };

/** By what a reader knows a remediation, and where to find it. */
export function named(remediation: TicketedRemediation, addresses: LinkAddresses): Known & Ticket {
  return { ...known(remediation, addresses), ...ticketOf(remediation, addresses) };
}

/** Names a remediation that may have no ticket yet, in the same way. */
export function namedEvenWithoutTicket(remediation: Remediation, addresses: LinkAddresses): Known & Partial<Ticket> {
  return isTicketed(remediation) ? named(remediation, addresses) : known(remediation, addresses);
}

function known({ id, postMortemId, title, ownerTeam }: Remediation, addresses: LinkAddresses): Known {
  return { remediationId: id, postMortemId, title, ownerTeam, recordUrl: recordUrlOf(addresses, postMortemId) };
}

function ticketOf({ ticket }: TicketedRemediation, addresses: LinkAddresses): Ticket {
  return { key: ticket.key, ticketUrl: ticketUrl(addresses, ticket) };
}
