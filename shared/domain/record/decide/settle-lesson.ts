import { canonicalJson } from '../../words/canonical-json.ts';
import { addDuration, Duration } from '../../words/duration.ts';
import type { PartId } from '../../words/identifiers.ts';
import { type Author, isSameAuthor, isSameEmail, isSameHuman, type Person } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { factNow } from '../content/correction.ts';
import { isSameVersion, type Lesson, type LessonReference, lessonDueAt } from '../content/lesson.ts';
import { proofProblems } from '../content/lesson-proof.ts';
import type { RecordEvent } from '../events/record-events.ts';
import type { PostMortem } from '../post-mortem.ts';
import { isAlive, isHistory, mustBeAlive, mustNotHaveHand } from './record-rules.ts';

/** Time in which a second person is to look at a claim, before it is told as overdue. */
export const CONFIRM_WITHIN = Duration.parse('P7D');

/**
 * Somebody says that the document says it now, and shows it. Of a lesson that is in place already, in the same version: that it was
 * reviewed, and holds. In another one: a claim like the first, and the version before stands until it is confirmed.
 *
 *     open ── put in place ──▶ claimed ── a second person confirms ──▶ in place ── reviewed, holds ──▶ in place
 *      ▲                        │  ▲                                     │  │
 *      └── refused, because ────┘  └──────────── another version ────────┘  │
 *      └── no longer holds, because ────────────────────────────────────────┘
 */
export function putLessonInPlace(
  record: PostMortem,
  lessonId: PartId,
  reference: LessonReference,
  by: Author,
  now: string,
): RecordEvent[] {
  mustBeAlive(record);
  const lesson = lessonIn(record, lessonId);
  if (isClaimedAlready(lesson, reference, by)) return [];
  mustProve(record, lesson, reference, now);
  const common = { postMortemId: record.id, lessonId, reference };
  const standing = lesson.status === 'in place' ? lesson.inPlace : undefined;
  // Nobody but the reviewer has read another version: what was confirmed stands until a second person has.
  // What an earlier version of Holdfast put in place, or a file brought, gets its second person by its first review.
  if (standing?.confirmed !== undefined && isSameVersion(standing.reference, reference)) {
    mustNotHaveConfirmed(standing.confirmed.by, by);
    mustBeLookedAtAnew(lesson, standing.reviewed?.reference ?? standing.reference, reference);
    return [{ type: 'Lesson Reviewed', data: { ...common, ...nextReview(lesson, now), by, at: now } }];
  }
  // A better claim does not set back the week in which somebody is to look.
  const confirmBy = lesson.claim?.confirmBy ?? addDuration(now, CONFIRM_WITHIN);
  return [{ type: 'Lesson Claimed', data: { ...common, confirmBy, by, at: now } }];
}

/** True for a word that is said again, such as after a lost answer: it changes nothing. */
export const isClaimedAlready = ({ claim }: Lesson, reference: LessonReference, by: Author): boolean =>
  claim !== undefined && isSameAuthor(claim.by, by) && canonicalJson(claim.reference) === canonicalJson(reference);

/** A second person read the proof, and says that it is one. */
export function confirmLesson(record: PostMortem, lessonId: PartId, by: Person, now: string): RecordEvent[] {
  mustBeAlive(record);
  const lesson = lessonIn(record, lessonId);
  const toConfirm = lesson.status === 'claimed' ? lesson.claim : lesson.inPlace;
  if (toConfirm === undefined) {
    throw new Refusal('wrong state', 'nobody put this lesson in place yet; there is nothing to confirm');
  }
  if (lesson.inPlace?.confirmed !== undefined && lesson.status === 'in place') {
    throw new Refusal('wrong state', 'this lesson is confirmed already; say that it was reviewed, or no longer holds');
  }
  const reviewer = lesson.status === 'claimed' ? undefined : lesson.inPlace?.reviewed?.by;
  const words = { did: 'put this lesson in place', wanted: 'a second person must confirm it' };
  mustNotHaveHand(reviewer === undefined ? [toConfirm.by] : [toConfirm.by, reviewer], by, {
    ...words,
    programDid: words.did,
  });
  const did = 'imported this record with what it says of this lesson';
  mustNotHaveHand(broughtBy(record, toConfirm), by, { ...words, did, programDid: did });
  // Since it was claimed, the day of the incident may have been corrected, or its evidence refused or removed.
  if (lesson.claim !== undefined)
    mustProve(record, lesson, lesson.claim.reference, now, '; refuse it, or have it claimed again');
  const review = lesson.status === 'claimed' ? nextReview(lesson, now) : {};
  return [{ type: 'Lesson Confirmed', data: { postMortemId: record.id, lessonId, ...review, by, at: now } }];
}

/**
 * What was claimed is no proof, or whoever claimed it takes it back: the lesson is open again, or in place in the version that was
 * confirmed before.
 */
export function refuseLesson(
  record: PostMortem,
  lessonId: PartId,
  reason: string,
  by: Person,
  now: string,
): RecordEvent[] {
  mustBeAlive(record);
  const { status, inPlace, nextReviewAt } = lessonIn(record, lessonId);
  if (status === 'claimed') {
    // A review that came due meanwhile is asked for again, by a date that nobody was told of yet.
    const isReviewDue =
      inPlace !== undefined && nextReviewAt !== undefined && Date.parse(nextReviewAt) <= Date.parse(now);
    const review = isReviewDue ? { nextReviewAt: addDuration(now, CONFIRM_WITHIN) } : {};
    return [
      { type: 'Lesson Claim Refused', data: { postMortemId: record.id, lessonId, reason, ...review, by, at: now } },
    ];
  }
  const instead = status === 'open' ? 'nobody claims that it is in place' : 'say that it no longer holds';
  throw new Refusal('wrong state', `this lesson is ${status}, and not claimed: ${instead}`);
}

/** A review found that the document does not say it any more, or that nobody follows it: it has to be put in place again. */
export function reopenLesson(
  record: PostMortem,
  lessonId: PartId,
  { reason, dueAt }: { reason: string; dueAt: string },
  by: Person,
  now: string,
): RecordEvent[] {
  mustBeAlive(record);
  if (record.status === 'in review') {
    throw new Refusal(
      'wrong state',
      'the record is in review, and its approvers judge this lesson as it is: say it once they have decided, or return the record',
    );
  }
  if (isHistory(record)) {
    throw new Refusal(
      'wrong state',
      'the record came from a file as it was closed there, and nobody follows it: open a record here, such as a periodic review, and write the lesson in it',
    );
  }
  const { status } = lessonIn(record, lessonId);
  if (status !== 'in place') {
    const instead = status === 'claimed' ? '; refuse what is claimed of it' : '';
    const only = 'only one that is in place can be found not to hold';
    throw new Refusal('wrong state', `this lesson is ${status}; ${only}${instead}`);
  }
  if (Date.parse(dueAt) <= Date.parse(now)) {
    const message = 'expected a time to come, by which it is in place again';
    throw new Refusal('incomplete', `dueAt: ${message}`, [{ path: 'dueAt', message }]);
  }
  return [{ type: 'Lesson No Longer Holds', data: { postMortemId: record.id, lessonId, reason, dueAt, by, at: now } }];
}

/** The deadline of a lesson passed. Told once for each deadline. */
export function lessonDue(record: PostMortem, lessonId: PartId, now: string): RecordEvent[] {
  const lesson = isAlive(record) ? record.lessons.find(({ id }) => id === lessonId) : undefined;
  const dueAt = lesson === undefined ? undefined : lessonDueAt(lesson);
  if (lesson === undefined || dueAt === undefined) return [];
  if (Date.parse(dueAt) > Date.parse(now) || lesson.announcedDueAt === dueAt) return [];
  const { document, ownerTeam } = lesson;
  return [{ type: 'Lesson Due', data: { postMortemId: record.id, lessonId, document, ownerTeam, dueAt } }];
}

/** A review is worth something by another pair of eyes than those that confirmed the version. */
function mustNotHaveConfirmed(confirmer: Person | undefined, by: Author): void {
  if (confirmer === undefined) return;
  if (by.kind === 'person' && isSameHuman(by, confirmer)) {
    throw new Refusal('four eyes', 'you confirmed this version; somebody else must review it');
  }
  if (by.kind === 'machine' && by.owner !== undefined && isSameEmail(by.owner, confirmer.email)) {
    const who = 'whoever answers for this program';
    throw new Refusal('four eyes', `${who} confirmed this version; somebody else must review it`);
  }
}

/** A document may say for years what it says; whether people still know it, and whether a rule still fires, is looked at each time. */
function mustBeLookedAtAnew({ updates }: Lesson, before: LessonReference, reference: LessonReference): void {
  const field = updates === 'training' ? 'training' : updates === 'detection' ? 'test' : undefined;
  const [last, next] = [before, reference].map((one) => (field === undefined ? undefined : one[field]?.at));
  if (field === undefined || last === undefined || next === undefined || Date.parse(next) > Date.parse(last)) return;
  const what = field === 'test' ? 'a test' : 'people who were trained';
  const message = `a review of a ${updates} wants ${what} of after ${last}, which was shown before`;
  throw new Refusal('incomplete', `${field}.at: ${message}`, [{ path: `${field}.at`, message }]);
}

/** Who imported the word that a lesson is in place: a file names anybody as the one who said it. */
const broughtBy = ({ importedFrom, openedBy }: PostMortem, { at }: { at: string }): Author[] =>
  importedFrom === undefined || openedBy === undefined || Date.parse(at) > Date.parse(importedFrom.at)
    ? []
    : [openedBy];

const nextReview = ({ reviewEvery }: Lesson, now: string): { nextReviewAt?: string } =>
  reviewEvery === undefined ? {} : { nextReviewAt: addDuration(now, reviewEvery) };

function mustProve(record: PostMortem, lesson: Lesson, reference: LessonReference, now: string, instead = ''): void {
  const openedAt = factNow(record, 'incident.openedAt');
  const facts = { openedAt, heldUntil: lesson.heldUntil, now, evidence: record.evidence };
  const problems = proofProblems(lesson, reference, facts);
  if (problems.length === 0) return;
  const each = problems.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new Refusal(
    'incomplete',
    `this does not show that the ${lesson.updates} says the lesson: ${each}${instead}`,
    problems,
  );
}

function lessonIn(record: PostMortem, id: PartId): Lesson {
  const lesson = record.lessons.find((one) => one.id === id);
  if (lesson === undefined) throw new Refusal('unknown part', `there is no lesson ${id} in this record`);
  return lesson;
}
