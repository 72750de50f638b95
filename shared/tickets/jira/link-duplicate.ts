import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import { allowedValue } from '../../jira/field-metadata.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraIssueMissing, JiraRefused } from '../../jira/jira-errors.ts';

/** As Jira ships it. Its administrator may have renamed or deleted it. */
const SHIPPED_NAME = 'Duplicate';

/**
 * Links a ticket to the one that it repeats, where the site has a type of links for it and lets us.
 *
 * @returns why there is no link; undefined when there is
 */
export async function linkAsDuplicate(
  jira: Pick<JiraGateway, 'linkTypes' | 'linkIssuesAs'>,
  { duplicate, original }: { duplicate: string; original: string },
  { duplicateLink = SHIPPED_NAME, path }: PlannedRoute,
): Promise<string | undefined> {
  if (duplicateLink === 'none') return `${path}.duplicateLink is none`;
  const types = await jira.linkTypes();
  const type = allowedValue(types, duplicateLink);
  if (type === undefined) {
    const known = types.map(({ name }) => name).join(', ');
    return `Jira has no link type ${duplicateLink}; set ${path}.duplicateLink to ${known === '' ? "'none'" : `one of ${known}, or to 'none'`}`;
  }
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
