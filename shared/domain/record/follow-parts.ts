import type { PartId } from '../words/identifiers.ts';
import type { Evidence } from './content/evidence.ts';
import type { Lesson } from './content/lesson.ts';
import type { Notification } from './content/notification.ts';
import { type PartLists, withPart } from './content/parts.ts';
import type { TemporaryMeasure } from './content/temporary-measure.ts';
import type { RecordEvent } from './events/record-events.ts';
import type { PostMortem } from './post-mortem.ts';

type Of<T extends RecordEvent['type']> = Extract<RecordEvent, { type: T }>;

/** Changes of notifications, lessons and evidence that no approver judges: told, put in place, received. */
type PartsChange = Partial<PartLists>;

export function withNotificationSent(state: PostMortem, { data }: Of<'Notification Sent'>): PartsChange {
  const { notificationId, sentAt, reference, url } = data;
  const sent = { sentAt, ...(reference === undefined ? {} : { reference }), ...(url === undefined ? {} : { url }) };
  return withNotification(state, notificationId, sent);
}

export function lessonPutInPlace(state: PostMortem, { data }: Of<'Lesson Put In Place'>): PartsChange {
  const { reference, at, nextReviewAt } = data;
  const inPlace = { reference, by: data.by, at };
  const review = nextReviewAt === undefined ? {} : { nextReviewAt };
  return withLesson(state, data.lessonId, { status: 'in place', inPlace, ...review });
}

export function lessonClaimed(state: PostMortem, { data }: Of<'Lesson Claimed'>): PartsChange {
  const { reference, at, confirmBy } = data;
  return changedLesson(state, data.lessonId, (before) => ({
    ...before,
    status: 'claimed',
    claim: { reference, by: data.by, at, confirmBy },
  }));
}

/** A claim becomes what is in place, instead of an earlier version; what earlier versions put in place stays as it is, and has its second person now. */
export function lessonConfirmed(state: PostMortem, { data }: Of<'Lesson Confirmed'>): PartsChange {
  const { at, nextReviewAt } = data;
  return changedLesson(state, data.lessonId, ({ claim, ...before }) => {
    const standing = claim ?? before.inPlace;
    if (standing === undefined) return before;
    const { reference, by, at: since } = standing;
    const reviewed = claim === undefined ? before.inPlace?.reviewed : undefined;
    // Settled now, whatever was said of an earlier claim.
    const { reopened: _, ...settled } = before;
    return {
      ...settled,
      status: 'in place',
      inPlace: {
        ...{ reference, by, at: since, confirmed: { by: data.by, at } },
        ...(reviewed === undefined ? {} : { reviewed }),
      },
      ...(nextReviewAt === undefined ? {} : { nextReviewAt }),
    };
  });
}

export function lessonClaimRefused(state: PostMortem, { data }: Of<'Lesson Claim Refused'>): PartsChange {
  const { reason, at, nextReviewAt } = data;
  return changedLesson(state, data.lessonId, ({ claim: _, ...before }) => ({
    ...before,
    status: before.inPlace === undefined ? 'open' : 'in place',
    reopened: { why: 'claim refused', reason, by: data.by, at },
    ...(nextReviewAt === undefined ? {} : { nextReviewAt }),
  }));
}

export function lessonReviewed(state: PostMortem, { data }: Of<'Lesson Reviewed'>): PartsChange {
  const { reference, at, nextReviewAt } = data;
  return changedLesson(state, data.lessonId, (before) => ({
    ...before,
    ...(before.inPlace === undefined
      ? {}
      : { inPlace: { ...before.inPlace, reviewed: { reference, by: data.by, at } } }),
    ...(nextReviewAt === undefined ? {} : { nextReviewAt }),
  }));
}

export function lessonNoLongerHolds(state: PostMortem, { data }: Of<'Lesson No Longer Holds'>): PartsChange {
  const { reason, dueAt, at } = data;
  return changedLesson(state, data.lessonId, ({ inPlace: _, nextReviewAt: _n, ...before }) => ({
    ...before,
    status: 'open',
    dueAt,
    heldUntil: at,
    reopened: { why: 'no longer holds', reason, by: data.by, at },
  }));
}

export function withMeasureRemoved(state: PostMortem, { data }: Of<'Temporary Measure Removed'>): PartsChange {
  const { proof, at } = data;
  return withMeasure(state, data.measureId, { status: 'removed', removal: { proof, by: data.by, at } });
}

export function withMeasureExtended(state: PostMortem, { data }: Of<'Temporary Measure Extended'>): PartsChange {
  const { measureId, until, because, at } = data;
  const found = state.temporaryMeasures.find(({ id }) => id === measureId);
  if (found === undefined) return {};
  const extension = { from: found.until, until, because, by: data.by, at };
  return withMeasure(state, measureId, { until, extensions: [...(found.extensions ?? []), extension] });
}

export function withMeasure(state: PostMortem, id: PartId, change: Partial<TemporaryMeasure>): PartsChange {
  const found = state.temporaryMeasures.find((one) => one.id === id);
  return found === undefined ? {} : withPart(state, { kind: 'temporary measure', content: { ...found, ...change } });
}

export function evidenceReceived(state: PostMortem, { data }: Of<'Evidence Received'>): PartsChange {
  const { versionId, at } = data;
  const version = versionId === undefined ? {} : { versionId };
  return withEvidence(state, data.evidenceId, ({ refusedBecause: _, ...announced }) => ({
    ...announced,
    status: 'held',
    ...version,
    receivedAt: at,
  }));
}

export function evidenceRefused(state: PostMortem, { data }: Of<'Evidence Refused'>): PartsChange {
  return withEvidence(state, data.evidenceId, (announced) => ({
    ...announced,
    status: 'refused',
    refusedBecause: data.because,
  }));
}

export function withLesson(state: PostMortem, id: PartId, change: Partial<Lesson>): PartsChange {
  const found = state.lessons.find((one) => one.id === id);
  return found === undefined ? {} : withPart(state, { kind: 'lesson', content: { ...found, ...change } });
}

function changedLesson(state: PostMortem, id: PartId, change: (before: Lesson) => Lesson): PartsChange {
  const found = state.lessons.find((one) => one.id === id);
  return found === undefined ? {} : withPart(state, { kind: 'lesson', content: change(found) });
}

export function withNotification(state: PostMortem, id: PartId, change: Partial<Notification>): PartsChange {
  const found = state.notifications.find((one) => one.id === id);
  return found === undefined ? {} : withPart(state, { kind: 'notification', content: { ...found, ...change } });
}

function withEvidence(state: PostMortem, id: PartId, change: (before: Evidence) => Evidence): PartsChange {
  const found = state.evidence.find((one) => one.id === id);
  return found === undefined ? {} : withPart(state, { kind: 'evidence', content: change(found) });
}
