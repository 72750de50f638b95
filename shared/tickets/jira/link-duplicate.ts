import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import { allowedValue } from '../../jira/field-metadata.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraIssueMissing, JiraRefused } from '../../jira/jira-errors.ts';

/** As Jira ships it. Its administrator may have renamed or deleted it. */
const SHIPPED_NAME = 'Duplicate';

/** Why there is no type of links, and the line of the configuration that changes it. */
export type NoLinkType = { readonly problem: string; readonly advice?: string };

/** Type of links from a second ticket of a fix to the first. */
export function duplicateLinkType(
  types: readonly { readonly id: string; readonly name: string }[],
  { duplicateLink = SHIPPED_NAME, path }: PlannedRoute,
): { id: string } | NoLinkType {
  if (duplicateLink === 'none') return { problem: `${path}.duplicateLink is none` };
  const known = types.map(({ name }) => name).join(', ');
  const choice = known === '' ? "'none'" : `one of ${known}, or to 'none'`;
  return (
    allowedValue(types, duplicateLink) ?? {
      problem: `Jira has no link type ${duplicateLink}`,
      advice: `set ${path}.duplicateLink to ${choice}`,
    }
  );
}

/**
 * Links a ticket to the one that it repeats, where the site has a type of links for it and lets us.
 *
 * @returns why there is no link; undefined when there is
 */
export async function linkAsDuplicate(
  jira: Pick<JiraGateway, 'linkTypes' | 'linkIssuesAs'>,
  { duplicate, original }: { duplicate: string; original: string },
  route: PlannedRoute,
): Promise<string | undefined> {
  const type = duplicateLinkType(route.duplicateLink === 'none' ? [] : await jira.linkTypes(), route);
  if ('problem' in type) return [type.problem, ...(type.advice === undefined ? [] : [type.advice])].join('; ');
  try {
    await jira.linkIssuesAs(type.id, duplicate, original);
    return undefined;
  } catch (error) {
    // A missing permission looks like a type that there is not.
    if (error instanceof JiraIssueMissing || (error instanceof JiraRefused && [403, 404].includes(error.status))) {
      return 'this account may not link issues there';
    }
    throw error;
  }
}
