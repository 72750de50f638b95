import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { type LongSearch, type SearchPage, SearchPlaceUnknown } from '../../domain/ticket/long-search.ts';
import type { ServiceNowInstance } from '../../domain/ticket/servicenow-incidents.ts';
import type { LookedAtTicket, MovedTicket, MoveWindow, PolledScope, SourceTools } from '../source.ts';
import { ROWS_PER_PAGE, type ServiceNowApi, type ServiceNowRow, withoutPlace } from './api.ts';
import { historyOf, reopeningIn } from './history.ts';
import { SysId } from './message.ts';
import { type ConfiguredTable, recordOf, scopeOf, stateInRow } from './record.ts';
import { isInScope, stateInTable } from './states.ts';
import { utcOf, valueOfUtc } from './utc.ts';

const FIELDS = [
  ...['number', 'state', 'active', 'close_code', 'category', 'assignment_group'],
  ...['resolved_at', 'closed_at', 'reopened_time', 'sys_updated_on'],
] as const;

/** Records that two pages share, so that those that are deleted between them hide none. */
const PAGES_SHARE = 20;

type Asked = { readonly api: ServiceNowApi; readonly instance: ServiceNowInstance } & Pick<SourceTools, 'onOdd'>;

/** Incidents of one table: asked by themselves, so that a table that the account may not read stops no other. */
export function serviceNowScope(asked: Asked, of: ConfiguredTable): PolledScope {
  return {
    name: of.table,
    moves: (window) => movesIn(asked, of, window),
    movesSince: (search, closedSince) => movesSince(asked, of, search, closedSince),
    lastReopening: (ticket) => lastReopening(asked, ticket),
  };
}

/**
 * No time in the question: ServiceNow reads one in the zone of the account that asks. The answer has times in UTC, and is read until they are
 * earlier than what is looked for.
 */
async function* movesIn(asked: Asked, of: ConfiguredTable, window: MoveWindow): AsyncGenerator<MovedTicket[]> {
  const query = 'ORDERBYDESCsys_updated_on^ORDERBYDESCsys_id';
  for (let offset = 0; ; offset += ROWS_PER_PAGE - PAGES_SHARE) {
    const { rows, isEmpty } = await asked.api.rows(of.table, { query, fields: FIELDS, offset });
    yield rows.flatMap((row) => moveOf(asked, of, row, window));
    const isPast = rows.some((row) => isBefore(utcOf(row.value('sys_updated_on')), window.changedSince));
    if (isEmpty || isPast) return;
  }
}

const isBefore = (at: string | undefined, since: string): boolean =>
  at !== undefined && Date.parse(at) < Date.parse(since);

/** The farthest that a time zone is behind UTC. */
const FARTHEST_ZONE_MS = 12 * 3_600_000;

/** By sys_id, which never changes, and behind the last one that was found: people may work meanwhile. */
async function* movesSince(
  asked: Asked,
  of: ConfiguredTable,
  { since, next: place }: LongSearch,
  closedSince: string,
): AsyncGenerator<SearchPage<MovedTicket>> {
  const endpoint = `GET /api/now/table/${of.table}`;
  if (place !== undefined && !SysId.safeParse(place).success) throw new SearchPlaceUnknown(endpoint);
  const changed = `sys_updated_on>=${valueOfUtc(new Date(Date.parse(since) - FARTHEST_ZONE_MS).toISOString())}`;
  let last = place;
  for (;;) {
    const behind = last === undefined ? '' : `^sys_id>${last}`;
    const query = `${changed}${behind}^ORDERBYsys_id`;
    const { rows, isEmpty } = await asked.api.rows(of.table, { query, fields: FIELDS });
    const next = rows.at(-1)?.id;
    if (!isEmpty && !isBehind(next, last)) throw withoutPlace(of.table);
    const found = rows.flatMap((row) => moveOf(asked, of, row, { changedSince: since, closedSince }));
    yield { found, next };
    if (isEmpty) return;
    last = next;
  }
}

const isBehind = (next: string | undefined, last: string | undefined): boolean =>
  next !== undefined && (last === undefined || next > last);

/** What is neither open nor closed for certain is told, and passed over. */
function moveOf(
  { instance, onOdd }: Asked,
  { settings }: ConfiguredTable,
  row: ServiceNowRow,
  { changedSince, closedSince }: Pick<MoveWindow, 'changedSince' | 'closedSince'>,
): MovedTicket[] {
  const [changedAt, key] = [utcOf(row.value('sys_updated_on')), row.value('number')];
  if (isBefore(changedAt, changedSince) || !isInScope(scopeOf(row), settings)) return [];
  const odd = (because: string): [] => {
    onOdd({ kind: 'incident', id: key ?? row.id, because });
    return [];
  };
  if (changedAt === undefined || key === undefined) return odd('number or sys_updated_on is missing');
  const set = stateInTable(stateInRow(row), settings.states);
  const isInactive = row.value('active') === 'false';
  if (set === 'unmapped' || (set === 'open' && isInactive)) {
    return odd(`its state, ${row.value('state')}, is not in incidents.servicenow as it is called there`);
  }
  const isClosed = set !== 'open';
  const fields = isClosed ? ['resolved_at', 'closed_at'] : ['reopened_time'];
  const at = fields.map((field) => utcOf(row.value(field))).find((time) => time !== undefined) ?? changedAt;
  if (isClosed && isBefore(at, closedSince)) return [];
  const ticket = { source: 'servicenow' as const, site: instance.site, ticketId: row.id, key };
  return [{ ticket, isClosed, at, changedAt }];
}

/** Reads it in the audit of the instance; where that is not shown, in the incident, which keeps the last time. */
async function lastReopening({ api, instance }: Asked, { ticketId }: TicketRef): Promise<string | undefined> {
  const found = await recordOf(api, ticketId, instance);
  if (found === undefined) return undefined;
  const { table, row, settings } = found;
  return reopeningIn(await historyOf(api, table, row.id), settings.states) ?? utcOf(row.value('reopened_time'));
}

/** Reads how one incident stands. One that is hidden, in no scope, or in a state of another name, is gone. */
export async function lookAtServiceNow(asked: Asked, ticket: TicketRef): Promise<LookedAtTicket | 'gone'> {
  const found = await recordOf(asked.api, ticket.ticketId, asked.instance);
  const always = new Date(0).toISOString();
  const [moved] =
    found === undefined ? [] : moveOf(asked, found, found.row, { changedSince: always, closedSince: always });
  return moved === undefined ? 'gone' : { ...moved, lastReopening: () => lastReopening(asked, ticket) };
}
