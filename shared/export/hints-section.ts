import { minute, type Section } from '../document/document.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { authorName, section } from './section-parts.ts';

/** Hints about the wording that its authors let stand, for whoever judges it. */
export function hintsSection({ dismissedHints }: Pick<PostMortem, 'dismissedHints'>): Section | undefined {
  if (dismissedHints.length === 0) return undefined;
  const rows = dismissedHints.map(({ path, about, excerpt, because, by, at }) => [
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
