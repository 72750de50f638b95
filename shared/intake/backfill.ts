import { type Cause, recorded } from '../domain/events/recorded-event.ts';
import {
  BACKFILL_PER_MINUTE,
  type BackfilledScope,
  type BackfillPlace,
  type BackfillPortion,
  type BackfillRequest,
  type ScopePlace,
} from '../domain/ticket/backfill.ts';
import { type LongSearch, type SearchPage, SearchPlaceUnknown } from '../domain/ticket/long-search.ts';
import { keyForLogs } from '../domain/words/marks.ts';
import { runInShares } from '../run-in-shares.ts';
import { wasAccepted } from '../store/inbox/announcements.ts';
import { readBackfillPlace, takeBackfillTurn, writeBackfillPlace } from '../store/queues/backfill-places.ts';
import { LOST_PLACE } from '../store/queues/sweep-pass.ts';
import { isReadClosure } from './read-closure.ts';
import type { MovedTicket, PolledScope } from './source.ts';
import type { SweepIncidentsDependencies } from './sweep-incidents.ts';

export type BackfillDependencies = Pick<
  SweepIncidentsDependencies,
  'sources' | 'table' | 'accept' | 'timeLeftMs' | 'now' | 'newId'
> & {
  store: Pick<SweepIncidentsDependencies['store'], 'postMortemOfTicket'>;
  /** Elements of answers that could not be read since this was asked last. */
  unreadSince: () => readonly { id: string; because: string }[];
};

/** So many incidents that fail in a row are the fault of a system, and end the portion there. */
const MOST_FAILURES = 5;
const MINUTE_MS = 60_000;

/**
 * One portion of a backfill: tells closures of the past as a sweep would have, through the inbox, and each once. The next portion
 * goes on where this one ended, from whichever machine; one that is cut off is repeated, and tells nothing twice.
 *
 *     page 1 ──▶ told, 30 of a minute ──▶ place: page 1, with the 30 ids
 *     page 1 ──▶ the rest of it ─▶ page 2 ──▶ …                              the last: the place is empty again
 *
 * @throws AggregateError when the table cannot be reached
 */
export async function backfillPortion(
  deps: BackfillDependencies,
  request: BackfillRequest,
  cause: Cause,
): Promise<BackfillPortion> {
  const { now, table } = deps;
  const startedAt = now();
  const { isDryRun, atMost = BACKFILL_PER_MINUTE } = request;
  const poll = deps.sources.find(({ name }) => name === request.source)?.poll;
  if (poll === undefined) return { outcome: 'cannot be asked' };
  let place = isDryRun ? (request.place ?? {}) : await readBackfillPlace(table, request);
  const keep = async (change: BackfillPlace): Promise<void> => {
    place = { ...place, ...change };
    if (!isDryRun) await writeBackfillPlace(table, request, place, startedAt);
  };
  let left = Math.min(atMost, BACKFILL_PER_MINUTE);
  let turn: Promise<boolean> | undefined;
  const tellOne: Teller = async (id, moved) => {
    if (await wasAccepted(table, request.source, id)) return 'waiting';
    if (isDryRun) return 'told';
    if (left === 0) return 'no more';
    turn ??= takeBackfillTurn(table, request.source, startedAt);
    if (!(await turn)) return 'no more';
    const { ticket, at: closedAt } = moved;
    const event = recorded(
      { type: 'Incident Ticket Closed', data: { ticket, closedAt } },
      `holdfast.${request.source}`,
      cause,
      deps,
    );
    if (!(await deps.accept({ source: request.source, id, event }))) return 'waiting';
    left -= 1;
    return 'told';
  };
  const scopes = poll.scopes.map((scope) => ({ scope, counted: nothingYet(scope.name) }));
  await runInShares(
    inTurn(scopes, startedAt).map(({ scope, counted }) => ({
      name: scope.name,
      run: async (hasTime) => {
        if (deps.timeLeftMs() <= 0) return;
        const before = place[scope.name] ?? BEGINNING;
        await backfillScope({ ...deps, request, hasTime, tellOne, startedAt }, scope, before, {
          counted,
          keep: (next) => keep({ [scope.name]: next }),
        });
        counted.unread.push(...deps.unreadSince());
      },
    })),
    deps.timeLeftMs,
  );
  const counts = scopes.map(({ counted }) => counted);
  const isDone = counts.every((one) => one.isDone);
  if (isDone && !isDryRun) await writeBackfillPlace(table, request, {}, startedAt);
  const waits = turn !== undefined || counts.some(({ because }) => because !== undefined);
  return {
    outcome: 'looked',
    scopes: counts,
    isDone,
    ...(waits && !isDone ? { goesOnInMs: untilNextMinute(startedAt, now()) } : {}),
    ...(isDryRun ? { place } : {}),
  };
}

type Teller = (id: string, moved: MovedTicket) => Promise<'told' | 'waiting' | 'no more'>;

const nothingYet = (name: string): BackfilledScope => ({
  ...{ name, looked: 0, told: 0, waiting: 0, recorded: 0, opensNone: 0 },
  ...{ failed: [], unread: [], isDone: false },
});

/** Another one is the first in each minute: one that takes all the time of a portion, and fails, keeps no other from its turn for good. */
function inTurn<Scope>(scopes: readonly Scope[], at: string): Scope[] {
  const first = Math.floor(Date.parse(at) / MINUTE_MS) % Math.max(1, scopes.length);
  return [...scopes.slice(first), ...scopes.slice(0, first)];
}

/** Milliseconds to the minute after that of the first time. */
function untilNextMinute(startedAt: string, now: string): number {
  const next = (Math.floor(Date.parse(startedAt) / MINUTE_MS) + 1) * MINUTE_MS;
  return Math.max(1, next - Date.parse(now));
}

type ScopeWork = Pick<BackfillDependencies, 'store' | 'table'> & {
  request: BackfillRequest;
  hasTime: () => boolean;
  tellOne: Teller;
  startedAt: string;
};
type ScopeResult = { counted: BackfilledScope; keep: (place: ScopePlace) => Promise<void> };

/** A scope that cannot be asked says so in its result, and holds up no other. What cannot be kept ends the portion. */
async function backfillScope(
  deps: ScopeWork,
  scope: PolledScope,
  before: ScopePlace,
  { counted, keep }: ScopeResult,
): Promise<void> {
  counted.isDone = before.isDone;
  if (before.isDone) return;
  const { request, hasTime, startedAt } = deps;
  const search = before.search ?? { since: request.since, begunAt: startedAt };
  let place = before;
  for await (const page of pagesOf(scope, search, request.since)) {
    if ('failure' in page) {
      const isLost = page.failure instanceof SearchPlaceUnknown;
      counted.because = isLost ? LOST_PLACE : messageOf(page.failure);
      if (isLost) await keep(BEGINNING);
      return;
    }
    const lookedAt = new Set(place.lookedAt);
    const isWhole = await lookThrough(deps, page.found, lookedAt, counted);
    const { next } = page;
    if (!isWhole) place = { ...place, lookedAt: [...lookedAt] };
    else if (next === undefined) place = { lookedAt: [], isDone: true };
    else place = { search: { ...search, next }, lookedAt: [], isDone: false };
    await keep(place);
    counted.isDone = place.isDone;
    if (!isWhole || !hasTime()) return;
  }
}

const BEGINNING: ScopePlace = { lookedAt: [], isDone: false };

async function* pagesOf(
  scope: PolledScope,
  search: LongSearch,
  since: string,
): AsyncGenerator<SearchPage<MovedTicket> | { readonly failure: unknown }> {
  try {
    yield* scope.movesSince(search, since);
  } catch (failure) {
    yield { failure };
  }
}

/** @param lookedAt ids of those that need no look any more; grows @returns whether none is left */
async function lookThrough(
  deps: ScopeWork,
  found: readonly MovedTicket[],
  lookedAt: Set<string>,
  counted: BackfilledScope,
): Promise<boolean> {
  let failedInARow = 0;
  for (const moved of found) {
    const { ticketId, key } = moved.ticket;
    if (lookedAt.has(ticketId)) continue;
    try {
      const outcome = await lookAt(deps, moved);
      if (outcome === 'no more') return false;
      if (outcome !== 'out of range') counted[outcome] += 1;
      failedInARow = 0;
    } catch (error) {
      counted.failed.push({ ticket: keyForLogs(key), because: messageOf(error) });
      failedInARow += 1;
    }
    // One that failed as well: the next portion begins behind it, and the next backfill finds it.
    counted.looked += 1;
    lookedAt.add(ticketId);
    if (failedInARow === MOST_FAILURES) {
      counted.because = counted.failed.at(-1)?.because;
      return false;
    }
  }
  return true;
}

type LookOutcome = 'told' | 'waiting' | 'recorded' | 'opensNone' | 'out of range' | 'no more';

async function lookAt({ store, table, request, tellOne }: ScopeWork, moved: MovedTicket): Promise<LookOutcome> {
  const { ticket, isClosed, at } = moved;
  if (!isClosed || !isWithin(at, request)) return 'out of range';
  if ((await store.postMortemOfTicket(ticket)) !== undefined) return 'recorded';
  if (await isReadClosure(table, moved)) return 'opensNone';
  return tellOne(`backfill:${ticket.site}:${ticket.ticketId}:${at}`, moved);
}

const isWithin = (at: string, { since, until }: BackfillRequest): boolean =>
  Date.parse(at) >= Date.parse(since) && (until === undefined || Date.parse(at) < Date.parse(until));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
