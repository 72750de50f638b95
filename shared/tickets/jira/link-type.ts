import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import { allowedValue } from '../../jira/field-metadata.ts';

/** Settings of a route that name a type of issue links, and the name that Jira ships. An administrator may rename or delete it. */
const SHIPPED_NAMES = { duplicateLink: 'Duplicate', incidentLink: 'Relates', followUpLink: 'Relates' } as const;
export type LinkSetting = keyof typeof SHIPPED_NAMES;

/** Why there is no type of links, and the line of the configuration that changes it. */
type NoLinkType = { readonly problem: string; readonly advice?: string };

export const noLinkInWords = ({ problem, advice }: NoLinkType): string =>
  advice === undefined ? problem : `${problem}; ${advice}`;

/**
 * Type of links for what a setting of the route is for.
 *
 * @param types that the site has
 * @returns why there is none, and the line of the configuration that changes it
 */
export function linkTypeFor(
  setting: LinkSetting,
  types: readonly { readonly id: string; readonly name: string }[],
  route: PlannedRoute,
): { id: string } | NoLinkType {
  const { [setting]: wanted = SHIPPED_NAMES[setting], path } = route;
  if (wanted === 'none') return { problem: `${path}.${setting} is none` };
  const known = types.map(({ name }) => name).join(', ');
  const choice = known === '' ? "'none'" : `one of ${known}, or to 'none'`;
  return (
    allowedValue(types, wanted) ?? {
      problem: `Jira has no link type ${wanted}`,
      advice: `set ${path}.${setting} to ${choice}`,
    }
  );
}
