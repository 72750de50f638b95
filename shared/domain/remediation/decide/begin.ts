import type { PostMortemId } from '../../words/identifiers.ts';
import { priorityOf, type Recommendation } from '../recommendation.ts';
import type { RemediationCommon } from '../remediation.ts';
import type { TicketRoute } from '../route.ts';
import { settingOf } from '../team-directory.ts';
import { dueAtOf } from './due-date.ts';
import type { BeginningRules } from './rules.ts';

/** A remediation for an approved recommendation. */
export function beginRemediation(
  postMortemId: PostMortemId,
  recommendation: Recommendation,
  now: string,
  rules: BeginningRules,
): RemediationCommon {
  const { id, title, ownerTeam, verification } = recommendation;
  const priority = priorityOf(recommendation);
  const dueAt = dueAtOf(recommendation, now, rules);
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
    ...(verification.untestedBecause === undefined ? {} : { untestedBecause: verification.untestedBecause }),
    steps: verification.steps ?? rules.verification.steps,
    attestations: [],
    reopenCount: 0,
  };
}

/** A team from before the directory, or one that left it, keeps the route that it has, or takes the default. */
function routeFor(ownerTeam: string, { remediation, teams }: BeginningRules): TicketRoute {
  const own = Object.hasOwn(remediation.routes, ownerTeam) ? remediation.routes[ownerTeam] : undefined;
  return own ?? settingOf(teams, ownerTeam)?.route ?? remediation.defaultRoute;
}
