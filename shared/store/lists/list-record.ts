import { FIX_CHANGES, RECORD_CHANGES } from '../../domain/lists/changes.ts';
import { fixLine, fixListing } from '../../domain/lists/fix-listing.ts';
import { lessonListing } from '../../domain/lists/lesson-listing.ts';
import { measureListing } from '../../domain/lists/measure-listing.ts';
import { recordListing } from '../../domain/lists/record-listing.ts';
import { searchWords, wordsOfRecord } from '../../domain/lists/search-words.ts';
import type { PostMortemHead } from '../../domain/record/post-mortem.ts';
import { summaryOf } from '../../domain/record/record-summary.ts';
import { rankOfFix, withRankOf } from '../../domain/remediation/rank.ts';
import { isTicketed, type Remediation } from '../../domain/remediation/remediation.ts';
import type { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { changes, keys } from '../keys.ts';
import { HeadItem } from '../records/read-record.ts';
import { loadRecord, loadRemediation, recordReads, remediationsOf } from '../records/record-reads.ts';
import { getItem, type Table } from '../table.ts';
import { type ChangedLine, keepChanged, lastChangeInLog } from './changed-lines.ts';
import { keepListing, type ListDependencies } from './kept-listing.ts';

const RECORD = 'RECORD';

/**
 * Brings the lists in step with a record, its lessons and its temporary measures, and with its fixes when what their lines tell of it changed.
 *
 * @throws VersionConflict after too many lost races
 */
export async function listRecord(deps: ListDependencies, postMortemId: PostMortemId): Promise<void> {
  const { table } = deps;
  // First: were it to fail after the lists, the repeat would find them in step and pass over the fixes.
  await listRecordChange(table, postMortemId);
  const hasChanged = await keepListing(deps, { postMortemId, part: RECORD }, async () => {
    const record = (await loadRecord(table, postMortemId))?.record;
    if (record === undefined) return undefined;
    const all = [recordListing(record), lessonListing(record), measureListing(record)];
    return {
      entries: all.flatMap(({ entries }) => entries),
      counts: all.flatMap(({ counts }) => counts),
      words: { openedAt: record.openedAt, words: wordsOfRecord(record) },
    };
  });
  // A fix's line shows the mark of its record and the key of the incident: both stand in the record's own line.
  if (!hasChanged) return;
  for (const { id } of await remediationsOf(table, postMortemId)) await listFix(deps, postMortemId, id);
}

/** Brings the lists in step with a fix. @throws VersionConflict, NotFound when there is no such record */
export async function listFix(deps: ListDependencies, postMortemId: PostMortemId, id: RecommendationId): Promise<void> {
  const last: { read?: LoadedFix } = {};
  await keepListing(deps, { postMortemId, part: id }, async () => {
    last.read = await loadRanked(deps.table, postMortemId, id);
    const { head, remediation } = last.read;
    if (remediation === undefined) return undefined;
    const ticket = isTicketed(remediation) ? searchWords(remediation.ticket.key).slice(0, 1) : [];
    return { ...fixListing(remediation, head.head), words: { openedAt: head.head.openedAt, words: ticket } };
  });
  if (last.read !== undefined) await listFixChange(deps.table, postMortemId, last.read);
}

/** A fix with its rank: one from before that was kept has it from its recommendation. */
async function loadRanked(table: Table, postMortemId: PostMortemId, id: RecommendationId): Promise<LoadedFix> {
  const read = await loadRemediation(table, postMortemId, id);
  const { remediation } = read;
  if (remediation === undefined || rankOfFix(remediation) !== undefined) return read;
  const recommendation = await recordReads(table).recommendation(postMortemId, id);
  return { ...read, remediation: withRankOf(remediation, recommendation) };
}

/** Brings a record in step in the order of last changes. */
export async function listRecordChange(table: Table, id: PostMortemId): Promise<void> {
  const item = await getItem(table, keys.record(id));
  if (item === undefined) return;
  const { head, sequence } = HeadItem.parse(item);
  const changedAt = await lastChangeInLog(table, id, RECORD_CHANGES);
  if (changedAt === undefined) return;
  await keepChanged(table, id, { id, sequence, changedAt, lines: [recordChangeLine(head)] });
}

/** Line of a record in the order of last changes. */
export function recordChangeLine(head: PostMortemHead): ChangedLine {
  const line = summaryOf(head);
  return { name: 'CHANGED', queue: changes.records(line.status, line.severity), line };
}

type LoadedFix = Awaited<ReturnType<typeof loadRemediation>>;

/** Brings a fix in step in the order of last changes. */
async function listFixChange(
  table: Table,
  postMortemId: PostMortemId,
  { head, remediation, changedAt: kept }: LoadedFix,
): Promise<void> {
  if (remediation === undefined) return;
  const { id } = remediation;
  const changedAt = kept ?? (await lastChangeInLog(table, postMortemId, FIX_CHANGES, id));
  if (changedAt === undefined) return;
  const lines = fixChangeLines(remediation, head.head);
  await keepChanged(table, postMortemId, { id, sequence: head.sequence, changedAt, lines });
}

/** Lines of a fix in the order of last changes: among all of its state, and among those of its team. */
export function fixChangeLines(fix: Remediation, head: Pick<PostMortemHead, 'tlp' | 'incident'>): ChangedLine[] {
  const line = fixLine(fix, head);
  return [
    { name: `${fix.id}#CHANGED`, queue: changes.fixes(line.state), line },
    { name: `${fix.id}#CHANGED#TEAM`, queue: changes.fixes(line.state, line.ownerTeam), line },
  ];
}
