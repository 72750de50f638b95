export type LinkAddresses = {
  /** Jira's base URL, without a slash at its end. */
  site: string;
  /** The address of a record, with `{id}` where its id goes. */
  recordUrl: string;
};

/** The address when it leads to the web, otherwise nothing: `javascript:` and its kind never become a link. */
export function webUrl(address: string): string | undefined {
  const url = URL.parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

export function ticketUrl({ site }: LinkAddresses, key: string): string {
  return `${site}/browse/${encodeURIComponent(key)}`;
}
