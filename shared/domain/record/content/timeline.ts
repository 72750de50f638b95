import * as z from 'zod';
import { Instant, PartId } from '../../words/identifiers.ts';
import { STORED, type Words, WRITTEN } from '../../words/words.ts';

export const TimelineKind = z.enum(['attacker', 'detection', 'decision', 'action', 'communication']);
export type TimelineKind = z.infer<typeof TimelineKind>;

export const TimePrecision = z.enum(['minute', 'hour', 'day', 'month', 'year']);
export type TimePrecision = z.infer<typeof TimePrecision>;

/** Turns of an incident by which its times are counted. NIST SP 800-61; the times of VERIS are spans between them. */
export const Milestone = z.enum(['began', 'detected', 'contained', 'eradicated', 'recovered']);
export type Milestone = z.infer<typeof Milestone>;

/** Says a role, never a name: a timeline is about the system, not about blame. */
export const happening = ({ prose }: Words) =>
  z.strictObject({
    at: Instant,
    /** How exactly the time is known; without it, as it is written. What is told from memory, or of years ago, rarely is. */
    precision: TimePrecision.optional(),
    what: prose(1, 4_000),
    kind: TimelineKind,
    /** What was reached then. Of several, the first is when it began and was detected, the last is when it was over. */
    milestone: Milestone.optional(),
    role: z.string().max(200).optional(),
    /** Source that shows it: a log, a chat, a camera. */
    evidencedBy: prose(1, 500).optional(),
    /** Entry of the ticket that this one sets right. That one stays as it came. */
    corrects: z.strictObject({ at: Instant, id: PartId }).optional(),
  });
export const TimelineEntry = z.object({
  id: PartId,
  ...happening(STORED).shape,
  origin: z.enum(['ticket', 'person']),
  /** The ticket shows it to some of its readers only, such as an internal comment of a service desk. */
  isRestricted: z.literal(true).optional(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** Timeline entry as a person writes it. */
export const TimelineEntryDraft = happening(WRITTEN);
export type TimelineEntryDraft = z.infer<typeof TimelineEntryDraft>;

/** Time, and how exactly it is known. */
export const TimeAsKnown = z.object({ at: Instant, precision: TimePrecision.optional() });
export type TimeAsKnown = z.infer<typeof TimeAsKnown>;

/** Entry that is a milestone, as the record keeps it: the entries themselves are read page by page. */
export const ReachedMilestone = z.object({ entry: PartId, milestone: Milestone, ...TimeAsKnown.shape });
export type ReachedMilestone = z.infer<typeof ReachedMilestone>;

/** Most entries of a timeline that are milestones. There are five of them; some are reached in steps. */
export const MILESTONES_AT_MOST = 50;

/** Number of entries that there are of each kind. The entries themselves are no part of the record: there may be thousands. */
export const TimelineCounts = z.object({
  attacker: z.int().nonnegative(),
  detection: z.int().nonnegative(),
  decision: z.int().nonnegative(),
  action: z.int().nonnegative(),
  communication: z.int().nonnegative(),
});
export type TimelineCounts = z.infer<typeof TimelineCounts>;

export const NO_ENTRIES: TimelineCounts = { attacker: 0, detection: 0, decision: 0, action: 0, communication: 0 };

export function entriesIn(counts: TimelineCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export function adjustedCounts(counts: TimelineCounts, kinds: readonly TimelineKind[], by: 1 | -1): TimelineCounts {
  const next = { ...counts };
  for (const kind of kinds) next[kind] += by;
  return next;
}

/** By time; entries of the same instant in the order of their ids, which is that of their creation. */
export function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || compareIds(a, b));
}

export function compareIds(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
