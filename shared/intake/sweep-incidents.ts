import { type Cause, type RecordedEvent, recorded } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { SourceName } from '../domain/ticket/source-names.ts';
import type { TicketEvent } from '../domain/ticket/ticket-events.ts';
import { subtractDuration } from '../domain/words/duration.ts';
import { parseJson } from '../domain/words/well-formed.ts';
import { runAll, type Task } from '../run-all.ts';
import { runInShares } from '../run-in-shares.ts';
import { searchInParts } from '../search-in-parts.ts';
import { readCursor, writeCursor } from '../store/queues/cursor.ts';
import { failingEntries } from '../store/queues/failing-entries.ts';
import {
  isFurther,
  isWaiting,
  keepLeftOver,
  LOST_PLACE,
  readSweepPass,
  type SweepPass,
  waitingSince,
  writeSweepPass,
} from '../store/queues/sweep-pass.ts';
import { workOff } from '../store/queues/work-off.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import { isReadClosure } from './read-closure.ts';
import { MovedTicket, type Poll, type PolledScope } from './source.ts';
import type { PolledSource } from './sources-in-use.ts';

export type SweepIncidentsDependencies = {
  sources: readonly PolledSource[];
  store: Pick<RecordStore, 'postMortemOfTicket' | 'head'>;
  table: Table;
  config: Pick<HoldfastConfig, 'incidents'>;
  /** Keeps a delivery and puts its event in the outbox; false when this delivery came before. */
  accept: (delivery: { source: string; id: string; event: RecordedEvent }) => Promise<boolean>;
  /** Milliseconds until nothing new may begin. The next sweep goes on. */
  timeLeftMs: () => number;
  /** Told of each problem that a person has to solve. It does not stop the sweep. */
  onProblem: (what: 'SweepStuck' | 'TicketSkipped', facts: { scope: string; ticket?: string; because: string }) => void;
  now: () => string;
  newId: () => string;
};

/** On its first run a source is asked for the closures of the last day: what was closed before Holdfast came stays closed. */
const FIRST_LOOK_MS = 86_400_000;

/**
 * Finds the closures and reopenings that no webhook told, in every source, and tells them as the webhook would have: through the inbox,
 * once a day for each ticket and time of closing, until there is a record or it was read that there is to be none. Not once for ever: what was told may get lost
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
  const count = (): void => {
    found += 1;
  };
  const tasks = deps.sources.flatMap(({ name: source, poll }) =>
    poll.scopes.map((scope) => ({
      name: `closures in ${source} (${scope.name})`,
      run: (hasTime: () => boolean) => sweepScope({ ...deps, hasTime, count }, { source, poll, scope }, cause),
    })),
  );
  await runInShares(tasks, deps.timeLeftMs);
  return found;
}

type OneScope = { source: SourceName; poll: Poll; scope: PolledScope };
type ScopeDependencies = SweepIncidentsDependencies & { hasTime: () => boolean; count: () => void };

/** Incidents that are told side by side. */
const TOLD_AT_ONCE = 4;

/**
 * First what runs before this one found and had no time for; then what changed since; then what failed before. All that is found is told, or kept
 * as a list, before the place moves on: so a backlog of any size comes to its end, and one incident that fails holds up no other. A search
 * for which a run has no time goes on in the next ones: see `searchInParts`.
 */
async function sweepScope(deps: ScopeDependencies, { source, poll, scope }: OneScope, cause: Cause): Promise<void> {
  const { table, hasTime, now } = deps;
  const name = `sweep-incidents#${source}#${scope.name}#left`;
  const startedAt = now();
  const before = await readSweepPass(table, name);
  const teller = createTeller({ ...deps, source, scope, startedAt }, before, cause);
  let pass = before;
  const keep = async (change: Partial<SweepPass>): Promise<void> => {
    const next = { ...pass, ...change, failing: teller.failing() };
    if (JSON.stringify(next) !== JSON.stringify(pass)) await writeSweepPass(table, name, next);
    pass = next;
  };
  async function search(): Promise<void> {
    const window = await nextWindow(deps, source, poll, scope, startedAt);
    const { found, begunAt, search, isLost, ...outcome } = await searchInParts({
      before: pass.search,
      usual: { since: window.changedSince, pages: () => scope.moves(window) },
      long: (long) => scope.movesSince(long, window.closedSince),
      hasTime,
      now: () => startedAt,
    });
    if (isLost) deps.onProblem('SweepStuck', { scope: scope.name, because: LOST_PLACE });
    const entries = [...new Set(found.map((moved) => JSON.stringify(moved)))];
    const rest = entries.slice(await teller.tell(entries));
    const left =
      rest.length === 0 ? undefined : await keepLeftOver(table, name, startedAt, { entries: rest, isWhole: true });
    const since = pass.search?.since ?? window.changedSince;
    await keep({ left, search });
    if (search === undefined) await window.done(begunAt, since);
    if ('failure' in outcome) throw outcome.failure;
  }
  try {
    if (pass.left !== undefined) {
      await workOff({ table, name, left: pass.left, look: teller.tell, keep: (left) => keep({ left }) });
    }
    if (pass.left === undefined && hasTime()) await search();
    await teller.tellAgain();
  } finally {
    teller.giveUpOld();
    const isStuck = isWaiting(pass) && teller.count() === 0 && !isFurther(pass, before);
    await keep({ stuckSince: isStuck ? (pass.stuckSince ?? startedAt) : undefined });
    if (pass.stuckSince !== undefined && pass.stuckSince === before.stuckSince) {
      const because = `no run since ${pass.stuckSince} has told one of the incidents that changed before ${waitingSince(pass)}`;
      deps.onProblem('SweepStuck', { scope: scope.name, because });
    }
  }
  teller.throwFailures();
}

type TellerParts = ScopeDependencies & Pick<OneScope, 'source' | 'scope'> & { startedAt: string };

const incidentIn = (entry: string): MovedTicket => MovedTicket.parse(parseJson(entry));
const keyIn = (entry: string): string => MovedTicket.safeParse(parseJson(entry)).data?.ticket.key ?? entry;

/** Tells incidents in their order, and knows which of them fail. */
function createTeller({ source, scope, startedAt, ...deps }: TellerParts, before: SweepPass, cause: Cause) {
  const failing = failingEntries(before.failing, startedAt, ({ entry, because }) =>
    deps.onProblem('TicketSkipped', { scope: scope.name, ticket: keyIn(entry), because }),
  );
  const failures: unknown[] = [];
  let count = 0;

  async function one(entry: string): Promise<void> {
    try {
      if (await tell(deps, source, scope, incidentIn(entry), startedAt, cause)) deps.count();
      failing.done(entry);
      count += 1;
    } catch (error) {
      if (failing.failed(entry, error)) throw error;
    }
  }

  async function tellEach(entries: readonly string[]): Promise<number> {
    let begun = 0;
    async function* tasks(): AsyncGenerator<Task> {
      for (const entry of entries) {
        if (!deps.hasTime() || failing.isFull()) return;
        begun += 1;
        yield { name: 'an incident', run: () => one(entry) };
      }
    }
    await runAll(tasks(), TOLD_AT_ONCE).catch((error: unknown) => failures.push(error));
    return begun;
  }

  return {
    /** @returns how many it began, from the first on */
    tell: tellEach,
    /** Tries those again that failed in runs before, and in this one not yet. */
    tellAgain: () => tellEach(before.failing.map(({ entry }) => entry).filter((entry) => !failing.isNew(entry))),
    /** How many were looked at without a failure. */
    count: () => count,
    giveUpOld: failing.giveUpOld,
    failing: failing.all,
    throwFailures(): void {
      if (failures.length > 0) throw new AggregateError(failures, failures.map(messageOf).join('; '));
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Each scope has a place of its own, so that one that cannot be asked holds back no other. One without a place yet begins where
 * its source was, but not before the widest look back: in a project that is added later, old closures stay closed. A source that
 * nobody could ask yet begins where it was set up.
 */
async function nextWindow(
  { table, config }: SweepIncidentsDependencies,
  source: SourceName,
  { overlapMs }: Poll,
  scope: PolledScope,
  startedAt: string,
) {
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
    /** Moves the place on. @param since the search found what changed from then on @param begunAt when it began */
    done: async (begunAt: string, since: string) => {
      await writeCursor(table, ofScope('swept'), begunAt);
      await writeCursor(table, ofSource('swept'), begunAt);
      if (since <= subtractDuration(begunAt, lookBack)) await writeCursor(table, ofScope('looked-back'), begunAt);
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
  incident: MovedTicket,
  sweptAt: string,
  cause: Cause,
): Promise<boolean> {
  const { ticket } = incident;
  const event = await newsOf(deps, scope, incident);
  if (event === undefined) return false;
  const moved = event.type === 'Incident Ticket Closed' ? event.data.closedAt : `reopened:${event.data.reopenedAt}`;
  return deps.accept({
    source,
    id: `sweep:${ticket.site}:${ticket.ticketId}:${moved}:${day(sweptAt)}`,
    event: recorded(event, `holdfast.${source}`, cause, deps),
  });
}

/**
 * A closure is news until there is a record, or until it was read that it opens none: then it is news again when something about its ticket
 * changed since, such as a resolution that is put right. Of an incident with a record it is news that it came back: it moved after the record
 * was opened, or carried on, and the log of the ticket says when it left done.
 *
 *     closed ── record opened ── reopened (its webhook got lost) ── [ sweep ] ── closed again ── [ sweep ]
 */
async function newsOf(
  { store, table }: SweepIncidentsDependencies,
  scope: PolledScope,
  { ticket, isClosed, at, changedAt }: MovedTicket,
): Promise<Extract<TicketEvent, { type: 'Incident Ticket Closed' | 'Incident Ticket Reopened' }> | undefined> {
  const id = await store.postMortemOfTicket(ticket);
  if (id === undefined) {
    if (!isClosed) return undefined;
    const isRead = await isReadClosure(table, { ticket, changedAt });
    return isRead ? undefined : { type: 'Incident Ticket Closed', data: { ticket, closedAt: at } };
  }
  const head = await store.head(id);
  const isNewer = (time: string): boolean =>
    head !== undefined && Date.parse(time) > Date.parse(head.carriedOnAt ?? head.openedAt);
  if (!isNewer(at)) return undefined;
  const reopenedAt = await scope.lastReopening(ticket);
  if (reopenedAt === undefined || !isNewer(reopenedAt)) return undefined;
  return { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt } };
}
