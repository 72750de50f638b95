import * as z from 'zod';
import { Instant, PartId, PostMortemId } from '../../words/identifiers.ts';
import { Author } from '../../words/person.ts';
import { HttpLink, STORED, type Words, WRITTEN } from '../../words/words.ts';

/** What was done to contain the incident, and is to be undone again. NIST SP 800-61r3, RS.MI-01. */
export const MEASURE_KINDS = ['block', 'isolation', 'exception', 'disabled account', 'added access', 'other'] as const;

/** A measure that was meant for a while. What is meant to stay is a recommendation. */
export const temporaryMeasure = (words: Words) =>
  z.strictObject({
    kind: z.enum(MEASURE_KINDS),
    /** What is blocked, isolated, let through or switched off, and where. */
    what: words.line,
    ownerTeam: words.prose(1, 100),
    since: Instant,
    /** By when it is to be undone. */
    until: Instant,
    /** Ticket or change by which it was made. */
    url: HttpLink.optional(),
  });
export const TemporaryMeasureDraft = temporaryMeasure(WRITTEN);
export type TemporaryMeasureDraft = z.infer<typeof TemporaryMeasureDraft>;

/** What shows that it is undone, or goes on in another record, such as the one that this one is merged into. */
const proof = (words: Words) =>
  z.strictObject({
    note: words.prose(10, 4_000),
    url: HttpLink.optional(),
    /** When it was undone, where that was before somebody said so. */
    undoneAt: Instant.optional(),
    goesOn: z.strictObject({ postMortemId: PostMortemId, measureId: PartId }).optional(),
  });
export const MeasureRemovalDraft = proof(WRITTEN);
export type MeasureRemovalDraft = z.infer<typeof MeasureRemovalDraft>;

export const measureRemoval = (words: Words) => z.object({ proof: proof(words), by: Author, at: Instant });

/** Why it is needed for longer. */
export const measureExtension = (words: Words) =>
  z.object({ from: Instant, until: Instant, because: words.reason, by: Author, at: Instant });

export const TemporaryMeasure = temporaryMeasure(STORED).extend({
  id: PartId,
  status: z.enum(['in force', 'removed']),
  removal: measureRemoval(STORED).optional(),
  /** The newest last. */
  extensions: z.array(measureExtension(STORED)).optional(),
  /** The end that was announced as passed; a new one is announced again. */
  announcedDueAt: Instant.optional(),
});
export type TemporaryMeasure = z.infer<typeof TemporaryMeasure>;

/** Whoever needs it for longer keeps it for good, and recommends that. */
export const EXTENSIONS_AT_MOST = 10;

/** When somebody has to look at it; undefined once it is undone. */
export const measureDueAt = ({ status, until }: TemporaryMeasure): string | undefined =>
  status === 'in force' ? until : undefined;
