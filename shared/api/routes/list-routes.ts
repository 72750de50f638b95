import * as z from 'zod';
import { currentTechnique } from '../../domain/knowledge/attack.ts';
import type { ListPath } from '../../domain/lists/list-entry.ts';
import { listedNamesOf, RECORD_SORTS, recordLists } from '../../domain/lists/record-listing.ts';
import { TechniqueId } from '../../domain/record/content/attack.ts';
import { RecordKind, RecordStatus } from '../../domain/record/post-mortem.ts';
import { RecordSummary } from '../../domain/record/record-summary.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { Severity } from '../../domain/words/severity.ts';
import { GroupPlace, groupedLines } from '../../store/lists/grouped-lines.ts';
import { LinePlace, linesOf } from '../../store/lists/lines.ts';
import { DuePosition, OpenedPosition, recordsByDeadline, recordsByOpening } from '../../store/records/listings.ts';
import { PAGE_QUERY, positionIn } from '../http/paging.ts';
import { type Call, NO_BODY, type Route, route } from '../route.ts';
import { LIST_FORMAT, listAnswer, listPage, PAGE_END } from './list-page.ts';

const query = {
  ...PAGE_QUERY,
  ...LIST_FORMAT,
  status: z.array(RecordStatus).min(1).max(6).optional().describe('Repeat it for several. Without it: open, in review'),
  kind: z.array(RecordKind).min(1).max(4).optional(),
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
      '`opened`: the newest first. `severity`: the worst first, of one severity the newest. Without it: those that are open or in review ' +
        'by their deadline, all others the newest first',
    ),
};
type Query = z.output<z.ZodObject<typeof query>>;

/** A look into a restricted record is logged, so a list says no more of it than that it is there. */
export const RestrictedSummary = RecordSummary.pick({ id: true, status: true, tlp: true });
export type RestrictedSummary = z.infer<typeof RestrictedSummary>;

/** Columns of the list as a file. */
export const RECORD_COLUMNS = {
  id: (line: RecordSummary | RestrictedSummary) => line.id,
  status: ({ status }: RecordSummary | RestrictedSummary) => status,
  tlp: ({ tlp }: RecordSummary | RestrictedSummary) => tlp,
  incident: (line: RecordSummary | RestrictedSummary) => ('incident' in line ? line.incident.key : undefined),
  title: (line: RecordSummary | RestrictedSummary) => ('incident' in line ? line.incident.title : undefined),
  kind: (line: RecordSummary | RestrictedSummary) => ('kind' in line ? line.kind : undefined),
  severity: (line: RecordSummary | RestrictedSummary) => ('severity' in line ? line.severity : undefined),
  category: (line: RecordSummary | RestrictedSummary) => ('category' in line ? line.category : undefined),
  openedAt: (line: RecordSummary | RestrictedSummary) => ('openedAt' in line ? line.openedAt : undefined),
  dueAt: (line: RecordSummary | RestrictedSummary) => ('dueAt' in line ? line.dueAt : undefined),
};

/** More lists than this cost more to begin than the one of all records costs to read. */
const LISTS_AT_ONCE = 12;

export const listRoutes: Route[] = [
  route({
    operationId: 'listRecords',
    method: 'GET',
    path: '/post-mortems',
    tag: 'Records',
    summary:
      'Open records and those in review, the earliest due first; with another `status`, a technique or `mine`, the newest first. ' +
      'Records that are TLP:AMBER+STRICT or TLP:RED show their id, status and mark',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query,
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A page of records that the caller may read',
      schema: z.object({ postMortems: z.array(z.union([RecordSummary, RestrictedSummary])), ...PAGE_END }),
      files: ['text/csv'],
    },
    async handle(call) {
      const { cursor, limit: _, format, ...question } = call.query;
      const { table } = call.deps;
      const isWanted = (line: RecordSummary): boolean => isAsked(line, call.query);
      const common = { question, isWanted, restricted: RestrictedSummary, recordOf: (line: RecordSummary) => line };
      if (question.sort === 'severity') {
        const severities = Severity.options.filter((one) => question.severity?.includes(one) ?? true);
        const groups = severities.map((one) => narrowLists(call) ?? statusLists(question, [one]));
        const place = { after: positionIn(question, cursor, GroupPlace), asOf: call.deps.now() };
        const page = await listPage(call, {
          ...common,
          isWanted: (line, { group }) => line.severity === severities[group] && isWanted(line),
          lines: groupedLines(table, groups, RecordSummary, { newestFirst: true, ...place }),
          lists: groups.flat(),
        });
        return listAnswer(page, format, 'postMortems', RECORD_COLUMNS);
      }
      const lists = listsFor(call);
      if (lists === 'by deadline') {
        const after = positionIn(question, cursor, DuePosition);
        const lines = placed(recordsByDeadline(table, { after, before: question.dueBefore }));
        return listAnswer(await listPage(call, { ...common, lines }), format, 'postMortems', RECORD_COLUMNS);
      }
      if (lists === 'all') {
        const lines = placed(recordsByOpening(table, positionIn(question, cursor, OpenedPosition)));
        return listAnswer(await listPage(call, { ...common, lines }), format, 'postMortems', RECORD_COLUMNS);
      }
      const after = positionIn(question, cursor, LinePlace);
      const lines = linesOf(table, lists, RecordSummary, { newestFirst: true, after });
      return listAnswer(await listPage(call, { ...common, lines, lists }), format, 'postMortems', RECORD_COLUMNS);
    },
  }),
];

type Asked = Pick<Call<unknown, Query>, 'query' | 'by'>;

/** The lists that hold what is asked for and little else. */
function listsFor({ query, by }: Asked): ListPath[] | 'by deadline' | 'all' {
  const { status = UNASKED, technique, mine, sort } = query;
  const isUnfinished = status.every((one) => UNASKED.includes(one));
  const isByDeadline = sort === undefined && mine === undefined && technique === undefined && isUnfinished;
  if (isByDeadline) return 'by deadline';
  const narrow = narrowLists({ query, by });
  if (narrow !== undefined) return narrow;
  const lists = statusLists(query, query.severity ?? Severity.options);
  return lists.length > LISTS_AT_ONCE ? 'all' : lists;
}

const UNASKED: readonly RecordStatus[] = ['open', 'in review'];

/** Lists of what few records have; undefined where nothing of that kind is asked for. */
function narrowLists({ query: { category, technique, mine }, by }: Asked): ListPath[] | undefined {
  if (mine !== undefined) return listedNamesOf(by).map(recordLists.person);
  if (technique !== undefined) return technique.map((id) => recordLists.technique(currentTechnique(id)));
  return category?.map(recordLists.category);
}

const statusLists = ({ status }: Pick<Query, 'status'>, severities: readonly Severity[]): ListPath[] =>
  (status ?? UNASKED).flatMap((one) => severities.map((severity) => recordLists.status(one, severity)));

async function* placed<Place>(
  listed: AsyncGenerator<{ summary: RecordSummary; position: Place }>,
): AsyncGenerator<{ line: RecordSummary; place: Place }> {
  for await (const { summary, position } of listed) yield { line: summary, place: position };
}

function isAsked(
  summary: RecordSummary,
  { status, kind, severity, category, mine, technique, dueBefore }: Query,
): boolean {
  const { category: is = '', dueAt } = summary;
  // Who looks for their own, or for a technique, looks at all of them unless they say otherwise.
  const unasked: readonly RecordStatus[] =
    mine === undefined && technique === undefined ? UNASKED : RecordStatus.options;
  return (
    (status ?? unasked).includes(summary.status) &&
    (kind?.includes(summary.kind) ?? true) &&
    (severity?.includes(summary.severity) ?? true) &&
    (category?.includes(is) ?? true) &&
    (dueBefore === undefined || dueAt < dueBefore)
  );
}
