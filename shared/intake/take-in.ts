import * as z from 'zod';
import { type RecordedEvent, recorded } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { SourceName } from '../domain/ticket/source-names.ts';
import type { TicketEvent } from '../domain/ticket/ticket-events.ts';
import type { ToldIncident } from '../domain/ticket/told-incident.ts';
import { mustFitTheTable } from './fits-the-table.ts';
import { withKeptPeople } from './kept-people.ts';
import type { Ignored, Meaning } from './source.ts';

export type TakeInDependencies = {
  /** Keeps a delivery and puts its event in the outbox; false when this delivery came before. */
  accept: (delivery: { source: string; id: string; event: RecordedEvent }) => Promise<boolean>;
  /** Keeps what a system said last of an incident, where it cannot be asked. @returns what this took the place of */
  keepTold: (told: ToldIncident) => Promise<ToldIncident | undefined>;
  /** True when there is a record, or a remediation, of the ticket that an event tells of. */
  isKnown: (event: TicketEvent) => Promise<boolean>;
  config: Pick<HoldfastConfig, 'incidents'>;
  now: () => string;
  newId: () => string;
};

export type TakenIn =
  | { outcome: 'accepted' }
  | { outcome: 'repeated' }
  | { outcome: 'ignored'; why: Ignored }
  | { outcome: 'malformed' | 'stale'; because: string };

/** Teller of the message, how it is read, and which function heard it. */
type Sender = {
  readonly name: SourceName;
  readonly heardBy: 'receive-webhook' | 'receive-bus-event';
  read(message: unknown, receivedAt: string): Meaning;
};

/**
 * Reads a message whose sender is proven, and keeps what it means: seen and published in one write.
 *
 * @param message undefined when it is no JSON
 * @param deliveryId the same for every repetition of this delivery
 * @param stale why it came too late, or too early, and is not to be kept. What would be ignored at any time is ignored all the same
 */
export async function takeIn(
  deps: TakeInDependencies,
  { name, heardBy, read }: Sender,
  message: unknown,
  deliveryId: string,
  stale?: string,
): Promise<TakenIn> {
  const late = stale === undefined ? undefined : ({ outcome: 'stale', because: stale } as const);
  if (message === undefined) return late ?? { outcome: 'malformed', because: 'the body is not JSON' };
  const meaning = understood(() => read(message, deps.now()));
  if ('malformed' in meaning) return late ?? { outcome: 'malformed', because: meaning.malformed };
  if ('ignored' in meaning) return { outcome: 'ignored', why: meaning.ignored };
  const { unlessKnown } = meaning;
  if (unlessKnown !== undefined && !(await deps.isKnown(meaning.event)))
    return { outcome: 'ignored', why: unlessKnown };
  if (late !== undefined) return late;
  // First: whoever hears the event finds the details. A crash in between is made up for by the sender's repetition.
  const before = meaning.told && (await deps.keepTold(kept(meaning.told, deps.config)));
  if (meaning.unlessTold !== undefined && !(await isNews(deps, meaning, before)))
    return { outcome: 'ignored', why: meaning.unlessTold };
  const actor = { kind: 'system' as const, id: heardBy };
  const cause = { actor, correlationId: `${name}:${deliveryId}`, hops: 0 };
  const event = recorded(meaning.event, `holdfast.${name}`, cause, deps);
  const isNew = await deps.accept({ source: name, id: deliveryId, event });
  return { outcome: isNew ? 'accepted' : 'repeated' };
}

type ToldEvent = Extract<Meaning, { readonly event: TicketEvent }>;

/** Whether a system that tells each change of a ticket told another state than before. That a ticket is open is news of one that is known. */
async function isNews(
  { isKnown }: TakeInDependencies,
  { event, told }: ToldEvent,
  before: ToldIncident | undefined,
): Promise<boolean> {
  if (told === undefined || before === undefined) return told?.state === 'closed' || isKnown(event);
  return !isSameState(before, told);
}

/** Both open, or both closed with something to review, or both with nothing. */
const isSameState = (one: ToldIncident, other: ToldIncident): boolean =>
  one.state === 'open' || other.state === 'open'
    ? one.state === other.state
    : (one.closedAs === undefined) === (other.closedAs === undefined);

/** A body may have a wrong field for every second byte. */
const ISSUES_TOLD = 20;

/** Reading is a pure function: whatever it throws, the message is one that it cannot read. */
function understood(read: () => Meaning): Understood {
  try {
    const meaning = toldAsEvent(read());
    if ('event' in meaning) mustFitTheTable(meaning.event, meaning.told);
    return meaning;
  } catch (error) {
    if (!(error instanceof z.ZodError)) return { malformed: String(error) };
    const issues = error.issues.slice(0, ISSUES_TOLD).map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { malformed: issues.join('; ') };
  }
}

type Understood = Exclude<Meaning, { look: unknown }>;

function toldAsEvent(meaning: Meaning): Understood {
  if (!('look' in meaning)) return meaning;
  const { look: ticket, at } = meaning;
  return { event: { type: 'Incident Ticket Changed', data: { ticket, at } } };
}

const kept = (told: ToldIncident, config: TakeInDependencies['config']): ToldIncident =>
  told.state === 'open' ? told : { ...told, incident: withKeptPeople(told.incident, config) };
