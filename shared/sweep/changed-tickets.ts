import type { Cause } from '../domain/events/recorded-event.ts';
import { searchInParts } from '../search-in-parts.ts';
import {
  CHUNK,
  isFurther,
  isWaiting,
  keepLeftOver,
  type LeftOver,
  LOST_PLACE,
  readSweepPass,
  type SweepPass,
  waitingSince,
  writeSweepPass,
} from '../store/queues/sweep-pass.ts';
import { workOff } from '../store/queues/work-off.ts';
import type { TicketSystem } from '../tickets/ticket-system.ts';
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
 * A search for which a run has no time goes on in the next ones, too: see `searchInParts`.
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
    if (pass.left !== undefined) await goOn(deps, { name, left: pass.left, walk, keep });
    if (pass.left === undefined && deps.hasTime()) await search(deps, { name, pass, walk, keep });
    await walk.lookAgain();
  } finally {
    walk.giveUpOld();
    const isStuck = isWaiting(pass) && walk.count() === 0 && !isFurther(pass, before);
    await keep({ stuckSince: isStuck ? (pass.stuckSince ?? deps.now()) : undefined });
    if (pass.stuckSince !== undefined && pass.stuckSince === before.stuckSince) tellStuck(deps, pass);
  }
  walk.throwFailures();
}

function tellStuck({ onProblem, tickets }: TicketWalkDependencies, { stuckSince, ...pass }: SweepPass): void {
  const because = `no run since ${stuckSince} has looked at one of the tickets that changed before ${waitingSince(pass)}`;
  onProblem('SweepStuck', { ticket: tickets.site, because });
}

type PassParts = {
  name: string;
  walk: TicketWalk;
  keep: (change: Partial<SweepPass>) => Promise<void>;
};

/** Works off the list. When that was all there was to be found, the place moves on to where it was made. */
async function goOn(
  { table }: TicketWalkDependencies,
  { name, walk, keep, left }: PassParts & { left: LeftOver },
): Promise<void> {
  const outcome = await workOff({ table, name, left, look: walk.look, keep: (next) => keep({ left: next }) });
  if (outcome === 'through') await keep({ at: left.foundAt });
}

async function search(deps: TicketWalkDependencies, { name, pass, ...parts }: PassParts & { pass: SweepPass }) {
  const { table, tickets, hasTime, now, onProblem } = deps;
  const { walk, keep } = parts;
  const startedAt = Date.parse(now());
  const windowMs =
    (pass.at === undefined ? FIRST_LOOK_MS : startedAt - Date.parse(pass.at)) + tickets.searchLagMs + SLACK_MS;
  const { found, begunAt, search, isLost, ...outcome } = await searchInParts({
    before: pass.search,
    usual: {
      since: new Date(startedAt - windowMs).toISOString(),
      pages: () => tickets.changedWithin(windowMs),
    },
    long: tickets.changedSince,
    hasTime,
    now,
  });
  if (isLost) onProblem('SweepStuck', { ticket: tickets.site, because: LOST_PLACE });
  const isWhole = search === undefined;
  const ids = [...new Set(found)].filter((id) => !walk.hasLookedAt(id));
  if (ids.length > CHUNK) {
    const left = await keepLeftOver(table, name, begunAt, { entries: ids, isWhole });
    await keep({ left, search });
    await goOn(deps, { name, left, walk, keep });
  } else {
    const count = await walk.look(ids);
    const rest = ids.slice(count);
    if (rest.length > 0) {
      await keep({ search, left: await keepLeftOver(table, name, begunAt, { entries: rest, isWhole }) });
    } else await keep({ search, ...(isWhole ? { at: begunAt } : {}) });
  }
  if ('failure' in outcome) throw outcome.failure;
}
