import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { TicketPerson } from '../domain/words/person.ts';
import type { JiraUser } from './issue-reading.ts';

/** The host of the configured site: the same for webhooks and API answers, whatever host they passed through. */
export function siteName({ jira }: Pick<HoldfastConfig, 'jira'>): string {
  return new URL(jira.site).host;
}

export function personFrom({ accountId, displayName, emailAddress }: JiraUser): TicketPerson {
  return { accountId, name: displayName, ...(emailAddress == null ? {} : { email: emailAddress }) };
}
