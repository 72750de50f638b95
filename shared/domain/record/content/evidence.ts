import * as z from 'zod';
import { Instant, PartId } from '../../words/identifiers.ts';
import { identifier } from '../../words/marks.ts';
import { Author } from '../../words/person.ts';
import { Tlp } from '../../words/tlp.ts';
import { STORED, type Words, WRITTEN } from '../../words/words.ts';

export const Sha256Hex = identifier(
  z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected a SHA-256 as 64 lower-case hex digits' }),
);

/** Announcement of an upload. The hash is computed where the file is, before it travels. */
export const evidence = (words: Words) =>
  z.strictObject({
    name: words.prose(1, 200).regex(/^[^\p{Cc}/\\]+$/u, { error: 'expected a file name without slashes' }),
    description: words.line.optional(),
    /** https://www.iana.org/assignments/media-types/ */
    mediaType: z.string().regex(/^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/, {
      error: 'expected a media type in lower case, such as text/plain',
    }),
    bytes: z.int().positive(),
    sha256: Sha256Hex,
    tlp: Tlp.optional(),
    collectedAt: Instant.optional(),
    /** The role or tool that collected it. */
    collectedBy: words.line.optional(),
  });
export const EvidenceDraft = evidence(WRITTEN);
export type EvidenceDraft = z.infer<typeof EvidenceDraft>;

/** `expected`: announced and not yet here. `held`: here, under Object Lock, with the hash that was announced.
 * `elsewhere`: held where an imported record came from; here are its hash and where it was. */
export const Evidence = evidence(STORED).extend({
  id: PartId,
  status: z.enum(['expected', 'held', 'refused', 'elsewhere']),
  /** Object key in the evidence bucket. */
  key: z.string(),
  versionId: z.string().optional(),
  receivedAt: Instant.optional(),
  refusedBecause: z.string().optional(),
  addedBy: Author,
  addedAt: Instant,
});
export type Evidence = z.infer<typeof Evidence>;
