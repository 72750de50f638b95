import type { PostMortemId } from '../../words/identifiers.ts';
import { type Recommendation, priorityOf } from '../recommendation.ts';
import type { Rules } from './rules.ts';
import { RemediationCommon } from '../remediation.ts';
import { addDuration } from '../../words/duration.ts';
import type { Route } from '../route.ts';

/** A remediation for an approved recommendation. */
export function beginRemediation(
  postMortemId: PostMortemId,
  recommendation: Recommendation,
  now: string,
  rules: Rules,
): RemediationCommon {
  const { id, title, ownerTeam, verification } = recommendation;
  const priority = priorityOf(recommendation);
  return {
    id,
    postMortemId,
    title,
    ownerTeam,
    priority,
    route: routeFor(ownerTeam, rules),
    dueAt: recommendation.dueAt ?? addDuration(now, rules.remediation.dueWithin[priority]),
    requestedAt: now,
    checks: verification.checks,
    steps: verification.steps ?? rules.verification.steps,
    attestations: [],
    reopenCount: 0,
  };
}

function routeFor(ownerTeam: string, { remediation }: Rules): Route {
  const own = Object.hasOwn(remediation.routes, ownerTeam) ? remediation.routes[ownerTeam] : undefined;
  return own ?? remediation.defaultRoute;
}
