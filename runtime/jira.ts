import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { JiraCredentials } from '../shared/jira/credentials.ts';
import { checkedDocuments } from '../shared/jira/document/checked-documents.ts';
import { type JiraGateway, jiraGateway } from '../shared/jira/gateway.ts';
import { jiraTransport } from '../shared/jira/transport.ts';
import { onOdd } from './odd-elements.ts';
import { secretContent } from './secrets.ts';
import { type Telemetry, telemetry } from './telemetry.ts';
import { currentRun, timeLeftMs } from './time-left.ts';

/** The configured Jira site, with the credentials of the secret. */
export function jiraFrom(secretArn: string, { jira }: Pick<HoldfastConfig, 'jira'>): JiraGateway {
  const transport = jiraTransport({
    ...jira,
    timeLeftMs,
    run: currentRun,
    credentials: () => secretContent(secretArn, JiraCredentials),
  });
  return jiraGateway(checkedDocuments(transport, unfitDocument(telemetry)), onOdd);
}

/** Counts a document of ours that Jira would have refused, and logs why. Its words are sent all the same. */
export const unfitDocument =
  ({ count, warn }: Pick<Telemetry, 'count' | 'warn'>) =>
  (problem: string): void => {
    count('JiraDocumentUnfit');
    warn('a document of ours breaks the rules of its format, and was sent as plain words', { problem });
  };
