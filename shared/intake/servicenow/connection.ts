import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import type { ServiceNowInstance } from '../../domain/ticket/servicenow-incidents.ts';
import { NotThere } from '../../rest/rest-errors.ts';
import { connectionOfInstances } from '../several-instances.ts';
import type { RecordLink, SourceConnection, SourceTools } from '../source.ts';
import { type ServiceNowApi, serviceNowApi } from './api.ts';
import { checkServiceNow } from './check-servicenow.ts';
import { readServiceNowIncident } from './details.ts';
import { lookAtServiceNow, serviceNowScope } from './moves.ts';
import { recordOf, tablesOf } from './record.ts';

/** A change has its time before it is committed, and a rule may take minutes in between. */
const OVERLAP_MS = 600_000;

/** The configured instances, each with credentials of its own. */
export function connectServiceNow(tools: SourceTools): SourceConnection {
  const instances = Object.entries(tools.config.incidents.servicenow);
  return connectionOfInstances(
    'servicenow',
    instances.map(([key, instance]) => ({
      ...{ key, site: instance.site },
      connection: serviceNowConnection(serviceNowApi(key, instance, tools), instance, tools),
    })),
  );
}

function serviceNowConnection(
  api: ServiceNowApi,
  instance: ServiceNowInstance,
  { newId, onOdd }: Pick<SourceTools, 'newId' | 'onOdd'>,
): SourceConnection {
  return {
    details: (ticket) => readServiceNowIncident(api, ticket, instance, { newId, onOdd }),
    poll: {
      overlapMs: OVERLAP_MS,
      scopes: tablesOf(instance).map((of) => serviceNowScope({ api, instance, onOdd }, of)),
    },
    // A message says what the state was before.
    wasClosed: undefined,
    look: (ticket) => lookAtServiceNow({ api, instance, onOdd }, ticket),
    linkBack: instance.workNotes ? (ticket, record) => linkBack(api, instance, ticket, record) : undefined,
    check: (inTime) => checkServiceNow(api, instance, inTime),
  };
}

/**
 * A work note, which only people who work on incidents see. The journal has no ids to replace a note by, so that it is looked for first, by the
 * mark at its end.
 */
async function linkBack(
  api: ServiceNowApi,
  instance: ServiceNowInstance,
  { ticketId }: TicketRef,
  { globalId, url, title }: RecordLink,
): Promise<'linked' | 'gone'> {
  const found = await recordOf(api, ticketId, instance);
  if (found === undefined) return 'gone';
  const mark = `[${globalId}]`;
  if (found.row.label('work_notes')?.includes(mark)) return 'linked';
  try {
    await api.addWorkNote(found.table, ticketId, `${title}\n${url}\n${mark}`);
    return 'linked';
  } catch (error) {
    if (error instanceof NotThere) return 'gone';
    throw error;
  }
}
