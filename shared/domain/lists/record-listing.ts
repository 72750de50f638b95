import type { PostMortem } from '../record/post-mortem.ts';
import { type RecordSummary, summaryOf } from '../record/record-summary.ts';
import { techniquesOf } from '../record/techniques-of.ts';
import type { Author } from '../words/person.ts';
import type { Severity } from '../words/severity.ts';
import { type ListEntry, type Listing, type ListPath, listing } from './list-entry.ts';

/** Lists of records, the newest first. */
export const recordLists = {
  status: (status: RecordSummary['status'], severity: Severity): ListPath => ['record', 'status', status, severity],
  category: (category: string): ListPath => ['record', 'category', category],
  technique: (technique: string): ListPath => ['record', 'technique', technique],
  /** Those in which a person takes part. */
  person: (name: string): ListPath => ['record', 'person', name],
  /** Counted alone. */
  opened: (month: string): ListPath => ['record', 'opened', month],
};

/** Orders in which all records are listed, besides that by their deadline. */
export const RECORD_SORTS = ['opened', 'changed', 'severity'] as const;

/** A record has so many lines at the most for its people, and for its techniques: a list is no copy of the record. */
const LINES_OF_A_KIND = 50;

/** What the lists of records say of one. */
export function recordListing(record: PostMortem): Listing {
  const summary = summaryOf(record);
  const { status, severity, category, openedAt, id, tlp } = summary;
  const lists = [
    recordLists.status(status, severity),
    ...(category === undefined ? [] : [recordLists.category(category)]),
    ...listedTechniques(record).map(recordLists.technique),
    ...peopleOf(record).map(recordLists.person),
  ];
  const entries = lists.map((list): ListEntry => ({ list, at: openedAt, id, line: summary, rank: severity }));
  return listing(entries, tlp, [recordLists.opened(openedAt.slice(0, 7))]);
}

/** A sub-technique is one of its technique, too; one that is retired is found by what took its place. */
const listedTechniques = (record: PostMortem): string[] =>
  [...new Set(techniquesOf(record).flatMap((id) => [id, id.split('.')[0] ?? id]))].slice(0, LINES_OF_A_KIND);

function peopleOf({ authors, openedBy, submittedBy, sections: { framework } }: PostMortem): string[] {
  const writers = [...authors, openedBy, submittedBy].flatMap((author) =>
    author === undefined ? [] : listedNamesOf(author),
  );
  const team = (framework?.team ?? []).flatMap(({ email }) => (email === undefined ? [] : [addressName(email)]));
  return [...new Set([...writers, ...team])].slice(0, LINES_OF_A_KIND);
}

const addressName = (email: string): string => `mail:${email.toLowerCase()}`;

/** Names under which a person's records are listed: one human may have two profiles, with one address. */
export function listedNamesOf(author: Author): string[] {
  if (author.kind !== 'person') return [];
  return [`id:${author.id}`, ...(author.email === undefined ? [] : [addressName(author.email)])];
}
