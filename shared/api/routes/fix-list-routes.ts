import * as z from 'zod';
import { FIX_SORTS, FixLine, fixLists, UNSETTLED } from '../../domain/lists/fix-listing.ts';
import type { ListPath } from '../../domain/lists/list-entry.ts';
import { REMEDIATION_STATES, type RemediationState } from '../../domain/remediation/remediation.ts';
import { GRADES } from '../../domain/verification/grade.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { Severity } from '../../domain/words/severity.ts';
import { changes } from '../../store/keys.ts';
import { changedLines } from '../../store/lists/changed-lines.ts';
import { GroupPlace, groupedLines } from '../../store/lists/grouped-lines.ts';
import { LinePlace, linesOf } from '../../store/lists/lines.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { teamsOf } from './caller-teams.ts';
import { LIST_FORMAT, listAnswer, listPage, PAGE_END } from './list-page.ts';
import { withSameWords } from './same-words.ts';

const query = {
  ...PAGE_QUERY,
  ...LIST_FORMAT,
  state: z
    .array(z.enum(REMEDIATION_STATES))
    .min(1)
    .max(REMEDIATION_STATES.length)
    .optional()
    .describe('Repeat it for several. Without it and `grade`: all that are to be done or to be proven'),
  grade: z
    .array(z.enum(GRADES))
    .min(1)
    .max(GRADES.length)
    .optional()
    .describe('How good the proof of a verified fix is'),
  team: z.array(z.string().min(1).max(100)).min(1).max(10).optional().describe('Teams that own the fixes'),
  mine: z.enum(['true']).optional().describe('Fixes of the teams that you own, lead or head: see `GET /me`'),
  priority: z.array(Severity).min(1).max(4).optional(),
  overdue: z.enum(['true']).optional().describe('Those that are late alone'),
  cameBack: z
    .enum(['true'])
    .optional()
    .describe('Those that evidence showed not to hold alone, until somebody says again that they are done'),
  dueBefore: Instant.optional(),
  sort: z
    .enum(FIX_SORTS)
    .optional()
    .describe(
      '`due`, as without it: the earliest due first. `priority`: the most urgent first, of one priority the earliest due. `rank`: ' +
        'the highest impact × feasibility first, where two weeks of age count as much as a point: since the approval, or since the last acceptance of the risk ended. `changed`: ' +
        'the last change first; what changes while pages are read goes to the beginning',
    ),
};
type Query = z.output<z.ZodObject<typeof query>>;

export const RestrictedFix = FixLine.pick({ id: true, postMortemId: true, state: true, tlp: true, cameBackAt: true });
type Shown = FixLine | z.infer<typeof RestrictedFix>;

const COLUMNS = {
  id: ({ id }: Shown) => id,
  postMortemId: ({ postMortemId }: Shown) => postMortemId,
  state: ({ state }: Shown) => state,
  tlp: ({ tlp }: Shown) => tlp,
  grade: (line: Shown) => ('grade' in line ? line.grade : undefined),
  title: (line: Shown) => ('title' in line ? line.title : undefined),
  ownerTeam: (line: Shown) => ('ownerTeam' in line ? line.ownerTeam : undefined),
  priority: (line: Shown) => ('priority' in line ? line.priority : undefined),
  rank: (line: Shown) => ('rank' in line ? line.rank?.toString() : undefined),
  requestedAt: (line: Shown) => ('requestedAt' in line ? line.requestedAt : undefined),
  wantedAgainAt: (line: Shown) => ('wantedAgainAt' in line ? line.wantedAgainAt : undefined),
  cameBackAt: ({ cameBackAt }: Shown) => cameBackAt,
  dueAt: (line: Shown) => ('dueAt' in line ? line.dueAt : undefined),
  overdueSince: (line: Shown) => ('overdueSince' in line ? line.overdueSince : undefined),
  ticket: (line: Shown) => ('ticket' in line ? line.ticket?.key : undefined),
  incident: (line: Shown) => ('incident' in line ? line.incident : undefined),
  sameWords: (line: Shown) => ('sameWords' in line ? line.sameWords?.map(({ id }) => id).join(' ') : undefined),
  changedAt: (line: Shown) => ('changedAt' in line ? line.changedAt : undefined),
};

export const fixListRoutes: Route[] = [
  route({
    operationId: 'listAllRemediations',
    method: 'GET',
    path: '/remediations',
    tag: 'Remediations',
    summary:
      'Fixes of all records, the earliest due first, or as `sort` says. Those of records that are TLP:AMBER+STRICT or TLP:RED show their ids, ' +
      'state and mark, and when they came back',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query,
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A page of fixes of records that the caller may read',
      schema: z.object({ remediations: z.array(z.union([FixLine, RestrictedFix])), ...PAGE_END }),
      files: ['text/csv'],
    },
    async handle(call) {
      const { cursor, limit: _, format, ...asked } = call.query;
      const mine = asked.mine === undefined ? undefined : teamsOf(call.caller, call.deps.config);
      const lists = listsFor(asked, mine);
      // The teams of a person may change between two pages.
      const question = { ...asked, ...(mine === undefined ? {} : { mine }) };
      const { table } = call.deps;
      const common = {
        question,
        isWanted: (line: FixLine) => isAsked(line, asked),
        restricted: RestrictedFix,
        recordOf: ({ postMortemId, tlp }: FixLine) => ({ id: postMortemId, tlp }),
      };
      if (asked.sort === 'priority') {
        const priorities = Severity.options.filter((one) => asked.priority?.includes(one) ?? true);
        const groups = priorities.map((one) => priorityLists(asked, mine, one) ?? lists);
        const place = { after: positionIn(question, cursor, GroupPlace), asOf: call.deps.now() };
        const page = await listPage(call, {
          ...common,
          isWanted: (line, { group }) => line.priority === priorities[group] && isAsked(line, asked),
          lines: groupedLines(table, groups, FixLine, { newestFirst: false, before: asked.dueBefore, ...place }),
          lists: priorities.flatMap(() => lists),
        });
        return listAnswer<Shown>(page, format, 'remediations', COLUMNS);
      }
      if (asked.sort === 'changed') {
        const after = positionIn(question, cursor, LinePlace);
        const lines = changedLines(table, changeQueues(asked, mine), FixLine, after);
        const page = await listPage(call, { ...common, lines, lists });
        return listAnswer<Shown>(page, format, 'remediations', COLUMNS);
      }
      const after = positionIn(question, cursor, LinePlace);
      if (asked.sort === 'rank') {
        const lines = linesOf(table, rankLists(asked, mine), FixLine, { newestFirst: false, after });
        // Not counted: the lists by state have fixes from before there was a rank.
        const { rows, ...end } = await listPage(call, { ...common, lines });
        const page = { rows: await withSameWords(call.deps, rows), ...end };
        return listAnswer<Shown>(page, format, 'remediations', COLUMNS);
      }
      const page = await listPage(call, {
        ...common,
        lines: linesOf(table, lists, FixLine, { newestFirst: false, before: asked.dueBefore, after }),
        lists,
      });
      return listAnswer<Shown>(page, format, 'remediations', COLUMNS);
    },
  }),
];

type Asked = Omit<Query, 'cursor' | 'limit' | 'format'>;

function listsFor({ state, grade, team }: Asked, mine: readonly string[] | undefined): ListPath[] {
  if (grade !== undefined && state !== undefined) {
    const detail = 'only verified fixes have a grade: ask for states or for grades';
    throw new InvalidRequest(400, 'the query is not what this route takes', [{ parameter: 'grade', detail }]);
  }
  const teams = teamsAsked(team, mine);
  const listsOf = (list: (team?: string) => ListPath): ListPath[] => (teams === undefined ? [list()] : teams.map(list));
  if (grade !== undefined) return grade.flatMap((one) => listsOf((of) => fixLists.grade(one, of)));
  return (state ?? UNSETTLED).flatMap((one) => listsOf((of) => fixLists.state(one, of)));
}

/** Where a team or grades are asked for, their lists are short enough to be gone through once for each priority. */
function priorityLists(
  { state = [...UNSETTLED], grade, team }: Asked,
  mine: readonly string[] | undefined,
  priority: Severity,
): ListPath[] | undefined {
  if (grade !== undefined || team !== undefined || mine !== undefined) return undefined;
  return state.map((one) => fixLists.priority(priority, one));
}

/** Nobody works on what is settled: it has no place among what to do first. */
function rankLists({ state = [...UNSETTLED], grade, team }: Asked, mine: readonly string[] | undefined): ListPath[] {
  const parameter = grade === undefined ? 'state' : 'grade';
  if (grade !== undefined || state.some((one) => !UNSETTLED.includes(one))) {
    const detail = 'only fixes that are to be done or to be proven are ranked: leave it out, or ask for those';
    throw new InvalidRequest(400, 'the query is not what this route takes', [{ parameter, detail }]);
  }
  const teams = teamsAsked(team, mine);
  return state.flatMap((one) =>
    teams === undefined ? [fixLists.rank(one)] : teams.map((of) => fixLists.rank(one, of)),
  );
}

function changeQueues({ state, grade, team }: Asked, mine: readonly string[] | undefined): string[] {
  const states: readonly RemediationState[] = grade === undefined ? (state ?? UNSETTLED) : ['verified'];
  const teams = teamsAsked(team, mine);
  return states.flatMap((one) =>
    teams === undefined ? [changes.fixes(one)] : teams.map((of) => changes.fixes(one, of)),
  );
}

const teamsAsked = (team: readonly string[] | undefined, mine: readonly string[] | undefined) =>
  mine === undefined ? team : mine.filter((one) => team?.includes(one) ?? true);

const isAsked = ({ priority, overdueSince, cameBackAt, grade, dueAt }: FixLine, asked: Asked): boolean =>
  (asked.priority?.includes(priority) ?? true) &&
  (asked.overdue === undefined || overdueSince !== undefined) &&
  (asked.cameBack === undefined || cameBackAt !== undefined) &&
  (asked.grade === undefined || (grade !== undefined && asked.grade.includes(grade))) &&
  (asked.dueBefore === undefined || dueAt < asked.dueBefore);
