import * as z from 'zod';
import { IncidentTicket, TicketRef } from '../ticket/incident-ticket.ts';
import { Instant, PostMortemId } from '../words/identifiers.ts';
import { Author, Person } from '../words/person.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';
import { DismissedHint } from './content/dismissed-hint.ts';
import { PartLists } from './content/parts.ts';
import { Sections } from './content/sections.ts';
import { ReachedMilestone, TimelineCounts } from './content/timeline.ts';

/**
 * `near miss`, `exercise`: nothing happened, much is learned. `false positive`: an alarm that was found to be no incident
 * (NIST SP 800-61). `periodic review`: of many incidents, say of a quarter.
 */
export const RecordKind = z.enum(['incident', 'near miss', 'exercise', 'false positive', 'periodic review']);
export type RecordKind = z.infer<typeof RecordKind>;

/**
 * ```
 *  open ─submit─▶ in review ─approve─▶ approved ─all fixes settled─▶ closed
 *   ▲ ▲               │                   │  ▲                         │
 *   │ └───return──────┘                   │  └─────a fix broke─────────┤
 *   └──────────────the incident was reopened───────────────────────────┘
 *  open ─▶ waived (an approver, with a reason)     open ─▶ merged (into another record)
 * ```
 */
export const RecordStatus = z.enum(['open', 'in review', 'approved', 'closed', 'waived', 'merged']);
export type RecordStatus = z.infer<typeof RecordStatus>;

/**
 * Origin of an imported record: its id there, the hash of the file, the time. `endsAs`: the status that its import is to end with;
 * records of earlier versions have none.
 */
export const ImportedFrom = z.object({
  id: z.string(),
  sha256: z.string(),
  at: Instant,
  endsAs: RecordStatus.optional(),
});

/** Most records that a periodic review names. */
export const REVIEWED_AT_MOST = 200;

/** Period and records of a periodic review. */
export const ReviewScope = z.object({
  from: Instant,
  to: Instant,
  covers: z.array(PostMortemId).max(REVIEWED_AT_MOST),
});

export const PostMortemHead = z.object({
  id: PostMortemId,
  kind: RecordKind,
  status: RecordStatus,
  /** Counts the record's changes. */
  revision: z.int().positive(),
  /** The revision of the last change to what an approver judges. An approval of this one or a later one counts. */
  contentRevision: z.int().positive(),
  /**
   * The revision of the last change that a person or a program made. What Holdfast notes by itself since then is no reason
   * to refuse what somebody writes. Absent in a record that was last written before this was kept.
   */
  writtenRevision: z.int().positive().optional(),
  /**
   * The revision from which on a reading is of what is judged now: of the last change of content, severity or category, or
   * of the last submission. Absent as above.
   */
  judgedRevision: z.int().positive().optional(),
  incident: IncidentTicket,
  severity: Severity,
  category: z.string().optional(),
  tlp: Tlp,
  scope: ReviewScope.optional(),
  openedAt: Instant,
  openedBy: Author.optional(),
  dueAt: Instant,
  isLinkedToTicket: z.boolean(),
  timelineCounts: TimelineCounts,
  /** Entries of the timeline that are milestones. Absent until the first one. */
  milestones: z.array(ReachedMilestone).optional(),
  /** Comments on it, with replies. Absent until the first one. */
  commentCount: z.int().nonnegative().optional(),
  /** Everybody who wrote in it. None of them may approve it. */
  authors: z.array(Author),
  submittedBy: Author.optional(),
  /** Words for this content so far. The record is approved when there are as many as its template wants. */
  approvals: z.array(z.object({ by: Person, at: Instant, revision: z.int().positive() })),
  approvedAt: Instant.optional(),
  returnedBecause: z.string().optional(),
  closedAt: Instant.optional(),
  /** How often the incident came back after its post-mortem had been opened. */
  carriedOn: z.int().nonnegative(),
  carriedOnAt: Instant.optional(),
  /** The revision at which it came back last. */
  carriedOnRevision: z.int().positive().optional(),
  ended: z.object({ reason: z.string(), by: Person, at: Instant, mergedInto: PostMortemId.optional() }).optional(),
  /** Tickets of the same incident, whose records were merged into this one. */
  absorbed: z.array(z.object({ postMortemId: PostMortemId, ticket: TicketRef })),
  importedFrom: ImportedFrom.optional(),
});
export type PostMortemHead = z.infer<typeof PostMortemHead>;

/** The structured review of one incident. Its timeline is read by itself, page by page. */
export const PostMortem = z.object({
  ...PostMortemHead.shape,
  sections: Sections,
  ...PartLists.shape,
  /** Hints that its authors did not answer, and why. */
  dismissedHints: z.array(DismissedHint).prefault([]),
});
export type PostMortem = z.infer<typeof PostMortem>;
