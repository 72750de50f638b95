import * as z from 'zod';
import { identifier } from './marks.ts';

/** https://github.com/ulid/spec: 26 characters of Crockford's base 32, sortable by time. */
const ulid = () => identifier(z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, { error: 'expected a ULID' }));

export const PostMortemId = ulid().brand('PostMortemId');
export type PostMortemId = z.infer<typeof PostMortemId>;

/** A remediation carries the id of the recommendation that it came from: one of each, whatever is delivered twice. */
export const RecommendationId = ulid().brand('RecommendationId');
export type RecommendationId = z.infer<typeof RecommendationId>;

export const EventId = ulid().brand('EventId');
export type EventId = z.infer<typeof EventId>;

/** Any part of a record that can be named on its own: a timeline entry, a root cause, an attestation. */
export const PartId = ulid().brand('PartId');
export type PartId = z.infer<typeof PartId>;

const FIRST_MS = 0;
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** An instant. Any ISO 8601 time with a zone comes in; UTC with milliseconds comes out: sortable as text. */
export const Instant = identifier(
  z.iso
    .datetime({ offset: true, error: 'expected an ISO 8601 time with a zone, such as 2026-11-21T10:00:00.000Z' })
    .transform((text, context) => {
      const date = new Date(text);
      // A date that the calendar has, in a zone that carries it out of the years that we can write.
      const isWritable = date.getTime() >= FIRST_MS && date.getTime() <= LAST_MS;
      if (isWritable) return date.toISOString();
      context.addIssue({ code: 'custom', message: 'expected a time between the years 1970 and 9999' });
      return z.NEVER;
    }),
);
