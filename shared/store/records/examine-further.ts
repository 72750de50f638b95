import * as z from 'zod';
import { ChainHead } from '../../domain/history/audit-chain.ts';
import { itemNames } from '../../domain/history/item-names.ts';
import {
  beginExamination,
  findingsOf,
  type RecordExamination,
  tellsState,
  withLog,
  withLooks,
} from '../../domain/history/record-examination.ts';
import { NO_WITNESSES, type RecordFinding, type Witnesses } from '../../domain/history/record-finding.ts';
import { stateFindings, timelineFindings } from '../../domain/history/state-findings.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { sha256 } from '../../sha256.ts';
import { ReadConflict } from '../errors.ts';
import { keys, PREFIX } from '../keys.ts';
import { getItem, type Key, queryPage, type Table } from '../table.ts';
import { isRemoved } from './append.ts';
import { storedEntries, storedWithoutTimeline } from './stored-state.ts';

const RACE_LIMIT = 12;
/** Items of a page, which ends at DynamoDB's 1 MB where they are long. */
const PAGE_ITEMS = 500;

const EventItem = z.looseObject({ sk: z.string(), event: z.unknown() });
const Keyed = z.looseObject({ sk: z.string() });

/** The whole examination of a record. @param progress told after each page */
export async function examineRecord(
  table: Table,
  id: PostMortemId,
  witnesses: Witnesses = NO_WITNESSES,
  progress: (examination: RecordExamination) => void = () => {},
): Promise<RecordExamination & { findings: RecordFinding[] }> {
  let examination = beginExamination(id);
  while (examination.at !== 'done') {
    examination = await examineFurther(table, examination, 1, witnesses);
    progress(examination);
  }
  return { ...examination, findings: findingsOf(examination, witnesses, sha256) };
}

/**
 * Examines a record further, for whoever does not trust the table.
 *
 * @param pages how many pages of 500 items or 1 MB are read at the most, besides the state at the end
 * @throws ReadConflict when somebody wrote in between every time
 */
export async function examineFurther(
  table: Table,
  before: RecordExamination,
  pages: number,
  witnesses: Witnesses = NO_WITNESSES,
): Promise<RecordExamination> {
  let examination = before;
  for (let read = 0; read < pages && examination.at !== 'done'; read += 1) {
    examination = await STEPS[examination.at]({ table, witnesses }, examination);
  }
  return examination;
}

type Reads = { table: Table; witnesses: Witnesses };

const STEPS: Record<
  Exclude<RecordExamination['at'], 'done'>,
  (reads: Reads, before: RecordExamination) => Promise<RecordExamination>
> = {
  log: examineLog,
  looks: examineLooks,
  timeline: examineTimeline,
  state: examineState,
};

async function examineLog(reads: Reads, before: RecordExamination): Promise<RecordExamination> {
  const { examination, isEnd } = await readLog(reads, before);
  if (!isEnd) return examination;
  const looksHead = (await headOf(reads.table, keys.looks(before.id))) ?? null;
  return { ...examination, at: 'looks', after: '', looksHead };
}

async function readLog({ table, witnesses }: Reads, before: RecordExamination) {
  const { items, after, isEnd } = await pageAfter(table, before.id, [PREFIX.event, PREFIX.event], before.logAfter);
  const examination = withLog({ ...before, logAfter: after }, eventsIn(items), witnesses, sha256);
  return { examination, isEnd };
}

async function examineLooks({ table, witnesses }: Reads, before: RecordExamination): Promise<RecordExamination> {
  const { id } = before;
  const { items, after, isEnd } = await pageAfter(table, id, [PREFIX.look, PREFIX.look], before.after);
  if (before.looksHead === null && items.length > 0) {
    // The first look of all may have come since the head was read: then they are read again, up to the head of now.
    const looksHead = await headOf(table, keys.looks(id));
    if (looksHead !== undefined) return { ...before, looksHead };
  }
  const last = before.looksHead === null ? undefined : itemNames.look(before.looksHead.sequence);
  const wanted = items.filter(({ sk }) => last === undefined || sk <= last);
  const examination = { ...withLooks(before, eventsIn(wanted), witnesses, sha256), after };
  if (!isEnd && wanted.length === items.length) return examination;
  return { ...examination, after: '', at: tellsState(examination) ? 'timeline' : 'state' };
}

async function examineTimeline(reads: Reads, before: RecordExamination): Promise<RecordExamination> {
  const { examination, value } = await atOneMoment(reads, before, () =>
    // Packs of the ticket's entries lie right before those of people.
    pageAfter(reads.table, before.id, [PREFIX.ticketPack, PREFIX.timelineEntry], before.after),
  );
  const entries = storedEntries(value.items);
  const next = { ...examination, after: value.after, ...(value.isEnd ? ({ at: 'state' } as const) : {}) };
  if (!tellsState(next)) return next;
  if ('unreadable' in entries) {
    const finding = { kind: 'unreadable' as const, where: entries.where, what: entries.unreadable };
    return { ...next, timelineUnreadable: next.timelineUnreadable ?? finding };
  }
  return {
    ...next,
    found: [...next.found, ...entries.map(({ id }) => id)],
    timelineFindings: [...next.timelineFindings, ...timelineFindings(entries, next.told, sha256)],
  };
}

async function examineState(reads: Reads, before: RecordExamination): Promise<RecordExamination> {
  const { id } = before;
  const { examination, value, head } = await atOneMoment(reads, before, () =>
    tellsState(before) ? storedWithoutTimeline(reads.table, id) : Promise.resolve(undefined),
  );
  const isCompared = value !== undefined && tellsState(examination);
  const findings = isCompared ? stateFindings(id, value, examination.told) : [];
  return { ...examination, at: 'done', head, stateFindings: findings };
}

/**
 * Reads something together with the end of the log.
 *
 *     head 7 ── log to its end ── items ── head 7   all of one moment
 *     head 7 ── log to its end ── items ── head 8   somebody wrote in between: again, from there
 */
async function atOneMoment<Value>(reads: Reads, before: RecordExamination, read: () => Promise<Value>) {
  const { table } = reads;
  const key = keys.record(before.id);
  let examination = before;
  for (let attempt = 1; attempt <= RACE_LIMIT; attempt += 1) {
    const head = await headOf(table, key);
    for (let isEnd = false; !isEnd; ) ({ examination, isEnd } = await readLog(reads, examination));
    const value = await read();
    const after = await headOf(table, key);
    if (head?.sequence === after?.sequence && head?.lastHash === after?.lastHash) {
      return { examination, value, head: after ?? null };
    }
  }
  throw new ReadConflict(`post-mortem ${before.id}`);
}

async function headOf(table: Table, key: Key): Promise<ChainHead | undefined> {
  return ChainHead.safeParse(await getItem(table, key)).data;
}

/** A page of a record's items, as they are now. @param between prefixes of the first and the last ones @param after sort key of the last one before */
async function pageAfter(table: Table, id: PostMortemId, [first, last]: [string, string], after: string) {
  const { items, next } = await queryPage(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':pk': keys.record(id).pk,
      // The next key that there could be: no key of ours holds a control character.
      ':first': after === '' ? first : `${after}\u0001`,
      ':last': `${last}\uffff`,
    },
    Limit: PAGE_ITEMS,
  });
  const keyed = z.array(Keyed).parse(items);
  return { items: keyed, after: keyed.at(-1)?.sk ?? after, isEnd: next === undefined };
}

const eventsIn = (items: readonly Record<string, unknown>[]): unknown[] =>
  items.filter((item) => !isRemoved(item)).map((item) => EventItem.parse(item).event);
