import * as z from 'zod';
import type { TimelineEntry } from '../../domain/record/content/timeline.ts';
import type { IncidentIoOrganisation } from '../../domain/ticket/incident-io-incidents.ts';
import {
  type IncidentRole,
  type IncidentTicket,
  type TicketRef,
  techniquesIn,
} from '../../domain/ticket/incident-ticket.ts';
import { isReadable } from '../../domain/words/readable.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { HttpLink } from '../../domain/words/words.ts';
import { readableElements } from '../../rest/readable-elements.ts';
import type { IncidentDetails, SourceTools } from '../source.ts';
import { ticketTimeline } from '../ticket-timeline.ts';
import type { IncidentIoApi, IncidentIoUpdate } from './api.ts';
import { IncidentIoActor, type IncidentIoIncident, setOfStatus } from './incident-shape.ts';
import { lastMove } from './moves.ts';

const TITLE_LIMIT = 255;
const DESCRIPTION_LIMIT = 30_000;
const NAME_LIMIT = 200;
/** The event that opens a record is one item, of 400 KB at most, with the people in it. */
const PEOPLE_LIMIT = 100;

/**
 * Everything that the incident and its updates tell.
 *
 * @returns undefined when it is open again
 * @throws NotThere when incident.io does not show it
 */
export async function readIncidentOfIncidentIo(
  api: Pick<IncidentIoApi, 'incident' | 'updatesOf'>,
  ticket: TicketRef,
  organisation: IncidentIoOrganisation,
  { newId, onOdd }: Pick<SourceTools, 'newId' | 'onOdd'>,
): Promise<IncidentDetails | undefined> {
  const incident = await api.incident(ticket.ticketId);
  const set = setOfStatus(incident.incident_status, organisation);
  if (set === 'open') return undefined;
  const updates = await api.updatesOf(incident.id);
  const closure = lastMove(updates, 'closed', organisation);
  const title = shortened(isReadable(incident.name) ? incident.name : ticket.key, TITLE_LIMIT);
  const description = shortened(incident.summary ?? '', DESCRIPTION_LIMIT);
  const { severityBy, severityOtherwise, tlpConfidential } = organisation;
  const named = incident.severity?.name;
  const severity = named !== undefined && Object.hasOwn(severityBy, named) ? severityBy[named] : undefined;
  return {
    incident: {
      ...ticket,
      url: HttpLink.safeParse(incident.permalink).data ?? `https://${organisation.site}`,
      title,
      description,
      severity: severity ?? severityOtherwise,
      openedAt: incident.created_at,
      closedAt: closure?.created_at ?? incident.updated_at,
      people: peopleIn(incident, updates, closure, onOdd),
      techniques: techniquesIn([title, description, ...updates.map(({ message }) => message ?? '')].join('\n')),
    },
    timeline: ticketTimeline(happeningsIn(incident, updates, title), newId),
    ...(severity === undefined && named !== undefined ? { unmapped: [{ what: 'severity', value: named }] } : {}),
    ...(set === 'nothing to review' ? { closedAs: incident.incident_status.category } : {}),
    ...(incident.visibility === 'public' ? {} : { leastTlp: tlpConfidential }),
  };
}

type Happening = Omit<TimelineEntry, 'id' | 'origin'>;

function happeningsIn(incident: IncidentIoIncident, updates: readonly IncidentIoUpdate[], title: string): Happening[] {
  const opened: Happening = {
    ...{ at: incident.created_at, what: `Incident opened: ${title}`, kind: 'detection', role: 'reporter' },
  };
  return [
    opened,
    ...updates.flatMap(({ created_at: at, message, new_incident_status: status }, index): Happening[] => {
      const moved = updates[index - 1]?.new_incident_status.name !== status.name;
      const said = message ?? '';
      return [
        ...(moved ? [{ at, what: `Status: ${status.name}`, kind: 'action' as const, role: 'responder' }] : []),
        ...(isReadable(said) ? [{ at, what: said, kind: 'communication' as const, role: 'responder' }] : []),
      ];
    }),
  ];
}

const Assignment = z.object({ role: z.object({ role_type: z.string() }), assignee: z.unknown() });

const ROLES = new Map<string, IncidentRole>([
  ['lead', 'assignee'],
  ['reporter', 'reporter'],
]);

function peopleIn(
  incident: IncidentIoIncident,
  updates: readonly IncidentIoUpdate[],
  closure: IncidentIoUpdate | undefined,
  onOdd: SourceTools['onOdd'],
): IncidentTicket['people'] {
  const assigned = readableElements(Assignment, incident.incident_role_assignments ?? [], 'role', onOdd);
  const named: [IncidentRole, unknown][] = [
    ['closer', closure?.updater],
    ['reporter', incident.creator],
    ...assigned.map(({ role, assignee }): [IncidentRole, unknown] => [
      ROLES.get(role.role_type) ?? 'responder',
      { user: assignee },
    ]),
    ...updates.map(({ updater }): [IncidentRole, unknown] => ['commenter', updater]),
  ];
  const people = new Map<string, IncidentTicket['people'][number]>();
  for (const [role, actor] of named) {
    const user = IncidentIoActor.safeParse(actor).data?.user;
    if (user == null || people.size >= PEOPLE_LIMIT) continue;
    people.set(`${role} ${user.id}`, { role, person: { accountId: user.id, name: shortened(user.name, NAME_LIMIT) } });
  }
  return [...people.values()];
}
