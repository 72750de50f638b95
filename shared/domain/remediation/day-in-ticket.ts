import type { Day } from '../words/day.ts';
import { dayIn } from '../words/day.ts';
import { type PlannedRoute, type RoutePolicy, routeIn, routeOfTicket, routeWhereItIs } from './choose-route.ts';
import { businessDay } from './due-day.ts';
import { isTicketed, type Remediation } from './remediation.ts';
import { zoneOfTeam } from './team-directory.ts';

/** What decides which day a ticket shows: its route, and the time zone of its team. */
export type DayRules = RoutePolicy & { readonly schedules: { readonly timezone: string } };

/**
 * The day that a ticket of this route shows as its due date: that of the team's calendar at the due time. West of UTC it is the day
 * before, east of it the day after.
 *
 * @returns YYYY-MM-DD; undefined where the route wants none
 */
export function dayOnRoute(
  { due = 'calendar day' }: Pick<PlannedRoute, 'due'>,
  dueAt: string,
  timezone: string,
): Day | undefined {
  if (due === 'none') return undefined;
  const day = dayIn(timezone, dueAt);
  return due === 'business day' ? businessDay(day) : day;
}

/** The due date that we want the ticket of a fix to show now, by the route where it is; undefined where that wants none. */
export function dayInTicket(fix: Remediation, rules: DayRules): Day | undefined {
  return dayOnRoute(routeNowOf(fix, rules), wantedBy(fix), zoneOfTeam(rules, fix.ownerTeam));
}

/** Somebody may have moved the ticket to the project of another route. Its key tells the project; a renamed one leads to no other route. */
function routeNowOf(fix: Remediation, rules: DayRules): Pick<PlannedRoute, 'due'> {
  const recorded = routeIn(fix);
  if (!isTicketed(fix)) return routeOfTicket(recorded, rules, recorded.site);
  const project = fix.ticket.key.replace(/-\d+$/, '');
  return routeWhereItIs(recorded, { projects: [project], types: [recorded.issueType] }, rules, recorded.site);
}

/** An acceptance that ends before the due date brings it no nearer. */
function wantedBy(fix: Remediation): string {
  const { dueAt } = fix;
  if (fix.state !== 'accepted') return dueAt;
  const { until } = fix.acceptance;
  return Date.parse(until) > Date.parse(dueAt) ? until : dueAt;
}
