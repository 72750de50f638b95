import * as z from 'zod';
import { SourceName } from '../ticket/source-names.ts';
import type { EventDefinition } from '../words/event-definition.ts';
import { EventId, Instant, PostMortemId } from '../words/identifiers.ts';
import { Actor } from '../words/person.ts';
import { withoutWords } from '../words/without-words.ts';
import { type DomainEvent, EVENTS, EventType } from './events.ts';

/** More hops than this means that our own events feed each other in a circle. */
export const HOP_LIMIT = 16;

/** How an event came about. `causationId` is the event or message before it; `correlationId` the first of the chain. */
export const Cause = z.object({
  actor: Actor,
  correlationId: z.string().min(1),
  causationId: z.string().optional(),
  hops: z.int().nonnegative(),
});
export type Cause = z.infer<typeof Cause>;

/** Holdfast itself, or the system that told it: `holdfast.jira`. */
export const EventSource = z.union([z.literal('holdfast'), z.templateLiteral(['holdfast.', SourceName])]);
export type EventSource = z.infer<typeof EventSource>;

/** A domain event with who, when and why. `data` fits the catalogue's schema of `type`. */
export const RecordedEvent = z.object({
  id: EventId,
  type: EventType,
  schemaVersion: z.int().positive(),
  source: EventSource,
  occurredAt: Instant,
  ...Cause.shape,
  data: z.record(z.string(), z.unknown()),
  /** The record was TLP:AMBER+STRICT or TLP:RED, before it or after it: no word of it goes to the bus. */
  isRestricted: z.literal(true).optional(),
});
export type RecordedEvent = z.infer<typeof RecordedEvent>;

export type Clock = () => string;
export type IdSource = () => string;

/** A domain event with who, when and why; its data is cut to the catalogue's shape. */
export function recorded(
  event: DomainEvent,
  source: EventSource,
  cause: Cause,
  { now, newId }: { now: Clock; newId: IdSource },
): RecordedEvent {
  return {
    id: EventId.parse(newId()),
    type: event.type,
    schemaVersion: 1,
    source,
    occurredAt: now(),
    ...cause,
    data: EVENTS[event.type].data.parse(event.data),
  };
}

/** An entry of a post-mortem's audit log: `hash` covers everything else in it, and so the entry before. */
export const ChainedEvent = RecordedEvent.extend({
  postMortemId: PostMortemId,
  sequence: z.int().positive(),
  previousHash: z.string(),
  hash: z.string(),
});
export type ChainedEvent = z.infer<typeof ChainedEvent>;

/** Detail of an event on the bus: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
export type BusDetail = {
  metadata: {
    id: string;
    schemaVersion: number;
    correlationId: string;
    causationId: string | undefined;
    occurredAt: string;
    hops: number;
  };
  data: Record<string, unknown>;
};

/** The public side of a recorded event: what the catalogue withholds, and every word of a restricted record, stays in it. */
export function busDetail(event: RecordedEvent): BusDetail {
  const { id, schemaVersion, correlationId, causationId, occurredAt, hops } = event;
  const definition: EventDefinition = EVENTS[event.type];
  const told = event.isRestricted === true ? withoutWords(definition.data, event.data) : event.data;
  const data = Object.fromEntries(Object.entries(told).filter(([field]) => !definition.withheld?.includes(field)));
  return { metadata: { id, schemaVersion, correlationId, causationId, occurredAt, hops }, data };
}
