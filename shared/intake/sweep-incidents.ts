import { type Cause, type RecordedEvent, recorded } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { SourceName } from '../domain/ticket/incident-policy.ts';
import type { TicketEvent } from '../domain/ticket/ticket-events.ts';
import { subtractDuration } from '../domain/words/duration.ts';
import { runAll } from '../run-all.ts';
import { readCursor, writeCursor } from '../store/queues/cursor.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import type { MovedTicket, Poll, PolledScope } from './source.ts';
import type { PolledSource } from './sources-in-use.ts';

export type SweepIncidentsDependencies = {
  sources: readonly PolledSource[];
  store: Pick<RecordStore, 'postMortemOfTicket' | 'head'>;
  table: Table;
  config: Pick<HoldfastConfig, 'incidents'>;
  /** Keeps a delivery and puts its event in the outbox; false when this delivery came before. */
  accept: (delivery: { source: string; id: string; event: RecordedEvent }) => Promise<boolean>;
  now: () => string;
  newId: () => string;
};

/** On its first run a source is asked for the closures of the last day: what was closed before Holdfast came stays closed. */
const FIRST_LOOK_MS = 86_400_000;

/**
 * Finds the closures and reopenings that no webhook told, in every source, and tells them as the webhook would have: through the inbox,
 * once a day for each ticket and time of closing, until there is a record. Not once for ever: what was told may get lost
 * behind the inbox, and whoever hears it twice opens one record.
 *
 * ```
 *   first look − 1 day          lookBack               the sweep before − overlap     now
 *   ├───────────────────────────┼──────────────────────┼──────────────────────────────┤
 *     closed earlier: never       changed here: asked     changed here: asked at every
 *                                 once per lookBackEvery  sweep
 * ```
 * A ticket may be hidden from our account when it is closed, and shown later without a change to it: the wider look finds
 * it. A change to it, years later, finds it too.
 *
 * @returns how many closures and reopenings were new
 * @throws AggregateError when a scope could not be asked; the others were
 */
export async function sweepIncidents(deps: SweepIncidentsDependencies, cause: Cause): Promise<number> {
  let found = 0;
  await runAll(
    deps.sources.flatMap(({ name: source, poll }) =>
      poll.scopes.map((scope) => ({
        name: `closures in ${source} (${scope.name})`,
        run: async () => {
          const window = await nextWindow(deps, source, poll, scope);
          for (const moved of await scope.moves(window)) {
            if (await tell(deps, source, scope, moved, window.now, cause)) found += 1;
          }
          await window.done();
        },
      })),
    ),
  );
  return found;
}

/**
 * Each scope has a place of its own, so that one that cannot be asked holds back no other. One without a place yet begins where
 * its source was, but not before the widest look back: in a project that is added later, old closures stay closed. A source that
 * nobody could ask yet begins where it was set up.
 */
async function nextWindow(
  { table, now, config }: SweepIncidentsDependencies,
  source: SourceName,
  { overlapMs }: Poll,
  scope: PolledScope,
) {
  const startedAt = now();
  const { lookBack, lookBackEvery } = config.incidents;
  const ofSource = (what: string): string => `sweep-incidents#${source}#${what}`;
  const ofScope = (what: string): string => ofSource(`${scope.name}#${what}`);
  let closedSince = await readCursor(table, ofSource('from'));
  if (closedSince === undefined) {
    closedSince = earlier(startedAt, FIRST_LOOK_MS);
    await writeCursor(table, ofSource('from'), closedSince);
  }
  const farBack = subtractDuration(startedAt, lookBack);
  const ofSourceBefore = await readCursor(table, ofSource('swept'));
  const lastSweep =
    (await readCursor(table, ofScope('swept'))) ??
    (ofSourceBefore === undefined ? undefined : later(ofSourceBefore, farBack));
  const lastLookBack = await readCursor(table, ofScope('looked-back'));

  const isLookBackDue = lastLookBack === undefined || lastLookBack <= subtractDuration(startedAt, lookBackEvery);
  const recently = lastSweep === undefined ? closedSince : earlier(lastSweep, overlapMs);
  return {
    closedSince,
    changedSince: isLookBackDue && farBack < recently ? farBack : recently,
    now: startedAt,
    done: async () => {
      await writeCursor(table, ofScope('swept'), startedAt);
      await writeCursor(table, ofSource('swept'), startedAt);
      if (isLookBackDue) await writeCursor(table, ofScope('looked-back'), startedAt);
    },
  };
}

const day = (at: string): string => at.slice(0, 'YYYY-MM-DD'.length);
const earlier = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();
const later = (a: string, b: string): string => (a > b ? a : b);

async function tell(
  deps: SweepIncidentsDependencies,
  source: SourceName,
  scope: PolledScope,
  { ticket, isClosed, at }: MovedTicket,
  sweptAt: string,
  cause: Cause,
): Promise<boolean> {
  const event = await newsOf(deps, scope, { ticket, isClosed, at });
  if (event === undefined) return false;
  const moved = event.type === 'Incident Ticket Closed' ? event.data.closedAt : `reopened:${event.data.reopenedAt}`;
  return deps.accept({
    source,
    id: `sweep:${ticket.site}:${ticket.ticketId}:${moved}:${day(sweptAt)}`,
    event: recorded(event, `holdfast.${source}`, cause, deps),
  });
}

/**
 * A closure is news until there is a record. Of an incident with a record it is news that it came back: it moved after the record
 * was opened, or carried on, and the log of the ticket says when it left done.
 *
 *     closed ── record opened ── reopened (its webhook got lost) ── [ sweep ] ── closed again ── [ sweep ]
 */
async function newsOf(
  { store }: SweepIncidentsDependencies,
  scope: PolledScope,
  { ticket, isClosed, at }: MovedTicket,
): Promise<Extract<TicketEvent, { type: 'Incident Ticket Closed' | 'Incident Ticket Reopened' }> | undefined> {
  const id = await store.postMortemOfTicket(ticket);
  if (id === undefined) {
    return isClosed ? { type: 'Incident Ticket Closed', data: { ticket, closedAt: at } } : undefined;
  }
  const head = await store.head(id);
  const isNewer = (time: string): boolean =>
    head !== undefined && Date.parse(time) > Date.parse(head.carriedOnAt ?? head.openedAt);
  if (!isNewer(at)) return undefined;
  const reopenedAt = await scope.lastReopening(ticket);
  if (reopenedAt === undefined || !isNewer(reopenedAt)) return undefined;
  return { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt } };
}
