import { minute, type RowGroup, type Section } from '../document/document.ts';
import type { RecordComment } from '../domain/record/content/comment.ts';
import { authorName, section } from './section-parts.ts';

/** Comments by their threads, each with its replies. */
export function commentsSection(comments: readonly RecordComment[]): Section | undefined {
  if (comments.length === 0) return undefined;
  const groups = comments
    .filter(({ inReplyTo }) => inReplyTo === undefined)
    .map((first) =>
      threadOf(
        first,
        comments.filter(({ inReplyTo }) => inReplyTo === first.id),
      ),
    );
  const columns = [{ name: 'When' }, { name: 'Who' }, { name: 'Comment' }];
  return section('comments', 'Comments', [
    { kind: 'table', caption: 'What was said about the record, and is no part of it', columns, groups, hidden: 0 },
  ]);
}

function threadOf(first: RecordComment, replies: readonly RecordComment[]): RowGroup {
  const { path, resolution } = first;
  const rows = [first, ...replies].map(({ at, by, text, changedAt }) => [
    [minute(at)],
    [authorName(by)],
    changedAt === undefined ? [text] : [text, ' (changed ', minute(changedAt), ')'],
  ]);
  return { title: resolution === undefined ? path : `${path}, resolved by ${authorName(resolution.by)}`, rows };
}
