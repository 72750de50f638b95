import { recordUrlOf } from '../domain/record/record-url.ts';
import type { LessonCounts, ValidationReport } from './report-data.ts';
import type { ReportInput } from './report-input.ts';

type LessonsInput = Pick<ReportInput, 'lessonsNow' | 'lessons' | 'now' | 'jira' | 'recordUrl'>;
type LessonCount = ReportInput['lessonsNow']['counts'][number];
type LessonsNow = NonNullable<ValidationReport['lessonsNow']>;

/** Where lessons stand, as fixes do: what nobody put in place, what waits for a second person, what is in place and has to be reviewed. */
export function lessonsReport(input: LessonsInput): Pick<ValidationReport, 'lessonsNow'> {
  const { counts, listed, isMore } = input.lessonsNow;
  if (counts.length === 0) return {};
  const teams = [...new Set(counts.flatMap(({ team }) => team ?? []))].toSorted();
  const lessonsNow: LessonsNow = {
    totals: countsOf(input, undefined),
    byTeam: teams.map((ownerTeam) => ({ ownerTeam, ...countsOf(input, ownerTeam) })),
    listed: listed.map((one) => ({ ...one, recordUrl: recordUrlOf(input, one.postMortemId) })),
    ...(isMore ? { isMore: true as const } : {}),
  };
  return { lessonsNow };
}

/** @param wanted the team; undefined for all */
function countsOf({ lessonsNow, lessons, now }: LessonsInput, wanted: string | undefined): LessonCounts {
  const isOfTeam = ({ ownerTeam }: { ownerTeam: string }): boolean => wanted === undefined || ownerTeam === wanted;
  const of = (status: LessonCount['status']): number =>
    lessonsNow.counts
      .filter((one) => one.status === status && one.team === wanted)
      .reduce((sum, { count }) => sum + count, 0);
  return {
    open: of('open'),
    noLongerHolds: of('no longer holds'),
    claimed: of('claimed'),
    inPlace: of('in place'),
    reviewDue: lessons.filter(
      (one) => one.duty === 'review' && Date.parse(one.dueAt) <= Date.parse(now) && isOfTeam(one),
    ).length,
  };
}
