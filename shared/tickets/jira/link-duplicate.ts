import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraIssueMissing, JiraRefused } from '../../jira/jira-errors.ts';
import { linkTypeFor, noLinkInWords } from './link-type.ts';

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
  const type = linkTypeFor('duplicateLink', route.duplicateLink === 'none' ? [] : await jira.linkTypes(), route);
  if ('problem' in type) return noLinkInWords(type);
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
