import * as z from 'zod';
import type { DomainEvent } from '../domain/events/events.ts';
import { EVENTS } from '../domain/events/events.ts';
import { type Cause, type EventSource, RecordedEvent } from '../domain/events/recorded-event.ts';
import { EventId } from '../domain/words/identifiers.ts';

/** An item that the stream carries to the bus: `outbox` is what the stream's filter looks at. */
export const OutboxItem = z.object({ outbox: z.literal(true), event: RecordedEvent });

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
