import * as z from 'zod';
import { RECORD_EVENTS, type RecordEvent } from '../record/events/record-events.ts';
import { REMEDIATION_EVENTS, type RemediationEvent } from '../remediation/remediation-events.ts';
import { TICKET_EVENTS, type TicketEvent } from '../ticket/ticket-events.ts';
import { SIGNAL_EVENTS, type SignalEvent } from '../verification/signal-events.ts';
import type { Catalogue } from '../words/event-definition.ts';
import { REPORT_EVENTS, type ReportEvent } from './report-events.ts';

/** Every fact that Holdfast states. Names are past tense; a changed shape gets a new schema version, never a new meaning. */
export const EVENTS = {
  ...TICKET_EVENTS,
  ...RECORD_EVENTS,
  ...REMEDIATION_EVENTS,
  ...SIGNAL_EVENTS,
  ...REPORT_EVENTS,
} as const satisfies Catalogue;

export type EventType = keyof typeof EVENTS;
export const EventType = z.enum(Object.keys(EVENTS) as [EventType, ...EventType[]]);

/** A fact before it is recorded: a type of the catalogue with data of its shape. */
export type DomainEvent = TicketEvent | RecordEvent | RemediationEvent | SignalEvent | ReportEvent;
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
