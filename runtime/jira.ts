import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { JiraCredentials } from '../shared/jira/credentials.ts';
import { type JiraGateway, jiraGateway } from '../shared/jira/gateway.ts';
import { jiraTransport } from '../shared/jira/transport.ts';
import { secretContent } from './secrets.ts';
import { timeLeftMs } from './time-left.ts';

/** The configured Jira site, with the credentials of the secret. */
export function jiraFrom(secretArn: string, { jira }: Pick<HoldfastConfig, 'jira'>): JiraGateway {
  return jiraGateway(
    jiraTransport({
      ...jira,
      timeLeftMs,
      credentials: () => secretContent(secretArn, JiraCredentials),
    }),
  );
}
