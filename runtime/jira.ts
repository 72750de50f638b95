import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { type JiraGateway, jiraGateway } from '../shared/jira/gateway.ts';
import { JiraCredentials, jiraTransport } from '../shared/jira/transport.ts';
import { onOdd } from './odd-elements.ts';
import { secretContent } from './secrets.ts';
import { currentRun, timeLeftMs } from './time-left.ts';

/** The configured Jira site, with the credentials of the secret. */
export function jiraFrom(secretArn: string, { jira }: Pick<HoldfastConfig, 'jira'>): JiraGateway {
  return jiraGateway(
    jiraTransport({
      site: jira.site,
      timeoutMs: jira.timeoutMs,
      timeLeftMs,
      run: currentRun,
      credentials: () => secretContent(secretArn, JiraCredentials),
    }),
    onOdd,
  );
}
