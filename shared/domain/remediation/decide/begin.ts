import type { PostMortemId } from '../../words/identifiers.ts';
import type { Tlp } from '../../words/tlp.ts';
import { recordedRoute, routeFields } from '../choose-route.ts';
import { plannedTicket } from '../planned-ticket.ts';
import { priorityOf, type Recommendation } from '../recommendation.ts';
import type { RemediationCommon } from '../remediation.ts';
import type { BeginningRules } from './rules.ts';

/** A remediation for an approved recommendation. Its route is chosen anew when its ticket is created. */
export function beginRemediation(
  postMortemId: PostMortemId,
  recommendation: Recommendation,
  { now, tlp }: { now: string; tlp: Tlp },
  rules: BeginningRules,
): RemediationCommon {
  const { id, title, ownerTeam, impact, feasibility, verification, existingWork } = recommendation;
  const priority = priorityOf(recommendation);
  const { route, dueAt } = plannedTicket(recommendation, { now, tlp }, rules);
  return {
    id,
    postMortemId,
    title,
    ownerTeam,
    priority,
    impact,
    feasibility,
    ...routeFields(recordedRoute(route)),
    dueAt,
    firstDueAt: dueAt,
    requestedAt: now,
    checks: verification.checks,
    ...(existingWork === undefined ? {} : { existingWork }),
    ...(verification.untestedBecause === undefined ? {} : { untestedBecause: verification.untestedBecause }),
    steps: verification.steps ?? rules.verification.steps,
    attestations: [],
    reopenCount: 0,
  };
}
