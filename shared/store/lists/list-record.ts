import { fixListing } from '../../domain/lists/fix-listing.ts';
import { lessonListing } from '../../domain/lists/lesson-listing.ts';
import { recordListing } from '../../domain/lists/record-listing.ts';
import { searchWords, wordsOfRecord } from '../../domain/lists/search-words.ts';
import { isTicketed } from '../../domain/remediation/remediation.ts';
import type { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { loadRecord, loadRemediation, remediationsOf } from '../records/record-reads.ts';
import { keepListing, type ListDependencies } from './kept-listing.ts';

const RECORD = 'RECORD';

/**
 * Brings the lists in step with a record and its lessons, and with its fixes when what their lines tell of it changed.
 *
 * @throws VersionConflict after too many lost races
 */
export async function listRecord(deps: ListDependencies, postMortemId: PostMortemId): Promise<void> {
  const { table } = deps;
  const hasChanged = await keepListing(deps, { postMortemId, part: RECORD }, async () => {
    const record = (await loadRecord(table, postMortemId))?.record;
    if (record === undefined) return undefined;
    const [own, lessons] = [recordListing(record), lessonListing(record)];
    return {
      entries: [...own.entries, ...lessons.entries],
      counts: [...own.counts, ...lessons.counts],
      words: { openedAt: record.openedAt, words: wordsOfRecord(record) },
    };
  });
  // A fix's line shows the mark of its record and the key of the incident: both stand in the record's own line.
  if (!hasChanged) return;
  for (const { id } of await remediationsOf(table, postMortemId)) await listFix(deps, postMortemId, id);
}

/** Brings the lists in step with a fix. @throws VersionConflict, NotFound when there is no such record */
export async function listFix(deps: ListDependencies, postMortemId: PostMortemId, id: RecommendationId): Promise<void> {
  await keepListing(deps, { postMortemId, part: id }, async () => {
    const { head, remediation } = await loadRemediation(deps.table, postMortemId, id);
    if (remediation === undefined) return undefined;
    const ticket = isTicketed(remediation) ? searchWords(remediation.ticket.key).slice(0, 1) : [];
    return { ...fixListing(remediation, head.head), words: { openedAt: head.head.openedAt, words: ticket } };
  });
}
