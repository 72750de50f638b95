import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Cause, RecordedEvent } from '../domain/recorded-event.ts';
import { readCursor, writeCursor } from '../store/cursor.ts';
import { recorded } from '../store/outbox.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { ClosedTicket, IncidentSource } from '../ticketing/incident-source.ts';
import { runAll } from './run-all.ts';

export type SweepIncidentsDependencies = {
  sources: readonly IncidentSource[];
  store: Pick<RecordStore, 'postMortemOfTicket'>;
  place: { client: DynamoDBDocumentClient; table: string };
  /** Keeps a delivery and puts its event in the outbox; false when this delivery came before. */
  accept: (delivery: { source: string; id: string; event: RecordedEvent }) => Promise<boolean>;
  now: () => string;
  newId: () => string;
};

/** On its first run a source is asked for the closures of the last day: what was closed before Holdfast came stays closed. */
const FIRST_LOOK_MS = 86_400_000;
/** Jira's search lags behind its writes; each sweep looks again at what the one before may have missed. */
const OVERLAP_MS = 900_000;

/**
 * Finds the closures that no webhook told, in every source, and tells them as the webhook would have: through the inbox,
 * once for each ticket and time of closing.
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
        const startedAt = deps.now();
        const cursor = `sweep-incidents#${source.name}`;
        const last = await readCursor(deps.place, cursor);
        const sinceMs = last === undefined ? Date.parse(startedAt) - FIRST_LOOK_MS : Date.parse(last) - OVERLAP_MS;
        const closed = await source.closedSince(new Date(sinceMs).toISOString(), startedAt);
        for (const one of closed) if (await tell(deps, source, one, cause)) found += 1;
        await writeCursor(deps.place, cursor, startedAt);
      },
    })),
  );
  return found;
}

async function tell(
  { store, accept, now, newId }: SweepIncidentsDependencies,
  { name }: IncidentSource,
  { ticket, closedAt }: ClosedTicket,
  cause: Cause,
): Promise<boolean> {
  if ((await store.postMortemOfTicket(ticket)) !== undefined) return false;
  const event = recorded({ type: 'Incident Ticket Closed', data: { ticket, closedAt } }, `holdfast.${name}`, cause, {
    now,
    newId,
  });
  return accept({ source: name, id: `sweep:${ticket.site}:${ticket.ticketId}:${closedAt}`, event });
}
