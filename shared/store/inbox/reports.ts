import * as z from 'zod';
import type { RecordedEvent } from '../../domain/events/recorded-event.ts';
import { REPORT_EVENTS } from '../../domain/events/report-events.ts';
import type { ReportLine } from '../../domain/lists/report-line.ts';
import { Actor } from '../../domain/words/person.ts';
import { namedReport, ReportKind } from '../../domain/words/report-name.ts';
import { sha256 } from '../../sha256.ts';
import { arrivals, keys } from '../keys.ts';
import { type ListPlace, linesAfter } from '../lists/after-place.ts';
import { getItem, itemsUnder, putItem, putNew, queryPage, queryPages, type Table } from '../table.ts';

/**
 * Remembers a report, once for each run, and announces it: the scheduler may start a run twice, and Lambda repeats one that failed
 * half-way.
 *
 * @param isAnnounced false: nobody is told of it on the bus, and nobody gets a mail
 */
export async function storeReport(
  table: Table,
  kind: string,
  runId: string,
  event: RecordedEvent,
  { isAnnounced = true } = {},
): Promise<void> {
  const outbox = isAnnounced ? { outbox: true } : {};
  await putNew(table, { ...keys.report(kind, runId), ...listedAt(event), ...outbox, event });
}

const listedAt = ({ data }: { data?: unknown }) => {
  const { generatedAt } = namedReport(nameIn(Published.parse(data)));
  return { deadlineQueue: arrivals.reports, deadlineAt: generatedAt };
};

/** What is read of the event of a report. */
const Published = REPORT_EVENTS['Report Published'].data;
type Published = z.infer<typeof Published>;

/** Reports have their name from their files since they have files. */
const nameIn = ({ keys: { json } }: Published): string => json.slice(json.lastIndexOf('/') + 1, -'.json'.length);

const ReportItem = z.object({ event: z.object({ actor: Actor, data: Published }) });

/** @returns end of the period of the report that a run announced; undefined when it announced none of this kind */
export async function endOfAnnounced(table: Table, kind: string, runId: string): Promise<string | undefined> {
  const item = await getItem(table, keys.report(kind, runId));
  return item === undefined ? undefined : ReportItem.parse(item).event.data.period.to;
}

/** Whether a run has made its report of this kind. */
export const isReportThere = async (table: Table, kind: string, runId: string): Promise<boolean> =>
  (await getItem(table, keys.report(kind, runId))) !== undefined;

/** Reports, the newest first, as lines with their places. */
export async function* reportsByTime(
  table: Table,
  after: ListPlace | undefined,
): AsyncGenerator<{ line: ReportLine; place: ListPlace }> {
  const placed = async function* () {
    for await (const page of queryPages(table, timesUpTo(after?.at ?? '9999'))) {
      for (const item of page) {
        const line = reportLine(item);
        const id = line.name;
        yield { line, place: { at: line.generatedAt, mark: sha256(id).slice(0, 16) } };
      }
    }
  };
  yield* linesAfter(after, placed(), ({ place }) => place);
}

const timesUpTo = (at: string) => ({
  IndexName: 'byDeadline',
  KeyConditionExpression: 'deadlineQueue = :queue AND deadlineAt <= :at',
  ExpressionAttributeValues: { ':queue': arrivals.reports, ':at': at },
  ScanIndexForward: false,
  Limit: READ_AT_ONCE,
});
const READ_AT_ONCE = 25;

/** A report by its name; undefined: there is none. */
export async function reportNamed(table: Table, name: string): Promise<ReportLine | undefined> {
  const { generatedAt } = namedReport(name);
  const { items } = await queryPage(table, {
    IndexName: 'byDeadline',
    KeyConditionExpression: 'deadlineQueue = :queue AND deadlineAt = :at',
    ExpressionAttributeValues: { ':queue': arrivals.reports, ':at': generatedAt },
  });
  return items.map(reportLine).find((line) => line.name === name);
}

function reportLine(item: unknown): ReportLine {
  const { actor, data } = ReportItem.parse(item).event;
  const name = nameIn(data);
  const { kind, period, summary } = data;
  const madeFor =
    actor.kind === 'system'
      ? undefined
      : { kind: actor.kind, id: actor.id, ...(actor.name === undefined ? {} : { name: actor.name }) };
  const { generatedAt } = namedReport(name);
  return { name, kind, generatedAt, period, summary, ...(madeFor === undefined ? {} : { madeFor }) };
}

/** Puts the reports of before there was a list into it. @returns how many there are */
export async function listReports(table: Table): Promise<number> {
  let count = 0;
  for (const kind of ReportKind.options) {
    for (const item of await itemsUnder(table, keys.report(kind, '').pk)) {
      count += 1;
      const stored = StoredReport.parse(item);
      if (!('deadlineQueue' in stored)) await putItem(table, { ...stored, ...listedAt(stored.event) });
    }
  }
  return count;
}
/** As it is: it is written back with its place and nothing else. */
const StoredReport = z.looseObject({ pk: z.string(), sk: z.string(), event: z.looseObject({ data: z.unknown() }) });
