import * as z from 'zod';
import type { IncidentIoOrganisation } from '../../domain/ticket/incident-io-incidents.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { jsonClient } from '../../rest/json-client.ts';
import { readableElements } from '../../rest/readable-elements.ts';
import type { SourceTools } from '../source.ts';
import { IncidentIoActor, IncidentIoIncident, IncidentIoStatus } from './incident-shape.ts';

export const IncidentIoCredentials = z.object({ apiKey: z.string().min(1) });

/** What somebody said, or changed: https://api-docs.incident.io/tag/Incident-Updates-V2 */
const Update = z.object({
  id: z.string().min(1),
  created_at: Instant,
  message: z.string().nullish(),
  new_incident_status: IncidentIoStatus,
  updater: IncidentIoActor.nullish().catch(undefined),
});
export type IncidentIoUpdate = z.infer<typeof Update>;

const Paged = z.object({ pagination_meta: z.object({ after: z.string().nullish() }).nullish() });
const IncidentPage = Paged.extend({ incidents: z.array(z.unknown()) });
const UpdatePage = Paged.extend({ incident_updates: z.array(z.unknown()) });

/** Most that is on a page: https://api-docs.incident.io/tag/Incidents-V2 */
const ON_A_PAGE = '250';
/** Updates of one incident that are read: ten pages. */
const UPDATES_LIMIT = 2_500;
const TIMEOUT_MS = 10_000;

export type IncidentIoApi = ReturnType<typeof incidentIoApi>;

/** Calls of one organisation. @throws SystemUnavailable, SystemRefused, NotThere */
export function incidentIoApi(organisation: IncidentIoOrganisation, key: string, tools: SourceTools) {
  const { onOdd, timeLeftMs } = tools;
  const client = jsonClient({
    system: `incident.io (${organisation.site})`,
    baseUrl: organisation.apiUrl.replace(/\/$/, ''),
    headers: async () => {
      const { apiKey } = await tools.credentials('incident-io', IncidentIoCredentials, key);
      return { authorization: `Bearer ${apiKey}` };
    },
    ...{ timeoutMs: TIMEOUT_MS, timeLeftMs },
  });
  const namesAt = async (path: string, list: 'incident_types' | 'severities'): Promise<string[]> => {
    const Named = z.array(z.object({ name: z.string() }));
    const Answer = z.preprocess((answer) => Object(answer)[list], Named);
    return (await client.get(path, Answer)).map(({ name }) => name);
  };
  return {
    incident: async (id: string): Promise<IncidentIoIncident> => {
      const path = `/v2/incidents/${encodeURIComponent(id)}`;
      return (await client.get(path, z.object({ incident: IncidentIoIncident }))).incident;
    },
    /** The oldest first. */
    async updatesOf(id: string): Promise<IncidentIoUpdate[]> {
      const found: unknown[] = [];
      let after: string | undefined;
      do {
        const query = { incident_id: id, page_size: ON_A_PAGE, after };
        const page = await client.get('/v2/incident_updates', UpdatePage, query);
        found.push(...page.incident_updates);
        after = page.incident_updates.length === 0 ? undefined : (page.pagination_meta?.after ?? undefined);
      } while (after !== undefined && found.length < UPDATES_LIMIT);
      return readableElements(Update, found, 'update', onOdd).toSorted(
        (a, b) => Date.parse(a.created_at) - Date.parse(b.created_at),
      );
    },
    /** Incidents that changed at this time or later. Their order is that of their creation, which no change moves. */
    async changedSince(since: string, after: string | undefined) {
      const { incidents, pagination_meta } = await client.get('/v2/incidents', IncidentPage, {
        // Times have fractions of a second here, and none in the examples of the documentation.
        'updated_at[gte]': new Date(Date.parse(since) - 1_000).toISOString().replace(/\.\d+Z$/, 'Z'),
        page_size: ON_A_PAGE,
        after,
      });
      const next = incidents.length === 0 ? undefined : (pagination_meta?.after ?? undefined);
      return { incidents: readableElements(IncidentIoIncident, incidents, 'incident', onOdd), next };
    },
    identity: () => client.get('/v1/identity', z.object({ identity: z.object({ name: z.string() }) })),
    incidentTypes: () => namesAt('/v1/incident_types', 'incident_types'),
    severities: () => namesAt('/v1/severities', 'severities'),
  };
}
