import { recordUrlOf } from '../domain/record/record-url.ts';
import type { DueLesson, DueNotification } from './report-data.ts';
import type { ReportInput } from './report-input.ts';

type DutiesInput = Pick<ReportInput, 'now' | 'jira' | 'recordUrl' | 'lessons' | 'notifications' | 'heads'>;

/** Duties of people: lessons to put in place or to review, somebody outside to tell. The first due stands at the top. */
export function dueDuties(input: DutiesInput): { lessons: DueLesson[]; notifications: DueNotification[] } {
  const standing = <Duty extends ReportInput['notifications'][number] | ReportInput['lessons'][number]>(one: Duty) => {
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
  };
}

function soonestFirst(a: { dueAt: string; what: string }, b: { dueAt: string; what: string }): number {
  return Date.parse(a.dueAt) - Date.parse(b.dueAt) || a.what.localeCompare(b.what);
}
