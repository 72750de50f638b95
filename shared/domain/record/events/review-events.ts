import * as z from 'zod';
import { IncidentTicket, TicketRef } from '../../ticket/incident-ticket.ts';
import type { Catalogue, EventsOf } from '../../words/event-definition.ts';
import { Instant, PartId, PostMortemId } from '../../words/identifiers.ts';
import { Author, Person } from '../../words/person.ts';
import { Severity } from '../../words/severity.ts';
import { Tlp } from '../../words/tlp.ts';
import { STORED } from '../../words/words.ts';
import { Sha256Hex } from '../content/evidence.ts';
import { LessonReference } from '../content/lesson.ts';
import { NotificationDraft } from '../content/notification.ts';
import { MEASURE_KINDS, measureRemoval } from '../content/temporary-measure.ts';
import { TimelineEntry } from '../content/timeline.ts';
import { ImportedFrom, RecordKind, RecordStatus, ReviewScope } from '../post-mortem.ts';

const record = { postMortemId: PostMortemId };

/** Events of the review of a record, and of its parts after it. */
export const REVIEW_EVENTS = {
  'Post-Mortem Opened': {
    means: 'A closed incident got its post-mortem record, prefilled from the ticket; or somebody opened one by hand.',
    data: z.object({
      ...record,
      incident: IncidentTicket,
      timeline: z.array(TimelineEntry),
      openedAt: Instant,
      dueAt: Instant,
      /** Without it: an incident. */
      kind: RecordKind.optional(),
      category: z.string().optional(),
      /** Without it: TLP:AMBER. */
      tlp: Tlp.optional(),
      scope: ReviewScope.optional(),
      /** Without it: Holdfast, for a closed ticket. */
      by: Author.optional(),
      importedFrom: ImportedFrom.optional(),
    }),
    withheld: ['timeline'],
  },
  'Incident Ticket Linked': {
    means: 'The incident ticket shows a link to its post-mortem.',
    data: z.object({ ...record, ticket: TicketRef }),
  },
  'Record Classified': {
    means: 'The kind, the category, the severity, the TLP mark or the due date of the record was set.',
    data: z.object({
      ...record,
      kind: RecordKind.optional(),
      category: z.string().optional(),
      severity: Severity.optional(),
      tlp: Tlp.optional(),
      dueAt: Instant.optional(),
      by: Author,
    }),
  },
  'Post-Mortem Submitted': {
    means: 'The record is complete and waits for an approver.',
    data: z.object({ ...record, revision: z.int().positive(), by: Author }),
  },
  'Approval Given': {
    means: 'Somebody who did not write it approved exactly this revision; more approvers have to.',
    data: z.object({
      ...record,
      revision: z.int().positive(),
      by: Person,
      at: Instant,
      stillNeeded: z.int().positive(),
    }),
  },
  'Post-Mortem Returned': {
    means: 'An approver sent the record back, with the reason.',
    data: z.object({ ...record, reason: z.string(), by: Person }),
  },
  'Post-Mortem Approved': {
    means: 'The last of its approvers, who did not write it, approved exactly this revision.',
    data: z.object({ ...record, revision: z.int().positive(), by: Person, at: Instant }),
  },
  'Post-Mortem Closed': {
    means:
      'Every remediation is verified, accepted or cancelled, and every lesson is in place, confirmed by a second person.',
    data: z.object({ ...record, at: Instant }),
  },
  'Post-Mortem Resumed': {
    means: 'A closed post-mortem has open work again: a fix broke, or an accepted time is over.',
    data: z.object({ ...record, at: Instant, because: z.string() }),
  },
  'Post-Mortem Carried On': {
    means: 'The incident came back: its ticket was reopened, so its record is open, still or again.',
    data: z.object({
      ...record,
      ticket: TicketRef,
      at: Instant,
      /** By when it is to be reviewed now. Without it: by when it was. */
      dueAt: Instant.optional(),
    }),
  },
  'Post-Mortem Waived': {
    means: 'An approver decided that this incident needs no post-mortem, with the reason.',
    data: z.object({ ...record, reason: z.string(), by: Person, at: Instant }),
  },
  'Post-Mortem Absorbed': {
    means: 'The record of another ticket of the same incident was merged into this one.',
    data: z.object({
      ...record,
      other: PostMortemId,
      ticket: TicketRef,
      /** Records that the other one had absorbed before; they come with it. */
      alsoTickets: z.array(z.object({ postMortemId: PostMortemId, ticket: TicketRef })).optional(),
      by: Person,
      at: Instant,
    }),
  },
  'Post-Mortem Merged': {
    means: 'This record ended: the one that it was merged into goes on.',
    data: z.object({ ...record, into: PostMortemId, reason: z.string(), by: Person, at: Instant }),
  },
  'Import Finished': {
    means: 'A record that came from a file is complete, with the status that it had there.',
    data: z.object({ ...record, status: RecordStatus, at: Instant, by: Author }),
  },
  'Lesson Claimed': {
    means: 'Somebody put a lesson, or another version of it, in place, with proof; a second person has to confirm it.',
    data: z.object({
      ...record,
      lessonId: PartId,
      reference: LessonReference,
      /** By when the second person is to have looked. */
      confirmBy: Instant,
      by: Author,
      at: Instant,
    }),
  },
  'Lesson Confirmed': {
    means: 'A second person confirmed that a lesson is in place.',
    data: z.object({ ...record, lessonId: PartId, nextReviewAt: Instant.optional(), by: Person, at: Instant }),
  },
  'Lesson Claim Refused': {
    means:
      'What was claimed of a lesson is no proof, or was taken back, with the reason: it is open again, or in place in the version before.',
    data: z.object({
      ...record,
      lessonId: PartId,
      reason: z.string(),
      /** By when the version before is to be reviewed, where that came due while the claim waited. */
      nextReviewAt: Instant.optional(),
      by: Person,
      at: Instant,
    }),
  },
  'Lesson Reviewed': {
    means:
      'Somebody looked again at a lesson that is in place: the policy, procedure, plan, training or detection still says it.',
    data: z.object({
      ...record,
      lessonId: PartId,
      reference: LessonReference,
      nextReviewAt: Instant.optional(),
      by: Author,
      at: Instant,
    }),
  },
  'Lesson No Longer Holds': {
    means: 'A review found that a lesson does not hold any more: it is open again, with the reason and a new date.',
    data: z.object({ ...record, lessonId: PartId, reason: z.string(), dueAt: Instant, by: Person, at: Instant }),
  },
  'Lesson Put In Place': {
    means:
      'In logs of earlier versions: a lesson was put in place by one person, or reviewed. Nobody confirmed it, and it stays in place.',
    data: z.object({
      ...record,
      lessonId: PartId,
      reference: LessonReference,
      nextReviewAt: Instant.optional(),
      by: Author,
      at: Instant,
    }),
  },
  'Temporary Measure Removed': {
    means: 'What was done to contain the incident for a while is undone, with what shows it.',
    data: z.object({
      ...record,
      measureId: PartId,
      proof: measureRemoval(STORED).shape.proof,
      by: Author,
      at: Instant,
    }),
  },
  'Temporary Measure Extended': {
    means: 'What was done to contain the incident for a while is needed for longer, with the reason.',
    data: z.object({ ...record, measureId: PartId, until: Instant, because: z.string(), by: Author, at: Instant }),
  },
  'Temporary Measure Due': {
    means: 'The time of a temporary measure is over, and nobody has said that it is undone.',
    data: z.object({
      ...record,
      measureId: PartId,
      kind: z.enum(MEASURE_KINDS),
      what: z.string(),
      ownerTeam: z.string(),
      dueAt: Instant,
    }),
  },
  'Notification Sent': {
    means: 'A regulator, a partner or somebody else outside was told.',
    data: z.object({
      ...record,
      notificationId: PartId,
      sentAt: Instant,
      reference: z.string().optional(),
      url: z.string().optional(),
      by: Author,
    }),
  },
  'Notification Due': {
    means: 'Somebody outside has to be told soon, or should have been, and nobody wrote down that they were.',
    data: z.object({
      ...record,
      notificationId: PartId,
      regime: NotificationDraft.shape.regime,
      stage: NotificationDraft.shape.stage,
      dueAt: Instant,
    }),
  },
  'Lesson Due': {
    means: 'The date passed on which a lesson was to be in place, to be confirmed, or to be reviewed.',
    data: z.object({
      ...record,
      lessonId: PartId,
      document: z.string(),
      ownerTeam: z.string(),
      dueAt: Instant,
    }),
  },
  'Evidence Received': {
    means: 'An upload arrived, and is what was announced: same size, same SHA-256.',
    data: z.object({ ...record, evidenceId: PartId, sha256: Sha256Hex, versionId: z.string().optional(), at: Instant }),
  },
  'Evidence Refused': {
    means: 'An upload arrived and is not what was announced.',
    data: z.object({
      ...record,
      evidenceId: PartId,
      because: z.string(),
      /** Version of the refused upload. It stays where it is, locked. */
      versionId: z.string().optional(),
      at: Instant,
    }),
  },
} as const satisfies Catalogue;

export type ReviewEvent = EventsOf<typeof REVIEW_EVENTS>;
