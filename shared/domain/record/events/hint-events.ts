import * as z from 'zod';
import type { Catalogue, EventsOf } from '../../words/event-definition.ts';
import { Instant, PostMortemId } from '../../words/identifiers.ts';
import { Author } from '../../words/person.ts';
import { DismissedHint, HintName } from '../content/dismissed-hint.ts';

const hints = z.array(HintName).min(1);

/** What authors say of hints that they do not answer. No content, but judged with it: docs/decisions/0059. */
export const HINT_EVENTS = {
  'Hints Dismissed': {
    means: 'Hints about the wording of a record stay unanswered, with the reason.',
    data: z.object({
      postMortemId: PostMortemId,
      hints,
      because: DismissedHint.shape.because,
      by: Author,
      at: Instant,
    }),
    withheld: ['hints', 'because'],
  },
  'Hints Reopened': {
    means: 'Hints that were dismissed want an answer again.',
    data: z.object({ postMortemId: PostMortemId, hints, by: Author, at: Instant }),
    withheld: ['hints'],
  },
} as const satisfies Catalogue;

export type HintEvent = EventsOf<typeof HINT_EVENTS>;
