import * as z from 'zod';
import type { EventDefinition } from '../words/event-definition.ts';
import { TICKET_EVENTS } from '../ticket/ticket-events.ts';
import { REVIEW_EVENTS } from '../record/events/review-events.ts';
import { CONTENT_EVENTS } from '../record/events/content-events.ts';
import { LOOK_EVENTS } from '../record/events/look-events.ts';
import { REMEDIATION_EVENTS } from '../remediation/remediation-events.ts';
import { SIGNAL_EVENTS } from '../verification/signal-events.ts';
import { REPORT_EVENTS } from './report-events.ts';

/** Every fact that Holdfast states. Names are past tense; a changed shape gets a new schema version, never a new meaning. */
export const EVENTS = {
  ...TICKET_EVENTS,
  ...REVIEW_EVENTS,
  ...CONTENT_EVENTS,
  ...LOOK_EVENTS,
  ...REMEDIATION_EVENTS,
  ...SIGNAL_EVENTS,
  ...REPORT_EVENTS,
} as const satisfies Record<string, EventDefinition>;

export type EventType = keyof typeof EVENTS;
export const EventType = z.enum(Object.keys(EVENTS) as [EventType, ...EventType[]]);

/** What happened, before it is recorded: a type of the catalogue with data of its shape. */
export type DomainEvent = { [T in EventType]: { type: T; data: z.infer<(typeof EVENTS)[T]['data']> } }[EventType];
export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;
export type EventData<T extends EventType> = EventOf<T>['data'];

/**
 * An event from its type and data, as they come from a queue or the bus.
 *
 * @throws ZodError when the type is not in the catalogue, or the data has not its shape
 */
export function parseEvent(type: string, data: unknown): DomainEvent {
  const known = EventType.parse(type);
  return z.custom<DomainEvent>().parse({ type: known, data: EVENTS[known].data.parse(data) });
}
