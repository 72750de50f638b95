import * as z from 'zod';
import type { Catalogue, EventsOf } from '../words/event-definition.ts';
import { Signal } from './signal.ts';

/** Catalogue of what sources of evidence tell. */
export const SIGNAL_EVENTS = {
  'Signal Recorded': {
    means: 'A scanner, a simulation or another source said how a subject stands.',
    data: z.object({ signal: Signal }),
  },
} as const satisfies Catalogue;

export type SignalEvent = EventsOf<typeof SIGNAL_EVENTS>;
