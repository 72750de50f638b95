import * as z from 'zod';
import type { TimelineEntry, TimelineKind } from '../../domain/record/content/timeline.ts';
import {
  type IncidentRole,
  type IncidentTicket,
  type TicketRef,
  techniquesIn,
} from '../../domain/ticket/incident-ticket.ts';
import type { PagerDutyAccount } from '../../domain/ticket/pagerduty-incidents.ts';
import { setOf } from '../../domain/ticket/state-sets.ts';
import { isReadable } from '../../domain/words/readable.ts';
import type { Severity } from '../../domain/words/severity.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { readableElements } from '../../rest/readable-elements.ts';
import type { IncidentDetails, SourceTools } from '../source.ts';
import { ticketTimeline } from '../ticket-timeline.ts';
import type { PagerDutyApi, PagerDutyIncident, PagerDutyLogEntry, PagerDutyNote } from './api.ts';
import { NamedByPagerDuty, pagerDutyState, personNamed } from './incident-state.ts';

const TITLE_LIMIT = 255;
const DESCRIPTION_LIMIT = 30_000;
/** The event that opens a record is one item, of 400 KB at most, with the people in it. */
const PEOPLE_LIMIT = 100;

type Tools = Pick<SourceTools, 'newId' | 'onOdd'>;

/**
 * Everything that the incident, its log and its notes tell.
 *
 * @returns undefined when it is open again
 * @throws NotThere when PagerDuty does not show it
 */
export async function readPagerDutyIncident(
  api: Pick<PagerDutyApi, 'incident' | 'logOf' | 'notesOf'>,
  ticket: TicketRef,
  account: PagerDutyAccount,
  { newId, onOdd }: Tools,
): Promise<IncidentDetails | undefined> {
  const incident = await api.incident(ticket.ticketId);
  const state = pagerDutyState(incident);
  const set = setOf(state, account.states);
  if (set === 'open') return undefined;
  const [log, allNotes] = await Promise.all([api.logOf(incident.id), api.notesOf(incident.id)]);
  const notes = allNotes.filter(({ content }) => isReadable(content) && !content.includes(OWN_MARK));
  const resolution = log.findLast(({ type }) => type === 'resolve_log_entry');
  const title = shortened(isReadable(incident.title ?? '') ? (incident.title ?? '') : ticket.key, TITLE_LIMIT);
  const description = descriptionIn(log);
  const priority = incident.priority?.summary ?? undefined;
  const severity = severityOfPagerDuty(priority, incident.urgency ?? undefined, account);
  return {
    incident: {
      ...ticket,
      url: `https://${account.site}/incidents/${encodeURIComponent(incident.id)}`,
      title,
      description,
      severity: severity ?? account.severityOtherwise,
      openedAt: incident.created_at,
      closedAt: incident.resolved_at ?? resolution?.created_at ?? incident.last_status_change_at ?? incident.created_at,
      people: peopleIn({ incident, log, notes, resolution, onOdd }),
      techniques: techniquesIn([title, description, ...notes.map(({ content }) => content)].join('\n')),
    },
    timeline: ticketTimeline([...happenings(log, title), ...notes.map(said)], newId),
    ...(severity === undefined && priority !== undefined ? { unmapped: [{ what: 'severity', value: priority }] } : {}),
    ...(set === 'nothing to review' ? { closedAs: inWords(state) } : {}),
    ...(isOfPrivateTeam(incident) ? { leastTlp: account.tlpConfidential } : {}),
  };
}

/** Stands in the notes that Holdfast writes. */
export const OWN_MARK = 'holdfast:post-mortem:';

const inWords = ({ status, resolveReason }: ReturnType<typeof pagerDutyState>): string =>
  [status, resolveReason].filter((one) => one !== undefined).join(', ');

/**
 * By its priority; by its urgency, where the configuration names that, of one without.
 *
 * @returns undefined where the configuration says nothing of it
 */
export function severityOfPagerDuty(
  priority: string | undefined,
  urgency: string | undefined,
  { severityBy }: Pick<PagerDutyAccount, 'severityBy'>,
): Severity | undefined {
  const word = priority ?? urgency ?? '';
  return Object.hasOwn(severityBy, word) ? severityBy[word] : undefined;
}

const Channel = z.object({
  description: z.string().optional().catch(undefined),
  body: z.string().optional().catch(undefined),
  details: z.unknown().optional(),
});

/** Words with which the incident began: of an e-mail, an event, or a person. */
function descriptionIn(log: readonly PagerDutyLogEntry[]): string {
  const trigger = log.find(({ type }) => type === 'trigger_log_entry');
  const { description, body, details } = Channel.parse(trigger?.channel ?? {});
  const words = [description, body, detailsInWords(details)].filter((one) => one !== undefined && isReadable(one));
  return shortened([...new Set(words)].join('\n\n'), DESCRIPTION_LIMIT);
}

function detailsInWords(details: unknown): string | undefined {
  if (typeof details === 'string') return details;
  if (typeof details !== 'object' || details === null) return undefined;
  const lines = Object.entries(details).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return lines.join('\n');
}

const Team = z.object({ default_role: z.literal('none') });

/** Incidents of a private team are shown to its members. Schema Team of github.com/PagerDuty/api-schema. */
const isOfPrivateTeam = ({ teams }: PagerDutyIncident): boolean =>
  (teams ?? []).some((team) => Team.safeParse(team).success);

/** Those that say something of the incident. Others are notifications, notes, which are read by themselves, and changes of fields. */
const HAPPENINGS = new Map<string, readonly [TimelineKind, string]>([
  ['trigger', ['detection', 'Incident triggered']],
  ['acknowledge', ['action', 'Acknowledged']],
  ['unacknowledge', ['action', 'Not acknowledged any more']],
  ['assign', ['action', 'Assigned']],
  ['delegate', ['action', 'Handed to another escalation policy']],
  ['escalate', ['action', 'Escalated']],
  ['repeat_escalation_path', ['action', 'Escalated from the start again']],
  ['exhaust_escalation_path', ['action', 'Nobody was left to escalate to']],
  ['snooze', ['action', 'Snoozed']],
  ['urgency_change', ['decision', 'Urgency changed']],
  ['reopen', ['action', 'Reopened']],
  ['resolve', ['action', 'Resolved']],
]);

type Happening = Omit<TimelineEntry, 'id' | 'origin'>;

function happenings(log: readonly PagerDutyLogEntry[], title: string): Happening[] {
  return log.flatMap(({ type, created_at: at, agent }): Happening[] => {
    const [kind, what] = HAPPENINGS.get(type.replace(/_log_entry$/, '')) ?? [];
    if (kind === undefined || what === undefined) return [];
    const role = personNamed(agent) === undefined ? 'automation' : 'responder';
    return [{ at, kind, role, what: kind === 'detection' ? `${what}: ${title}` : what }];
  });
}

const said = ({ created_at: at, content, user }: PagerDutyNote): Happening => ({
  ...{ at, what: content, kind: 'communication' },
  role: personNamed(user) === undefined ? 'automation' : 'commenter',
});

/** One who was asked to help, and came. Schema IncidentsRespondersReference of github.com/PagerDuty/api-schema. */
const Responder = z.object({ state: z.string(), user: NamedByPagerDuty.nullish() });

/** Each person once for each role, those who closed it first: of a hundred people, the last are left out. */
function peopleIn({
  incident,
  log,
  notes,
  resolution,
  onOdd,
}: {
  incident: PagerDutyIncident;
  log: readonly PagerDutyLogEntry[];
  notes: readonly PagerDutyNote[];
  resolution: PagerDutyLogEntry | undefined;
  onOdd: SourceTools['onOdd'];
}): IncidentTicket['people'] {
  const responders = readableElements(Responder, incident.incidents_responders ?? [], 'responder', onOdd);
  const assignees = log.flatMap(({ assignees: some }) =>
    readableElements(NamedByPagerDuty, some ?? [], 'assignee', onOdd),
  );
  const agentsOf = (wanted: string) => log.filter(({ type }) => type === wanted).map(({ agent }) => agent);
  const named: [IncidentRole, NamedByPagerDuty | null | undefined][] = [
    ['closer', resolution?.agent ?? incident.last_status_change_by],
    ...agentsOf('trigger_log_entry').map((agent): [IncidentRole, typeof agent] => ['reporter', agent]),
    ...assignees.map((user): [IncidentRole, NamedByPagerDuty] => ['assignee', user]),
    ...agentsOf('acknowledge_log_entry').map((agent): [IncidentRole, typeof agent] => ['responder', agent]),
    ...responders.flatMap(({ state, user }): [IncidentRole, typeof user][] =>
      state === 'joined' ? [['responder', user]] : [],
    ),
    ...notes.map(({ user }): [IncidentRole, typeof user] => ['commenter', user]),
  ];
  const people = new Map<string, IncidentTicket['people'][number]>();
  for (const [role, reference] of named) {
    const person = personNamed(reference);
    if (person !== undefined && people.size < PEOPLE_LIMIT) people.set(`${role} ${person.accountId}`, { role, person });
  }
  return [...people.values()];
}
