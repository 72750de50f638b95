import * as z from 'zod';
import { Instant, PartId } from '../../words/identifiers.ts';
import { Author } from '../../words/person.ts';
import { EmailAddress } from '../../words/settings.ts';
import { STORED, type Words, WRITTEN } from '../../words/words.ts';
import { RecordPath } from './record-path.ts';

/** In a record, with replies. */
export const COMMENT_LIMIT = 500;
export const MENTION_LIMIT = 20;

/** Address of a person whose word is wanted. Nobody checks whether there is such a person: the event tells it to whoever sends mail. */
const Mention = EmailAddress.max(254);
const Mentions = z.array(Mention).max(MENTION_LIMIT);

const text = ({ prose }: Words) => prose(1, 4_000);

/** Comment as somebody sends it. */
export const CommentDraft = z.strictObject({
  path: RecordPath.describe('Place in the record that it is about'),
  text: text(WRITTEN),
  mentions: Mentions.prefault([]).describe('E-mail addresses of people'),
  inReplyTo: PartId.optional().describe('Comment that it answers, which is no reply itself and has the same path'),
});
export type CommentDraft = z.infer<typeof CommentDraft>;

/** New words of a comment, or its thread settled or taken up again. What is left out stays. */
export const CommentChange = z.strictObject({
  text: text(WRITTEN).optional(),
  mentions: Mentions.optional(),
  isResolved: z.boolean().optional().describe('Of the first comment of a thread: whether the thread is settled'),
});
export type CommentChange = z.infer<typeof CommentChange>;

/** A comment as it was written last. */
export const WrittenComment = z.object({
  path: RecordPath,
  text: text(STORED),
  mentions: z.array(z.string()),
  inReplyTo: PartId.optional(),
  by: Author,
  at: Instant,
  changedAt: Instant.optional(),
});

/** Who settled a thread, and when. */
export const ThreadResolution = z.object({ by: Author, at: Instant });
export type ThreadResolution = z.infer<typeof ThreadResolution>;

export const RecordComment = z.object({
  id: PartId,
  ...WrittenComment.shape,
  /** On the first comment of a thread that is settled. */
  resolution: ThreadResolution.optional(),
});
export type RecordComment = z.infer<typeof RecordComment>;
