import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { applyToRemediation } from '../domain/remediation/apply-remediation.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { dayInTicket } from '../domain/remediation/day-in-ticket.ts';
import { syncWithTicket } from '../domain/remediation/decide/claim.ts';
import { ticketCreated } from '../domain/remediation/decide/creation.ts';
import { ticketMissing } from '../domain/remediation/decide/in-step.ts';
import type { TicketReading } from '../domain/remediation/decide/ticket-reading.ts';
import { unnamedChanges } from '../domain/remediation/decide/unnamed-changes.ts';
import { isFollowed, isTicketed, type Remediation, type RemediationTicket } from '../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../domain/remediation/remediation-events.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { isSameTicket } from './ticket-sites.ts';
import type { ShownTicket, TicketSystem } from './ticket-system.ts';
import { whyNotOurs, withFormerProjects } from './whose-ticket.ts';

export type SyncDependencies = {
  store: RecordStore;
  /** Site that the ticket is on. */
  tickets: TicketSystem;
  config: Pick<HoldfastConfig, 'remediation' | 'verification' | 'teams' | 'schedules'>;
  now: () => string;
};

export type SyncOutcome = {
  outcome: 'changed' | 'unchanged' | 'unknown ticket' | 'missing ticket';
  events: RemediationEvent[];
  /** Fix of the ticket, as it is then. */
  fix?: Remediation | undefined;
  /** Fix whose ticket is missing and that is still under way: a person has to see to it. */
  missingFor?: { postMortemId: PostMortemId; remediationId: RecommendationId };
};

/** Brings a remediation in step with its ticket, as the system shows it now. */
export async function syncTicket(deps: SyncDependencies, issueId: string, cause: Cause): Promise<SyncOutcome> {
  const shown = await read(deps.tickets, () => deps.tickets.show(issueId));
  return shown === undefined ? missing(deps, issueId, cause) : syncShown(deps, shown, cause);
}

/**
 * Brings a remediation in step with its ticket, as it was shown a moment ago, whatever the reason is: a webhook, a sweep, one
 * too many of either. What is in step already stays as it is, so our own writes never come back as changes.
 */
export async function syncShown(deps: SyncDependencies, shown: ShownTicket, cause: Cause): Promise<SyncOutcome> {
  const recorded = await deps.store.remediationOfIssue(deps.tickets.site, shown.issueId);
  const pointer = recorded ?? shown.mark;
  if (pointer === undefined) return { outcome: 'unknown ticket', events: [] };
  const reading = await read(deps.tickets, () => shown.reading());
  const told =
    recorded === undefined
      ? await read(deps.tickets, () => withFormerProjects(shown, deps.tickets, deps.config))
      : shown;
  const madeDueOn = recorded === undefined ? await dueDateAsMade(deps, { pointer, shown, reading }) : undefined;
  const found: Found = { pointer, isRecorded: recorded !== undefined, shown: told, madeDueOn };
  const { isForeign, fix, events } = await takeIn(deps, found, reading, cause);
  if (isForeign) return { outcome: 'unknown ticket', events: [] };
  return { outcome: events.length === 0 ? 'unchanged' : 'changed', events, fix };
}

type Found = {
  pointer: { postMortemId: PostMortemId; remediationId: RecommendationId };
  /** Whether the ticket is known as that of the fix, by its id. */
  isRecorded: boolean;
  shown: ShownTicket;
  madeDueOn: Pick<RemediationTicket, 'dueOn'> | undefined;
};

/**
 * Records what is new. Where that tells of work that may be avoided and not by whom, nothing is recorded yet: who it was is asked
 * for, by one request more, which a ticket that is in step never costs.
 */
async function takeIn(
  deps: SyncDependencies,
  { pointer, isRecorded, shown, madeDueOn }: Found,
  reading: TicketReading,
  cause: Cause,
  { changedBy }: Pick<ShownTicket, 'changedBy'> = shown,
): Promise<{ isForeign: boolean; fix: Remediation | undefined; events: RemediationEvent[] }> {
  let isForeign = false;
  let unnamed: ReturnType<typeof unnamedChanges> = [];
  const { events, remediation: fix } = await deps.store.changeRemediation(
    pointer.postMortemId,
    pointer.remediationId,
    (state) => {
      unnamed = [];
      if (state === undefined) return [];
      isForeign = !isRecorded && whyNotOurs(shown, deps.tickets, routeIn(state), deps.config) !== undefined;
      if (isForeign) return [];
      // The webhook was faster than the answer to our create, or that answer never came: the ticket tells of itself,
      // and all that it tells goes into one change: nobody may hear of this ticket again.
      const adopted = ticketCreated(state, { ...reading.ticket, ...madeDueOn }, true);
      const known = adopted.reduce<Remediation | undefined>(applyToRemediation, state) ?? state;
      if (!isFollowed(known) || !isSameTicket(known.ticket, deps.tickets, shown.issueId)) return adopted;
      const synced = syncWithTicket(known, reading, deps.now(), deps.config);
      unnamed = changedBy === undefined ? [] : unnamedChanges(synced);
      return unnamed.length > 0 ? [] : [...adopted, ...synced];
    },
    cause,
  );
  if (unnamed.length === 0 || changedBy === undefined) return { isForeign, fix, events };
  const named = await read(deps.tickets, () => changedBy(unnamed));
  const known = { ...reading, changedBy: { ...reading.changedBy, ...named } };
  return takeIn(deps, { pointer, isRecorded, shown, madeDueOn }, known, cause, {});
}

/**
 * People may have moved the due date of a ticket before we hear of it. What it was made with is in its changelog, which is read only
 * when the date is not as we would have it.
 */
async function dueDateAsMade(
  { store, tickets, config }: SyncDependencies,
  {
    pointer,
    shown: { madeDueOn },
    reading,
  }: {
    pointer: { postMortemId: PostMortemId; remediationId: RecommendationId };
    shown: ShownTicket;
    reading: TicketReading;
  },
): Promise<Pick<RemediationTicket, 'dueOn'>> {
  const { dueOn } = reading.ticket;
  if (madeDueOn === undefined || dueOn === undefined) return {};
  const fix = await store.remediation(pointer.postMortemId, pointer.remediationId);
  const ours = fix && dayInTicket(fix, config);
  if (ours === undefined || (dueOn !== null && dueOn <= ours)) return {};
  return { dueOn: await read(tickets, madeDueOn) };
}

/**
 * Deleted, or hidden from us. Its fix stays as it is: what was claimed may still hold, and what is open is still to be done.
 *
 * @throws the system's error when all of its project is hidden: nothing is known of the ticket then
 */
async function missing(deps: SyncDependencies, issueId: string, cause: Cause): Promise<SyncOutcome> {
  const { store, tickets, now } = deps;
  const pointer = await store.remediationOfIssue(tickets.site, issueId);
  const fix = pointer && (await store.remediation(pointer.postMortemId, pointer.remediationId));
  if (pointer === undefined || fix === undefined || !isTicketed(fix) || !isSameTicket(fix.ticket, tickets, issueId))
    return { outcome: 'missing ticket', events: [] };
  // Asked for with its key, the ticket is gone only while its project is shown.
  const again = await read(tickets, () => tickets.show(issueId, fix.ticket.key));
  if (again !== undefined) return syncTicket(deps, issueId, cause);
  const { events } = await store.changeRemediation(
    pointer.postMortemId,
    pointer.remediationId,
    (state) => (state !== undefined && isTicketed(state) ? ticketMissing(state, now()) : []),
    cause,
  );
  return { outcome: 'missing ticket', events, missingFor: pointer };
}

/** Asks the system. Its refusal may quote the ticket, and goes into logs before anybody knows whose it is: without its words. */
async function read<Result>(tickets: TicketSystem, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof Error ? tickets.withoutWords(error) : error;
  }
}
