import { recordUrlOf } from '../domain/record/record-url.ts';
import type { DueLesson, DueMeasure, DueNotification } from './report-data.ts';
import type { ReportInput } from './report-input.ts';

type DutiesInput = Pick<
  ReportInput,
  'now' | 'jira' | 'recordUrl' | 'lessons' | 'notifications' | 'temporaryMeasures' | 'heads'
>;

type DueDuties = { lessons: DueLesson[]; notifications: DueNotification[]; temporaryMeasures: DueMeasure[] };
type Duties = ReportInput['notifications'] | ReportInput['lessons'] | ReportInput['temporaryMeasures'];

/**
 * Duties of people: lessons to put in place or to review, somebody outside to tell, measures for a while to undo. The first due stands at the
 * top.
 */
export function dueDuties(input: DutiesInput): DueDuties {
  const standing = <Duty extends Duties[number]>(one: Duty) => {
    const severity = input.heads.get(one.postMortemId)?.severity;
    return {
      ...one,
      recordUrl: recordUrlOf(input, one.postMortemId),
      ...(severity === undefined ? {} : { severity }),
      isOverdue: Date.parse(one.dueAt) <= Date.parse(input.now),
    };
  };
  return {
    lessons: input.lessons.map(standing).toSorted(soonestFirst),
    notifications: input.notifications.map(standing).toSorted(soonestFirst),
    temporaryMeasures: input.temporaryMeasures.map(standing).toSorted(soonestFirst),
  };
}

function soonestFirst(a: { dueAt: string; what: string }, b: { dueAt: string; what: string }): number {
  return Date.parse(a.dueAt) - Date.parse(b.dueAt) || a.what.localeCompare(b.what);
}
