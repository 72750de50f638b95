import { type Inline, mark, minute, type Section, type Tone } from '../document/document.ts';
import type { PostMortemFile } from '../domain/files/post-mortem-file.ts';
import type { TimelineKind } from '../domain/record/content/timeline.ts';
import { timeAsKnown } from './course-terms.ts';
import { section } from './section-parts.ts';

const TONES: Record<TimelineKind, Tone> = {
  attacker: 'bad',
  detection: 'warn',
  decision: 'progress',
  action: 'good',
  communication: 'neutral',
};

export function timelineSection(timeline: PostMortemFile['timeline']): Section | undefined {
  if (timeline.length === 0) return undefined;
  const corrected = new Set<string | undefined>(timeline.map(({ corrects }) => corrects?.id));
  const rows = timeline.map(
    ({ id, at, precision, what, kind, milestone, role, evidencedBy, isRestricted, corrects }): Inline[][] => [
      [timeAsKnown({ at, precision })],
      [mark(kind, TONES[kind])],
      [
        ...(isRestricted === true ? [mark('restricted in the ticket', 'warn'), ' '] : []),
        ...(id !== undefined && corrected.has(id) ? [mark('set right by another entry', 'withdrawn'), ' '] : []),
        ...(corrects === undefined
          ? []
          : [mark('sets right what the ticket said', 'attested'), ' ', minute(corrects.at), ': ']),
        ...(milestone === undefined ? [] : [mark(milestone, 'progress'), ' ']),
        what,
      ],
      [role ?? ''],
      [evidencedBy ?? ''],
    ],
  );
  const columns = [
    { name: 'When' },
    { name: 'Kind', isShort: true },
    { name: 'What happened' },
    { name: 'Who' },
    { name: 'Seen in' },
  ];
  return section('timeline', 'Timeline', [
    { kind: 'table', caption: 'Everything that is known, in order', columns, groups: [{ rows }], hidden: 0 },
  ]);
}
