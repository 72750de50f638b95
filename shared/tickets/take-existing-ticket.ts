import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { creationRefused, existingTicketTaken } from '../domain/remediation/decide/creation.ts';
import type { TicketReading } from '../domain/remediation/decide/ticket-reading.ts';
import { keyInName, onNoSite, ticketNamed } from '../domain/remediation/existing-work.ts';
import { isFormerTicket, type Remediation } from '../domain/remediation/remediation.ts';
import { allSites, nameOfSite } from '../domain/ticket/jira-site.ts';
import { AlreadyExists } from '../store/errors.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { isIncidentOfRecord } from './incident-of-record.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import type { TicketSites } from './ticket-sites.ts';

export type TakeDependencies = {
  store: RecordStore;
  ticketSites: TicketSites;
  config: Pick<HoldfastConfig, 'remediation' | 'jira' | 'teams' | 'schedules'>;
  now: () => string;
};

/** A ticket that was named as the one of a fix, and cannot be. Trying again helps when a person has changed something. */
export class TicketNotTaken extends Error {
  constructor(because: string) {
    super(`${because}. Mend it there, or have an approver name other work for this fix, or a ticket of its own`);
    this.name = 'TicketNotTaken';
  }
}

/**
 * Makes the ticket that a recommendation names the one of its fix: nothing is created, and it is followed by its id from now on. One that
 * is done already claims from the approval on. A ticket is the work of one fix: whoever comes second is refused.
 *
 * @throws TicketNotTaken, or the system's error, after it stands in the record: the queue brings the work back
 */
export async function takeExistingTicket(
  deps: TakeDependencies,
  remediation: Remediation,
  named: string,
  cause: Cause,
): Promise<void> {
  const { store, ticketSites, config, now } = deps;
  const { postMortemId, id } = remediation;
  const change = (decide: Parameters<RecordStore['changeRemediation']>[2]) =>
    store.changeRemediation(postMortemId, id, decide, cause);
  try {
    const reading = await readTicket(deps, remediation, named);
    await change((state) => (state === undefined ? [] : existingTicketTaken(state, reading, now(), config)));
  } catch (caught) {
    const error = caught instanceof AlreadyExists ? takenBy(keyInName(named) ?? 'it') : caught;
    const isOfTicket = error instanceof TicketNotTaken || ticketSites.failureOf(error) !== undefined;
    if (!(error instanceof Error) || !isOfTicket) throw error;
    // Nothing was written there, whatever the failure is: there is nothing to doubt.
    await change((state) => (state === undefined ? [] : creationRefused(state, now(), error.message)));
    throw (await isRestrictedNow(store, remediation)) ? ticketSites.withoutWords(error) : error;
  }
}

async function readTicket(
  { store, ticketSites, config }: TakeDependencies,
  remediation: Remediation,
  named: string,
): Promise<TicketReading> {
  // What a file brought may be any words, and the message goes into logs.
  if (keyInName(named) === undefined) throw new TicketNotTaken('what is named as existing work is no Jira ticket');
  const sites = allSites(config.jira);
  const ticket = ticketNamed(named, sites);
  if (ticket === undefined) throw new TicketNotTaken(onNoSite(sites));
  const { key, site } = ticket;
  const { id } = remediation;
  const tickets = site === undefined ? ticketSites.of(routeIn(remediation)) : ticketSites.named(nameOfSite(site));
  const shown = await tickets.show(key);
  if (shown === undefined) throw new TicketNotTaken(`there is no ticket ${key}, or it is hidden from our account`);
  const { issueId: ticketId } = shown;
  // A type that the configuration does not name (any more) is an incident all the same, once a record was opened for it.
  const isIncident = shown.isIncident || (await isIncidentOfRecord(store, { site: tickets.site, ticketId, key }));
  if (isIncident) throw new TicketNotTaken(`${key} is an incident, and no ticket of a fix`);
  // Everybody who may edit a ticket can put a mark on it.
  const made = shown.isOurs ? shown.mark?.remediationId : undefined;
  if (made !== undefined && made !== id) throw new TicketNotTaken(`${key} was made for the fix ${made}`);
  if (isFormerTicket(remediation, { site: tickets.site, issueId: ticketId, key: shown.key })) {
    throw new TicketNotTaken(`${key} is the ticket of this fix that could not be reopened`);
  }
  const other = await store.remediationOfIssue(tickets.site, ticketId);
  if (other !== undefined && other.remediationId !== id) throw takenBy(key, other);
  return shown.reading();
}

const takenBy = (key: string, other?: { postMortemId: string; remediationId: string }): TicketNotTaken =>
  new TicketNotTaken(
    `${key} is the ticket of another fix${other === undefined ? '' : `, ${other.remediationId} of the record ${other.postMortemId}`}`,
  );
