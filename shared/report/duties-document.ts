import { counted } from '../document/counted.ts';
import { type Block, type Column, type Inline, inlineLink, mark, minute } from '../document/document.ts';
import { limited } from '../document/row-limit.ts';
import { durationInWords } from '../document/time-in-words.ts';
import type { DueLesson, DueMeasure, DueNotification, OverdueReport } from './report-data.ts';

const WHEN: Column[] = [
  { name: 'Severity', isShort: true },
  { name: 'Due', isShort: true },
  { name: 'Standing', isShort: true },
  { name: 'Post-mortem', isShort: true },
];

/** Notifications to send to somebody outside, and lessons to put in place, to confirm or to look at again. */
export function notificationBlocks({ notifications, generatedAt }: OverdueReport): Block[] {
  if (notifications.length === 0) return [{ kind: 'note', text: ['Nobody outside is waiting to be told.'] }];
  const { shown, hidden } = limited(notifications);
  const caption = `${counted(notifications.length, 'notification')} that nobody sent yet, the first due at the top`;
  const rows = shown.map((one) => [[one.what], ...when(one, generatedAt)]);
  return [{ kind: 'table', caption, columns: [{ name: 'Notification' }, ...WHEN], groups: [{ rows }], hidden }];
}

export function lessonBlocks({ lessons, generatedAt }: OverdueReport): Block[] {
  if (lessons.length === 0) return [{ kind: 'note', text: ['No lesson is due.'] }];
  const { shown, hidden } = limited(lessons);
  const caption = `${counted(lessons.length, 'lesson')} to put in place, to confirm or to review, the first due at the top`;
  const columns: Column[] = [{ name: 'Document' }, { name: 'To do', isShort: true }, { name: 'Team' }, ...WHEN];
  const rows = shown.map((one) => [[one.what], toDo(one), [one.ownerTeam], ...when(one, generatedAt)]);
  return [{ kind: 'table', caption, columns, groups: [{ rows }], hidden }];
}

/** What was done to contain an incident, and was not meant to stay. */
export function measureBlocks({ temporaryMeasures = [], generatedAt }: OverdueReport): Block[] {
  if (temporaryMeasures.length === 0) return [{ kind: 'note', text: ['No temporary measure is due.'] }];
  const { shown, hidden } = limited(temporaryMeasures);
  const caption = `${counted(temporaryMeasures.length, 'temporary measure')} to undo, the first due at the top`;
  const columns: Column[] = [{ name: 'Measure' }, { name: 'In force since', isShort: true }, { name: 'Team' }, ...WHEN];
  const rows = shown.map((one) => [
    [one.what],
    [minute(one.since), ...(one.extended === 0 ? [] : [`, extended ${counted(one.extended, 'time')}`])],
    [one.ownerTeam],
    ...when(one, generatedAt),
  ]);
  return [{ kind: 'table', caption, columns, groups: [{ rows }], hidden }];
}

function toDo({ duty, claimedAt, reopened }: DueLesson): Inline[] {
  if (duty === 'confirm' && claimedAt !== undefined) return ['waits for confirmation since ', minute(claimedAt)];
  return reopened === undefined ? [duty] : [`${duty} (${reopened})`];
}

function when(
  { severity, dueAt, isOverdue, recordUrl }: DueLesson | DueNotification | DueMeasure,
  now: string,
): Inline[][] {
  const away = durationInWords(Math.abs(Date.parse(now) - Date.parse(dueAt)));
  return [
    [severity === undefined ? 'unknown' : mark(severity, severity)],
    [minute(dueAt)],
    [isOverdue ? mark(`${away} late`, 'bad') : mark(`in ${away}`, 'warn')],
    [inlineLink('Record', recordUrl)],
  ];
}
