import type { PostMortemId, RecommendationId } from '../domain/identifiers.ts';
import type { TicketedRemediation } from '../domain/remediation.ts';
import { type Places, recordUrlOf, ticketUrl } from './report-links.ts';

type Named = {
  remediationId: RecommendationId;
  postMortemId: PostMortemId;
  title: string;
  ownerTeam: string;
  key: string;
  ticketUrl: string;
  recordUrl: string;
};

/** By what a reader knows a remediation, and where to find it. */
export function named({ id, postMortemId, title, ownerTeam, ticket }: TicketedRemediation, places: Places): Named {
  return {
    remediationId: id,
    postMortemId,
    title,
    ownerTeam,
    key: ticket.key,
    ticketUrl: ticketUrl(places, ticket.key),
    recordUrl: recordUrlOf(places, postMortemId),
  };
}
