import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import { Severity } from '../../domain/words/severity.ts';
import { type AllowedValue, allowedValue } from '../../jira/field-metadata.ts';

/**
 * The priority of a ticket, among those that its project allows, the most urgent first. Their names are the site's own, so
 * without one in the configuration the place in that list decides: the first four stand for our four levels, and of fewer
 * the nearest.
 *
 *     critical  high  medium  low        of five: 1 2 3 4 · of four: 1 2 3 4 · of three: 1 2 2 3 · of two: 1 1 2 2
 *
 * @returns undefined when none is wanted, or the project does not allow the one that is
 */
export function priorityChoice(
  level: Severity,
  { priority }: Pick<PlannedRoute, 'priority'>,
  allowed: readonly AllowedValue[],
): AllowedValue | undefined {
  if (priority === 'none') return undefined;
  const configured = priority?.[level];
  if (configured !== undefined) return allowedValue(allowed, configured);
  const levels = Severity.options;
  const places = Math.min(allowed.length, levels.length);
  return allowed[Math.round((levels.indexOf(level) * (places - 1)) / (levels.length - 1))];
}
