import * as z from 'zod';
import type { Catalogue, EventsOf } from '../words/event-definition.ts';
import { IntakeDown } from './intake-down.ts';
import { Signal } from './signal.ts';

/** Catalogue of what sources of evidence tell. */
export const SIGNAL_EVENTS = {
  'Signal Recorded': {
    means: 'A scanner, a simulation or another source said how a subject stands.',
    data: z.object({ signal: Signal }),
  },
  'Evidence Intake Was Down': {
    means:
      'No signal could be taken in for a while. What was to be said meanwhile may be lost, so silence of that time is held against no fix.',
    data: IntakeDown,
  },
} as const satisfies Catalogue;

export type SignalEvent = EventsOf<typeof SIGNAL_EVENTS>;
