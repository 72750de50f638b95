import { isDeepStrictEqual } from 'node:util';
import { Standing, type ValidationReport } from '../../../shared/report/report-data.ts';
import type { YearBooks } from '../books.ts';
import { DAY, HOUR } from '../truth/spans.ts';
import { claimsOf, notWhileDown } from './claims.ts';
import { type BookedFix, bookedFix, mayBeOverdueAt, mustBeOverdueAt } from './report-books.ts';
import { inWords, type Promised, type Violation } from './violation.ts';

/** What people closed is a claim soon: a webhook tells, or the sweep finds it. */
export const whatPeopleCloseIsAClaim: Promised = (year) =>
  year.fixes.flatMap((fix) => {
    const claims = claimsOf(fix);
    return fix.closings.flatMap((at): Violation[] => {
      const dueAt = notWhileDown(year, at, at + 7 * HOUR) + HOUR;
      const claim = claims.find(({ claimAt }) => claimAt === at);
      if (dueAt >= year.end || (claim !== undefined && claim.from <= dueAt)) return [];
      const because = `closed at ${inWords(at)}, known at ${inWords(claim?.from ?? Number.POSITIVE_INFINITY)}`;
      return [{ promise: 'what people close is a claim', because, fix, at }];
    });
  });

/** Every figure of each week's validation report is that of the books. */
export const reportsAgreeWithTheBooks: Promised = (year) => {
  const weeks = year.reports.flatMap((report) => differences(year, report));
  const expected = Math.floor((year.end - year.begin) / (7 * DAY));
  if (year.reports.length >= expected - 1) return weeks;
  const because = `${year.reports.length} reports in ${expected} weeks`;
  return [...weeks, { promise: 'there is a report each week', because, at: year.end }];
};

function differences(year: YearBooks, report: ValidationReport): Violation[] {
  const span = { from: Date.parse(report.period.from), to: Date.parse(report.period.to) };
  const booked = year.fixes.flatMap((fix) => bookedFix(fix, span) ?? []);
  const { measures } = report;
  const shown = {
    ...{ fixes: measures.fixes, standings: measures.standings, newlyClaimed: measures.newlyClaimed },
    ...{ reopened: measures.reopened, overdue: measures.overdue, share: measures.proven, teams: measures.byTeam },
  };
  const standings = countOf(booked);
  const teams = [...Map.groupBy(booked, ({ team }) => team)].map(([ownerTeam, ofTeam]) => ({
    ownerTeam,
    standings: countOf(ofTeam),
  }));
  const least = year.fixes.filter((fix) => mustBeOverdueAt(fix, span.to)).length;
  const most = year.fixes.filter((fix) => mayBeOverdueAt(fix, span.to)).length;
  const figures = {
    ...{ fixes: booked.length, standings },
    newlyClaimed: booked.filter(({ isNewlyClaimed }) => isNewlyClaimed).length,
    reopened: booked.filter(({ isReopened }) => isReopened).length,
    overdue: Math.min(Math.max(measures.overdue, least), most),
    share: shareIn(standings.proven ?? 0, booked.length),
    teams: teams.toSorted((a, b) => a.ownerTeam.localeCompare(b.ownerTeam)),
  };
  if (isDeepStrictEqual(rounded(shown), rounded(figures))) return [];
  const promise = 'the figures of a validation report are those of the books';
  const of = new Map(booked.map((one) => [one.id, one]));
  const told = new Map(report.fixes.map((one) => [String(one.remediationId), one.standing]));
  const wrong = year.fixes.filter(({ id }) => of.get(id)?.standing !== told.get(id));
  const because = `the report of ${inWords(span.to)} says ${JSON.stringify(rounded(shown))}, the books ${JSON.stringify(rounded(figures))}`;
  if (wrong.length === 0) return [{ promise, because, at: span.to }];
  return wrong.map((fix) => ({
    ...{ promise, fix, at: span.to },
    because: `on ${inWords(span.to)} it says ${told.get(fix.id)}, the books ${of.get(fix.id)?.standing}`,
  }));
}

function countOf(booked: readonly BookedFix[]): Partial<Record<Standing, number>> {
  const count = (standing: Standing) => booked.filter((one) => one.standing === standing).length;
  return Object.fromEntries(Standing.options.map((standing) => [standing, count(standing)]));
}

/** Wilson's interval: https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval */
function shareIn(part: number, all: number): { share: number; low: number; high: number } | null {
  if (all === 0) return null;
  const [p, z2] = [part / all, 1.96 * 1.96];
  const centre = (part + z2 / 2) / (all + z2);
  const half = (1.96 / (all + z2)) * Math.sqrt(all * p * (1 - p) + z2 / 4);
  return { share: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Two ways to the same figure differ in its last digits. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Math.round(one * 1e9) / 1e9 : one)));
