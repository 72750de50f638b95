import * as z from 'zod';
import { Recommendation } from '../../remediation/recommendation.ts';
import type { Catalogue, EventsOf } from '../../words/event-definition.ts';
import { Instant, PostMortemId } from '../../words/identifiers.ts';
import { COUNTED_OR_RANDOM_ID, identifier } from '../../words/marks.ts';
import { Author, Person } from '../../words/person.ts';
import { ContributingFactor, RootCause } from '../content/causes.ts';
import { Part, PartKind } from '../content/parts.ts';
import { SectionName } from '../content/sections.ts';
import { TimelineEntry, TimelineKind } from '../content/timeline.ts';

const record = { postMortemId: PostMortemId };

/** Events that change the content an approver judges. Each voids earlier approvals, but for a declined recommendation. */
export const CONTENT_EVENTS = {
  'Section Written': {
    means: 'A section of the record was written or rewritten.',
    data: z.object({ ...record, section: SectionName, content: z.record(z.string(), z.unknown()), by: Author }),
    withheld: ['content'],
  },
  'Timeline Entry Added': {
    means: 'Something that happened was added to the timeline.',
    data: z.object({ ...record, entry: TimelineEntry, by: Author }),
    withheld: ['entry'],
  },
  'Timeline Entries Added': {
    means: 'Several things that happened were added to the timeline together.',
    data: z.object({ ...record, entries: z.array(TimelineEntry), by: Author }),
    withheld: ['entries'],
  },
  'Timeline Entry Changed': {
    means: 'An entry of the timeline was corrected.',
    data: z.object({
      ...record,
      entry: TimelineEntry,
      before: z.object({ at: Instant, kind: TimelineKind }),
      by: Author,
    }),
    withheld: ['entry'],
  },
  'Timeline Entry Removed': {
    means: 'An entry of the timeline was taken out; the log keeps what it said.',
    data: z.object({ ...record, entry: TimelineEntry, by: Author }),
    withheld: ['entry'],
  },
  'Root Cause Added': {
    means: 'A technical, procedural or human root cause was named.',
    data: z.object({ ...record, rootCause: RootCause, by: Author }),
    withheld: ['rootCause'],
  },
  'Contributing Factor Added': {
    means: 'A contributing factor was named.',
    data: z.object({ ...record, factor: ContributingFactor, by: Author }),
    withheld: ['factor'],
  },
  'Recommendation Proposed': {
    means: 'Somebody proposed what should change.',
    data: z.object({ ...record, recommendation: Recommendation, by: Author }),
  },
  'Part Added': {
    means: 'An observation, a lesson, a notification or a piece of evidence was added.',
    data: z.object({ ...record, part: Part, by: Author }),
    withheld: ['part'],
  },
  'Part Changed': {
    means: 'A root cause, a recommendation or another part of the record was rewritten.',
    data: z.object({ ...record, part: Part, by: Author }),
    withheld: ['part'],
  },
  'Part Removed': {
    means: 'A part was taken out of the record; the log keeps what it said.',
    data: z.object({ ...record, kind: PartKind, partId: identifier(z.string(), COUNTED_OR_RANDOM_ID), by: Author }),
  },
  'Recommendation Risk Accepted': {
    means: 'An approver decided not to carry out a recommendation until a date, with a compensating control.',
    data: z.object({ ...record, recommendation: Recommendation, by: Person }),
  },
  'Recommendation Declined': {
    means: 'A recommendation will not be carried out, with the reason.',
    data: z.object({ ...record, recommendation: Recommendation, by: Person }),
  },
} as const satisfies Catalogue;

export type ContentEvent = EventsOf<typeof CONTENT_EVENTS>;

export const isContentEvent = (event: { type: string; data: unknown }): event is ContentEvent =>
  Object.hasOwn(CONTENT_EVENTS, event.type);
