import type { JiraGateway } from '../../jira/gateway.ts';
import { type ChangelogEntry, isDone, type JiraIssue } from '../../jira/issue-reading.ts';
import { JiraOutage, JiraRateLimited } from '../../jira/jira-errors.ts';
import type { Logs } from './shown-ticket.ts';

/**
 * Changelogs of issues that were read together: as soon as that of one that is done is wanted, those of all that are done are asked
 * for, in one call; and so with those that are not. A site that refuses that call, or fails at it, is asked for each: one issue may spoil
 * the answer for all.
 *
 * @param isOneCall false where the system has no call for many: then of those that are not done only what is wanted is asked for
 */
export function changelogsTogether(
  jira: Pick<JiraGateway, 'changelog' | 'changelogs' | 'statusCategories'>,
  issues: readonly JiraIssue[],
  { isOneCall }: { isOneCall: boolean },
): Logs {
  const open = isOneCall ? issues.filter((issue) => !isDone(issue)) : [];
  const groups = [issues.filter(isDone), open].map((group) =>
    logsOf(
      jira,
      group.map(({ id }) => id),
    ),
  );
  return {
    statusCategories: jira.statusCategories,
    changelogAlone: jira.changelog,
    async changelog(id) {
      const group = groups.find(({ ids }) => ids.has(id));
      return (await group?.read())?.get(id) ?? jira.changelog(id);
    },
  };
}

function logsOf(jira: Pick<JiraGateway, 'changelogs'>, ids: readonly string[]) {
  let asked: Promise<ReadonlyMap<string, ChangelogEntry[]>> | undefined;
  return {
    ids: new Set(ids),
    read() {
      asked ??= jira.changelogs(ids).catch((error: unknown) => {
        if (error instanceof JiraRateLimited || error instanceof JiraOutage) throw error;
        return new Map<string, ChangelogEntry[]>();
      });
      return asked;
    },
  };
}
