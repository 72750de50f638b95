import type { Recommendation } from '../remediation/recommendation.ts';
import { type Author, isSameAuthor } from '../words/person.ts';
import { isSameHint } from './content/dismissed-hint.ts';
import { type PartLists, withoutPart, withPart } from './content/parts.ts';
import { WrittenSection } from './content/sections.ts';
import { adjustedCounts, NO_ENTRIES, type ReachedMilestone, type TimelineEntry } from './content/timeline.ts';
import { type CommentEvent, isCommentEvent } from './events/comment-events.ts';
import { type ContentEvent, isContentEvent } from './events/content-events.ts';
import { isLookEvent, type LookEvent } from './events/look-events.ts';
import type { RecordEvent } from './events/record-events.ts';
import {
  evidenceReceived,
  evidenceRefused,
  lessonClaimed,
  lessonClaimRefused,
  lessonConfirmed,
  lessonNoLongerHolds,
  lessonPutInPlace,
  lessonReviewed,
  withLesson,
  withMeasure,
  withMeasureExtended,
  withMeasureRemoved,
  withNotification,
  withNotificationSent,
} from './follow-parts.ts';
import type { PostMortem } from './post-mortem.ts';

type Of<T extends RecordEvent['type']> = Extract<RecordEvent, { type: T }>;

/**
 * The record after one more event. Only `Post-Mortem Opened` starts one; looks at the record pass by.
 *
 * @throws Error when the log does not begin with its opening, which no correct store can hold.
 */
export function applyToPostMortem(state: PostMortem | undefined, event: RecordEvent): PostMortem {
  if (event.type === 'Post-Mortem Opened') return opened(event);
  if (state === undefined) throw new Error(`${event.type} came before the post-mortem was opened`);
  const revision = state.revision + 1;
  if (isLookEvent(event)) return state;
  // No word of the record is another: whoever read it before may write and approve.
  if (isCommentEvent(event)) return { ...state, ...countedComments(state, event), revision };
  if (isContentEvent(event)) {
    const content = contentChange(state, event);
    const versions = { contentRevision: revision, judgedRevision: revision, writtenRevision: revision, revision };
    // A declined recommendation is carried out by nobody: what others approved beside it stands.
    const approvals = event.type === 'Recommendation Declined' ? state.approvals : [];
    return { ...state, ...content, approvals, ...versions };
  }
  const next = flowChange(state, event);
  const versions = {
    ...(isByHoldfast(event) ? {} : { writtenRevision: revision }),
    ...reviewVersions(event, revision),
  };
  return { ...(next.status === undefined ? state : stillOpen(state)), ...next, ...versions, revision };
}

/**
 * A review begins with each submission, and is held by the template that severity and category pick. Who read the record
 * before one of these has read something else, though every word of it is the same.
 */
function reviewVersions(
  event: RecordEvent,
  revision: number,
): Pick<PostMortem, 'judgedRevision' | 'carriedOnRevision'> {
  if (event.type === 'Post-Mortem Carried On') return { carriedOnRevision: revision };
  const isClassified =
    event.type === 'Record Classified' &&
    [event.data.kind, event.data.severity, event.data.category].some((one) => one !== undefined);
  return event.type === 'Post-Mortem Submitted' || isClassified ? { judgedRevision: revision } : {};
}

/** An event that names nobody is a fact that Holdfast noted by itself: a date that passed, a ticket that came back. */
export const isByHoldfast = ({ data }: RecordEvent): boolean => !('by' in data);

function opened({ data }: Of<'Post-Mortem Opened'>): PostMortem {
  const { incident, category, scope, by, importedFrom } = data;
  return {
    id: data.postMortemId,
    kind: data.kind ?? 'incident',
    status: 'open',
    revision: 1,
    contentRevision: 1,
    writtenRevision: 1,
    judgedRevision: 1,
    incident,
    severity: incident.severity,
    ...(category === undefined ? {} : { category }),
    tlp: data.tlp ?? 'AMBER',
    ...(scope === undefined ? {} : { scope }),
    openedAt: data.openedAt,
    ...(by === undefined ? {} : { openedBy: by }),
    dueAt: data.dueAt,
    isLinkedToTicket: false,
    timelineCounts: adjustedCounts(
      NO_ENTRIES,
      data.timeline.map(({ kind }) => kind),
      1,
    ),
    authors: by === undefined ? [] : [by],
    approvals: [],
    carriedOn: 0,
    absorbed: [],
    ...(importedFrom === undefined ? {} : { importedFrom }),
    sections: {},
    rootCauses: [],
    contributingFactors: [],
    observations: [],
    recommendations: [],
    lessons: [],
    notifications: [],
    evidence: [],
    corrections: [],
    temporaryMeasures: [],
    dismissedHints: [],
  };
}

function countedComments({ commentCount = 0 }: PostMortem, { type }: CommentEvent): Pick<PostMortem, 'commentCount'> {
  return { commentCount: type === 'Comment Added' ? commentCount + 1 : commentCount };
}

/** The next status says anew whether the record has come to an end, and how. */
function stillOpen({ closedAt: _, ended: _e, ...state }: PostMortem): PostMortem {
  return state;
}

/** Change of the content that an approver judges. */
function contentChange(state: PostMortem, event: ContentEvent): Partial<PostMortem> {
  switch (event.type) {
    case 'Section Written': {
      const { section, content } = WrittenSection.parse(event.data);
      return { sections: { ...state.sections, [section]: content }, ...by(state, event.data.by) };
    }
    case 'Timeline Entry Added':
      return { ...withEntries(state, [], [event.data.entry]), ...by(state, event.data.by) };
    case 'Timeline Entries Added':
      return { ...withEntries(state, [], event.data.entries), ...by(state, event.data.by) };
    case 'Timeline Entry Changed':
      return {
        ...withEntries(state, [{ ...event.data.before, id: event.data.entry.id }], [event.data.entry]),
        ...by(state, event.data.by),
      };
    case 'Timeline Entry Removed':
      return { ...withEntries(state, [event.data.entry], []), ...by(state, event.data.by) };
    case 'Root Cause Added':
      return { ...withPart(state, { kind: 'root cause', content: event.data.rootCause }), ...by(state, event.data.by) };
    case 'Contributing Factor Added':
      return {
        ...withPart(state, { kind: 'contributing factor', content: event.data.factor }),
        ...by(state, event.data.by),
      };
    case 'Recommendation Proposed':
      return { ...withRecommendation(state, event.data.recommendation), ...by(state, event.data.by) };
    case 'Part Added':
    case 'Part Changed':
      return { ...withPart(state, event.data.part), ...by(state, event.data.by) };
    case 'Part Removed':
      return { ...withoutPart(state, event.data.kind, event.data.partId), ...by(state, event.data.by) };
    case 'Recommendation Declined':
    case 'Recommendation Risk Accepted':
      return withRecommendation(state, event.data.recommendation);
  }
}

type GoneEntry = Pick<TimelineEntry, 'id' | 'kind'>;

/** What the record keeps of its timeline, once some entries are gone and others have come. */
function withEntries(
  { timelineCounts, milestones = [] }: PostMortem,
  gone: readonly GoneEntry[],
  come: readonly TimelineEntry[],
): Pick<PostMortem, 'timelineCounts' | 'milestones'> {
  const kinds = (entries: readonly GoneEntry[]) => entries.map(({ kind }) => kind);
  // What is set right by another entry is no longer so.
  const setRight = new Set<string | undefined>(come.map(({ corrects }) => corrects?.id));
  const left = milestones.filter(({ entry }) => !setRight.has(entry) && !gone.some(({ id }) => id === entry));
  const reached = come.flatMap(({ id, at, precision, milestone }): ReachedMilestone[] =>
    milestone === undefined ? [] : [{ entry: id, milestone, at, ...(precision && { precision }) }],
  );
  const now = [...left, ...reached];
  return {
    timelineCounts: adjustedCounts(adjustedCounts(timelineCounts, kinds(gone), -1), kinds(come), 1),
    ...(now.length === 0 && milestones.length === 0 ? {} : { milestones: now }),
  };
}

type FlowEvent = Exclude<RecordEvent, ContentEvent | CommentEvent | LookEvent | Of<'Post-Mortem Opened'>>;

/** Events of the review, and of the parts after it. */
function flowChange(state: PostMortem, event: FlowEvent): Partial<PostMortem> {
  switch (event.type) {
    case 'Incident Ticket Linked':
      return { isLinkedToTicket: true };
    case 'Post-Mortem Submitted':
      return { status: 'in review', submittedBy: event.data.by, approvals: [] };
    case 'Post-Mortem Returned':
      return { status: 'open', returnedBecause: event.data.reason, approvals: [] };
    case 'Approval Given':
      return { approvals: [...state.approvals, approvalIn(event)] };
    case 'Post-Mortem Approved':
      return {
        status: 'approved',
        approvals: [...state.approvals, approvalIn(event)],
        approvedAt: event.data.at,
      };
    case 'Recommendation Approved':
      return withRecommendation(state, event.data.recommendation);
    case 'Post-Mortem Closed':
      return { status: 'closed', closedAt: event.data.at };
    case 'Post-Mortem Resumed':
      return { status: 'approved' };
    case 'Post-Mortem Carried On':
      return {
        status: 'open',
        // It came back: that it was none has to be found anew.
        ...(state.kind === 'false positive' ? { kind: 'incident' as const } : {}),
        carriedOn: state.carriedOn + 1,
        carriedOnAt: event.data.at,
        ...(event.data.dueAt === undefined ? {} : { dueAt: event.data.dueAt }),
        approvals: [],
      };
    case 'Post-Mortem Waived':
      return { status: 'waived', ended: { reason: event.data.reason, by: event.data.by, at: event.data.at } };
    case 'Post-Mortem Merged': {
      const { reason, at, into } = event.data;
      return { status: 'merged', ended: { reason, by: event.data.by, at, mergedInto: into } };
    }
    case 'Post-Mortem Absorbed':
      return { absorbed: absorbed(state, event) };
    case 'Import Finished':
      return { status: event.data.status, ...(event.data.status === 'closed' ? { closedAt: event.data.at } : {}) };
    case 'Record Classified':
      return classified(state, event);
    case 'Temporary Measure Removed':
      return withMeasureRemoved(state, event);
    case 'Temporary Measure Extended':
      return { ...withMeasureExtended(state, event), ...by(state, event.data.by) };
    case 'Temporary Measure Due':
      return withMeasure(state, event.data.measureId, { announcedDueAt: event.data.dueAt });
    case 'Notification Sent':
      return withNotificationSent(state, event);
    case 'Notification Due':
      return withNotification(state, event.data.notificationId, { announcedDueAt: event.data.dueAt });
    case 'Lesson Claimed':
      return lessonClaimed(state, event);
    case 'Lesson Confirmed':
      return lessonConfirmed(state, event);
    case 'Lesson Claim Refused':
      return lessonClaimRefused(state, event);
    case 'Lesson Reviewed':
      return lessonReviewed(state, event);
    case 'Lesson No Longer Holds':
      return lessonNoLongerHolds(state, event);
    case 'Lesson Put In Place':
      return lessonPutInPlace(state, event);
    case 'Lesson Due':
      return withLesson(state, event.data.lessonId, { announcedDueAt: event.data.dueAt });
    case 'Hints Dismissed':
      return { ...dismissed(state, event), ...by(state, event.data.by) };
    case 'Hints Reopened':
      return { ...reopened(state, event), ...by(state, event.data.by) };
    case 'Evidence Received':
      return evidenceReceived(state, event);
    case 'Evidence Refused':
      return evidenceRefused(state, event);
  }
}

function classified(state: PostMortem, { data }: Of<'Record Classified'>): Partial<PostMortem> {
  const { kind, category, severity, tlp, dueAt } = data;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(category === undefined ? {} : { category }),
    ...(severity === undefined ? {} : { severity }),
    ...(tlp === undefined ? {} : { tlp }),
    ...(dueAt === undefined ? {} : { dueAt }),
    // These pick the template, and with it what is required and how many approve.
    ...([kind, category, severity].every((one) => one === undefined) ? {} : by(state, data.by)),
  };
}

/** A hint that is dismissed again has the newest word. */
function dismissed(state: PostMortem, { data }: Of<'Hints Dismissed'>): Pick<PostMortem, 'dismissedHints'> {
  const { hints, because, at } = data;
  const others = state.dismissedHints.filter((known) => !hints.some((one) => isSameHint(one, known)));
  return { dismissedHints: [...others, ...hints.map((one) => ({ ...one, because, by: data.by, at }))] };
}

const reopened = (state: PostMortem, { data }: Of<'Hints Reopened'>): Pick<PostMortem, 'dismissedHints'> => ({
  dismissedHints: state.dismissedHints.filter((known) => !data.hints.some((one) => isSameHint(one, known))),
});

const approvalIn = ({ data }: Of<'Approval Given' | 'Post-Mortem Approved'>) => ({
  by: data.by,
  at: data.at,
  revision: data.revision,
});

function by(state: PostMortem, author: Author): Pick<PostMortem, 'authors'> {
  return {
    authors: state.authors.some((known) => isSameAuthor(known, author)) ? state.authors : [...state.authors, author],
  };
}

function absorbed(state: PostMortem, { data }: Of<'Post-Mortem Absorbed'>): PostMortem['absorbed'] {
  const { other, ticket, alsoTickets = [] } = data;
  const known = new Set(state.absorbed.map(({ postMortemId }) => postMortemId));
  const all = [{ postMortemId: other, ticket }, ...alsoTickets];
  return [...state.absorbed, ...all.filter(({ postMortemId }) => !known.has(postMortemId))];
}

const withRecommendation = (state: PostMortem, content: Recommendation): Partial<PartLists> =>
  withPart(state, { kind: 'recommendation', content });
