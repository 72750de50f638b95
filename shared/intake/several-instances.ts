import type { TicketRef } from '../domain/ticket/incident-ticket.ts';
import type { SourceName } from '../domain/ticket/source-names.ts';
import { type Look, notSeen } from '../domain/words/look.ts';
import { halfOf, type InTime, withoutLimit } from '../in-time.ts';
import type { PolledScope, SourceConnection } from './source.ts';

/** One instance of a system: the site under which its tickets are kept, and the way to it. */
export type Instance = { readonly key: string; readonly site: string; readonly connection: SourceConnection };

/** A ticket says which site it is on, and no configured instance has that one. */
export class UnknownInstance extends Error {
  constructor(source: SourceName, site: string) {
    super(
      `no instance of ${source} in the configuration has the site ${site}: take it up in incidents.${source}, then send this message back to ` +
        'its queue',
    );
    this.name = 'UnknownInstance';
  }
}

/** Several instances as one source of incidents: what is asked of a ticket is asked on its site. */
export function connectionOfInstances(source: SourceName, instances: readonly Instance[]): SourceConnection {
  const on = ({ site }: TicketRef): SourceConnection => {
    const found = instances.find((instance) => instance.site === site);
    if (found === undefined) throw new UnknownInstance(source, site);
    return found.connection;
  };
  const polls = instances.flatMap(({ key, connection: { poll } }) =>
    poll === undefined ? [] : [{ ...poll, scopes: poll.scopes.map((scope) => scopeOf(key, scope)) }],
  );
  const can = (what: 'wasClosed' | 'linkBack' | 'look'): boolean =>
    instances.some(({ connection }) => connection[what] !== undefined);
  return {
    details: async (ticket) => on(ticket).details(ticket),
    poll:
      polls.length === 0
        ? undefined
        : {
            overlapMs: Math.max(...polls.map(({ overlapMs }) => overlapMs)),
            scopes: polls.flatMap(({ scopes }) => scopes),
          },
    wasClosed: can('wasClosed') ? async (ticket, statusId) => on(ticket).wasClosed?.(ticket, statusId) : undefined,
    look: can('look') ? async (ticket) => (await on(ticket).look?.(ticket)) ?? 'gone' : undefined,
    linkBack: can('linkBack')
      ? async (ticket, record) => (await on(ticket).linkBack?.(ticket, record)) ?? 'gone'
      : undefined,
    check: async (inTime = withoutLimit) =>
      (await Promise.all(instances.map((instance) => lookedAtInstance(instance, inTime)))).flat(),
  };
}

const scopeOf = (key: string, scope: PolledScope): PolledScope => ({ ...scope, name: `${key}: ${scope.name}` });

/** One instance that does not answer says nothing about the others. */
async function lookedAtInstance({ key, site, connection }: Instance, inTime: InTime): Promise<readonly Look[]> {
  try {
    const looks = await inTime(() => connection.check(halfOf(inTime)));
    return looks.map((look) => ({ ...look, what: `${look.what}, of the instance ${key}` }));
  } catch (error) {
    return [notSeen(`incidents on ${site}`, error)];
  }
}
