import { addDuration } from '../words/duration.ts';
import type { Tlp } from '../words/tlp.ts';
import { chooseRoute, type PlannedRoute, routeFacts } from './choose-route.ts';
import { type DayRules, dayOnRoute } from './day-in-ticket.ts';
import { priorityOf, type Recommendation } from './recommendation.ts';
import type { RemediationPolicy } from './remediation-policy.ts';
import { zoneOfTeam } from './team-directory.ts';

export type TicketPlanRules = DayRules & { readonly remediation: Pick<RemediationPolicy, 'dueWithin'> };

/** Where the ticket of a fix is made, and by when the fix is due. */
export type PlannedTicket = {
  readonly route: PlannedRoute;
  /** The date that its author set, else what its priority allows. ISO 8601 UTC. */
  readonly dueAt: string;
  /** Day that the ticket shows, YYYY-MM-DD; undefined where its route wants none. */
  readonly dueOn: string | undefined;
};

type Planned = Parameters<typeof routeFacts>[0] & Pick<Recommendation, 'dueAt'>;

/**
 * Plans the ticket of a fix that begins at `now`: when the last approval is given. An approver is shown what it would be at the time
 * of the answer; where the author set no date, a later approval makes it due later.
 */
export function plannedTicket(
  recommendation: Planned,
  { now, tlp }: { now: string; tlp: Tlp },
  rules: TicketPlanRules,
): PlannedTicket {
  const { route } = chooseRoute(routeFacts(recommendation, tlp), rules);
  const dueAt = recommendation.dueAt ?? addDuration(now, rules.remediation.dueWithin[priorityOf(recommendation)]);
  return { route, dueAt, dueOn: dayOnRoute(route, dueAt, zoneOfTeam(rules, recommendation.ownerTeam)) };
}
