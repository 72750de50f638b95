import type { Cause } from '../domain/events/recorded-event.ts';
import { ticketNotTold, ticketTold } from '../domain/remediation/decide/ticket-not-told.ts';
import type { Remediation, RemediationTicket, TicketNotTold } from '../domain/remediation/remediation.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { TicketSites } from './ticket-sites.ts';
import type { TicketText } from './ticket-text.ts';

export type SayDependencies = {
  store: Pick<RecordStore, 'changeRemediation'>;
  ticketSites: TicketSites;
  now: () => string;
};

export type Note = {
  readonly about: TicketNotTold['about'];
  /** Names what is said, for ever: it is said once. */
  readonly marker: string;
  readonly comment: TicketText;
  /** Throws when the caller may not write any more. */
  readonly beforeWriting?: () => void;
};

type Told = 'told' | 'not told';

/**
 * Says something in a ticket of a fix, once. Where the ticket takes no comment, such as without the permission, the record says so,
 * and whoever wanted to say it goes on.
 *
 * @throws the system's error when the ticket is gone, it limits, or nobody knows what it did
 */
export async function sayInTicket(
  { store, ticketSites, now }: SayDependencies,
  remediation: Remediation,
  { site, issueId }: RemediationTicket,
  { about, marker, comment, beforeWriting }: Note,
  cause: Cause,
): Promise<Told> {
  const tickets = ticketSites.named(site);
  try {
    await tickets.commentOnce(issueId, marker, comment, beforeWriting);
    if (remediation.notTold?.about === about) await noteTold({ store, now }, remediation, about, cause);
    return 'told';
  } catch (error) {
    if (!(error instanceof Error) || tickets.failureOf(error) !== 'refused') throw error;
    await noteNotTold({ store, now }, remediation, { about, because: error.message }, cause);
    return 'not told';
  }
}

/** Keeps in the record that a ticket takes no comment or no link of ours. */
export async function noteNotTold(
  { store, now }: Pick<SayDependencies, 'store' | 'now'>,
  { postMortemId, id }: Remediation,
  what: Omit<TicketNotTold, 'at'>,
  cause: Cause,
): Promise<void> {
  await store.changeRemediation(
    postMortemId,
    id,
    (state) => (state === undefined ? [] : ticketNotTold(state, what, now())),
    cause,
  );
}

/** Keeps in the record that a ticket takes now what it did not take. */
export async function noteTold(
  { store, now }: Pick<SayDependencies, 'store' | 'now'>,
  { postMortemId, id }: Remediation,
  about: TicketNotTold['about'],
  cause: Cause,
): Promise<void> {
  await store.changeRemediation(
    postMortemId,
    id,
    (state) => (state === undefined ? [] : ticketTold(state, about, now())),
    cause,
  );
}
