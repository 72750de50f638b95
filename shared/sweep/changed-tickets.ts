import type { Cause } from '../domain/events/recorded-event.ts';
import { runAll, type Task } from '../run-all.ts';
import {
  CHUNK,
  keepLeftOver,
  type LeftOver,
  readSweepPass,
  type SweepPass,
  writeSweepPass,
} from '../store/queues/sweep-pass.ts';
import { workOff } from '../store/queues/work-off.ts';
import type { Table } from '../store/table.ts';
import { type SyncDependencies, syncShown, syncTicket } from '../tickets/sync-ticket.ts';
import type { ShownTicket, TicketSystem } from '../tickets/ticket-system.ts';

export type ChangedTicketsDependencies = SyncDependencies & {
  table: Table;
  hasTime: () => boolean;
  onProblem: (what: 'TicketSkipped' | 'SweepStuck', facts: { ticket: string; because: string }) => void;
};

/** A ticket that cannot be read for so long will not be readable soon. */
export const LONGEST_HOLD_MS = 86_400_000;
/** Clocks of functions and systems differ, and some systems count the time of a search in whole minutes. */
const SLACK_MS = 300_000;
/** Before its first run a sweep has seen nothing: it starts with the tickets of the last day. */
const FIRST_LOOK_MS = 86_400_000;
/** Tickets that are remembered as failing. With more, it is no longer the tickets that are at fault: the run ends where it is. */
const MOST_FAILING = 100;
/** Reads that fail one after the other before it is the system that is taken for broken, and not the tickets. */
const FAILS_IN_A_ROW = 5;
const AT_ONCE = 4;

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
export async function changedTickets(
  deps: ChangedTicketsDependencies,
  looked: Set<string>,
  cause: Cause,
): Promise<void> {
  const name = cursorOf(deps.tickets);
  const before = await readSweepPass(deps.table, name);
  const walk = createWalk(deps, before, looked, cause);
  let pass = before;
  const keep = async (change: Partial<SweepPass>): Promise<void> => {
    pass = { ...pass, ...change, failing: walk.failing() };
    await writeSweepPass(deps.table, name, pass);
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

function tellStuck({ onProblem, tickets }: ChangedTicketsDependencies, { stuckSince, left }: SweepPass): void {
  const because = `no run since ${stuckSince} has looked at one of the tickets that changed before ${left?.foundAt}`;
  onProblem('SweepStuck', { ticket: tickets.site, because });
}

type Walk = ReturnType<typeof createWalk>;
type PassParts = {
  name: string;
  at: string | undefined;
  walk: Walk;
  keep: (change: Partial<SweepPass>) => Promise<void>;
};

/** Works off the list, and moves the place on to where it was made. */
async function goOn(
  { table }: ChangedTicketsDependencies,
  { name, at, walk, keep, left }: PassParts & { left: LeftOver },
): Promise<void> {
  const outcome = await workOff({ table, name, left, look: walk.look, keep: (next) => keep({ left: next }) });
  if (outcome !== 'cut short') await keep({ at: outcome === 'through' ? left.foundAt : (walk.reached() ?? at) });
}

async function beginAnew(deps: ChangedTicketsDependencies, { name, at, walk, keep }: PassParts): Promise<void> {
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
  const count = await walk.look(ids);
  if (count === ids.length) return keep({ at: isWhole ? foundAt : (walk.reached() ?? at) });
  return keep({ left: await keepLeftOver(deps.table, name, foundAt, { entries: ids.slice(count), isWhole }) });
}

/** Looks at tickets in their order, and knows which of them fail. */
function createWalk(deps: ChangedTicketsDependencies, before: SweepPass, looked: Set<string>, cause: Cause) {
  const startedAt = deps.now();
  const failing = new Map(before.failing.map(({ entry, since }) => [entry, since]));
  const failures: unknown[] = [];
  let count = 0;
  let lastUpdates: string[] = [];
  const isKnownToFail = (id: string): boolean => before.failing.some(({ entry }) => entry === id);

  async function one(id: string, shown: ShownTicket | undefined): Promise<void> {
    looked.add(id);
    count += 1;
    try {
      await (shown === undefined ? syncTicket(deps, id, cause) : syncShown(deps, shown, cause));
      failing.delete(id);
    } catch (error) {
      const since = failing.get(id) ?? startedAt;
      if (Date.parse(startedAt) - Date.parse(since) >= LONGEST_HOLD_MS) {
        failing.delete(id);
        deps.onProblem('TicketSkipped', { ticket: shown?.key ?? id, because: String(error) });
        return;
      }
      failing.set(id, since);
      throw error;
    }
  }

  /** Its refusal goes into logs before anybody knows whose tickets it quotes: without its words. */
  async function shownOf(ids: readonly string[]): Promise<ShownTicket[]> {
    try {
      return await deps.tickets.showMany(ids);
    } catch (error) {
      throw error instanceof Error ? deps.tickets.withoutWords(error) : error;
    }
  }

  /** @returns how many of them were looked at, from the first on */
  async function together(ids: readonly string[]): Promise<number> {
    const shown = new Map((await shownOf(ids)).map((ticket) => [ticket.issueId, ticket]));
    lastUpdates = [...shown.values()].slice(-MOST_FAILING).map(({ updatedAt }) => updatedAt);
    const isFull = (): boolean => [...failing].filter(([, since]) => since === startedAt).length >= MOST_FAILING;
    let begun = 0;
    async function* tasks(): AsyncGenerator<Task> {
      for (const id of ids) {
        if (!deps.hasTime() || isFull()) return;
        begun += 1;
        const ticket = shown.get(id);
        yield { name: `ticket ${ticket?.key ?? id}`, run: () => one(id, ticket) };
      }
    }
    await runAll(tasks(), AT_ONCE).catch((error: unknown) => failures.push(error));
    return begun;
  }

  /** One that the system cannot show costs itself; a system that shows none at all ends the run. */
  async function apart(ids: readonly string[], error: unknown): Promise<number> {
    let begun = 0;
    let inARow = 0;
    for (const id of ids) {
      if (!deps.hasTime()) break;
      begun += 1;
      inARow = await one(id, undefined).then(
        () => 0,
        (failure: unknown) => {
          failures.push(new Error(`ticket ${id}: ${String(failure)}`, { cause: failure }));
          return inARow + 1;
        },
      );
      if (inARow === FAILS_IN_A_ROW) throw error;
    }
    return begun;
  }

  async function look(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    try {
      return await together(ids);
    } catch (error) {
      if (deps.tickets.failureOf(error) === 'limited') throw error;
      if (ids.length <= deps.tickets.mostShown) return apart(ids, error);
    }
    let begun = 0;
    for (let start = 0; start < ids.length; start += deps.tickets.mostShown) {
      const some = ids.slice(start, start + deps.tickets.mostShown);
      const lookedAt = await look(some);
      begun += lookedAt;
      if (lookedAt < some.length) break;
    }
    return begun;
  }

  return {
    /** Passes over those that failed in runs before: they have a turn of their own. */
    async look(ids: readonly string[]): Promise<number> {
      const waiting = ids.filter((id) => !isKnownToFail(id));
      const begun = await look(waiting);
      return begun === waiting.length ? ids.length : ids.indexOf(waiting[begun] ?? '');
    },
    /** Tries those again that failed in runs before. */
    lookAgain: () => look(before.failing.map(({ entry }) => entry)),
    count: () => count,
    hasLookedAt: (id: string): boolean => looked.has(id),
    failing: () => [...failing].map(([entry, since]) => ({ entry, since })),
    /** The earliest change among the last tickets; undefined before the first. */
    reached: (): string | undefined => lastUpdates.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0],
    /** @throws AggregateError with all that failed */
    throwFailures(): void {
      const all = failures.flatMap((failure) => (failure instanceof AggregateError ? failure.errors : [failure]));
      if (all.length > 0)
        throw new AggregateError(
          all,
          all.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; '),
        );
    },
  };
}
