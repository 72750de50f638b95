import type { IncidentIoOrganisation } from '../../domain/ticket/incident-io-incidents.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../../domain/words/look.ts';
import { type InTime, withoutLimit } from '../../in-time.ts';
import { connectionOfInstances } from '../several-instances.ts';
import type { SourceConnection, SourceTools } from '../source.ts';
import { type IncidentIoApi, incidentIoApi } from './api.ts';
import { readIncidentOfIncidentIo } from './details.ts';
import { incidentIoScope, lookAtIncidentIo } from './moves.ts';

/** How long the list may not show a change: nothing is documented. */
const OVERLAP_MS = 600_000;

/** The organisations of incident.io, each with its key. */
export const connectIncidentIo = (tools: SourceTools): SourceConnection =>
  connectionOfInstances(
    'incident-io',
    Object.entries(tools.config.incidents['incident-io']).map(([key, organisation]) => ({
      ...{ key, site: organisation.site },
      connection: connectOrganisation(key, organisation, tools),
    })),
  );

function connectOrganisation(key: string, organisation: IncidentIoOrganisation, tools: SourceTools): SourceConnection {
  const api = incidentIoApi(organisation, key, tools);
  return {
    details: (ticket) => readIncidentOfIncidentIo(api, ticket, organisation, tools),
    poll: { overlapMs: OVERLAP_MS, scopes: [incidentIoScope(api, organisation)] },
    wasClosed: undefined,
    look: (ticket) => lookAtIncidentIo(api, ticket, organisation),
    // Attachments are of systems that incident.io knows.
    linkBack: undefined,
    check: (inTime) => checkOrganisation(api, key, organisation, inTime),
  };
}

async function checkOrganisation(
  api: Pick<IncidentIoApi, 'identity' | 'incidentTypes' | 'severities'>,
  key: string,
  { incidentTypes, severityBy, severityOtherwise }: IncidentIoOrganisation,
  inTime: InTime = withoutLimit,
): Promise<Look[]> {
  await api.identity();
  const look = async (what: string, problems: () => Promise<FoundProblem[]>): Promise<Look> =>
    inTime(problems).then(
      (found) => looked(what, found),
      (error: unknown) => notSeen(what, error),
    );
  const setting = `incidents.incident-io.${key}`;
  return Promise.all([
    look('incident types', async () => {
      const there = await api.incidentTypes();
      return (incidentTypes === 'all' ? [] : incidentTypes)
        .filter((name) => !there.includes(name))
        .map((name) => ({
          code: `no type ${name}`,
          problem: `no incident is of the type ${name}: there is none of this name`,
          advice: `write one of ${there.join(', ')} into ${setting}.incidentTypes`,
        }));
    }),
    look('severities', async () => {
      const there = await api.severities();
      if (there.length === 0 || there.some((name) => Object.hasOwn(severityBy, name))) return [];
      return [
        {
          code: 'no severity',
          problem: `the severities are ${there.join(', ')}, so every incident is ${severityOtherwise}`,
          advice: `write them into ${setting}.severityBy`,
        },
      ];
    }),
  ]);
}
