import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { nameOfSite } from '../domain/ticket/jira-site.ts';
import type { TicketPerson } from '../domain/words/person.ts';
import type { JiraUser } from './issue-reading.ts';

/** Name of the configured site in records: the same for webhooks and API answers, whatever address they passed through. */
export function siteName({ jira }: Pick<HoldfastConfig, 'jira'>): string {
  return nameOfSite(jira);
}

export function personFrom({ accountId, displayName, emailAddress }: JiraUser): TicketPerson {
  return { accountId, name: displayName, ...(emailAddress == null ? {} : { email: emailAddress }) };
}
