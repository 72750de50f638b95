import type { Cause } from '../domain/events/recorded-event.ts';
import {
  CHUNK,
  keepLeftOver,
  type LeftOver,
  readSweepPass,
  type SweepPass,
  writeSweepPass,
} from '../store/queues/sweep-pass.ts';
import { workOff } from '../store/queues/work-off.ts';
import type { ShownTicket, TicketSystem } from '../tickets/ticket-system.ts';
import { createTicketWalk, type TicketWalk, type TicketWalkDependencies } from './ticket-walk.ts';

/** Clocks of functions and systems differ, and some systems count the time of a search in whole minutes. */
const SLACK_MS = 300_000;
/** Before its first run a sweep has seen nothing: it starts with the tickets of the last day. */
const FIRST_LOOK_MS = 86_400_000;

/** How far the changes of a site were read. The first has the name that it had when it was the only one. */
const cursorOf = ({ key }: TicketSystem): string =>
  key === undefined ? 'sweep-remediation' : `sweep-remediation@${key}`;

/**
 * Reads every ticket again that changed since the sweep before, a thousand at a time. What a run has no time for it keeps as a list, and
 * the next runs work that off before they search again, so that it comes to an end however many changed at once:
 *
 *     run 1   search: 30,000 ── 1 … 9,000, out of time     keeps the other 21,000 as a list
 *     run 2   goes on at 9,001 ── …
 *     run 4   the list is through ── search: what changed since run 1 began
 *
 * One that fails is tried again in every run for a day; then a person is told. It holds up no other.
 *
 * @param looked ids of the tickets that it looked at are added to it
 */
export async function changedTickets(deps: TicketWalkDependencies, looked: Set<string>, cause: Cause): Promise<void> {
  const name = cursorOf(deps.tickets);
  const before = await readSweepPass(deps.table, name);
  const walk = createTicketWalk(deps, before, looked, cause);
  let pass = before;
  const keep = async (change: Partial<SweepPass>): Promise<void> => {
    const next = { ...pass, ...change, failing: walk.failing() };
    if (JSON.stringify(next) !== JSON.stringify(pass)) await writeSweepPass(deps.table, name, next);
    pass = next;
  };
  try {
    if (pass.left !== undefined) await goOn(deps, { name, left: pass.left, at: pass.at, walk, keep });
    if (pass.left === undefined && deps.hasTime()) await beginAnew(deps, { name, at: pass.at, walk, keep });
    await walk.lookAgain();
  } finally {
    await keep({
      stuckSince: walk.count() > 0 || pass.left === undefined ? undefined : (pass.stuckSince ?? deps.now()),
    });
    if (pass.stuckSince !== undefined && pass.stuckSince === before.stuckSince) tellStuck(deps, pass);
  }
  walk.throwFailures();
}

function tellStuck({ onProblem, tickets }: TicketWalkDependencies, { stuckSince, left }: SweepPass): void {
  const because = `no run since ${stuckSince} has looked at one of the tickets that changed before ${left?.foundAt}`;
  onProblem('SweepStuck', { ticket: tickets.site, because });
}

type PassParts = {
  name: string;
  at: string | undefined;
  walk: TicketWalk;
  keep: (change: Partial<SweepPass>) => Promise<void>;
};

/** Works off the list, and moves the place on to where it was made. */
async function goOn(
  { table, tickets }: TicketWalkDependencies,
  { name, at, walk, keep, left }: PassParts & { left: LeftOver },
): Promise<void> {
  const reach = createReach(left, tickets);
  const look = (ids: readonly string[]) => walk.look(ids, reach.onShown);
  const keepLeft = (next: LeftOver | undefined) => keep({ left: next && { ...next, ...reach.known() } });
  const outcome = await workOff({ table, name, left, look, keep: keepLeft });
  if (outcome !== 'cut short')
    await keep({ at: outcome === 'through' ? left.foundAt : laterOf(at, reach.known().reached) });
}

async function beginAnew(deps: TicketWalkDependencies, { name, at, walk, keep }: PassParts): Promise<void> {
  const foundAt = deps.now();
  const sinceMs = at === undefined ? FIRST_LOOK_MS : Date.parse(foundAt) - Date.parse(at);
  const found = new Set<string>();
  let isWhole = true;
  for await (const page of deps.tickets.changedWithin(sinceMs + deps.tickets.searchLagMs + SLACK_MS)) {
    for (const id of page) if (!walk.hasLookedAt(id)) found.add(id);
    isWhole = deps.hasTime();
    if (!isWhole) break;
  }
  const ids = [...found];
  if (ids.length > CHUNK) {
    const left = await keepLeftOver(deps.table, name, foundAt, { entries: ids, isWhole });
    await keep({ left });
    return goOn(deps, { name, at, walk, keep, left });
  }
  const reach = createReach({ foundAt }, deps.tickets);
  const count = await walk.look(ids, reach.onShown);
  if (count === ids.length) return keep({ at: isWhole ? foundAt : laterOf(at, reach.known().reached) });
  const rest = { entries: ids.slice(count), isWhole, ...reach.known() };
  return keep({ left: await keepLeftOver(deps.table, name, foundAt, rest) });
}

/**
 * Up to which change a search that did not come to its end surely had all: it gives the earliest first, so up to the latest that it
 * gave. What it gave are ids, and the times are read later: one that has changed since, or so shortly before that the search may not have
 * known, says nothing.
 */
function createReach({ foundAt, reached: before }: Pick<LeftOver, 'foundAt' | 'reached'>, tickets: TicketSystem) {
  const knownUntilMs = Date.parse(foundAt) - tickets.searchLagMs - SLACK_MS;
  let reachedMs = before === undefined ? Number.NEGATIVE_INFINITY : Date.parse(before);
  return {
    onShown({ updatedAt }: Pick<ShownTicket, 'updatedAt'>): void {
      const updatedMs = Date.parse(updatedAt);
      if (updatedMs <= knownUntilMs) reachedMs = Math.max(reachedMs, updatedMs);
    },
    known: (): Pick<LeftOver, 'reached'> =>
      reachedMs === Number.NEGATIVE_INFINITY ? {} : { reached: new Date(reachedMs).toISOString() },
  };
}

const laterOf = (at: string | undefined, reached: string | undefined): string | undefined =>
  at === undefined || (reached !== undefined && reached > at) ? reached : at;
