import type { Client } from 'jira.js/core';
import { bulkChangelogs } from './bulk-changelogs.ts';
import { createMetadata } from './create-metadata.ts';
import { issueCreations } from './issue-creations.ts';
import { issueMoves } from './issue-moves.ts';
import { issueNotes } from './issue-notes.ts';
import { issueReads } from './issue-reads.ts';
import { issueSearches } from './issue-searches.ts';
import type { SiteLimits } from './limits/site-limits.ts';
import type { TellOdd } from './odd-elements.ts';
import { ownAccount } from './own-account.ts';
import { siteReads } from './site-reads.ts';
import type { SiteTurns } from './site-turns.ts';
import { workflowReads } from './workflow-reads.ts';

export type JiraGateway = ReturnType<typeof jiraGateway>;

/**
 * Questions and orders of Holdfast to Jira, each in one call of the REST API v3 or a few. Answers are parsed; errors are the
 * transport's.
 *
 * @param tellOdd told of each element of a list that cannot be read, and is passed over
 * @param limits of the site, to which its client keeps by itself
 * @param turns to comment; without them two who comment at once may both do it
 */
export function jiraGateway(client: Client, tellOdd: TellOdd = () => {}, limits?: SiteLimits, turns?: SiteTurns) {
  const reads = issueReads(client, tellOdd);
  return {
    /** Waits until so many issues may be created. @throws JiraPostponed */
    turnToCreate: async (count: number): Promise<void> =>
      limits?.turnOf({ method: 'POST', path: count === 1 ? '/rest/api/3/issue' : '/rest/api/3/issue/bulk' }),
    /** Waits until an issue may be commented on and moved. @throws JiraPostponed */
    turnToReopen: async (issueId: string): Promise<void> => {
      for (const part of ['comment', 'transitions']) {
        await limits?.turnOf({ method: 'POST', path: `/rest/api/3/issue/${issueId}/${part}` });
      }
    },
    ...siteReads(client),
    ...workflowReads(client),
    ...ownAccount(client),
    ...createMetadata(client),
    ...reads,
    ...issueSearches(client, tellOdd),
    ...bulkChangelogs(client, tellOdd),
    ...issueCreations(client),
    ...issueMoves(client),
    ...issueNotes(client, reads, turns),
  };
}
