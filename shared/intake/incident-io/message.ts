import * as z from 'zod';
import type { IncidentIoOrganisation } from '../../domain/ticket/incident-io-incidents.ts';
import { moveBetween } from '../../domain/ticket/state-sets.ts';
import type { Meaning } from '../source.ts';
import {
  IncidentIoIncident,
  IncidentIoStatus,
  incidentIoTicket,
  isIncidentOfScope,
  setOfStatus,
} from './incident-shape.ts';

/** The one event that says between which states an incident moved. Private incidents have none. https://docs.incident.io/integrations/webhooks */
const STATUS_UPDATED = 'public_incident.incident_status_updated_v2';

const Webhook = z.object({ event_type: z.string() });
const StatusUpdated = z.object({
  [STATUS_UPDATED]: z.object({
    incident: IncidentIoIncident,
    new_status: IncidentIoStatus,
    previous_status: IncidentIoStatus,
  }),
});

/** How far the clock of incident.io may be ahead of ours. */
const AHEAD_MS = 300_000;

/** @throws ZodError when it is no webhook of incident.io */
export function readIncidentIoWebhook(
  body: unknown,
  receivedAt: string,
  organisation: IncidentIoOrganisation,
): Meaning {
  if (Webhook.parse(body).event_type !== STATUS_UPDATED) return { ignored: 'OtherEvent' };
  const { incident, new_status, previous_status } = StatusUpdated.parse(body)[STATUS_UPDATED];
  if (!isIncidentOfScope(incident, organisation)) return { ignored: 'UnknownType' };
  // Of the statuses, the times are those of their settings.
  const { updated_at: at } = incident;
  if (Date.parse(at) > Date.parse(receivedAt) + AHEAD_MS) return { malformed: `updated_at: ${at} is in the future` };
  const ticket = incidentIoTicket(organisation.site, incident);
  const reopened = { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt: at } } as const;
  switch (moveBetween(setOfStatus(previous_status, organisation), setOfStatus(new_status, organisation))) {
    case undefined:
      return { ignored: 'NoStatusChange' };
    case 'closed':
      return { event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: at } } };
    case 'reopened':
      return { event: reopened };
    case 'reopened, if known':
      return { event: reopened, unlessKnown: 'NoStatusChange' };
  }
}
