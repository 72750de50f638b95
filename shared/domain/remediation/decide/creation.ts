import { addDuration, Duration } from '../../words/duration.ts';
import type { Person } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { applyToRemediation } from '../apply-remediation.ts';
import { routeIn, withRoute } from '../choose-route.ts';
import { type ExistingWorkChange, wrongMerge } from '../existing-work.ts';
import {
  isFormerTicket,
  isOfExistingTicket,
  type Remediation,
  RemediationCommon,
  type RemediationTicket,
} from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import type { NamedRoute } from '../route.ts';
import { type SyncRules, syncWithTicket } from './claim.ts';
import { retryAt } from './retry.ts';
import { ids, type Rules } from './rules.ts';
import type { TicketReading } from './ticket-reading.ts';

/**
 * Takes the lease to create the ticket. Nothing, when somebody else holds it or the ticket exists.
 *
 *     not tried, or refused by Jira ─▶ lease: there surely is no ticket
 *     its ticket is there already ─▶ the same, also beside somebody who is at it: nothing is created
 *     lease held ─▶ nothing: somebody is at it
 *     lease ran out ─▶ ambiguous: its holder may have created the ticket in its last moment
 *
 * @param route that the configuration of now has for it: another than at its approval when somebody changed it since
 */
export function requestTicket(
  state: Remediation,
  now: string,
  rules: Rules,
  route: NamedRoute = routeIn(state),
): RemediationEvent[] {
  if (state.state !== 'requested') return [];
  // What Jira refused holds no lease. Its back-off binds the sweep, which finds it by its time; whoever sends the message
  // back has fixed the cause.
  if (hasSurelyNoTicket(state)) return [takeLease(state, route, now, rules)];
  return Date.parse(now) < Date.parse(state.leaseExpiresAt)
    ? []
    : creationInDoubt(state, now, 'the worker that held the lease did not report back', rules);
}

export function hasSurelyNoTicket(state: Extract<Remediation, { state: 'requested' }>): boolean {
  return state.attempt === 0 || state.refusedBecause !== undefined || isOfExistingTicket(state);
}

/**
 * The system's silence is over when a search that began after its longest lag found no ticket of that name. Only then is it
 * created again; before, it is searched again.
 *
 * Where the project hides what we create, no search is ever sure. It waits for a person, and is looked for every hour: a second ticket
 * that only others see is worse than none for a while.
 */
export function retryCreation(
  state: Remediation,
  { searchedAt, lagMs, isHidden = false }: VainSearch,
  now: string,
  rules: Rules,
  route: NamedRoute = routeIn(state),
): RemediationEvent[] {
  if (state.state !== 'ambiguous') return [];
  const since = state.ambiguousSince;
  if (isHidden) return [doubt(state, since, now, HIDDEN, AN_HOUR)];
  return Date.parse(searchedAt) >= Date.parse(since) + lagMs
    ? [takeLease(state, route, now, rules)]
    : [doubt(state, since, now, 'no ticket found by its label yet', rules.remediation.create.searchEvery)];
}

/** A search that did not find the ticket. */
export type VainSearch = {
  readonly searchedAt: string;
  /** Longest time in milliseconds for which a search hides a new ticket. */
  readonly lagMs: number;
  /** True where the project hides what our account creates. */
  readonly isHidden?: boolean;
};

const AN_HOUR = Duration.parse('PT1H');

const HIDDEN =
  'its project hides new tickets from our account, so only a person can see whether it was created: let the account browse what it ' +
  'creates there, and it is found';

/**
 * Jira said no, so there surely is no ticket. After a few tries only a person can fix the cause, so it is asked less often.
 *
 * @param outlook what decided how it was asked: another one is a reason to ask at once
 */
export function creationRefused(
  state: Remediation,
  now: string,
  because: string,
  outlook?: string,
): RemediationEvent[] {
  if (state.state !== 'requested') return [];
  const data = { ...ids(state), because, retryAt: retryAt(now, state.attempt) };
  return [{ type: 'Remediation Not Created', data: { ...data, ...(outlook === undefined ? {} : { outlook }) } }];
}

export function creationInDoubt(state: Remediation, now: string, because: string, rules: Rules): RemediationEvent[] {
  // Before the first attempt there is nothing to doubt.
  return state.state === 'requested' && state.attempt > 0
    ? [doubt(state, now, now, because, rules.remediation.create.searchEvery)]
    : [];
}

/** The ticket that the recommendation named is the one of the fix from now on, as it stands now. */
export function existingTicketTaken(
  state: Remediation,
  reading: TicketReading,
  now: string,
  rules: SyncRules,
): RemediationEvent[] {
  if (state.state !== 'requested') return [];
  const { ticket } = reading;
  const taken: RemediationEvent = {
    type: 'Remediation Ticket Created',
    data: { ...ids(state), ticket, isAdopted: true, isExisting: true },
  };
  const known = applyToRemediation(state, taken);
  return [taken, ...(known === undefined ? [] : syncWithTicket(known, reading, now, rules))];
}

/** An approver names other work for a fix whose ticket could not be taken, or wants a ticket of its own for it. */
export function changeExistingWork(
  state: Remediation,
  change: ExistingWorkChange,
  by: Person,
  now: string,
): RemediationEvent[] {
  if (state.state !== 'requested' || !hasSurelyNoTicket(state)) {
    const because = state.state === 'requested' ? 'its ticket is being created' : `the remediation is ${state.state}`;
    throw new Refusal('wrong state', `${because}; existing work is named while a fix has no ticket`);
  }
  const merge = wrongMerge(change, now);
  if (merge !== undefined) throw new Refusal('incomplete', `mergedAt: ${merge}`);
  const existingWork = change.kind === 'none' ? {} : { existingWork: change };
  return [{ type: 'Remediation Existing Work Changed', data: { ...ids(state), ...existingWork, by, at: now } }];
}

export function ticketCreated(state: Remediation, ticket: RemediationTicket, isAdopted: boolean): RemediationEvent[] {
  if (state.state !== 'requested' && state.state !== 'ambiguous') return [];
  // It carries the same mark as the follow-up that is being looked for.
  if (isFormerTicket(state, ticket)) return [];
  return [{ type: 'Remediation Ticket Created', data: { ...ids(state), ticket, isAdopted } }];
}

type AwaitsTicket = Extract<Remediation, { state: 'requested' | 'ambiguous' }>;

function takeLease(state: AwaitsTicket, route: NamedRoute, now: string, rules: Rules): RemediationEvent {
  const leaseExpiresAt = addDuration(now, rules.remediation.create.lease);
  return {
    type: 'Remediation Requested',
    data: {
      ...ids(state),
      remediation: withRoute(RemediationCommon.parse(state), route),
      lease: { attempt: state.attempt + 1, leaseExpiresAt },
    },
  };
}

/** @param searchAfter time until the next search */
function doubt(
  state: Remediation,
  since: string,
  now: string,
  because: string,
  searchAfter: Duration,
): RemediationEvent {
  const nextSearchAt = addDuration(now, searchAfter);
  return { type: 'Remediation Ambiguous', data: { ...ids(state), since, nextSearchAt, because } };
}
