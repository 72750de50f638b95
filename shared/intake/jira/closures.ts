import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { JiraIssue } from '../../jira/issue-reading.ts';
import { siteName } from '../../jira/site.ts';
import type { ClosedTicket, IncidentSource } from '../incident-source.ts';

/** Asks Jira for the incidents of the configured projects that are done. */
export function jiraIncidentSource(
  jira: Pick<JiraGateway, 'search'>,
  config: Pick<HoldfastConfig, 'incidents' | 'jira'>,
): IncidentSource {
  return {
    name: 'jira',
    async closures({ closedSince, changedSince, now }) {
      // Relative, because Jira reads an absolute time in the time zone of the account that asks.
      const minutes = Math.ceil((Date.parse(now) - Date.parse(changedSince)) / 60_000) + 1;
      const found: JiraIssue[] = [];
      for (const { project, issueTypes } of config.incidents.jira) {
        const types = issueTypes.map(quoted).join(', ');
        const scope = `project = ${quoted(project)} AND issuetype in (${types}) AND statusCategory = Done`;
        // A closure is a change, so `updated` finds it; so does a comment on an incident that was closed last year.
        found.push(...(await jira.search(`${scope} AND updated >= "-${minutes}m" ORDER BY updated ASC`)));
      }
      return found
        .map((issue) => closedTicket(issue, config))
        .filter(({ closedAt }) => Date.parse(closedAt) >= Date.parse(closedSince));
    },
  };
}

function closedTicket({ id, key, fields }: JiraIssue, config: Pick<HoldfastConfig, 'jira'>): ClosedTicket {
  return {
    ticket: { source: 'jira', site: siteName(config), ticketId: id, key },
    closedAt: fields.statuscategorychangedate ?? fields.resolutiondate ?? fields.updated,
  };
}

/** https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/ */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
