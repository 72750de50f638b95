import { lessonDueAt } from '../../../shared/domain/record/content/lesson.ts';
import { openDeadlineOf } from '../../../shared/domain/record/content/notification.ts';
import { measureDueAt } from '../../../shared/domain/record/content/temporary-measure.ts';
import { settle } from '../../../shared/domain/record/decide/settle-record.ts';
import { templateFor } from '../../../shared/domain/record/template.ts';
import { isSameAuthor } from '../../../shared/domain/words/person.ts';
import type { KeptRecord, Remains } from './remains.ts';
import type { Violation } from './violation.ts';

/** A run that did not come any more may have been the one to tell what came due in the last hour. */
const LAST_RUNS_MS = 3_600_000;

const violation = (promise: string, { id }: KeptRecord, because: string): Violation => ({
  promise,
  because: `${id}: ${because}`,
  about: [id],
});

export function recordsStandWhereTheyShould({ records, storm }: Remains): Violation[] {
  const promise = 'a closed record has nothing open, and an approved one has';
  return records.flatMap((record) => {
    const wanted = settle(record.postMortem, record.remediations, storm.weather.timeline.now());
    return wanted.map(({ type }) => violation(promise, record, `it is ${record.postMortem.status}; missing: ${type}`));
  });
}

export function acceptedRisksEnd({ records, storm }: Remains): Violation[] {
  const promise = 'a recommendation whose accepted time is over is carried out';
  const pastMs = storm.weather.timeline.nowMs() - LAST_RUNS_MS;
  return records.flatMap((record) => {
    const { status, recommendations } = record.postMortem;
    if (status !== 'approved' && status !== 'closed') return [];
    return recommendations
      .filter((one) => one.status === 'risk accepted' && Date.parse(one.acceptance?.until ?? '') <= pastMs)
      .map(({ id, acceptance }) => violation(promise, record, `${id} was accepted until ${acceptance?.until}`));
  });
}

export function dutiesAreAnnouncedOnce({ records, storm }: Remains): Violation[] {
  const promise = 'every lesson and every notification that is due is announced, once for each deadline';
  const pastMs = storm.weather.timeline.nowMs() - LAST_RUNS_MS;
  return records.flatMap((record) => {
    const { lessons, notifications, temporaryMeasures } = record.postMortem;
    const told = record.log.flatMap(({ type, data }) => {
      const { lessonId, notificationId, measureId, dueAt } = Object(data);
      const isDue = type === 'Lesson Due' || type === 'Notification Due' || type === 'Temporary Measure Due';
      return isDue ? [`${lessonId ?? notificationId ?? measureId} ${dueAt}`] : [];
    });
    const wanted = [
      ...lessons.map((one) => ({ id: one.id, dueAt: lessonDueAt(one) })),
      ...notifications.map((one) => ({ id: one.id, dueAt: openDeadlineOf(one) })),
      ...temporaryMeasures.map((one) => ({ id: one.id, dueAt: measureDueAt(one) })),
    ].flatMap(({ id, dueAt }) => (dueAt === undefined || Date.parse(dueAt) > pastMs ? [] : [`${id} ${dueAt}`]));
    return [
      ...told
        .filter((one, index) => told.indexOf(one) !== index)
        .map((one) => violation(promise, record, `${one} came twice`)),
      ...wanted.filter((one) => !told.includes(one)).map((one) => violation(promise, record, `${one} never came`)),
    ];
  });
}

export function approvalsCount({ records, storm }: Remains): Violation[] {
  const promise = 'whoever approved a record did not write in it, and they were enough';
  return records.flatMap((record) => {
    const { status, authors, approvals } = record.postMortem;
    if (status !== 'approved' && status !== 'closed') return [];
    const { approvers } = templateFor(record.postMortem, storm.config.postMortem.templates);
    const own = approvals.filter(({ by }) => authors.some((author) => isSameAuthor(author, by)));
    return [
      ...own.map(({ by }) => violation(promise, record, `${by.name} wrote in it`)),
      ...(approvals.length === approvers
        ? []
        : [violation(promise, record, `${approvals.length} of ${approvers} approved it`)]),
    ];
  });
}
