import { minute, type Section } from '../document/document.ts';
import { hintsOf } from '../domain/hints/hints-of.ts';
import { type DismissedHint, isSameHint } from '../domain/record/content/dismissed-hint.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { authorName, section } from './section-parts.ts';

/** Hints about the wording that its authors let stand, for whoever judges it. */
export function hintsSection(record: PostMortem): Section | undefined {
  const there = hintsOf(record);
  // What was put in other words since was answered in the end. Of the timeline and of other records, nobody looks here.
  const standing = record.dismissedHints.filter(
    (one) => isReadElsewhere(one) || there.some((hint) => isSameHint(hint, one)),
  );
  if (standing.length === 0) return undefined;
  const rows = standing.map(({ path, about, excerpt, because, by, at }) => [
    [path],
    [about],
    [excerpt],
    [because],
    [authorName(by), ', ', minute(at)],
  ]);
  const columns = [
    { name: 'Where', isLong: true },
    { name: 'About' },
    { name: 'Words' },
    { name: 'Because' },
    { name: 'Dismissed by' },
  ];
  return section('hints', 'Hints that were dismissed', [
    { kind: 'table', caption: 'The words were left as they are, for a reason', columns, groups: [{ rows }], hidden: 0 },
  ]);
}

const isReadElsewhere = ({ path, about }: DismissedHint): boolean =>
  about === 'same words' || path.startsWith('timeline.');
