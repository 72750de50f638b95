import {
  type Column,
  type Inline,
  inlineLink,
  mark,
  minute,
  type Section,
  type TableBlock,
} from '../document/document.ts';
import { type Lesson, lessonDueAt } from '../domain/record/content/lesson.ts';
import { notificationDueAt } from '../domain/record/content/notification.ts';
import type { TemporaryMeasure } from '../domain/record/content/temporary-measure.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { proofInWords } from './lesson-proof-words.ts';
import { authorName, section, terms } from './section-parts.ts';

export function lessonsSection({ lessons }: PostMortem): Section | undefined {
  const rows = lessons.map((lesson) => {
    const dueAt = lessonDueAt(lesson);
    return [
      [lesson.statement],
      [`${lesson.updates}: ${lesson.document}`],
      [lesson.ownerTeam],
      standingOf(lesson),
      dueAt === undefined ? ['-'] : [minute(dueAt)],
    ];
  });
  const columns = [
    { name: 'Lesson' },
    { name: 'Builds into' },
    { name: 'Team' },
    { name: 'Status' },
    { name: 'Next date', isShort: true },
  ];
  return rows.length === 0
    ? undefined
    : section('lessons', 'What has to be built in', [table('Lessons and the documents that say them', columns, rows)]);
}

/** Status, the proof of it, and whose words these are. */
function standingOf({ status, claim, inPlace, reopened }: Lesson): Inline[] {
  const reference = (claim ?? inPlace)?.reference;
  const isGood = status === 'in place' && inPlace?.confirmed !== undefined;
  return [
    mark(status, isGood ? 'good' : 'warn'),
    ...proofInWords(reference),
    ...handsInWords({ claim, inPlace, reopened }),
  ];
}

function handsInWords({ claim, inPlace, reopened }: Pick<Lesson, 'claim' | 'inPlace' | 'reopened'>): Inline[] {
  if (claim !== undefined) return [`; put in place by ${authorName(claim.by)}, waits for a second person`];
  if (inPlace !== undefined) {
    const { by, confirmed, reviewed } = inPlace;
    return [
      `; put in place by ${authorName(by)}, `,
      ...(confirmed === undefined
        ? ['not confirmed']
        : [`confirmed by ${confirmed.by.name} on `, minute(confirmed.at)]),
      ...(reviewed === undefined ? [] : [`; reviewed by ${authorName(reviewed.by)} on `, minute(reviewed.at), ':']),
      ...proofInWords(reviewed?.reference),
    ];
  }
  return reopened === undefined ? [] : [`; ${reopened.why}, ${reopened.by.name} says: ${reopened.reason}`];
}

export function notificationsSection({ notifications, sections: { sharing } }: PostMortem): Section | undefined {
  const columns = [{ name: 'To' }, { name: 'Duty' }, { name: 'Due', isShort: true }, { name: 'Sent', isShort: true }];
  const rows = notifications.map((one): Inline[][] => {
    const dueAt = notificationDueAt(one);
    return [
      [one.recipient],
      [`${one.regime}, ${one.stage}`],
      [dueAt === undefined ? '-' : minute(dueAt)],
      [one.sentAt === undefined ? mark('not sent', 'warn') : minute(one.sentAt)],
    ];
  });
  return section('notifications', 'Who was told', [
    ...(rows.length === 0 ? [] : [table('Notifications', columns, rows)]),
    ...terms(['Nobody had to be told, because', sharing?.noNotificationBecause], ['Shared', sharing?.text]),
  ]);
}

/** Files with their hashes: whoever has the file can tell whether it is the one. */
export function evidenceSection({ evidence }: PostMortem): Section | undefined {
  const columns = [
    { name: 'Evidence' },
    { name: 'SHA-256', isLong: true },
    { name: 'Size', isShort: true },
    { name: 'Held' },
  ];
  const rows = evidence.map(({ name, description, sha256, bytes, status, tlp }): Inline[][] => [
    [description === undefined ? name : `${name}: ${description}`],
    [sha256],
    [`${bytes} bytes`],
    [mark(status, status === 'held' ? 'good' : 'neutral'), ...(tlp === undefined ? [] : [` TLP:${tlp}`])],
  ]);
  return rows.length === 0 ? undefined : section('evidence', 'Evidence', [table('Files that show it', columns, rows)]);
}

function table(caption: string, columns: Column[], rows: Inline[][][]): TableBlock {
  return { kind: 'table', caption, columns, groups: [{ rows }], hidden: 0 };
}

function removalInWords({ proof, by, at }: NonNullable<TemporaryMeasure['removal']>): Inline[] {
  const { note, url, undoneAt = at, goesOn } = proof;
  return [
    goesOn === undefined ? mark('removed', 'good') : mark(`goes on in ${goesOn.postMortemId}`, 'warn'),
    ...[' ', minute(undoneAt), ` by ${authorName(by)}: `, url === undefined ? note : inlineLink(note, url)],
  ];
}

/** What was done to contain the incident for a while, and what became of it. */
export function measuresSection({ temporaryMeasures }: PostMortem): Section | undefined {
  const columns = [
    { name: 'Measure' },
    { name: 'Team' },
    { name: 'Since', isShort: true },
    { name: 'Until', isShort: true },
    { name: 'Standing' },
  ];
  const rows = temporaryMeasures.map((one): Inline[][] => [
    [`${one.kind}: `, one.url === undefined ? one.what : inlineLink(one.what, one.url)],
    [one.ownerTeam],
    [minute(one.since)],
    [minute(one.until), ...(one.extensions ?? []).map(({ because }) => `, extended: ${because}`)],
    one.removal === undefined ? [mark('in force', 'warn')] : removalInWords(one.removal),
  ]);
  return section('measures', 'For a while', rows.length === 0 ? [] : [table('Temporary measures', columns, rows)]);
}
