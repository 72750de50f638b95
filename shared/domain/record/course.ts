import type { Milestone, TimeAsKnown, TimePrecision } from './content/timeline.ts';
import type { PostMortem } from './post-mortem.ts';

/** Of these the last counts: an incident is contained when all of it is. Of the others, the first. */
const ENDINGS: readonly Milestone[] = ['contained', 'eradicated', 'recovered'];

/** When each milestone was reached, as far as somebody knows. */
export type Course = Partial<Record<Milestone, TimeAsKnown>>;

/**
 * When the incident began, was detected, contained, eradicated and recovered from: by the timeline, else by the sections. The life of
 * its ticket tells none of it: that was opened when somebody had noticed already, and closed when somebody thought of it.
 */
export function courseOf({
  milestones = [],
  sections: { detection, response, impact },
}: Pick<PostMortem, 'milestones' | 'sections'>): Course {
  const course: Course = {
    ...timeOf('began', impact?.duration?.from),
    ...timeOf('detected', detection?.detectedAt, detection?.precision),
    ...timeOf('contained', response?.containment?.at, response?.containment?.precision),
    ...timeOf('eradicated', response?.eradication?.at, response?.eradication?.precision),
    ...timeOf('recovered', response?.recovery?.at, response?.recovery?.precision),
  };
  const inOrder = milestones.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const ofTimeline: Course = {};
  for (const { milestone, at, precision } of inOrder) {
    if (ofTimeline[milestone] !== undefined && !ENDINGS.includes(milestone)) continue;
    ofTimeline[milestone] = precision === undefined ? { at } : { at, precision };
  }
  return { ...course, ...ofTimeline };
}

function timeOf(milestone: Milestone, at: string | undefined, precision?: TimePrecision): Course {
  return at === undefined ? {} : { [milestone]: precision === undefined ? { at } : { at, precision } };
}
