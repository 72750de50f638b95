import { browseUrl, type JiraSites } from '../domain/ticket/jira-site.ts';

export type LinkAddresses = {
  /** The configured Jiras. */
  jira: JiraSites;
  /** The address of a record, with `{id}` where its id goes. */
  recordUrl: string;
};

/** The address when it leads to the web, otherwise nothing: `javascript:` and its kind never become a link. */
export function webUrl(address: string): string | undefined {
  const url = URL.parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

/** Address of a ticket. Where its site is not known, or none of the configuration, it is looked for on the one that most teams have alone. */
export function ticketUrl(
  { jira }: Pick<LinkAddresses, 'jira'>,
  { key, site = '' }: { key: string; site?: string },
): string {
  return browseUrl({ site, key }, jira) ?? `${jira.site}/browse/${encodeURIComponent(key)}`;
}
