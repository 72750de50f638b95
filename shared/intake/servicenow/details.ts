import type { TimelineEntry } from '../../domain/record/content/timeline.ts';
import { type IncidentTicket, type TicketRef, techniquesIn } from '../../domain/ticket/incident-ticket.ts';
import type { ServiceNowInstance } from '../../domain/ticket/servicenow-incidents.ts';
import { outcomeInWords } from '../../domain/ticket/ticket-outcome.ts';
import { isReadable } from '../../domain/words/readable.ts';
import { shortened } from '../../domain/words/shorten.ts';
import type { IncidentDetails, SourceTools } from '../source.ts';
import { ticketTimeline } from '../ticket-timeline.ts';
import { allRows, mayNotRead, type ServiceNowApi, type ServiceNowRow } from './api.ts';
import { closingIn, historyOf, type StateChange } from './history.ts';
import { type FoundRecord, recordOf, stateInRow } from './record.ts';
import { isInScope, type SeenState, stateInTable } from './states.ts';
import { utcOf } from './utc.ts';

const TITLE_LIMIT = 255;
const DESCRIPTION_LIMIT = 30_000;
const NAME_LIMIT = 200;
const PEOPLE_LIMIT = 100;

/** An incident is closed, and the account of Holdfast may not see it. It is not given up for it. */
export class ServiceNowIncidentHidden extends Error {
  readonly ticket: TicketRef;

  constructor(ticket: TicketRef) {
    super(
      `${ticket.key} (${ticket.ticketId} on ${ticket.site}) is closed, but ServiceNow does not show it: give the user of Holdfast the role that ` +
        'reads it (sn_si.read for security incidents), then send this message back to its queue',
    );
    this.name = 'ServiceNowIncidentHidden';
    this.ticket = ticket;
  }
}

/** A state whose number and name do not fit those of the configuration, in the language of the account. Closed or open, nobody knows. */
export class ServiceNowStateUnknown extends Error {
  constructor({ key, site }: TicketRef, { state, name = [] }: SeenState) {
    super(
      `the state of ${key} on ${site} is ${state ?? 'without a number'} (${[name].flat().join(', ')}), and incidents.servicenow has the one without the other: ` +
        'write both there as the user of Holdfast is shown them, then send this message back to its queue',
    );
    this.name = 'ServiceNowStateUnknown';
  }
}

export type ReadingTools = Pick<SourceTools, 'newId' | 'onOdd'>;

/**
 * Everything that the incident knows and a post-mortem wants.
 *
 * @returns undefined when it is no longer closed, or no incident in scope
 * @throws ServiceNowIncidentHidden when ServiceNow does not show it
 */
export async function readServiceNowIncident(
  api: ServiceNowApi,
  ticket: TicketRef,
  instance: ServiceNowInstance,
  tools: ReadingTools,
): Promise<IncidentDetails | undefined> {
  const found = await recordOf(api, ticket.ticketId, instance);
  if (found === undefined) throw new ServiceNowIncidentHidden(ticket);
  const { table, row, settings, category, assignmentGroup } = found;
  if (!isInScope({ category, assignmentGroup }, settings)) return undefined;
  const set = stateInTable(stateInRow(row), settings.states);
  if (set === 'unmapped') throw new ServiceNowStateUnknown(ticket, stateInRow(row));
  if (set === 'open') return undefined;
  const [history, said] = await Promise.all([historyOf(api, table, row.id), journalOf(api, row, tools.onOdd)]);
  const incident = incidentFrom(ticket, instance, found, { history, said });
  const severity = severityOf(row, instance);
  const priority = row.label('priority');
  return {
    incident: { ...incident, severity: severity ?? instance.severityOtherwise },
    timeline: timelineOf(incident, row, { history, said }, tools.newId),
    ...(severity === undefined && priority !== undefined ? { unmapped: [{ what: 'severity', value: priority }] } : {}),
    ...(set === 'nothing to review' ? { closedAs: outcomeOf(row) } : {}),
    // Only people with a role of security incident response may read these.
    ...(table === 'sn_si_incident' ? { leastTlp: instance.tlpConfidential } : {}),
  };
}

type Severity = IncidentTicket['severity'];

function severityOf(row: ServiceNowRow, { severityBy }: ServiceNowInstance): Severity | undefined {
  const known = new Map(Object.entries(severityBy));
  return known.get(row.label('priority') ?? '') ?? known.get(row.value('priority') ?? '');
}

function outcomeOf(row: ServiceNowRow): string {
  const code = row.label('close_code');
  const status = { name: row.label('state') ?? '' };
  return shortened(
    outcomeInWords({ status, resolution: code === undefined ? undefined : { name: code } }),
    TITLE_LIMIT,
  );
}

/** What was said of an incident: to everybody who sees it, or among those who work on it. */
type SaidInJournal = { readonly at: string; readonly by: string; readonly words: string; readonly isInternal: boolean };
type Told = { readonly history: readonly StateChange[]; readonly said: readonly SaidInJournal[] };

async function journalOf(
  api: ServiceNowApi,
  row: ServiceNowRow,
  onOdd: SourceTools['onOdd'],
): Promise<SaidInJournal[]> {
  const query = `element_id=${row.id}^elementINcomments,work_notes^ORDERBYsys_created_on^ORDERBYsys_id`;
  const fields = ['element', 'value', 'sys_created_on', 'sys_created_by'];
  const unread = (because: string): SaidInJournal[] => {
    onOdd({ kind: 'journal of an incident', id: row.id, because });
    return [];
  };
  try {
    const entries = await allRows(api, 'sys_journal_field', { query, fields });
    const isSilent = (row.label('work_notes') ?? row.label('comments')) === undefined;
    if (entries.length === 0 && !isSilent) return unread('the account may not read sys_journal_field');
    return entries.flatMap((entry) => saidIn(entry));
  } catch (error) {
    if (mayNotRead(error)) return unread('the account may not read sys_journal_field');
    throw error;
  }
}

/** Our own note says nothing of the incident. */
const OURS = '[holdfast:';

function saidIn(entry: ServiceNowRow): SaidInJournal[] {
  const [at, words = ''] = [utcOf(entry.value('sys_created_on')), entry.value('value')];
  if (at === undefined || !isReadable(words) || words.includes(OURS)) return [];
  return [{ at, by: entry.value('sys_created_by') ?? '', words, isInternal: entry.value('element') === 'work_notes' }];
}

function incidentFrom(
  ticket: TicketRef,
  instance: ServiceNowInstance,
  { table, row, settings }: FoundRecord,
  { history, said }: Told,
): IncidentTicket {
  const key = row.value('number') ?? ticket.key;
  const summary = row.value('short_description') ?? '';
  // Nobody would find a record without a title.
  const title = shortened(isReadable(summary) ? summary : key, TITLE_LIMIT);
  const description = shortened(row.value('description') ?? '', DESCRIPTION_LIMIT);
  const time = (...fields: string[]): string | undefined =>
    fields.map((field) => utcOf(row.value(field))).find((at) => at !== undefined);
  const changedAt = time('sys_updated_on', 'sys_created_on') ?? new Date(0).toISOString();
  return {
    ...ticket,
    key,
    url: `https://${instance.site}/${table}.do?sys_id=${row.id}`,
    title,
    description,
    severity: instance.severityOtherwise,
    openedAt: time('opened_at', 'sys_created_on') ?? changedAt,
    closedAt: closingIn(history, settings.states) ?? time('resolved_at', 'closed_at') ?? changedAt,
    people: peopleIn(row, said),
    techniques: techniquesIn([summary, description, ...said.map(({ words }) => words)].join('\n')),
  };
}

/** Each person once for each role. Whoever resolved it closed it, and not the job that does so days later. */
function peopleIn(row: ServiceNowRow, said: readonly SaidInJournal[]): IncidentTicket['people'] {
  const referred = (role: 'reporter' | 'assignee' | 'closer', ...fields: readonly string[]) => {
    const field = fields.find((one) => row.value(one) !== undefined);
    const accountId = field && row.value(field);
    if (field === undefined || accountId === undefined) return [];
    const name = shortened(row.label(field) ?? accountId, NAME_LIMIT);
    return [{ role, person: { accountId: shortened(accountId, NAME_LIMIT), name } }];
  };
  const authors = [...new Set(said.map(({ by }) => shortened(by, NAME_LIMIT)))].filter((by) => by !== '');
  return [
    ...referred('reporter', 'caller_id', 'opened_by'),
    ...referred('assignee', 'assigned_to'),
    ...referred('closer', 'resolved_by', 'closed_by'),
    ...authors.map((by) => ({ role: 'commenter' as const, person: { accountId: by, name: by } })),
  ].slice(0, PEOPLE_LIMIT);
}

function timelineOf(
  { title, openedAt, closedAt }: IncidentTicket,
  row: ServiceNowRow,
  { history, said }: Told,
  newId: () => string,
): TimelineEntry[] {
  const closing = [outcomeOf(row), row.value('close_notes')].filter((words) => words !== undefined).join(': ');
  const entries: Omit<TimelineEntry, 'id' | 'origin'>[] = [
    { at: openedAt, what: `Ticket opened: ${title}`, kind: 'detection', role: 'reporter' },
    ...history.map(({ at, from, to }) => ({
      ...{ at, kind: 'action' as const, role: 'responder' },
      what: `State: ${inWords(from)} → ${inWords(to)}`,
    })),
    ...said.map(({ at, words, isInternal }) => ({
      ...{ at, what: words, kind: 'communication' as const, role: 'commenter' },
      ...(isInternal ? { isRestricted: true as const } : {}),
    })),
    { at: closedAt, what: closing, kind: 'action', role: 'responder' },
  ];
  return ticketTimeline(entries, newId);
}

const inWords = ({ name = [], state = '?' }: SeenState): string => [name].flat()[0] ?? state;
