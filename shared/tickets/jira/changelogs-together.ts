import type { JiraGateway } from '../../jira/gateway.ts';
import { type ChangelogEntry, isDone, type JiraIssue } from '../../jira/issue-reading.ts';
import { JiraOutage, JiraRateLimited } from '../../jira/jira-errors.ts';

type Logs = Pick<JiraGateway, 'changelog' | 'statusCategories'>;

/**
 * Changelogs of issues that were read together: as soon as that of one that is done is wanted, those of all that are done are asked
 * for, in one call. A site that refuses that call, or fails at it, is asked for each: one issue may spoil the answer for all.
 */
export function changelogsTogether(jira: Logs & Pick<JiraGateway, 'changelogs'>, issues: readonly JiraIssue[]): Logs {
  const done = new Set(issues.filter(isDone).map(({ id }) => id));
  let asked: Promise<ReadonlyMap<string, ChangelogEntry[]>> | undefined;
  const ofDone = () => {
    asked ??= jira.changelogs([...done]).catch((error: unknown) => {
      if (error instanceof JiraRateLimited || error instanceof JiraOutage) throw error;
      return new Map<string, ChangelogEntry[]>();
    });
    return asked;
  };
  return {
    statusCategories: jira.statusCategories,
    async changelog(id) {
      const log = done.has(id) ? (await ofDone()).get(id) : undefined;
      return log ?? jira.changelog(id);
    },
  };
}
