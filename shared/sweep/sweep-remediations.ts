import type { Cause } from '../domain/events/recorded-event.ts';
import { applyToRemediation } from '../domain/remediation/apply-remediation.ts';
import { overdue, syncWithTicket } from '../domain/remediation/decide/claim.ts';
import { expireAcceptance } from '../domain/remediation/decide/risk.ts';
import { isTicketed, type Remediation, type TicketedRemediation } from '../domain/remediation/remediation.ts';
import { runAll, type Task } from '../run-all.ts';
import { readCursor, writeCursor } from '../store/queues/cursor.ts';
import { dueRemediations, type SystemQueue } from '../store/queues/due.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { resumeCreation } from '../tickets/create-ticket.ts';
import { reopenTicket } from '../tickets/reopen-ticket.ts';
import { syncTicket } from '../tickets/sync-ticket.ts';
import type { TicketSites } from '../tickets/ticket-sites.ts';
import type { ShownTicket, TicketSystem } from '../tickets/ticket-system.ts';
import { type DuePartsDependencies, duePartsTasks } from './due-parts.ts';
import { knownTickets, LONGEST_HOLD_MS } from './known-tickets.ts';
import { mendedCreations } from './mended-creations.ts';
import { settleApproved } from './settle-approved.ts';
import { dueOnSite, isOnSite, type OneOfSites } from './site-of-fix.ts';

export type SweepDependencies = DuePartsDependencies & {
  store: RecordStore;
  ticketSites: TicketSites;
  /** True while there is time for one more. The next sweep finds the rest. */
  hasTime: () => boolean;
  /** Told of each problem that a person has to solve. It does not stop the sweep. */
  onProblem: (
    what: 'TicketSkipped' | 'TicketNotReopened' | 'TicketMissing',
    facts: { ticket: string; because: string },
  ) => void;
};

/** How far the changes of a site were read. The first has the name that it had when it was the only one. */
const cursorOf = ({ key }: TicketSystem): string =>
  key === undefined ? 'sweep-remediation' : `sweep-remediation@${key}`;
/** Time since which failing tickets have held back that cursor, without a break. */
const heldCursorOf = (system: TicketSystem): string => `${cursorOf(system)}#held`;
const NOT_HELD = '9999-12-31T23:59:59.999Z';
/** Clocks of functions and systems differ, and some systems count the time of a search in whole minutes. */
const SLACK_MS = 300_000;
/** Before its first run a sweep has seen nothing: it starts with the tickets of the last day. */
const FIRST_LOOK_MS = 86_400_000;

/**
 * Finds what no event told: tickets that changed, creations and reopenings that were left half done,
 * deadlines that passed. Its cost is that of what changed or is due, never of the history.
 *
 * Several sites are swept side by side, each with places of its own, so that one that does not answer costs the others nothing.
 *
 * @throws AggregateError with all that failed; the rest is done
 */
export function sweepRemediations(deps: SweepDependencies, cause: Cause): Promise<void> {
  const [first, ...others] = deps.ticketSites.all;
  const ofFirst = sweepOf({ ...deps, tickets: first }, cause, [
    { name: 'overdue remediations', run: () => overdueRemediations(deps, cause) },
    ...duePartsTasks(deps, cause),
    { name: 'approved records that may be done with', run: () => settleApproved(deps, cause) },
  ]);
  if (others.length === 0) return runAll(ofFirst);
  const bySite = [
    { name: `tickets on ${first.site}`, run: () => runAll(ofFirst) },
    ...others.map((tickets) => ({
      name: `tickets on ${tickets.site}`,
      run: () => runAll(sweepOf({ ...deps, tickets }, cause)),
    })),
  ];
  return runAll(bySite, bySite.length);
}

type SiteSweep = SweepDependencies & OneOfSites;

/** Sweep of the tickets on one site. @param withRecords what asks no site, and waits for no long task */
function sweepOf(deps: SiteSweep, cause: Cause, withRecords: readonly Task[] = []): Task[] {
  const looked = new Set<string>();
  return [
    { name: 'creations to finish', run: () => forEachDue(deps, 'create', (due) => finishOne(deps, due, cause)) },
    { name: 'tickets to reopen', run: () => forEachDue(deps, 'reopen', (due) => reopenOne(deps, due, cause)) },
    { name: 'refused creations that may go now', run: () => mendedCreations(deps, cause) },
    ...withRecords,
    { name: 'risk acceptances that ran out', run: () => expiredAcceptances(deps, cause) },
    // Late, because it is the longest after a bulk edit of tickets, and nothing else should wait for it.
    { name: 'tickets that changed', run: () => changedTickets(deps, looked, cause) },
    // After it, because most of what changed is found by it.
    { name: 'tickets known by id', run: () => knownTickets(deps, looked, cause) },
  ];
}

async function finishOne(
  deps: SweepDependencies,
  due: Parameters<typeof resumeCreation>[1],
  cause: Cause,
): Promise<void> {
  if ((await resumeCreation(deps, due, cause)) !== 'hidden') return;
  const because =
    'its project hides new tickets from our account, so nobody but a person can see whether it was created';
  deps.onProblem('TicketMissing', { ticket: due.remediationId, because });
}

async function reopenOne(
  deps: SweepDependencies,
  due: Parameters<typeof reopenTicket>[1],
  cause: Cause,
): Promise<void> {
  const outcome = await reopenTicket(deps, due, cause);
  if (outcome.outcome !== 'refused') return;
  deps.onProblem('TicketNotReopened', { ticket: due.remediationId, because: outcome.refusal.message });
}

/**
 * Reads every ticket again that changed since the sweep before. One that fails holds back the cursor, so that the next
 * sweep meets it again, for a day:
 *
 *     cursor ── ticket that fails ── … ── now      next sweep: from that ticket on
 *     the same for a day                           passed over, and a person is told
 *
 * @param looked ids of the tickets that it looked at are added to it
 */
async function changedTickets(deps: SiteSweep, looked: Set<string>, cause: Cause): Promise<void> {
  const startedAt = deps.now();
  const cursor = await readCursor(deps.table, cursorOf(deps.tickets));
  const sinceMs = cursor === undefined ? FIRST_LOOK_MS : Date.parse(startedAt) - Date.parse(cursor);
  const changed = await deps.tickets.changedWithin(sinceMs + deps.tickets.searchLagMs + SLACK_MS);
  // The next sweep starts where this one got to: behind the last ticket, or before the first that failed.
  let reached = startedAt;
  const heldSince = (await readCursor(deps.table, heldCursorOf(deps.tickets))) ?? NOT_HELD;
  const isHeldForLong = Date.parse(startedAt) - Date.parse(heldSince) >= LONGEST_HOLD_MS;
  let holds = false;
  async function* tasks(): AsyncGenerator<Task> {
    for (const ticket of changed) {
      if (!deps.hasTime()) {
        reached = earlier(reached, ticket.updatedAt);
        return;
      }
      yield { name: `ticket ${ticket.key}`, run: () => syncOne(ticket) };
    }
  }
  async function syncOne(ticket: ShownTicket): Promise<void> {
    looked.add(ticket.issueId);
    try {
      await syncTicket(deps, ticket.issueId, cause);
    } catch (error) {
      if (isHeldForLong && Date.parse(startedAt) - Date.parse(ticket.updatedAt) >= LONGEST_HOLD_MS) {
        deps.onProblem('TicketSkipped', { ticket: ticket.key, because: String(error) });
        return;
      }
      holds = true;
      reached = earlier(reached, ticket.updatedAt);
      throw error;
    }
  }
  try {
    await runAll(tasks());
  } finally {
    await writeCursor(deps.table, cursorOf(deps.tickets), reached);
    const heldNow = !holds ? NOT_HELD : heldSince === NOT_HELD || isHeldForLong ? startedAt : heldSince;
    if (heldNow !== heldSince) await writeCursor(deps.table, heldCursorOf(deps.tickets), heldNow);
  }
}

const earlier = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? a : b);

async function forEachDue(
  deps: SiteSweep,
  queue: SystemQueue,
  work: (due: Parameters<typeof resumeCreation>[1]) => Promise<unknown>,
): Promise<void> {
  async function* tasks(): AsyncGenerator<Task> {
    for await (const due of dueOnSite(deps, queue, deps.now())) {
      if (!deps.hasTime()) return;
      yield {
        name: `remediation ${due.remediationId}`,
        run: async () => {
          await work(due);
        },
      };
    }
  }
  await runAll(tasks());
}

async function overdueRemediations({ store, table, now, hasTime }: SweepDependencies, cause: Cause): Promise<void> {
  const late = (await dueRemediations(table, 'remediation', now())).filter((one) => overdue(one, now()).length > 0);
  await runAll(
    late.map(({ postMortemId, id }) => ({
      name: `remediation ${id}`,
      run: async () => {
        if (!hasTime()) return;
        await store.changeRemediation(postMortemId, id, (state) => (state ? overdue(state, now()) : []), cause);
      },
    })),
  );
}

/** Acceptances that end at once: a ticket that cannot be read holds up no other. */
const ENDED_AT_ONCE = 10;

/**
 * Tickets are followed while a risk is accepted; what got lost of that is read now, and counts. Where the ticket cannot be read the
 * next runs try again; after a day the time is over all the same, and what is known counts.
 */
async function expiredAcceptances(deps: SiteSweep, cause: Cause): Promise<void> {
  const { store, table, now, hasTime } = deps;
  await runAll(
    (await dueRemediations(table, 'acceptance', now()))
      .filter((due) => isOnSite(due, deps))
      .map((due) => ({
        name: `remediation ${due.id}`,
        run: async () => {
          if (!hasTime() || !isTicketed(due)) return;
          // Read first, so that both go into one change: afterwards, nothing brings us back to this ticket.
          const reading = await readingOf(deps, due).catch((error: unknown) => withoutReading(deps, due, error));
          const expire = (state: Remediation | undefined) => {
            const expired = state === undefined ? [] : expireAcceptance(state, now());
            const open = expired.reduce<Remediation | undefined>(applyToRemediation, state);
            if (expired.length === 0 || reading === undefined || open === undefined) return expired;
            return [...expired, ...syncWithTicket(open, reading, now(), deps.config)];
          };
          await store.changeRemediation(due.postMortemId, due.id, expire, cause);
        },
      })),
    ENDED_AT_ONCE,
  );
}

const readingOf = async ({ ticketSites }: SiteSweep, { ticket }: TicketedRemediation) =>
  (await ticketSites.named(ticket.site).show(ticket.issueId, ticket.key))?.reading();

function withoutReading(
  { now, onProblem }: SweepDependencies,
  { ticket, ...fix }: TicketedRemediation,
  error: unknown,
): undefined {
  const isOverForLong =
    fix.state === 'accepted' && Date.parse(now()) - Date.parse(fix.acceptance.until) >= LONGEST_HOLD_MS;
  if (!isOverForLong) throw error;
  onProblem('TicketSkipped', { ticket: ticket.key, because: String(error) });
}
