import * as z from 'zod';
import { RecordedEvent } from '../domain/events/recorded-event.ts';

/** An item that the stream carries to the bus: `outbox` is what the stream's filter looks at. */
export const OutboxItem = z.object({ outbox: z.literal(true), event: RecordedEvent });
