import { ticketUrl } from '../document/links.ts';
import type { FixLine } from '../domain/lists/fix-listing.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { plainWords } from '../domain/remediation/plain-words.ts';
import { rankedAt, wantedSince } from '../domain/remediation/rank.ts';
import { isRestricted } from '../domain/words/tlp.ts';
import type { FirstWork, RankedFix } from './report-data.ts';
import type { ReportInput } from './report-input.ts';

/** Fixes of all teams together that a report shows. */
export const FIRST_OVERALL = 10;
/** Fixes of each team that it shows besides. */
export const FIRST_OF_A_TEAM = 5;

type FirstInput = Pick<ReportInput, 'now' | 'jira' | 'recordUrl' | 'first' | 'firstTeamsLeftOut' | 'heads'>;

/** What to work on first, of all and for each team: by impact × feasibility and age. */
export function firstWorkOf(input: FirstInput): FirstWork {
  const fixes = input.first
    .flatMap((line) => rankedFix(line, input))
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.fix.remediationId, b.fix.remediationId))
    .map(({ fix }) => fix);
  const teams = [...Map.groupBy(fixes, ({ ownerTeam }) => ownerTeam)].map(([ownerTeam, ofTeam]) => ({
    ownerTeam,
    fixes: ofTeam.slice(0, FIRST_OF_A_TEAM),
  }));
  return {
    overall: fixes.slice(0, FIRST_OVERALL),
    teams: teams.toSorted((a, b) => a.ownerTeam.localeCompare(b.ownerTeam)),
    ...(input.firstTeamsLeftOut === 0 ? {} : { teamsLeftOut: input.firstTeamsLeftOut }),
  };
}

function rankedFix(line: FixLine, input: FirstInput): { at: string; fix: RankedFix }[] {
  const { id, postMortemId, title, ownerTeam, state, priority, rank, requestedAt, wantedAgainAt, dueAt, ticket } = line;
  if (rank === undefined || requestedAt === undefined) return [];
  const sameWords = sameWordsAs(line, input);
  const wanted = { requestedAt, ...(wantedAgainAt === undefined ? {} : { wantedAgainAt }) };
  const fix = {
    ...{ remediationId: id, postMortemId, title, ownerTeam, recordUrl: recordUrlOf(input, postMortemId) },
    ...(ticket === undefined ? {} : { key: ticket.key, ticketUrl: ticketUrl(input, ticket) }),
    ...{ state, priority, rank, ...wanted, dueAt },
    ageMs: Math.max(0, Date.parse(input.now) - Date.parse(wantedSince(wanted))),
    ...(sameWords.length === 0 ? {} : { sameWords }),
  };
  return [{ at: rankedAt(rank, wanted), fix }];
}

/** Keys, or ids, of the others that are shown and ask the same of the same team. The name of a restricted record is no words of its own. */
function sameWordsAs({ id, title, ownerTeam, postMortemId }: FixLine, { first, heads }: FirstInput): string[] {
  const isTold = (of: FixLine['postMortemId']): boolean => {
    const tlp = heads.get(of)?.tlp;
    return tlp !== undefined && !isRestricted(tlp);
  };
  const words = isTold(postMortemId) ? plainWords(title) : undefined;
  if (words === undefined) return [];
  return first
    .filter((one) => one.id !== id && one.ownerTeam === ownerTeam && isTold(one.postMortemId))
    .filter((one) => plainWords(one.title) === words)
    .map((one) => one.ticket?.key ?? one.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
