import type { IncidentIoOrganisation } from '../../domain/ticket/incident-io-incidents.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { NotThere } from '../../rest/rest-errors.ts';
import type { LookedAtTicket, MovedTicket, PolledScope } from '../source.ts';
import type { IncidentIoApi, IncidentIoUpdate } from './api.ts';
import { type IncidentIoIncident, incidentIoTicket, isIncidentOfScope, setOfStatus } from './incident-shape.ts';

type Asked = Pick<IncidentIoApi, 'changedSince' | 'updatesOf'>;

/** Incidents of an organisation that changed, private ones with those that the key may see. */
export function incidentIoScope(api: Asked, organisation: IncidentIoOrganisation): PolledScope {
  const isBefore = (at: string, since: string): boolean => Date.parse(at) < Date.parse(since);
  async function movedIn(incidents: readonly IncidentIoIncident[], closedSince: string): Promise<MovedTicket[]> {
    const found: MovedTicket[] = [];
    for (const incident of incidents) {
      if (!isIncidentOfScope(incident, organisation)) continue;
      const moved = movedIncident(incident, organisation);
      // What has not changed since cannot have been closed since. What was changed since may be an edit of an old one.
      if (moved.isClosed && isBefore(moved.changedAt, closedSince)) continue;
      const one = moved.isClosed ? await closedAtItsTime(api, moved, organisation) : moved;
      if (!one.isClosed || !isBefore(one.at, closedSince)) found.push(one);
    }
    return found;
  }
  async function* pages(since: string, place: string | undefined, closedSince: string) {
    let after = place;
    do {
      const { incidents, next } = await api.changedSince(since, after);
      yield { found: await movedIn(incidents, closedSince), next };
      after = next;
    } while (after !== undefined);
  }
  return {
    name: 'incidents',
    async *moves({ changedSince, closedSince }) {
      for await (const { found } of pages(changedSince, undefined, closedSince)) yield found;
    },
    movesSince: ({ since, next }, closedSince) => pages(since, next, closedSince),
    lastReopening: ({ ticketId }) => lastReopening(api, ticketId, organisation),
  };
}

const movedIncident = (incident: IncidentIoIncident, organisation: IncidentIoOrganisation): MovedTicket => ({
  ticket: incidentIoTicket(organisation.site, incident),
  isClosed: setOfStatus(incident.incident_status, organisation) !== 'open',
  ...{ at: incident.updated_at, changedAt: incident.updated_at },
});

/** The incident has no time of its closure: its updates have it. */
async function closedAtItsTime(
  api: Pick<IncidentIoApi, 'updatesOf'>,
  moved: MovedTicket,
  organisation: IncidentIoOrganisation,
): Promise<MovedTicket> {
  const closure = lastMove(await api.updatesOf(moved.ticket.ticketId), 'closed', organisation);
  return closure === undefined ? moved : { ...moved, at: closure.created_at };
}

async function lastReopening(
  api: Pick<IncidentIoApi, 'updatesOf'>,
  id: string,
  organisation: IncidentIoOrganisation,
): Promise<string | undefined> {
  try {
    return lastMove(await api.updatesOf(id), 'open', organisation)?.created_at;
  } catch (error) {
    if (error instanceof NotThere) return undefined;
    throw error;
  }
}

/** Reads how one incident stands. One that is not in scope is gone. */
export async function lookAtIncidentIo(
  api: Pick<IncidentIoApi, 'incident' | 'updatesOf'>,
  { ticketId }: TicketRef,
  organisation: IncidentIoOrganisation,
): Promise<LookedAtTicket | 'gone'> {
  try {
    const incident = await api.incident(ticketId);
    if (!isIncidentOfScope(incident, organisation)) return 'gone';
    return {
      ...movedIncident(incident, organisation),
      lastReopening: () => lastReopening(api, ticketId, organisation),
    };
  } catch (error) {
    if (error instanceof NotThere) return 'gone';
    throw error;
  }
}

/** The update with which the incident last became open, or closed. */
export function lastMove(
  updates: readonly IncidentIoUpdate[],
  into: 'open' | 'closed',
  organisation: Pick<IncidentIoOrganisation, 'states'>,
): IncidentIoUpdate | undefined {
  const isOpen = (update: IncidentIoUpdate): boolean =>
    setOfStatus(update.new_incident_status, organisation) === 'open';
  return updates.findLast((update, index) => {
    const before = updates[index - 1];
    const wasOpen = before === undefined || isOpen(before);
    return isOpen(update) !== wasOpen && isOpen(update) === (into === 'open');
  });
}
