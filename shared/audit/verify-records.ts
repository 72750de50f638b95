import { ANCHOR_PREFIX } from '../domain/history/anchor.ts';
import { itemNames } from '../domain/history/item-names.ts';
import type { RecordFinding, Witness } from '../domain/history/record-finding.ts';
import { type Day, dayAfter, dayOf, daysBetween, startOfDay } from '../domain/words/day.ts';
import type { PostMortemId } from '../domain/words/identifiers.ts';
import { NotFound } from '../store/errors.ts';
import { changedHeads, lookedHeads } from '../store/records/changed-heads.ts';
import { examineRecord } from '../store/records/examine-further.ts';
import type { Table } from '../store/table.ts';
import type { Anchors } from './read-anchors.ts';

export type VerifyRecordsDependencies = {
  table: Table;
  anchors: Anchors;
  now: () => string;
  /** Told before each record, and after each page of one: how many records are done, of how many, and how far this one is. */
  progress?: (done: number, all: number, examined?: Examined) => void;
};

/** Entries of a log that were read, and of its timeline. */
export type Examined = { entries: number; timeline: number };

export type RecordReport = {
  postMortemId: PostMortemId;
  entries: number;
  /** The last entry that a witness names; what came after it could still be rewritten without a trace. */
  anchoredUpTo: number;
  findings: RecordFinding[];
};

export type VerifyReport = {
  isWhole: boolean;
  anchors: { days: number; from: Day | undefined; to: Day | undefined; findings: RecordFinding[] };
  records: RecordReport[];
};

/** Heads of days without an anchor are looked up as far back as the table keeps them. */
const LOOK_BACK_MS = 90 * 86_400_000;
/** A day is anchored right after it is over; when it is not a day later, something is wrong. */
const ANCHORED_WITHIN_MS = 2 * 86_400_000;

/**
 * Holds one record, or all that the anchors and the days since then name, to their logs and anchors.
 *
 * @throws NotFound when the record asked for is neither in the table nor in an anchor
 */
export async function verifyRecords(deps: VerifyRecordsDependencies, only?: PostMortemId): Promise<VerifyReport> {
  const { table, anchors, now, progress = () => {} } = deps;
  const recent = await headsWithoutAnchor(deps);
  const byRecord = Map.groupBy([...anchors.witnesses, ...recent.witnesses], ({ postMortemId }) => postMortemId);
  const looksByRecord = Map.groupBy([...anchors.looks, ...recent.looks], ({ postMortemId }) => postMortemId);
  const ids = only === undefined ? [...new Set([...byRecord.keys(), ...looksByRecord.keys()])].toSorted() : [only];
  const records: RecordReport[] = [];
  for (const [done, id] of ids.entries()) {
    progress(done, ids.length);
    const witnesses = byRecord.get(id) ?? [];
    const held = { log: witnesses, looks: looksByRecord.get(id) ?? [] };
    const { log, head, findings } = await examineRecord(table, id, held, ({ log: { entries }, found }) =>
      progress(done, ids.length, { entries, timeline: found.length }),
    );
    if (head === null && log.entries === 0 && log.unreadable === undefined && witnesses.length === 0) {
      throw new NotFound(`post-mortem ${id}`);
    }
    records.push({
      postMortemId: id,
      entries: log.entries,
      anchoredUpTo: witnesses.findLast(({ where }) => where.startsWith(ANCHOR_PREFIX))?.sequence ?? 0,
      findings,
    });
  }
  const findings = [...anchors.findings, ...overdue(recent.days, now())];
  return {
    isWhole: findings.length === 0 && records.every((record) => record.findings.length === 0),
    anchors: { days: anchors.days.length, from: anchors.days.at(0), to: anchors.days.at(-1), findings },
    records,
  };
}

/** A day of which the table noted changed records, or looks at restricted ones. */
type DayWithHeads = { day: Day; hasChanges: boolean };

/** Heads that the table itself noted since the last anchor. A weaker witness: it stands beside what it speaks of. */
async function headsWithoutAnchor(
  deps: VerifyRecordsDependencies,
): Promise<Pick<Anchors, 'witnesses' | 'looks'> & { days: DayWithHeads[] }> {
  const { table, anchors, now } = deps;
  const last = anchors.days.at(-1);
  const earliest = new Date(Date.parse(now()) - LOOK_BACK_MS).toISOString();
  const days: DayWithHeads[] = [];
  const witnesses: Witness[] = [];
  const looks: Witness[] = [];
  for (const day of daysBetween(last === undefined ? earliest : startOfDay(dayAfter(last)), now())) {
    if (day < dayOf(earliest)) continue;
    const heads = await changedHeads(table, day);
    witnesses.push(...heads.map((head) => ({ ...head, where: itemNames.changed(day) })));
    const seen = await lookedHeads(table, day);
    looks.push(...seen.map((head) => ({ ...head, where: itemNames.looked(day) })));
    if (heads.length > 0 || seen.length > 0) days.push({ day, hasChanges: heads.length > 0 });
  }
  return { days, witnesses, looks };
}

function overdue(days: readonly DayWithHeads[], now: string): RecordFinding[] {
  return days
    .filter(({ day }) => Date.parse(startOfDay(day)) + ANCHORED_WITHIN_MS < Date.parse(now))
    .map(({ day, hasChanges }) => ({
      kind: 'anchor',
      where: hasChanges ? itemNames.changed(day) : itemNames.looked(day),
      what: `records ${hasChanges ? 'changed' : 'were looked at'} on that day, and it is not anchored`,
    }));
}
