import { type JiraSites, nameOfSite, siteNamed } from '../../domain/ticket/jira-site.ts';
import { type Look, notSeen } from '../../domain/words/look.ts';
import { namesOfSites } from '../../domain/words/looks-of-sites.ts';
import { halfOf, type InTime, withoutLimit } from '../../in-time.ts';
import type { ConfiguredSite } from '../../jira/sites.ts';
import type { PolledScope, SourceConnection } from '../source.ts';
import { ENDINGS } from './check-endings.ts';

export type ConnectedSite = { readonly site: ConfiguredSite; readonly connection: SourceConnection };

/** A ticket says which site it is on, and no configured Jira has or had that name. */
export class UnknownJiraSite extends Error {
  constructor(name: string) {
    super(
      `no Jira of the configuration is called ${name}: take it up in jira.sites, or in the formerSites of the site that was ` +
        'called so, then send this message back to its queue',
    );
    this.name = 'UnknownJiraSite';
  }
}

/** Several Jiras as one source of incidents: what is asked of a ticket is asked on its site. */
export function connectionOfSites(jira: JiraSites, connected: readonly ConnectedSite[]): SourceConnection {
  const on = (name: string): SourceConnection => {
    const known = siteNamed(name, jira);
    const found = connected.find(
      ({ site }) => known !== undefined && nameOfSite(site.config.jira) === nameOfSite(known),
    );
    if (found === undefined) throw new UnknownJiraSite(name);
    return found.connection;
  };
  const polls = connected.flatMap(({ site: { key }, connection: { poll } }) =>
    poll === undefined ? [] : [{ ...poll, scopes: poll.scopes.map((scope) => named(scope, key)) }],
  );
  return {
    details: async (ticket) => on(ticket.site).details(ticket),
    poll: {
      overlapMs: Math.max(...polls.map(({ overlapMs }) => overlapMs)),
      scopes: polls.flatMap(({ scopes }) => scopes),
    },
    wasClosed: async (ticket, statusId) => on(ticket.site).wasClosed?.(ticket, statusId),
    look: async (ticket) => (await on(ticket.site).look?.(ticket)) ?? 'gone',
    linkBack: async (ticket, record) => (await on(ticket.site).linkBack?.(ticket, record)) ?? 'gone',
    check: async (inTime = withoutLimit) => {
      const [withIncidents, others] = [connected.filter(hasIncidents), connected.filter((one) => !hasIncidents(one))];
      const looksAt = (sites: readonly ConnectedSite[]) => Promise.all(sites.map((one) => lookedAt(one, inTime)));
      const [looks, rest] = await Promise.all([looksAt(withIncidents), looksAt(others)]);
      const known = [...namesOfSites(ENDINGS, looks), ...rest];
      return [...withIncidents, ...others].flatMap((one, index) => onSite(one, known[index] ?? []));
    },
  };
}

/** The same project may be on several sites. Those of the first one keep the place that they had when it was the only one. */
const named = (scope: PolledScope, key: string | undefined): PolledScope =>
  key === undefined ? scope : { ...scope, name: `${key}: ${scope.name}` };

const hasIncidents = ({ site }: ConnectedSite): boolean => site.config.incidents.jira.projects.length > 0;

/** One site that does not answer says nothing about the others. */
async function lookedAt({ site: { config }, connection }: ConnectedSite, inTime: InTime): Promise<readonly Look[]> {
  try {
    return await inTime(() => connection.check(halfOf(inTime)));
  } catch (error) {
    return [notSeen(notAnswering(config), error)];
  }
}

const notAnswering = ({ jira }: ConfiguredSite['config']): string => `incidents on ${nameOfSite(jira)}`;

const onSite = ({ site: { key, config } }: ConnectedSite, looks: readonly Look[]): Look[] =>
  looks.map((look) =>
    key === undefined || look.what === notAnswering(config)
      ? look
      : { ...look, what: `${look.what}, on the site ${key}` },
  );
