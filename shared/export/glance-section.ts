import { counted } from '../document/counted.ts';
import { type Figure, inlineLink, minute, type Section, type Tone } from '../document/document.ts';
import type { Completeness } from '../domain/record/completeness.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { withCorrection } from './corrections-section.ts';
import { courseTerms } from './course-terms.ts';
import { terms } from './section-parts.ts';

const STATUS_TONES: Record<PostMortem['status'], Tone> = {
  open: 'warn',
  'in review': 'progress',
  approved: 'progress',
  closed: 'good',
  waived: 'withdrawn',
  merged: 'withdrawn',
};

const NAMES = { technical: 'Technical', procedural: 'Procedural', human: 'Human' } as const;

/** The three kinds of causes count the same: a review that stops at the technical one has stopped too soon. */
export function glanceSection(record: PostMortem, completeness: Completeness): Section {
  const { incident, rootCauses, category, scope, ended } = record;
  const causes = (kind: 'technical' | 'procedural' | 'human'): Figure => {
    const count = rootCauses.filter((cause) => cause.kind === kind).length;
    return {
      name: NAMES[kind],
      value: String(count),
      note: 'of the root causes',
      tone: count > 0 ? 'progress' : 'neutral',
    };
  };
  return {
    id: 'glance',
    title: 'At a glance',
    blocks: [
      {
        kind: 'figures',
        figures: [
          { name: 'Severity', value: record.severity, note: category ?? 'no category', tone: record.severity },
          { name: 'Review', value: record.status, note: 'of the record', tone: STATUS_TONES[record.status] },
          {
            name: 'Completeness',
            value: `${completeness.score} %`,
            note: `${completeness.met} of ${completeness.required} things`,
            tone: completeness.missing.length === 0 ? 'good' : 'warn',
          },
          causes('technical'),
          causes('procedural'),
          causes('human'),
        ],
      },
      ...terms(
        ...courseTerms(record),
        ...ticketTerms(record),
        [
          'To change',
          `${counted(record.recommendations.length, 'recommendation')}, ${counted(record.lessons.length, 'lesson')}`,
        ],
        [incident.source === 'holdfast' ? 'Record' : 'Ticket', inlineLink(incident.key, incident.url)],
        ['Looks at', scope === undefined ? undefined : [minute(scope.from), ' to ', minute(scope.to)]],
        ['Ended without a review', ended?.reason],
      ),
    ],
  };
}

/** The life of the ticket; of a record without one, what whoever opened it said of the incident. A period is told by itself. */
function ticketTerms(record: PostMortem): Parameters<typeof terms> {
  const { incident, kind, milestones = [] } = record;
  if (kind === 'periodic review') return [];
  const hasTicket = incident.source !== 'holdfast';
  const isBeginningKnown = milestones.some(({ milestone }) => milestone === 'began');
  const opened = withCorrection(record, 'incident.openedAt', minute(incident.openedAt));
  const closed = withCorrection(record, 'incident.closedAt', minute(incident.closedAt));
  return hasTicket
    ? [
        ['Ticket opened', opened],
        ['Ticket closed', closed],
      ]
    : [...(isBeginningKnown ? [] : [['Began', opened] satisfies Parameters<typeof terms>[0]]), ['Ended', closed]];
}
