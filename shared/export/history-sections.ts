import { type Inline, minute, type Section } from '../document/document.ts';
import type { Completeness } from '../domain/record/completeness.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { authorName, section, terms } from './section-parts.ts';

/** Gaps: what its template asks for and is not there. */
export function missingSection({ missing, template }: Completeness): Section | undefined {
  const rows = missing.map(({ path, message }) => [[message], [path]]);
  const columns = [{ name: 'Still to do' }, { name: 'Where', isLong: true }];
  const caption = `Asked for by the template "${template}"`;
  return rows.length === 0
    ? undefined
    : section('missing', 'What is missing', [{ kind: 'table', caption, columns, groups: [{ rows }], hidden: 0 }]);
}

export function historySection(record: PostMortem): Section | undefined {
  const { openedBy, authors, submittedBy, approvals, closedAt, importedFrom } = record;
  return section('history', 'How this record came about', [
    ...terms(
      ['Opened', [minute(record.openedAt), ...(openedBy === undefined ? [] : [` by ${authorName(openedBy)}`])]],
      ['Written by', authors.map(authorName).join(', ')],
      ['Submitted by', submittedBy && authorName(submittedBy)],
      ...approvals.map(({ by, at }): [string, Inline[]] => ['Approved', [minute(at), ` by ${by.name}`]]),
      ['Closed', closedAt && minute(closedAt)],
      [
        'Imported',
        importedFrom && [minute(importedFrom.at), ` from ${importedFrom.id}, SHA-256 ${importedFrom.sha256}`],
      ],
      ['Record', `${record.id}, revision ${record.revision}`],
    ),
  ]);
}

/** Words of another vocabulary, letter by letter. */
export function sourceSection({ sections: { source } }: PostMortem): Section | undefined {
  if (source === undefined) return undefined;
  const caption = `In the words of ${source.vocabulary} ${source.version ?? ''}`.trim();
  const rows = source.facts.map(({ name, value }) => [[name], [value]]);
  const columns = [{ name: 'Field' }, { name: 'Value', isLong: true }];
  return section('source', 'Source', [{ kind: 'table', caption, columns, groups: [{ rows }], hidden: 0 }]);
}
