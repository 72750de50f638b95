import * as z from 'zod';
import { isFailed, isWatched, type Remediation } from '../../domain/remediation/remediation.ts';
import { dayOf, daysBetween } from '../../domain/words/day.ts';
import { Duration, subtractDuration } from '../../domain/words/duration.ts';
import { Instant, PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { dueActions, END_OF_TIME } from '../../store/queues/due.ts';
import { changedHeads } from '../../store/records/changed-heads.ts';
import type { RecordStore } from '../../store/records/record-store.ts';
import type { Table } from '../../store/table.ts';
import { Standing } from '../report-data.ts';
import { settledStandingOf } from './claims-now.ts';

/** Where claims stood when a report counted them, by record and fix. What is no claim is not in it. */
export const ClaimTally = z.object({
  /** A release in which claims stand elsewhere counts them anew, under the next number. */
  version: z.literal(1),
  at: Instant,
  records: z.record(PostMortemId, z.record(RecommendationId, Standing)),
});
export type ClaimTally = z.infer<typeof ClaimTally>;

/** Keeps one tally, from report to report. */
export type TallyFile = {
  /** As it was written; undefined where there is none. What cannot be read as a tally is as good as none. */
  readonly read: () => Promise<unknown>;
  readonly write: (tally: ClaimTally) => Promise<void>;
};

export type TallyDependencies = {
  store: Pick<RecordStore, 'remediation' | 'remediations'>;
  table: Table;
  tallyFile: TallyFile;
};

/** Changes that were under way at the last report are in the ledger of the days a moment later. */
const OVERLAP = Duration.parse('PT1H');
/** The ledger of the days ends: what is older is counted anew. */
const TRUSTED_FOR = Duration.parse('P60D');

/**
 * Where all claims stand now, as long as time alone does not move them. Only records that changed since the last tally are read,
 * so that what was proven long ago costs nothing; without a tally all claims are.
 */
export async function tallyClaims(deps: TallyDependencies, now: string): Promise<ClaimTally> {
  const before = await lastTally(deps, now);
  const records = before === undefined ? await countAll(deps) : await recount(deps, before, now);
  const tally: ClaimTally = { version: 1, at: now, records };
  await deps.tallyFile.write(tally);
  return tally;
}

async function lastTally({ tallyFile }: TallyDependencies, now: string): Promise<ClaimTally | undefined> {
  const { data: tally } = ClaimTally.safeParse(await tallyFile.read());
  const isUsable = tally !== undefined && tally.at <= now && tally.at > subtractDuration(now, TRUSTED_FOR);
  return isUsable ? tally : undefined;
}

async function countAll({ table, store }: TallyDependencies): Promise<ClaimTally['records']> {
  const records: ClaimTally['records'] = {};
  for (const queue of ['verify', 'reopen'] as const) {
    const keys = dueActions(table, queue, END_OF_TIME);
    const fixes = readTogether(keys, (one) => store.remediation(one.postMortemId, one.remediationId));
    for await (const fix of fixes) {
      // Fixes without a claim stand there, too, while something is to be done with their tickets.
      if (fix === undefined || !(isWatched(fix) || isFailed(fix))) continue;
      records[fix.postMortemId] = { ...records[fix.postMortemId], ...standingsOf([fix]) };
    }
  }
  return records;
}

async function recount(
  { table, store }: TallyDependencies,
  { at, records: before }: ClaimTally,
  now: string,
): Promise<ClaimTally['records']> {
  const records = { ...before };
  const read = async (id: PostMortemId) => ({ id, standings: standingsOf(await store.remediations(id)) });
  for await (const { id, standings } of readTogether(changedSince(table, at, now), read)) {
    delete records[id];
    if (Object.keys(standings).length > 0) records[id] = standings;
  }
  return records;
}

/** Records that changed since then, each once. */
async function* changedSince(table: Table, at: string, now: string): AsyncGenerator<PostMortemId> {
  const seen = new Set<PostMortemId>();
  for (const day of daysBetween(dayOf(subtractDuration(at, OVERLAP)), dayOf(now))) {
    for (const { postMortemId } of await changedHeads(table, day)) {
      if (!seen.has(postMortemId)) yield postMortemId;
      seen.add(postMortemId);
    }
  }
}

function standingsOf(fixes: readonly Remediation[]): Record<RecommendationId, Standing> {
  const claims = fixes.filter((fix) => isWatched(fix) || isFailed(fix));
  return Object.fromEntries(claims.map((fix) => [fix.id, settledStandingOf(fix)]));
}

/** Items that are read at once. */
const GROUP = 25;

/** Reads something for each of many, side by side in groups. */
export async function* readTogether<One, Result>(
  all: AsyncIterable<One> | Iterable<One>,
  read: (one: One) => Promise<Result>,
): AsyncGenerator<Result> {
  let group: One[] = [];
  for await (const one of all) {
    group.push(one);
    if (group.length < GROUP) continue;
    yield* await Promise.all(group.map(read));
    group = [];
  }
  yield* await Promise.all(group.map(read));
}
