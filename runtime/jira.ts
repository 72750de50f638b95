import { credentialsOfSite, JiraCredentials } from '../shared/jira/credentials.ts';
import { checkedDocuments } from '../shared/jira/document/checked-documents.ts';
import { type JiraGateway, jiraGateway } from '../shared/jira/gateway.ts';
import { siteLimits } from '../shared/jira/limits/site-limits.ts';
import { siteName } from '../shared/jira/site.ts';
import { siteTurns } from '../shared/jira/site-turns.ts';
import type { ConfiguredSite } from '../shared/jira/sites.ts';
import { jiraTransport } from '../shared/jira/transport.ts';
import { turnsIn } from '../shared/store/queues/site-turns.ts';
import type { Table } from '../shared/store/table.ts';
import { onOdd } from './odd-elements.ts';
import { secretContent } from './secrets.ts';
import { sharedLimits } from './shared-limits.ts';
import { type Telemetry, telemetry } from './telemetry.ts';
import { currentRun, timeLeftMs } from './time-left.ts';

/** One of the configured Jira sites, with its credentials of the one secret. */
export function jiraFrom(secretArn: string, { key, config }: ConfiguredSite, table: Table): JiraGateway {
  const { jira } = config;
  const schema = key === undefined ? JiraCredentials : credentialsOfSite(key);
  const { timeoutMs } = jira;
  const site = siteName(config);
  const limits = siteLimits({ ...sharedLimits(table, telemetry)(site), timeoutMs, timeLeftMs });
  const transport = jiraTransport({
    ...jira,
    timeLeftMs,
    run: currentRun,
    limits,
    credentials: () => secretContent(secretArn, schema),
  });
  return jiraGateway(
    checkedDocuments(transport, unfitDocument(telemetry)),
    onOdd,
    limits,
    siteTurns(turnsIn(table, site), timeoutMs),
  );
}

/** Counts a document of ours that Jira would have refused, and logs why. Its words are sent all the same. */
export const unfitDocument =
  ({ count, warn }: Pick<Telemetry, 'count' | 'warn'>) =>
  (problem: string): void => {
    count('JiraDocumentUnfit');
    warn('a document of ours breaks the rules of its format, and was sent as plain words', { problem });
  };
