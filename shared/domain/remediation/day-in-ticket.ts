import type { Day } from '../words/day.ts';
import { type PlannedRoute, type RoutePolicy, routeIn, routeOfTicket } from './choose-route.ts';
import { businessDay, dayIn } from './due-day.ts';
import type { Remediation } from './remediation.ts';
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

/** The due date that we want the ticket of a fix to show now; undefined where its route wants none. */
export function dayInTicket(fix: Remediation, rules: DayRules): Day | undefined {
  const recorded = routeIn(fix);
  const route = routeOfTicket(recorded, rules, recorded.site);
  return dayOnRoute(route, wantedBy(fix), zoneOfTeam(rules, fix.ownerTeam));
}

/** An acceptance that ends before the due date brings it no nearer. */
function wantedBy(fix: Remediation): string {
  const { dueAt } = fix;
  if (fix.state !== 'accepted') return dueAt;
  const { until } = fix.acceptance;
  return Date.parse(until) > Date.parse(dueAt) ? until : dueAt;
}
