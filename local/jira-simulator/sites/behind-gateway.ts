import type { SiteDescription } from './site-description.ts';

/** The same site, reached through the gateway alone, as by service accounts and tokens with scopes. */
export function behindGateway(site: SiteDescription): SiteDescription {
  const { cloudId } = site.address;
  const address = { kind: 'gateway', cloudId, browseUrl: 'https://classic.example.com' } as const;
  return { ...site, name: `${site.name}, behind the gateway`, address };
}
