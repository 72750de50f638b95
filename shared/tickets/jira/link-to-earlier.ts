import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraIssueMissing, JiraRefused } from '../../jira/jira-errors.ts';
import { type LinkSetting, linkTypeFor, noLinkInWords } from './link-type.ts';

/**
 * Links a ticket to the one that it repeats, or follows up on, where the site has a type of links for it and lets us.
 *
 * @param setting of the route that names the type
 * @returns why there is no link; undefined when there is
 */
export async function linkToEarlier(
  jira: Pick<JiraGateway, 'linkTypes' | 'linkIssuesAs'>,
  { later, earlier }: { later: string; earlier: string },
  route: PlannedRoute,
  setting: LinkSetting,
): Promise<string | undefined> {
  const type = linkTypeFor(setting, route[setting] === 'none' ? [] : await jira.linkTypes(), route);
  if ('problem' in type) return noLinkInWords(type);
  try {
    await jira.linkIssuesAs(type.id, later, earlier);
    return undefined;
  } catch (error) {
    // A missing permission looks like a type that there is not.
    if (error instanceof JiraIssueMissing || (error instanceof JiraRefused && [403, 404].includes(error.status))) {
      return 'this account may not link issues there';
    }
    throw error;
  }
}
