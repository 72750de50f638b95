import type { TicketFailure, TicketSystem } from './ticket-system.ts';

/**
 * Systems where teams work on fixes, one for each site of the configuration. Ids and keys of tickets repeat from site to site,
 * so whoever asks for a ticket asks its site.
 */
export type TicketSites = {
  /** That of the site which most teams have alone comes first. */
  readonly all: readonly [TicketSystem, ...TicketSystem[]];
  /** @param name as a record keeps it beside a ticket @throws UnknownTicketSite */
  named(name: string): TicketSystem;
  /** Site that a route leads to. @throws UnknownTicketSite */
  of(route: { readonly site?: string | undefined }): TicketSystem;

  /** Says what an error means for the request; undefined for an error that is none of these systems. */
  failureOf(error: unknown): TicketFailure | undefined;
  /** Copies an error without the words of its system, which may quote the ticket: for logs. */
  withoutWords(error: Error): Error;
};

/** A ticket or a route is on a site that the configuration does not have any more. Nothing was asked. */
export class UnknownTicketSite extends Error {
  constructor(name: string) {
    super(
      `no site of the configuration is called ${name}: take it up in jira.sites, or in the formerSites of the site that was ` +
        'called so, then send this message back to its queue',
    );
    this.name = 'UnknownTicketSite';
  }
}

export function ticketSites(all: readonly [TicketSystem, ...TicketSystem[]]): TicketSites {
  const found = (name: string, isIt: (system: TicketSystem) => boolean): TicketSystem => {
    const system = all.find(isIt);
    if (system === undefined) throw new UnknownTicketSite(name);
    return system;
  };
  return {
    all,
    named: (name) => found(name, ({ names }) => names.includes(name)),
    of: ({ site }) => found(site ?? 'the first', ({ key }) => key === site),
    failureOf(error) {
      // A person mends it, as what a system refuses.
      if (error instanceof UnknownTicketSite) return 'refused';
      return all.map((system) => system.failureOf(error)).find((failure) => failure !== undefined);
    },
    withoutWords: (error) => all.reduce((told, system) => system.withoutWords(told), error),
  };
}

/** Whether a ticket that a record keeps is this one. Two sites have tickets of the same id. */
export const isSameTicket = (
  kept: { readonly site: string; readonly issueId: string },
  { names }: Pick<TicketSystem, 'names'>,
  issueId: string,
): boolean => kept.issueId === issueId && names.includes(kept.site);
