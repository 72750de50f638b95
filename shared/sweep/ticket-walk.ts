import type { Cause } from '../domain/events/recorded-event.ts';
import { runAll, type Task } from '../run-all.ts';
import { failingEntries } from '../store/queues/failing-entries.ts';
import type { SweepPass } from '../store/queues/sweep-pass.ts';
import type { Table } from '../store/table.ts';
import { keepName } from '../tickets/keep-name.ts';
import { type SyncDependencies, syncShown, syncTicket } from '../tickets/sync-ticket.ts';
import type { ShownTicket } from '../tickets/ticket-system.ts';

export type TicketWalkDependencies = SyncDependencies & {
  table: Table;
  hasTime: () => boolean;
  /** Told of each problem that a person has to solve. It does not stop the walk. */
  onProblem: (
    what: 'TicketSkipped' | 'TicketMissing' | 'SweepStuck',
    facts: { ticket: string; because: string },
  ) => void;
};

/** Reads that fail one after the other before it is the system that is taken for broken, and not the tickets. */
const FAILS_IN_A_ROW = 5;
const AT_ONCE = 4;

type Look = (id: string, shown: ShownTicket | undefined) => Promise<void>;

export type TicketWalk = ReturnType<typeof createTicketWalk>;

/**
 * Looks at tickets in their order, many in one request, and knows which of them fail.
 *
 * @param before tickets that failed in runs before: they have a turn of their own
 * @param looked ids of the tickets that it looked at are added to it
 */
export function createTicketWalk(
  deps: TicketWalkDependencies,
  { failing: before }: Pick<SweepPass, 'failing'>,
  looked: Set<string>,
  cause: Cause,
) {
  const keys = new Map<string, string>();
  const failing = failingEntries(before, deps.now(), ({ entry, because }) =>
    deps.onProblem('TicketSkipped', { ticket: keys.get(entry) ?? entry, because }),
  );
  const failures: unknown[] = [];
  let count = 0;

  const one: Look = async (id, shown) => {
    looked.add(id);
    if (shown !== undefined) keys.set(id, shown.key);
    try {
      await lookAt(deps, id, shown, cause);
      failing.done(id);
      count += 1;
    } catch (error) {
      if (failing.failed(id, error)) throw error;
    }
  };

  /** @returns how many of them were begun, from the first on */
  async function together(ids: readonly string[]): Promise<number> {
    const shown = new Map((await shownOf(deps, ids)).map((ticket) => [ticket.issueId, ticket]));
    let begun = 0;
    async function* tasks(): AsyncGenerator<Task> {
      for (const id of ids) {
        if (!deps.hasTime() || failing.isFull()) return;
        begun += 1;
        const ticket = shown.get(id);
        yield { name: `ticket ${ticket?.key ?? id}`, run: () => one(id, ticket) };
      }
    }
    await runAll(tasks(), AT_ONCE).catch((error: unknown) => failures.push(error));
    return begun;
  }

  async function look(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const { mostShown } = deps.tickets;
    try {
      return await together(ids);
    } catch (error) {
      if (deps.tickets.failureOf(error) === 'limited') throw error;
      if (ids.length <= mostShown) return oneByOne(deps, ids, one, failures, error);
    }
    let begun = 0;
    for (let start = 0; start < ids.length; start += mostShown) {
      const some = ids.slice(start, start + mostShown);
      const lookedAt = await look(some);
      begun += lookedAt;
      if (lookedAt < some.length) break;
    }
    return begun;
  }

  return {
    /** @returns how many it began, from the first on: fewer when its time is over */
    async look(ids: readonly string[]): Promise<number> {
      const waiting = ids.filter((id) => !before.some(({ entry }) => entry === id));
      const begun = await look(waiting);
      return begun === waiting.length ? ids.length : ids.indexOf(waiting[begun] ?? '');
    },
    /** Tries those again that failed in runs before. */
    lookAgain: () => look(before.map(({ entry }) => entry)),
    /** How many it looked at without a failure. */
    count: () => count,
    hasLookedAt: (id: string): boolean => looked.has(id),
    giveUpOld: failing.giveUpOld,
    failing: failing.all,
    throwFailures: () => throwAll(failures),
  };
}

/** Brings the fix of a ticket in step with it, as it was shown or, where it was not, as it is shown when it is asked for alone. */
export async function lookAt(
  deps: Omit<TicketWalkDependencies, 'hasTime'>,
  id: string,
  shown: ShownTicket | undefined,
  cause: Cause,
): Promise<void> {
  if (shown !== undefined) {
    await keepName(deps, shown, (await syncShown(deps, shown, cause)).fix);
    return;
  }
  const { events, missingFor } = await syncTicket(deps, id, cause);
  // Once for each disappearance.
  if (missingFor === undefined || events.length === 0) return;
  deps.onProblem('TicketMissing', {
    ticket: missingFor.remediationId,
    because: 'its ticket is deleted, or hidden from us',
  });
}

/** Its refusal goes into logs before anybody knows whose tickets it quotes: without its words. */
async function shownOf({ tickets }: TicketWalkDependencies, ids: readonly string[]): Promise<ShownTicket[]> {
  try {
    return await tickets.showMany(ids);
  } catch (error) {
    throw error instanceof Error ? tickets.withoutWords(error) : error;
  }
}

/**
 * One that the system cannot show costs itself; a system that shows none at all ends the run.
 *
 * @throws the error of those that were asked for together
 */
async function oneByOne(
  { hasTime }: TicketWalkDependencies,
  ids: readonly string[],
  look: Look,
  failures: unknown[],
  error: unknown,
): Promise<number> {
  let begun = 0;
  let inARow = 0;
  for (const id of ids) {
    if (!hasTime()) break;
    begun += 1;
    try {
      await look(id, undefined);
      inARow = 0;
    } catch (failure) {
      failures.push(new Error(`ticket ${id}: ${messageOf(failure)}`, { cause: failure }));
      inARow += 1;
    }
    if (inARow === FAILS_IN_A_ROW) throw error;
  }
  return begun;
}

function throwAll(failures: readonly unknown[]): void {
  const all = failures.flatMap((failure) => (failure instanceof AggregateError ? failure.errors : [failure]));
  if (all.length > 0) throw new AggregateError(all, `${all.length} failed: ${all.map(messageOf).join('; ')}`);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
