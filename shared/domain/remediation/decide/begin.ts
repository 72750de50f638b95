import { addDuration } from '../../words/duration.ts';
import type { PostMortemId } from '../../words/identifiers.ts';
import { priorityOf, type Recommendation } from '../recommendation.ts';
import type { RemediationCommon } from '../remediation.ts';
import type { TicketRoute } from '../route.ts';
import type { Rules } from './rules.ts';

/** A remediation for an approved recommendation. */
export function beginRemediation(
  postMortemId: PostMortemId,
  recommendation: Recommendation,
  now: string,
  rules: Rules,
): RemediationCommon {
  const { id, title, ownerTeam, verification } = recommendation;
  const priority = priorityOf(recommendation);
  const dueAt = recommendation.dueAt ?? addDuration(now, rules.remediation.dueWithin[priority]);
  return {
    id,
    postMortemId,
    title,
    ownerTeam,
    priority,
    route: routeFor(ownerTeam, rules),
    dueAt,
    firstDueAt: dueAt,
    requestedAt: now,
    checks: verification.checks,
    steps: verification.steps ?? rules.verification.steps,
    attestations: [],
    reopenCount: 0,
  };
}

function routeFor(ownerTeam: string, { remediation }: Rules): TicketRoute {
  const own = Object.hasOwn(remediation.routes, ownerTeam) ? remediation.routes[ownerTeam] : undefined;
  return own ?? remediation.defaultRoute;
}
