import type { ApiClient } from '../../../local/api-client.ts';
import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { Draw } from './draw.ts';

export type TicketsOfDay = Awaited<ReturnType<typeof ticketsOfDay>>;

/** Tickets of the fixes of some records, and what people do to them as a whole: deleted, hidden from our account, shown again. */
export async function ticketsOfDay(jira: JiraSimulator, reader: ApiClient, records: readonly string[]) {
  const fixes = async (): Promise<Remediation[]> => (await Promise.all(records.map(reader.remediations))).flat();
  const ids = (await fixes()).filter(isTicketed).map(({ ticket }) => ticket.issueId);
  const hidden = new Set<string>();
  const living = (): Issue[] => ids.flatMap((id) => jira.issue(id) ?? []);
  return {
    ids,
    fixes,
    living,
    isShown: (id: string): boolean => jira.issue(id) !== undefined && !hidden.has(id),
    some: (draw: Draw): Issue => draw.pick(living()),
    hide({ id, key }: Issue): void {
      jira.hideIssue(key);
      hidden.add(id);
    },
    /** @returns false when none is hidden */
    showOne(): boolean {
      const [id] = hidden;
      const issue = id === undefined ? undefined : jira.issue(id);
      if (id === undefined) return false;
      hidden.delete(id);
      if (issue !== undefined) jira.showIssue(issue.key);
      return issue !== undefined;
    },
    hiddenCount: (): number => hidden.size,
    deletedCount: (): number => ids.length - living().length,
  };
}
