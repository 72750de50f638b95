import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { isClosedWithoutClaim } from '../domain/remediation/remediation.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { dayOfTeam, type TeamClocks } from './day-of-team.ts';
import { sayInTicket } from './say-in-ticket.ts';
import type { TicketSites } from './ticket-sites.ts';
import { link, paragraph, strong, type TicketText, text } from './ticket-text.ts';

export type AskDependencies = {
  store: Pick<RecordStore, 'remediation' | 'changeRemediation'>;
  ticketSites: TicketSites;
  now: () => string;
  config: Pick<HoldfastConfig, 'postMortem'> & TeamClocks;
};

/** `not told`: the ticket takes no comment, and the record says so. */
export type AskOutcome = 'asked' | 'not told' | 'not closed any more' | 'missing ticket';

/**
 * Says in a ticket that was closed as Won't Do, or in another way that claims nothing, that its fix is still open, and who may
 * end it. Once for each closing, though two deliveries at the same moment may both say it.
 *
 * @throws the system's error when it limits, or nobody knows what it did: the queue brings the work back
 */
export async function askAboutClosing(
  deps: AskDependencies,
  { postMortemId, remediationId, closed }: EventData<'Remediation Closed Without Claim'>,
  cause: Cause,
): Promise<AskOutcome> {
  const { store, ticketSites, config } = deps;
  const remediation = await store.remediation(postMortemId, remediationId);
  if (remediation === undefined || !isClosedWithoutClaim(remediation)) return 'not closed any more';
  const { ticket, ownerTeam, dueAt, closedWithoutClaim } = remediation;
  if (closedWithoutClaim?.at !== closed.at) return 'not closed any more';
  const recordUrl = recordUrlOf(config.postMortem, postMortemId);
  try {
    const comment = question(dayOfTeam(config, ownerTeam, dueAt), recordUrl);
    const note = { about: 'closing' as const, marker: `closed without claim ${closed.at}`, comment };
    const told = await sayInTicket(deps, remediation, ticket, note, cause);
    return told === 'told' ? 'asked' : told;
  } catch (error) {
    if (ticketSites.failureOf(error) === 'no such ticket') return 'missing ticket';
    throw error;
  }
}

const question = (due: string, recordUrl: string): TicketText => [
  paragraph(
    strong('Not taken as done by Holdfast. '),
    text(
      'This way of closing a ticket does not say that the work was done, so the fix is still open, and due ' +
        `${due}. If it was done, close the ticket as done. If it will not be done, an approver can accept the risk ` +
        'for a while or cancel the fix, with a reason, in ',
    ),
    link('the record', recordUrl),
    text('.'),
  ),
];
