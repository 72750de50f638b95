import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { JiraIssue } from '../../jira/issue-reading.ts';
import { quoted } from '../../jira/jql.ts';
import { siteName } from '../../jira/site.ts';
import type { ClosedTicket, ClosureWindow } from '../source.ts';

/** Asks Jira for the incidents of the configured projects that are done. */
export async function jiraClosures(
  jira: Pick<JiraGateway, 'search'>,
  config: Pick<HoldfastConfig, 'incidents' | 'jira'>,
  { closedSince, changedSince, now }: ClosureWindow,
): Promise<ClosedTicket[]> {
  // Relative, because Jira reads an absolute time in the time zone of the account that asks.
  const minutes = Math.ceil((Date.parse(now) - Date.parse(changedSince)) / 60_000) + 1;
  const found: JiraIssue[] = [];
  for (const scope of config.incidents.jira.projects) {
    // A closure is a change, so `updated` finds it; so does a comment on an incident that was closed last year.
    const changed = `statusCategory = Done AND updated >= "-${minutes}m"`;
    found.push(...(await jira.search(`${incidentsOf(scope)} AND ${changed} ORDER BY updated ASC`)));
  }
  return found
    .map((issue) => closedTicket(issue, config))
    .filter(({ closedAt }) => Date.parse(closedAt) >= Date.parse(closedSince));
}

type Scope = HoldfastConfig['incidents']['jira']['projects'][number];

/** JQL for the incidents of one project. */
export function incidentsOf({ project, issueTypes }: Scope): string {
  return `project = ${quoted(project)} AND issuetype in (${issueTypes.map(quoted).join(', ')})`;
}

function closedTicket({ id, key, fields }: JiraIssue, config: Pick<HoldfastConfig, 'jira'>): ClosedTicket {
  return {
    ticket: { source: 'jira', site: siteName(config), ticketId: id, key },
    closedAt: fields.statuscategorychangedate ?? fields.resolutiondate ?? fields.updated,
  };
}
