import { FixLine, fixLists } from '../domain/lists/fix-listing.ts';
import type { RemediationState } from '../domain/remediation/remediation.ts';
import { TLP_MARKS } from '../domain/words/tlp.ts';
import { countsUnder, linesOf } from '../store/lists/lines.ts';
import type { Table } from '../store/table.ts';
import { FIRST_OF_A_TEAM, FIRST_OVERALL } from './first-work.ts';

/** Each team costs a query for each state. Those of the first ten fixes of all come to these. */
const MOST_TEAMS = 50;

/** What somebody has to work on. What is claimed waits for evidence alone. */
export const TO_WORK_ON: readonly RemediationState[] = ['requested', 'ambiguous', 'open', 'ineffective', 'regressed'];

/**
 * Fixes to do that rank first, of all teams and of each, once each. Of the lists, so that it costs no more with many records.
 *
 * @returns `teamsLeftOut`: how many teams with fixes to do are not looked at, since others have more
 */
export async function firstWork(table: Table, most = MOST_TEAMS): Promise<{ lines: FixLine[]; teamsLeftOut: number }> {
  const [overall, all] = await Promise.all([topOf(table, FIRST_OVERALL), teamsWithWork(table)]);
  const teams = new Set([...all.slice(0, most), ...overall.map(({ ownerTeam }) => ownerTeam)]);
  const ofTeams = await Promise.all([...teams].map((team) => topOf(table, FIRST_OF_A_TEAM, team)));
  const lines = [...new Map([overall, ...ofTeams].flat().map((line) => [line.id, line])).values()];
  return { lines, teamsLeftOut: all.filter((team) => !teams.has(team)).length };
}

/** All of them, those with the most to do first. */
async function teamsWithWork(table: Table): Promise<string[]> {
  const toDo = new Map<string, number>();
  for (const { list, count } of await countsUnder(table, ['fix', 'state'], TLP_MARKS)) {
    const [, , state, team] = list;
    if (team === undefined || !TO_WORK_ON.some((one) => one === state)) continue;
    toDo.set(team, (toDo.get(team) ?? 0) + count);
  }
  return [...toDo].toSorted(([, a], [, b]) => b - a).map(([team]) => team);
}

async function topOf(table: Table, most: number, team?: string): Promise<FixLine[]> {
  const lists = TO_WORK_ON.map((state) => fixLists.rank(state, team));
  const top: FixLine[] = [];
  for await (const { line } of linesOf(table, lists, FixLine, { newestFirst: false })) {
    top.push(line);
    if (top.length === most) break;
  }
  return top;
}
