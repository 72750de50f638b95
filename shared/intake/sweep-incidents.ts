import { type Cause, type RecordedEvent, recorded } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { subtractDuration } from '../domain/words/duration.ts';
import { runAll } from '../run-all.ts';
import { readCursor, writeCursor } from '../store/queues/cursor.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import type { ClosedTicket } from './source.ts';
import type { PolledSource } from './sources-in-use.ts';

export type SweepIncidentsDependencies = {
  sources: readonly PolledSource[];
  store: Pick<RecordStore, 'postMortemOfTicket'>;
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
 * Finds the closures that no webhook told, in every source, and tells them as the webhook would have: through the inbox,
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
 * @returns how many closures were new
 * @throws AggregateError when a source could not be asked; the others were
 */
export async function sweepIncidents(deps: SweepIncidentsDependencies, cause: Cause): Promise<number> {
  let found = 0;
  await runAll(
    deps.sources.map((source) => ({
      name: `closures in ${source.name}`,
      run: async () => {
        const window = await nextWindow(deps, source);
        for (const one of await source.poll.closures(window)) {
          if (await tell(deps, source, one, window.now, cause)) found += 1;
        }
        await window.done();
      },
    })),
  );
  return found;
}

async function nextWindow({ table, now, config }: SweepIncidentsDependencies, { name, poll }: PolledSource) {
  const startedAt = now();
  const { lookBack, lookBackEvery } = config.incidents;
  const cursor = (what: string): string => `sweep-incidents#${name}#${what}`;
  let closedSince = await readCursor(table, cursor('from'));
  if (closedSince === undefined) {
    closedSince = earlier(startedAt, FIRST_LOOK_MS);
    await writeCursor(table, cursor('from'), closedSince);
  }
  const lastSweep = await readCursor(table, cursor('swept'));
  const lastLookBack = await readCursor(table, cursor('looked-back'));

  const isLookBackDue = lastLookBack === undefined || lastLookBack <= subtractDuration(startedAt, lookBackEvery);
  const recently = lastSweep === undefined ? closedSince : earlier(lastSweep, poll.overlapMs);
  const farBack = subtractDuration(startedAt, lookBack);
  return {
    closedSince,
    changedSince: isLookBackDue && farBack < recently ? farBack : recently,
    now: startedAt,
    done: async () => {
      await writeCursor(table, cursor('swept'), startedAt);
      if (isLookBackDue) await writeCursor(table, cursor('looked-back'), startedAt);
    },
  };
}

const day = (at: string): string => at.slice(0, 'YYYY-MM-DD'.length);
const earlier = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();

async function tell(
  { store, accept, now, newId }: SweepIncidentsDependencies,
  { name }: PolledSource,
  { ticket, closedAt }: ClosedTicket,
  sweptAt: string,
  cause: Cause,
): Promise<boolean> {
  if ((await store.postMortemOfTicket(ticket)) !== undefined) return false;
  const event = recorded({ type: 'Incident Ticket Closed', data: { ticket, closedAt } }, `holdfast.${name}`, cause, {
    now,
    newId,
  });
  return accept({ source: name, id: `sweep:${ticket.site}:${ticket.ticketId}:${closedAt}:${day(sweptAt)}`, event });
}
