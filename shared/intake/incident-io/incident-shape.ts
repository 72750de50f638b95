import * as z from 'zod';
import type { IncidentIoOrganisation } from '../../domain/ticket/incident-io-incidents.ts';
import { type StateSet, setOf } from '../../domain/ticket/state-sets.ts';
import { Instant } from '../../domain/words/identifiers.ts';

const Named = z.object({ id: z.string().min(1).max(200), name: z.string() });

/** Category is one of triage, declined, merged, canceled, live, learning, paused and closed; names are the organisation's own. */
export const IncidentIoStatus = z.object({ category: z.string().min(1), name: z.string() });
export type IncidentIoStatus = z.infer<typeof IncidentIoStatus>;

/** Somebody, or a program with a key. */
export const IncidentIoActor = z.object({ user: Named.nullish() });

/** Incident, as the API and public webhooks show it: https://api-docs.incident.io/tag/Incidents-V2 */
export const IncidentIoIncident = z.object({
  id: z.string().min(1).max(200),
  reference: z.string().min(1).max(200),
  name: z.string(),
  summary: z.string().nullish(),
  permalink: z.string().nullish(),
  visibility: z.string(),
  /** standard, retrospective, test, tutorial or stream. */
  mode: z.string().nullish().catch(undefined),
  incident_status: IncidentIoStatus,
  incident_type: Named.nullish(),
  severity: Named.nullish(),
  created_at: Instant,
  updated_at: Instant,
  creator: IncidentIoActor.nullish().catch(undefined),
  incident_role_assignments: z.array(z.unknown()).nullish(),
});
export type IncidentIoIncident = z.infer<typeof IncidentIoIncident>;

export const setOfStatus = (
  { category, name }: IncidentIoStatus,
  { states }: Pick<IncidentIoOrganisation, 'states'>,
): StateSet => setOf({ category, status: name }, states);

/** Whether it is an incident of the configured types, and none that somebody tries incident.io with. */
export const isIncidentOfScope = (
  { incident_type: type, mode }: Pick<IncidentIoIncident, 'incident_type' | 'mode'>,
  { incidentTypes }: Pick<IncidentIoOrganisation, 'incidentTypes'>,
): boolean =>
  mode !== 'test' &&
  mode !== 'tutorial' &&
  (incidentTypes === 'all' || (type != null && incidentTypes.includes(type.name)));

export const incidentIoTicket = (site: string, { id, reference }: Pick<IncidentIoIncident, 'id' | 'reference'>) => ({
  ...{ source: 'incident-io' as const, site, ticketId: id, key: reference },
});
