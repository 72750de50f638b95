import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import { allowedValue } from '../../jira/field-metadata.ts';

/** Settings of a route that name a type of issue links, and the name that Jira ships. An administrator may rename or delete it. */
const SHIPPED_NAMES = { duplicateLink: 'Duplicate', incidentLink: 'Relates' } as const;
type LinkSetting = keyof typeof SHIPPED_NAMES;

/**
 * Type of links for what a setting of the route is for.
 *
 * @param types that the site has
 * @returns why there is none, with the line of the configuration that mends it
 */
export function linkTypeFor(
  setting: LinkSetting,
  types: readonly { readonly id: string; readonly name: string }[],
  route: PlannedRoute,
): { id: string } | string {
  const { [setting]: wanted = SHIPPED_NAMES[setting], path } = route;
  if (wanted === 'none') return `${path}.${setting} is none`;
  const known = types.map(({ name }) => name).join(', ');
  const choice = known === '' ? "'none'" : `one of ${known}, or to 'none'`;
  return allowedValue(types, wanted) ?? `Jira has no link type ${wanted}; set ${path}.${setting} to ${choice}`;
}
