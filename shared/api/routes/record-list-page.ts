import * as z from 'zod';
import { currentTechnique } from '../../domain/knowledge/attack.ts';
import type { ListPath } from '../../domain/lists/list-entry.ts';
import { listedNamesOf, RECORD_SORTS, recordLists } from '../../domain/lists/record-listing.ts';
import { TechniqueId } from '../../domain/record/content/attack.ts';
import { RecordKind, RecordStatus } from '../../domain/record/post-mortem.ts';
import { RecordSummary } from '../../domain/record/record-summary.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { Severity } from '../../domain/words/severity.ts';
import { changes } from '../../store/keys.ts';
import { changedLines } from '../../store/lists/changed-lines.ts';
import { GroupPlace, groupedLines } from '../../store/lists/grouped-lines.ts';
import { isListed, LinePlace, linesOf } from '../../store/lists/lines.ts';
import { DuePosition, OpenedPosition, recordsByDeadline, recordsByOpening } from '../../store/records/listings.ts';
import type { Table } from '../../store/table.ts';
import { PAGE_QUERY, positionIn } from '../http/paging.ts';
import type { Call } from '../route.ts';
import { LIST_FORMAT, listPage, type Page } from './list-page.ts';

/** How the list of records is asked. */
export const RECORD_QUERY = {
  ...PAGE_QUERY,
  ...LIST_FORMAT,
  status: z.array(RecordStatus).min(1).max(6).optional().describe('Repeat it for several. Without it: open, in review'),
  kind: z.array(RecordKind).min(1).max(RecordKind.options.length).optional(),
  severity: z.array(Severity).min(1).max(4).optional(),
  category: z.array(z.string().min(1).max(100)).min(1).max(20).optional(),
  technique: z
    .array(TechniqueId)
    .min(1)
    .max(10)
    .optional()
    .describe('ATT&CK; a technique finds its sub-techniques, too, and a retired one what took its place'),
  mine: z
    .enum(['true'])
    .optional()
    .describe('Those in which you take part: opened, wrote, submitted, or in the team of the review'),
  dueBefore: Instant.optional(),
  sort: z
    .enum(RECORD_SORTS)
    .optional()
    .describe(
      '`opened`: the newest first. `changed`: the last change first, comments left out; what changes while pages are read goes to the ' +
        'beginning. `severity`: the worst first, of one severity the newest. Without it: those that are open or in review by their ' +
        'deadline, all others the newest first',
    ),
};
type Query = z.output<z.ZodObject<typeof RECORD_QUERY>>;

/** A look into a restricted record is logged, so a list says no more of it than that it is there. */
export const RestrictedSummary = RecordSummary.pick({ id: true, status: true, tlp: true });
export type RestrictedSummary = z.infer<typeof RestrictedSummary>;

/** More lists than this cost more to begin than the one of all records costs to read. */
const LISTS_AT_ONCE = 12;

type ListCall = Call<unknown, Query>;
type RecordPage = Promise<Page<RecordSummary | RestrictedSummary>>;

/** A page of records, from the lists that are in the order that is asked for. */
export function recordPage(call: ListCall): RecordPage {
  const { sort } = call.query;
  if (sort === 'severity') return worstFirst(call);
  return sort === 'changed' ? lastChangedFirst(call) : newestOrDueFirst(call);
}

function worstFirst(call: ListCall): RecordPage {
  const severities = Severity.options.filter((one) => call.query.severity?.includes(one) ?? true);
  const groups = severities.map((one) => narrowLists(call) ?? statusLists(call.query, [one]));
  const place = { after: after(call, GroupPlace), asOf: call.deps.now() };
  return listPage(call, {
    ...common(call),
    isWanted: (line, { group }) => line.severity === severities[group] && isAsked(line, call.query),
    lines: groupedLines(call.deps.table, groups, RecordSummary, { newestFirst: true, ...place }),
    lists: groups.flat(),
  });
}

function lastChangedFirst(call: ListCall): RecordPage {
  const {
    query,
    deps: { table },
  } = call;
  const queues = statusAndSeverities(query).map(([status, severity]) => changes.records(status, severity));
  const within = query.mine === undefined && query.technique === undefined ? undefined : narrowLists(call);
  return listPage(call, {
    ...common(call),
    isWanted: async (line) => isAsked(line, query) && (within === undefined || (await isInOne(table, within, line))),
    lines: changedLines(table, queues, RecordSummary, after(call, LinePlace)),
    lists: statusLists(query),
  });
}

function newestOrDueFirst(call: ListCall): RecordPage {
  const {
    query,
    deps: { table },
  } = call;
  const lists = listsFor(call);
  if (lists === 'by deadline') {
    const which = { after: after(call, DuePosition), before: query.dueBefore };
    return listPage(call, { ...common(call), lines: placed(recordsByDeadline(table, which)) });
  }
  if (lists === 'all') {
    return listPage(call, { ...common(call), lines: placed(recordsByOpening(table, after(call, OpenedPosition))) });
  }
  const lines = linesOf(table, lists, RecordSummary, { newestFirst: true, after: after(call, LinePlace) });
  return listPage(call, { ...common(call), lines, lists });
}

function questionOf({ query: { cursor: _c, limit: _l, format: _f, ...question } }: ListCall) {
  return question;
}

const after = <Place>(call: ListCall, schema: z.ZodType<Place>): Place | undefined =>
  positionIn(questionOf(call), call.query.cursor, schema);

const common = (call: ListCall) => ({
  question: questionOf(call),
  isWanted: (line: RecordSummary): boolean => isAsked(line, call.query),
  restricted: RestrictedSummary,
  recordOf: (line: RecordSummary) => line,
});

type Asked = Pick<Call<unknown, Query>, 'query' | 'by'>;

/** The lists that hold what is asked for and little else. */
function listsFor({ query, by }: Asked): ListPath[] | 'by deadline' | 'all' {
  const { status = UNASKED, technique, mine, sort } = query;
  const isUnfinished = status.every((one) => UNASKED.includes(one));
  const isByDeadline = sort === undefined && mine === undefined && technique === undefined && isUnfinished;
  if (isByDeadline) return 'by deadline';
  const narrow = narrowLists({ query, by });
  if (narrow !== undefined) return narrow;
  const lists = statusLists(query);
  return lists.length > LISTS_AT_ONCE ? 'all' : lists;
}

const UNASKED: readonly RecordStatus[] = ['open', 'in review'];

/** Lists of what few records have; undefined where nothing of that kind is asked for. */
function narrowLists({ query: { category, technique, mine }, by }: Asked): ListPath[] | undefined {
  if (mine !== undefined) return listedNamesOf(by).map(recordLists.person);
  if (technique !== undefined) return technique.map((id) => recordLists.technique(currentTechnique(id)));
  return category?.map(recordLists.category);
}

/** Each status with each severity that is asked for. */
const statusAndSeverities = (
  query: Query,
  severities = query.severity ?? Severity.options,
): [RecordStatus, Severity][] =>
  statusesIn(query).flatMap((status) => severities.map((severity): [RecordStatus, Severity] => [status, severity]));

const statusLists = (...asked: Parameters<typeof statusAndSeverities>): ListPath[] =>
  statusAndSeverities(...asked).map(([status, severity]) => recordLists.status(status, severity));

/** Who looks for their own, or for a technique, looks at all of them unless they say otherwise. */
const statusesIn = ({ status, mine, technique }: Query): readonly RecordStatus[] =>
  status ?? (mine === undefined && technique === undefined ? UNASKED : RecordStatus.options);

/** Nothing keeps the records of a person or a technique by their last change: each line is looked up in the list of those. */
async function isInOne(table: Table, lists: readonly ListPath[], { id, openedAt }: RecordSummary): Promise<boolean> {
  const found = await Promise.all(lists.map((list) => isListed(table, list, openedAt, id)));
  return found.includes(true);
}

async function* placed<Place>(
  listed: AsyncGenerator<{ summary: RecordSummary; position: Place }>,
): AsyncGenerator<{ line: RecordSummary; place: Place }> {
  for await (const { summary, position } of listed) yield { line: summary, place: position };
}

function isAsked(summary: RecordSummary, query: Query): boolean {
  const { kind, severity, category, dueBefore } = query;
  const { category: is = '', dueAt } = summary;
  return (
    statusesIn(query).includes(summary.status) &&
    (kind?.includes(summary.kind) ?? true) &&
    (severity?.includes(summary.severity) ?? true) &&
    (category?.includes(is) ?? true) &&
    (dueBefore === undefined || dueAt < dueBefore)
  );
}
