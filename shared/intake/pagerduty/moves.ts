import * as z from 'zod';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { type SearchPage, SearchPlaceUnknown } from '../../domain/ticket/long-search.ts';
import type { PagerDutyAccount } from '../../domain/ticket/pagerduty-incidents.ts';
import { setOf } from '../../domain/ticket/state-sets.ts';
import { parseJson } from '../../domain/words/well-formed.ts';
import { readableElements } from '../../rest/readable-elements.ts';
import { NotThere, SystemUnavailable } from '../../rest/rest-errors.ts';
import type { LookedAtTicket, MovedTicket, PolledScope, SourceTools } from '../source.ts';
import { ENTRIES_ON_A_PAGE, type LogPlace, OFFSET_LIMIT, type PagerDutyApi, PagerDutyIncident } from './api.ts';
import { isOfAccountsScope, pagerDutyState, pagerDutyTicket } from './incident-state.ts';

type Asked = Pick<PagerDutyApi, 'incident' | 'logOf' | 'logPage'>;

/**
 * Incidents of an account that changed, found by its log: the list of incidents is filtered by their creation. The log behind a time does not
 * change, so that pages of it move for nobody, whatever their order is.
 */
export function pagerDutyScope(api: Asked, account: PagerDutyAccount, tools: Pick<SourceTools, 'onOdd'>): PolledScope {
  async function* pages(since: string, until: string, place: LogPlace | undefined, closedSince: string) {
    const untilMs = Date.parse(until);
    let at: LogPlace | undefined = place ?? firstPlace(Date.parse(since), untilMs);
    while (at !== undefined) {
      const { entries, hasMore } = await api.logPage(at);
      const next: LogPlace | undefined = placeAfter(at, hasMore, untilMs);
      const found: SearchPage<MovedTicket> = {
        found: movedIn(entries, account, tools).filter(
          (one) => !one.isClosed || Date.parse(one.at) >= Date.parse(closedSince),
        ),
        next: next && JSON.stringify(next),
      };
      yield found;
      at = next;
    }
  }
  return {
    name: 'log',
    async *moves({ changedSince, closedSince, now }) {
      for await (const { found } of pages(changedSince, now, undefined, closedSince)) yield found;
    },
    movesSince: ({ since, begunAt, next }, closedSince) => pages(since, begunAt, placeIn(next), closedSince),
    lastReopening: (ticket) => lastReopening(api, ticket.ticketId),
  };
}

const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;

const firstPlace = (from: number, untilMs: number): LogPlace => ({
  ...{ from, to: Math.min(from + DAY_MS, untilMs), offset: 0 },
});

/**
 * The log is read in parts of a day, the oldest first. A part with more entries than an offset reaches is read again in halves.
 *
 * @returns undefined behind the last page
 * @throws SystemUnavailable for a second with more entries than that: none may be passed over
 */
export function placeAfter({ from, to, offset }: LogPlace, hasMore: boolean, untilMs: number): LogPlace | undefined {
  if (hasMore && offset + 2 * ENTRIES_ON_A_PAGE <= OFFSET_LIMIT)
    return { from, to, offset: offset + ENTRIES_ON_A_PAGE };
  if (hasMore) {
    const middle = from + Math.floor((to - from) / 2);
    if (to - from > SECOND_MS) return { from, to: middle, offset: 0 };
    throw new SystemUnavailable('PagerDuty', 'GET /log_entries', `a second has more than ${OFFSET_LIMIT} entries`);
  }
  if (to >= untilMs) return undefined;
  return { from: to, to: Math.min(to + Math.min(2 * (to - from), DAY_MS), untilMs), offset: 0 };
}

const Place = z.object({ from: z.number(), to: z.number(), offset: z.number() });

function placeIn(next: string | undefined): LogPlace | undefined {
  if (next === undefined) return undefined;
  const { data } = Place.safeParse(parseJson(next));
  if (data === undefined) throw new SearchPlaceUnknown('GET /log_entries');
  return data;
}

const OfIncident = z.object({ incident: z.unknown() });

/** Incidents of these entries that are in scope, each once. */
function movedIn(
  entries: readonly unknown[],
  account: PagerDutyAccount,
  { onOdd }: Pick<SourceTools, 'onOdd'>,
): MovedTicket[] {
  const shown = readableElements(OfIncident, entries, 'log entry', onOdd).flatMap(({ incident }) =>
    incident == null ? [] : [incident],
  );
  const once = [
    ...new Map(shown.map((incident) => [JSON.stringify(Object(incident).id ?? incident), incident])).values(),
  ];
  return readableElements(PagerDutyIncident, once, 'incident', onOdd)
    .filter((incident) => isOfAccountsScope(incident, account))
    .map((incident) => movedPagerDutyIncident(incident, account));
}

function movedPagerDutyIncident(incident: PagerDutyIncident, account: PagerDutyAccount): MovedTicket {
  const changedAt = incident.updated_at ?? incident.last_status_change_at ?? incident.created_at;
  const isClosed = setOf(pagerDutyState(incident), account.states) !== 'open';
  return {
    ticket: pagerDutyTicket(account.site, incident.id, incident.incident_number),
    isClosed,
    at: (isClosed ? incident.resolved_at : undefined) ?? incident.last_status_change_at ?? changedAt,
    changedAt,
  };
}

/** Entries that only an open incident has. What reopens one is not among the documented types, and leaves one of these. */
const OPEN = new Set(
  ['reopen', 'trigger', 'acknowledge', 'unacknowledge', 'assign', 'delegate', 'escalate', 'repeat_escalation_path'].map(
    (type) => `${type}_log_entry`,
  ),
);

/**
 * Reads in the log when the incident last left resolved. Of one that is open again, and whose log has none of these entries, the first entry behind its
 * resolution tells it: the incident's own times change with each note.
 */
async function lastReopening(api: Asked, id: string): Promise<string | undefined> {
  try {
    const [incident, log] = await Promise.all([api.incident(id), api.logOf(id)]);
    let isResolved = false;
    let reopenedAt: string | undefined;
    for (const { type, created_at: at } of log) {
      if (type === 'resolve_log_entry') isResolved = true;
      else if (isResolved && OPEN.has(type)) {
        isResolved = false;
        reopenedAt = at;
      }
    }
    if (!isResolved || incident.status === 'resolved') return reopenedAt;
    const resolution = log.findLastIndex(({ type }) => type === 'resolve_log_entry');
    return incident.reopened_at ?? log[resolution + 1]?.created_at;
  } catch (error) {
    // Hidden since: incidents are never deleted.
    if (error instanceof NotThere) return undefined;
    throw error;
  }
}

/** Reads how one incident stands. One that is not in scope is gone. */
export async function lookAtPagerDutyIncident(
  api: Asked,
  { ticketId }: TicketRef,
  account: PagerDutyAccount,
): Promise<LookedAtTicket | 'gone'> {
  try {
    const incident = await api.incident(ticketId);
    if (!isOfAccountsScope(incident, account)) return 'gone';
    return { ...movedPagerDutyIncident(incident, account), lastReopening: () => lastReopening(api, ticketId) };
  } catch (error) {
    if (error instanceof NotThere) return 'gone';
    throw error;
  }
}
