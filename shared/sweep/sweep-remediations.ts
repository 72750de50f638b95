import type { Cause } from '../domain/events/recorded-event.ts';
import { applyToRemediation } from '../domain/remediation/apply-remediation.ts';
import { overdue, syncWithTicket } from '../domain/remediation/decide/claim.ts';
import { wantFollowUpOfMissing } from '../domain/remediation/decide/reopening.ts';
import { expireAcceptance } from '../domain/remediation/decide/risk.ts';
import type { TicketReading } from '../domain/remediation/decide/ticket-reading.ts';
import {
  isDueDateOwed,
  isTicketed,
  isToBeBroughtBack,
  type Remediation,
  type TicketedRemediation,
} from '../domain/remediation/remediation.ts';
import { runAll, type Task } from '../run-all.ts';
import { runInShares, type TimedTask } from '../run-in-shares.ts';
import { dueRemediations, moveToQuiet, type SystemQueue } from '../store/queues/due.ts';
import { LONGEST_HOLD_MS } from '../store/queues/failing-entries.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { bringTicketBack } from '../tickets/bring-ticket-back.ts';
import { GONE } from '../tickets/follow-up.ts';
import { putDueDateBack } from '../tickets/put-due-date-back.ts';
import { reopenTicket } from '../tickets/reopen-ticket.ts';
import type { TicketSites } from '../tickets/ticket-sites.ts';
import { changedTickets } from './changed-tickets.ts';
import { type DuePartsDependencies, duePartsTasks } from './due-parts.ts';
import { finishCreations } from './finish-creations.ts';
import { knownTickets } from './known-tickets.ts';
import { mendedCreations } from './mended-creations.ts';
import { openPeriodicReviews } from './periodic-reviews.ts';
import { settleApproved } from './settle-approved.ts';
import { dueOnSite, isOnSite, type OneOfSites } from './site-of-fix.ts';

export type SweepDependencies = Omit<DuePartsDependencies, 'hasTime'> & {
  store: RecordStore;
  newId: () => string;
  ticketSites: TicketSites;
  /** Milliseconds until nothing new may begin. The next sweep finds the rest. */
  timeLeftMs: () => number;
  /** Told of each problem that a person has to solve. It does not stop the sweep. */
  onProblem: (
    what: 'TicketSkipped' | 'TicketNotReopened' | 'TicketMissing' | 'SweepStuck',
    facts: { ticket: string; because: string },
  ) => void;
};

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
  const { timeLeftMs } = deps;
  const ofFirst = sweepOf({ ...deps, tickets: first }, cause, ofRecords(deps, cause));
  if (others.length === 0) return runInShares(ofFirst, timeLeftMs);
  const bySite = [
    { name: `tickets on ${first.site}`, run: () => runInShares(ofFirst, timeLeftMs) },
    ...others.map((tickets) => ({
      name: `tickets on ${tickets.site}`,
      run: () => runInShares(sweepOf({ ...deps, tickets }, cause), timeLeftMs),
    })),
  ];
  return runAll(bySite, bySite.length);
}

type SiteSweep = SweepDependencies & OneOfSites & { hasTime: () => boolean };

/** What asks no site. */
function ofRecords(deps: SweepDependencies, cause: Cause): TimedTask[] {
  return [
    { name: 'overdue remediations', run: (hasTime) => overdueRemediations({ ...deps, hasTime }, cause) },
    ...duePartsTasks(deps, cause),
    { name: 'reviews of a period that is over', run: (hasTime) => openPeriodicReviews({ ...deps, hasTime }, cause) },
    { name: 'approved records that may be done with', run: (hasTime) => settleApproved({ ...deps, hasTime }, cause) },
  ];
}

/** Sweep of the tickets on one site. @param withRecords what asks no site, and waits for no long task */
function sweepOf(
  site: SweepDependencies & OneOfSites,
  cause: Cause,
  withRecords: readonly TimedTask[] = [],
): TimedTask[] {
  const looked = new Set<string>();
  const task = (name: string, work: (deps: SiteSweep) => Promise<void>): TimedTask => ({
    name,
    run: (hasTime) => work({ ...site, hasTime }),
  });
  return [
    task('creations to finish', (deps) => finishCreations(deps, cause)),
    task('tickets to reopen, and due dates to put back', (deps) =>
      forEachDue(deps, 'reopen', (due) => reopenOne(deps, due, cause)),
    ),
    task('refused creations that may go now', (deps) => mendedCreations(deps, cause)),
    ...withRecords,
    task('risk acceptances that ran out', (deps) => expiredAcceptances(deps, cause)),
    // Late, because it is the longest after a bulk edit of tickets, and what the others leave over is its.
    task('tickets that changed', (deps) => changedTickets(deps, looked, cause)),
    // After it, because most of what changed is found by it.
    task('tickets known by id', (deps) => knownTickets(deps, looked, cause)),
  ];
}

async function reopenOne(
  deps: SweepDependencies,
  due: Parameters<typeof reopenTicket>[1],
  cause: Cause,
): Promise<void> {
  const fix = await deps.store.remediation(due.postMortemId, due.remediationId);
  if (fix !== undefined && isDueDateOwed(fix)) {
    if ((await putDueDateBack(deps, due, cause)) === 'missing ticket') {
      deps.onProblem('TicketMissing', { ticket: fix.ticket.key, because: 'its due date is to be put back' });
    }
    return;
  }
  const bringBack = fix !== undefined && isToBeBroughtBack(fix) ? bringTicketBack : reopenTicket;
  const outcome = await bringBack(deps, due, cause);
  if (outcome.outcome !== 'refused') return;
  deps.onProblem('TicketNotReopened', { ticket: due.remediationId, because: outcome.refusal.message });
}

async function forEachDue(
  deps: SiteSweep,
  queue: SystemQueue,
  work: (due: Parameters<typeof reopenTicket>[1]) => Promise<unknown>,
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

async function overdueRemediations(
  { store, table, now, hasTime }: SweepDependencies & { hasTime: () => boolean },
  cause: Cause,
): Promise<void> {
  await runAll(
    (await dueRemediations(table, 'remediation', now())).map((due) => ({
      name: `remediation ${due.id}`,
      run: async () => {
        if (!hasTime()) return;
        if (overdue(due, now()).length === 0) return moveToQuiet(table, due);
        const decide = (state: Remediation | undefined) => (state ? overdue(state, now()) : []);
        await store.changeRemediation(due.postMortemId, due.id, decide, cause);
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
            // In one change with the end: nothing else would find a fix that waits for a ticket which nobody sees.
            if (reading === 'gone') return [...expired, ...wantFollowUpOfMissing(open, now(), deps.config, GONE)];
            return [...expired, ...syncWithTicket(open, reading, now(), deps.config)];
          };
          await store.changeRemediation(due.postMortemId, due.id, expire, cause);
        },
      })),
    ENDED_AT_ONCE,
  );
}

/** One answer may be wrong: a ticket that was not known to be missing is asked for twice. */
async function readingOf({ ticketSites }: SiteSweep, { ticket }: TicketedRemediation): Promise<TicketReading | 'gone'> {
  const tickets = ticketSites.named(ticket.site);
  const show = () => tickets.show(ticket.issueId, ticket.key);
  const shown = (await show()) ?? (ticket.missingSince === undefined ? await show() : undefined);
  return shown === undefined ? 'gone' : shown.reading();
}

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
