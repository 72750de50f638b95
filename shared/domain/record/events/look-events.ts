import * as z from 'zod';
import type { Catalogue, EventsOf } from '../../words/event-definition.ts';
import { Instant, PartId, PostMortemId } from '../../words/identifiers.ts';
import { Author } from '../../words/person.ts';

const record = { postMortemId: PostMortemId };

/** Looks at a record, which change nothing of it. */
export const LOOK_EVENTS = {
  'Evidence Opened': {
    means: 'Somebody got a link to read a piece of evidence, and said what for: its chain of custody.',
    data: z.object({ ...record, evidenceId: PartId, purpose: z.string(), by: Author, at: Instant }),
    withheld: ['purpose'],
  },
  'Record Read': {
    means: 'Somebody read a restricted record. It is in the chain of looks, not in that of the changes.',
    data: z.object({
      ...record,
      what: z.string(),
      by: Author,
      at: Instant,
      /** Number of the newest entry of the log of changes at the time. Those from before looks had a chain of their own lack it. */
      afterEntry: z.int().positive().optional(),
    }),
  },
} as const satisfies Catalogue;

export type LookEvent = EventsOf<typeof LOOK_EVENTS>;

export const isLookEvent = (event: { type: string; data: unknown }): event is LookEvent =>
  Object.hasOwn(LOOK_EVENTS, event.type);
