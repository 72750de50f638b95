import type { TimeAsKnown, TimePrecision } from '../record/content/timeline.ts';
import { type Course, courseOf } from '../record/course.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import type { Hint } from './hint.ts';

const AFTER = ['detected', 'contained', 'eradicated', 'recovered'] as const;

/** What ended before it began is a slip of the pen, or a time zone. Within what is not known, nothing is said. */
export function courseHints(record: PostMortem): Hint[] {
  const { began, ...later } = courseOf(record);
  if (began === undefined) return [];
  return [...endsBefore(began, later), ...mergesBefore(began, record)];
}

function endsBefore(began: TimeAsKnown, later: Omit<Course, 'began'>): Hint[] {
  return AFTER.flatMap((milestone): Hint[] => {
    const at = later[milestone];
    if (at === undefined || !isSurelyBefore(at, began)) return [];
    return [
      {
        path: 'timeline',
        excerpt: `${milestone} ${at.at}, began ${began.at}`,
        about: 'times',
        message: `It was ${milestone} before it began.`,
        suggestion: 'Look at the dates and the time zone of both, or say how exactly they are known (`precision`).',
      },
    ];
  });
}

/** What was there before did not prevent it. */
const mergesBefore = (began: TimeAsKnown, { recommendations }: PostMortem): Hint[] =>
  recommendations.flatMap(({ id, existingWork }): Hint[] => {
    const mergedAt = existingWork?.kind === 'pull request' ? existingWork.mergedAt : undefined;
    if (mergedAt === undefined || !isSurelyBefore({ at: mergedAt }, began)) return [];
    return [
      {
        path: `recommendations.${id}.existingWork`,
        excerpt: `merged ${mergedAt}, began ${began.at}`,
        about: 'times',
        message: 'The pull request was merged before the incident began, so it did not prevent it.',
        suggestion: 'Look at both dates, or say what is still to do.',
      },
    ];
  });

/** How many of year, month, day, hour and minute are known. */
const KNOWN: Record<TimePrecision, number> = { year: 1, month: 2, day: 3, hour: 4, minute: 5 };

/** By as much as both tell: the 7th may be before or after something in November. */
function isSurelyBefore(one: TimeAsKnown, other: TimeAsKnown): boolean {
  const known = Math.min(KNOWN[one.precision ?? 'minute'], KNOWN[other.precision ?? 'minute']);
  const [a = [], b = []] = [one, other].map(({ at }) =>
    (new Date(at).toISOString().match(/\d+/g) ?? []).slice(0, known),
  );
  const first = a.findIndex((part, index) => part !== b[index]);
  return first >= 0 && Number(a[first]) < Number(b[first]);
}
