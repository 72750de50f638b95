import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { isTicketed, type RemediationTicket, type TicketedRemediation } from '../domain/remediation/remediation.ts';
import { browseUrl } from '../domain/ticket/jira-site.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { isIncidentOfRecord } from './incident-of-record.ts';
import { noteNotTold, type SayDependencies, sayInTicket } from './say-in-ticket.ts';
import { isSameTicket } from './ticket-sites.ts';
import { link, paragraph, strong, type TicketText, text } from './ticket-text.ts';

export type FormerDependencies = SayDependencies & {
  store: SayDependencies['store'] & Pick<RecordStore, 'remediation' | 'postMortemOfTicket'>;
  config: Pick<HoldfastConfig, 'postMortem' | 'jira'>;
};

export type FormerOutcome = 'told' | 'not told' | 'no former ticket' | 'missing ticket';

/**
 * Links a follow-up to the ticket that could not be reopened, and says there that the work goes on in the follow-up. What is forbidden
 * of it, the record says. An incident is left alone.
 *
 * @throws the system's error when it limits, or nobody knows what it did: the queue brings the work back
 */
export async function tellFormer(
  deps: FormerDependencies,
  { postMortemId, remediationId, ticket }: EventData<'Remediation Ticket Created'>,
  cause: Cause,
): Promise<FormerOutcome> {
  const { store, ticketSites, config } = deps;
  const remediation = await store.remediation(postMortemId, remediationId);
  const former = remediation?.formerTickets?.at(-1);
  if (remediation === undefined || !isTicketed(remediation) || former === undefined) return 'no former ticket';
  const system = ticketSites.named(remediation.ticket.site);
  if (!isSameTicket(remediation.ticket, system, ticket.issueId)) return 'no former ticket';
  const { site, issueId: ticketId, key } = former;
  if (await isIncidentOfRecord(store, { site, ticketId, key })) return 'no former ticket';
  const url = browseUrl(remediation.ticket, config.jira);
  const comment = goesOnIn(remediation.ticket.key, url, recordUrlOf(config.postMortem, postMortemId));
  const marker = `follow-up ${remediation.ticket.issueId}`;
  try {
    const unlinked = await linkTo(deps, remediation, former);
    if (unlinked !== undefined) {
      await noteNotTold(deps, remediation, { about: 'link to the follow-up', because: unlinked }, cause);
    }
    return await sayInTicket(deps, remediation, former, { about: 'follow-up', marker, comment }, cause);
  } catch (error) {
    if (ticketSites.failureOf(error) === 'no such ticket') return 'missing ticket';
    throw error;
  }
}

/** @returns why there is no link; undefined when there is */
async function linkTo(
  { ticketSites }: FormerDependencies,
  remediation: TicketedRemediation,
  former: RemediationTicket,
): Promise<string | undefined> {
  const tickets = ticketSites.named(remediation.ticket.site);
  if (!tickets.names.includes(former.site)) {
    return `${former.key} is on ${former.site}, and no link leads from site to site`;
  }
  try {
    return await tickets.linkFollowUp(remediation.ticket.key, former.key, routeIn(remediation));
  } catch (error) {
    if (!(error instanceof Error) || tickets.failureOf(error) !== 'refused') throw error;
    return error.message;
  }
}

const goesOnIn = (key: string, url: string | undefined, recordUrl: string): TicketText => [
  paragraph(
    strong('Holdfast could not move this ticket out of done. '),
    text('The fix is open all the same, and the work on it goes on in '),
    url === undefined ? text(key) : link(key, url),
    text('. Why stands in '),
    link('the record', recordUrl),
    text('.'),
  ),
];
