import { fixListing } from '../../../shared/domain/lists/fix-listing.ts';
import { lessonListing } from '../../../shared/domain/lists/lesson-listing.ts';
import type { Listing } from '../../../shared/domain/lists/list-entry.ts';
import { recordListing } from '../../../shared/domain/lists/record-listing.ts';
import { wordsOfRecord } from '../../../shared/domain/lists/search-words.ts';
import type { PostMortem, RecordStatus } from '../../../shared/domain/record/post-mortem.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { PostMortemId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import type { Severity } from '../../../shared/domain/words/severity.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { wordItem } from '../../../shared/store/inbox/words.ts';
import { keys } from '../../../shared/store/keys.ts';
import { fixChangeLines, recordChangeLine } from '../../../shared/store/lists/list-record.ts';
import { headFields } from '../../../shared/store/records/record-items.ts';
import type { Item } from '../../../shared/store/table.ts';
import { testIds } from './ids.ts';
import { writeAll } from './many-fixes.ts';
import { aLesson } from './records.ts';
import { ticketedRemediation } from './stories.ts';
import type { World } from './world.ts';

/** The first of them are alike in each size: what is asked for below finds the same. */
const SPECIAL = 60;
/** More than a search looks at of one word; the rest would only take time to write. */
const WITH_WORDS = 2_000;
const STATUSES: readonly RecordStatus[] = ['open', 'approved', 'closed'];
const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/**
 * What the lists say of many records, each with a fix, a lesson and a signal, as copies of one that came the whole way. Written past the store and
 * the worker, so that a hundred thousand take minutes. The first 60 are of another team, with a technique, a person and a word of
 * their own, and have their heads, as a search reads them.
 */
export async function manyListed(world: World, count: number): Promise<void> {
  const fix = await ticketedRemediation(world);
  const one = await world.store.postMortem(fix.postMortemId);
  if (one === undefined) throw new Error('the record of a fix is there');
  const newId = testIds('01KD000000');
  const counts = new Map<string, number>();
  await writeAll(world, function* () {
    for (let index = 0; index < count; index += 1) {
      const isSpecial = index < SPECIAL;
      const openedAt = new Date(Date.parse('2026-01-01T00:00:00.000Z') + index * 60_000).toISOString();
      const id = PostMortemId.parse(newId());
      const record = {
        ...one,
        ...{ id, openedAt, tlp: 'AMBER' as const },
        status: isSpecial ? ('in review' as const) : (STATUSES[index % 3] ?? 'open'),
        severity: SEVERITIES[index % 4] ?? 'low',
        incident: {
          ...one.incident,
          title: isSpecial ? 'Unusual quince' : 'Employees phished',
          techniques: isSpecial ? ['T1486'] : ['T1566'],
        },
        lessons: [aLesson({ ownerTeam: isSpecial ? 'quince' : 'messaging', dueAt: openedAt })],
      };
      const ownFix = {
        ...fix,
        ...{ id: RecommendationId.parse(newId()), postMortemId: id, dueAt: openedAt },
        ownerTeam: isSpecial ? 'quince' : 'messaging',
      };
      for (const listing of [recordListing(record), lessonListing(record), fixListing(ownFix, record)]) {
        yield* linesOf(listing, counts);
      }
      yield* changedItems(record, ownFix, openedAt);
      yield aSignal(world, openedAt, isSpecial);
      if (index >= WITH_WORDS) continue;
      for (const word of wordsOfRecord(record)) yield keys.searchWord(word, openedAt, id, 'RECORD');
      if (isSpecial) yield { ...keys.record(id), sequence: 1, lastHash: '0', ...headFields(record) };
    }
  });
  await writeAll(world, function* () {
    for (const [sk, n] of counts) yield { ...keys.count([]), sk, AMBER: n };
  });
}

/** Lines in the order of last changes: each of them changed last when it was opened. */
function* changedItems(record: PostMortem, fix: Remediation, at: string): Generator<Item> {
  for (const { name, queue: deadlineQueue, line } of [recordChangeLine(record), ...fixChangeLines(fix, record)]) {
    const mark = sha256(name === 'CHANGED' ? record.id : fix.id).slice(0, 16);
    yield { ...keys.listMark(record.id, name), sequence: 1, deadlineQueue, deadlineAt: `${at}#${mark}`, line };
  }
}

/** Of each record one: what is asked for of a subject is few among them. */
function aSignal(world: World, observedAt: string, isSpecial: boolean): Item {
  const subject = { type: 'technique' as const, id: isSpecial ? 'T1486' : 'T1566' };
  const signal = { id: 'run', subject, outcome: 'pass' as const, source: 'mail-simulation', observedAt };
  const event = world.event({ type: 'Signal Recorded', data: { signal } });
  return wordItem(signal, { ...event, occurredAt: observedAt });
}

function* linesOf({ entries, counts }: Listing, counted: Map<string, number>): Generator<Item> {
  for (const { list } of counts) {
    const { sk } = keys.count(list);
    counted.set(sk, (counted.get(sk) ?? 0) + 1);
  }
  for (const { list, at, id, line } of entries) yield { ...keys.listLine(list, at, id), line };
}
