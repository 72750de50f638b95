import type { RecommendationDraft } from '../../remediation/recommendation.ts';
import type { RecommendationId } from '../../words/identifiers.ts';
import type { Author } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import type { Severity } from '../../words/severity.ts';
import type { Tlp } from '../../words/tlp.ts';
import type { ContributingFactor, Observation, RootCause } from '../content/causes.ts';
import { type Correction, correctionProblem, factNow } from '../content/correction.ts';
import { mustKeepItsCustody } from '../content/evidence-custody.ts';
import { LIST_OF, PART_LIMITS, type Part, type PartKind, RECOMMENDATIONS_IN_ALL } from '../content/parts.ts';
import type { WrittenSection } from '../content/sections.ts';
import { entriesIn, MILESTONES_AT_MOST, type TimelineEntry } from '../content/timeline.ts';
import type { RecordEvent } from '../events/record-events.ts';
import type { PostMortem, RecordKind } from '../post-mortem.ts';
import type { PostMortemPolicy } from '../record-policy.ts';
import { mustBeKnown } from './open-record.ts';
import { mustBeAlive, mustBeOpen } from './record-rules.ts';
import { mustNotHideAMeasure } from './settle-measure.ts';

export const TIMELINE_LIMIT = 10_000;
/** Each is an item of its own, written in one transaction. */
export const ENTRIES_AT_ONCE = 50;

export function writeSection(record: PostMortem, written: WrittenSection, by: Author): RecordEvent[] {
  mustBeOpen(record);
  return [{ type: 'Section Written', data: { postMortemId: record.id, ...written, by } }];
}

export function addTimelineEntry(record: PostMortem, entry: TimelineEntry, by: Author): RecordEvent[] {
  mustTakeEntries(record, [entry]);
  return [{ type: 'Timeline Entry Added', data: { postMortemId: record.id, entry, by } }];
}

export function addTimelineEntries(record: PostMortem, entries: TimelineEntry[], by: Author): RecordEvent[] {
  mustTakeEntries(record, entries);
  return entries.length === 0
    ? []
    : [{ type: 'Timeline Entries Added', data: { postMortemId: record.id, entries, by } }];
}

/** @param before the entry as it stands; undefined when there is none */
export function changeTimelineEntry(
  record: PostMortem,
  before: TimelineEntry | undefined,
  change: Omit<TimelineEntry, 'id' | 'origin'>,
  by: Author,
): RecordEvent[] {
  const { at, kind, id, origin } = mustBeOwn(record, before);
  const entry = { ...change, id, origin };
  mustTakeMilestones(record, [entry]);
  return [{ type: 'Timeline Entry Changed', data: { postMortemId: record.id, entry, before: { at, kind }, by } }];
}

export function removeTimelineEntry(record: PostMortem, before: TimelineEntry | undefined, by: Author): RecordEvent[] {
  const entry = mustBeOwn(record, before);
  return [{ type: 'Timeline Entry Removed', data: { postMortemId: record.id, entry, by } }];
}

export function addRootCause(record: PostMortem, rootCause: RootCause, by: Author): RecordEvent[] {
  mustTakePart(record, { kind: 'root cause', content: rootCause });
  return [{ type: 'Root Cause Added', data: { postMortemId: record.id, rootCause, by } }];
}

export function addContributingFactor(record: PostMortem, factor: ContributingFactor, by: Author): RecordEvent[] {
  mustTakePart(record, { kind: 'contributing factor', content: factor });
  return [{ type: 'Contributing Factor Added', data: { postMortemId: record.id, factor, by } }];
}

export function addObservation(record: PostMortem, observation: Observation, by: Author): RecordEvent[] {
  return addPart(record, { kind: 'observation', content: observation }, by);
}

export function proposeRecommendation(
  record: PostMortem,
  id: RecommendationId,
  draft: RecommendationDraft,
  by: Author,
  status: 'draft' | 'proposed' = 'proposed',
): RecordEvent[] {
  const recommendation = { ...draft, id, status };
  mustTakePart(record, { kind: 'recommendation', content: recommendation });
  return [{ type: 'Recommendation Proposed', data: { postMortemId: record.id, recommendation, by } }];
}

/** Lessons, notifications, evidence, observations: what has no event of its own. */
export function addPart(record: PostMortem, part: Part, by: Author): RecordEvent[] {
  mustTakePart(record, part);
  return [{ type: 'Part Added', data: { postMortemId: record.id, part, by } }];
}

/**
 * Rewrites a part in its place. What was approved, ticketed or put in place is no longer the author's to change. What was
 * declined or put off is: in other words it is proposed again, and judged again.
 */
export function changePart(record: PostMortem, part: Part, by: Author): RecordEvent[] {
  mustBeOpen(record);
  mustBeChangeable(record, part.kind, part.content.id);
  if (part.kind === 'temporary measure') mustNotHideAMeasure(record, part.content.id, part.content.until);
  mustKeepItsCustody(record, part);
  mustKnowWhatItNames(record, part);
  return [
    { type: 'Part Changed', data: { postMortemId: record.id, part: keptAnnounced(record, toBeJudged(part)), by } },
  ];
}

/** Nobody judges a recommendation by rewriting it. */
function toBeJudged(part: Part): Part {
  if (part.kind !== 'recommendation') return part;
  const { declinedBecause: _, acceptance: _a, ...content } = part.content;
  return { kind: 'recommendation', content: { ...content, status: content.status === 'draft' ? 'draft' : 'proposed' } };
}

/**
 * Keeps, of a part that is rewritten, what its author does not write: the announced deadline, since other words are no new one; of a
 * lesson, why it is open again; and of a temporary measure, how often it was extended.
 */
function keptAnnounced(record: PostMortem, part: Part): Part {
  switch (part.kind) {
    case 'lesson': {
      const { announcedDueAt, reopened, heldUntil } = record.lessons.find(({ id }) => id === part.content.id) ?? {};
      const kept = {
        ...(announcedDueAt === undefined ? {} : { announcedDueAt }),
        ...(reopened === undefined ? {} : { reopened }),
        ...(heldUntil === undefined ? {} : { heldUntil }),
      };
      return { kind: part.kind, content: { ...part.content, ...kept } };
    }
    case 'notification': {
      const announcedDueAt = record.notifications.find(({ id }) => id === part.content.id)?.announcedDueAt;
      return announcedDueAt === undefined ? part : { kind: part.kind, content: { ...part.content, announcedDueAt } };
    }
    case 'temporary measure': {
      const { announcedDueAt, extensions } = record.temporaryMeasures.find(({ id }) => id === part.content.id) ?? {};
      const kept = {
        ...(announcedDueAt === undefined ? {} : { announcedDueAt }),
        ...(extensions === undefined ? {} : { extensions }),
      };
      return { kind: part.kind, content: { ...part.content, ...kept } };
    }
    default:
      return part;
  }
}

export function removePart(record: PostMortem, kind: PartKind, partId: string, by: Author): RecordEvent[] {
  mustBeOpen(record);
  mustBeChangeable(record, kind, partId);
  if (kind === 'temporary measure') mustNotHideAMeasure(record, partId);
  if (kind === 'evidence' && record.evidence.some(({ id, status }) => id === partId && status === 'held')) {
    throw new Refusal('wrong state', 'evidence that is held stays: nobody can take it out of its custody');
  }
  const naming = record.recommendations.find(({ answers }) => answers.some((one) => one === partId));
  if (naming !== undefined) {
    throw new Refusal('wrong state', `the recommendation "${naming.title}" answers it; change or remove that first`);
  }
  const lesson = record.lessons.find(({ claim, inPlace }) =>
    [claim, inPlace, inPlace?.reviewed].some((word) => word?.reference.test?.evidenceId === partId),
  );
  if (lesson !== undefined) {
    throw new Refusal(
      'wrong state',
      `it shows that the lesson "${lesson.document}" is in place; refuse that claim first`,
    );
  }
  const companion = record.rootCauses.find(({ worksWith = [] }) => worksWith.some((one) => one === partId));
  if (companion !== undefined) {
    throw new Refusal('wrong state', `the root cause "${companion.statement}" works with it; change that first`);
  }
  return [{ type: 'Part Removed', data: { postMortemId: record.id, kind, partId, by } }];
}

/** The category and the severity pick the template, so they are set while the record is open; its TLP mark at any time. */
export function classify(
  record: PostMortem,
  change: {
    kind?: RecordKind | undefined;
    category?: string | undefined;
    severity?: Severity | undefined;
    tlp?: Tlp | undefined;
    dueAt?: string | undefined;
  },
  by: Author,
  rules: { postMortem: PostMortemPolicy },
): RecordEvent[] {
  const { tlp, ...rest } = changedOf(record, change);
  if (Object.values(rest).some((value) => value !== undefined)) mustBeOpen(record);
  mustBeAlive(record);
  if (change.kind !== undefined) mustTakeKind(record, change.kind);
  if (change.category !== undefined) mustBeKnown(change.category, rules);
  if (tlp === undefined && Object.values(rest).every((value) => value === undefined)) return [];
  return [{ type: 'Record Classified', data: { postMortemId: record.id, ...rest, tlp, by } }];
}

/** What is that already is no change, and nobody an author for saying so again. */
function changedOf(record: PostMortem, { kind, category, severity, tlp, dueAt }: Parameters<typeof classify>[1]) {
  return {
    kind: kind === record.kind ? undefined : kind,
    category: category === record.category ? undefined : category,
    severity: severity === record.severity ? undefined : severity,
    tlp: tlp === record.tlp ? undefined : tlp,
    dueAt: dueAt === record.dueAt ? undefined : dueAt,
  };
}

/** A review is of a period, and of many incidents; what became of one alarm is found out while it is reviewed. */
function mustTakeKind(record: PostMortem, kind: RecordKind): void {
  const [from, to] = [record.kind, kind].map((one) => one === 'periodic review');
  if (from === to) return;
  throw new Refusal(
    'wrong state',
    to
      ? 'a record of one incident becomes no periodic review: open one, and name this record in what it covers'
      : 'a periodic review stays one: open a record for the incident',
  );
}

function mustTakeEntries(record: PostMortem, entries: readonly TimelineEntry[]): void {
  const count = entries.length;
  mustBeOpen(record);
  mustTakeMilestones(record, entries);
  if (count > ENTRIES_AT_ONCE) {
    throw new Refusal('limit', `${count} entries at once are too many: send ${ENTRIES_AT_ONCE} at a time`);
  }
  if (entriesIn(record.timelineCounts) + count <= TIMELINE_LIMIT) return;
  throw new Refusal('limit', `a timeline holds ${TIMELINE_LIMIT} entries; join some, or attach the log as evidence`);
}

function mustTakeMilestones({ milestones = [] }: PostMortem, entries: readonly TimelineEntry[]): void {
  const others = milestones.filter(({ entry }) => !entries.some(({ id }) => id === entry));
  const reached = entries.filter(({ milestone }) => milestone !== undefined);
  if (reached.length === 0 || others.length + reached.length <= MILESTONES_AT_MOST) return;
  throw new Refusal('limit', `a timeline holds ${MILESTONES_AT_MOST} milestones: mark the first and the last of each`);
}

function mustBeOwn(record: PostMortem, entry: TimelineEntry | undefined): TimelineEntry {
  mustBeOpen(record);
  if (entry === undefined) throw new Refusal('unknown part', 'there is no such entry at that time in this timeline');
  if (entry.origin === 'person') return entry;
  throw new Refusal(
    'wrong state',
    'this entry is what the ticket said; add an entry that sets it right, and name this one as what it `corrects`',
  );
}

function mustTakePart(record: PostMortem, part: Part): void {
  mustBeOpen(record);
  mustHaveRoom(record, part.kind);
  mustKnowWhatItNames(record, part);
}

function mustHaveRoom(record: PostMortem, kind: PartKind): void {
  const limit = PART_LIMITS[kind];
  const isFull =
    kind === 'recommendation'
      ? record.recommendations.filter(({ status }) => status !== 'approved').length >= limit
      : record[LIST_OF[kind]].length >= limit;
  if (isFull) throw new Refusal('limit', `a post-mortem holds ${limit} parts of the kind "${kind}"; join some`);
  if (kind !== 'recommendation' || record.recommendations.length < RECOMMENDATIONS_IN_ALL) return;
  throw new Refusal(
    'limit',
    `a post-mortem holds ${RECOMMENDATIONS_IN_ALL} recommendations, with those that were approved; open another record`,
  );
}

function mustBeChangeable(record: PostMortem, kind: PartKind, id: string): void {
  const found = record[LIST_OF[kind]].find((one) => one.id === id);
  if (found === undefined) throw new Refusal('unknown part', `there is no ${kind} ${id} in this record`);
  const status = 'status' in found ? found.status : 'open';
  const isSettled =
    kind === 'lesson' ? status !== 'open' : status === (kind === 'recommendation' ? 'approved' : 'removed');
  if (isSettled) throw new Refusal('wrong state', `this ${kind} is ${status}; it can no longer be changed`);
}

/** Ids that a part names have to be there: a recommendation answers causes and observations of this record. */
function mustKnowWhatItNames(record: PostMortem, { kind, content }: Part): void {
  if (kind === 'correction') mustStandBesideAFact(record, content);
  const { rootCauses, observations } = record;
  const named = kind === 'recommendation' ? content.answers : kind === 'root cause' ? (content.worksWith ?? []) : [];
  const known = new Set<string>([...rootCauses, ...observations].map(({ id }) => id));
  const unknown = named.find((id) => !known.has(id));
  if (unknown === undefined) return;
  const field = kind === 'recommendation' ? 'answers' : 'worksWith';
  throw new Refusal(
    'unknown part',
    `${field}: there is no root cause or observation ${unknown} in this record; add it first`,
  );
}

function mustStandBesideAFact({ incident, corrections }: PostMortem, correction: Correction): void {
  const problem = correctionProblem(incident, correction);
  if (problem !== undefined) throw new Refusal('incomplete', `${problem.path}: ${problem.message}`, [problem]);
  const others = corrections.filter(({ id }) => id !== correction.id);
  const now = { incident, corrections: [...others, correction] };
  const [began, ended] = [factNow(now, 'incident.openedAt'), factNow(now, 'incident.closedAt')];
  const isOfATime = correction.of === 'incident.openedAt' || correction.of === 'incident.closedAt';
  if (isOfATime && Date.parse(began) > Date.parse(ended)) {
    const message = `the end, ${ended}, would be before the beginning, ${began}: correct the other one first`;
    throw new Refusal('incomplete', `shouldBe: ${message}`, [{ path: 'shouldBe', message }]);
  }
  const other = others.find(({ of }) => of === correction.of);
  if (other === undefined) return;
  throw new Refusal('wrong state', `${correction.of} is corrected already: change that correction, ${other.id}`);
}
