import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { Source } from '../domain/ticket/incident-ticket.ts';
import { SourceName } from '../domain/ticket/source-names.ts';
import type { SourceRegistry } from './registry.ts';
import type {
  BusRule,
  Connect,
  IncidentSource,
  Poll,
  Reach,
  SourceConnection,
  SourceTools,
  Webhook,
} from './source.ts';

export type SourceInUse = { readonly source: IncidentSource; readonly reaches: readonly Reach[] };

/** The sources that this configuration uses, with how each reaches Holdfast. */
export function sourcesInUse(registry: SourceRegistry, config: HoldfastConfig): SourceInUse[] {
  const all = SourceName.options.map((name): IncidentSource => registry[name]);
  return all.map((source) => ({ source, reaches: source.reaches(config) })).filter(({ reaches }) => reaches.length > 0);
}

/** The webhooks that may come in, by the name of their source. */
export function webhooksInUse(registry: SourceRegistry, config: HoldfastConfig): ReadonlyMap<string, NamedWebhook> {
  return new Map(
    sourcesInUse(registry, config).flatMap(({ source: { name }, reaches }) =>
      reaches.flatMap((reach) => (reach.by === 'webhook' ? [[name, { name, webhook: reach.webhook }] as const] : [])),
    ),
  );
}
export type NamedWebhook = { readonly name: SourceName; readonly webhook: Webhook };

/** The rules on the account's bus, with the source that each is of. */
export function busRulesInUse(registry: SourceRegistry, config: HoldfastConfig): NamedBusRule[] {
  return sourcesInUse(registry, config).flatMap(({ source: { name }, reaches }) =>
    reaches.flatMap((reach) => (reach.by === 'bus rule' ? [{ name, rule: reach.rule }] : [])),
  );
}
export type NamedBusRule = { readonly name: SourceName; readonly rule: BusRule };

export type PolledSource = { readonly name: SourceName; readonly poll: Poll };

/** The sources that the sweep asks. @throws Error when one is said to be polled and cannot be asked for closures */
export function polledSources(
  registry: SourceRegistry,
  connectionTo: ConnectionTo,
  config: HoldfastConfig,
): PolledSource[] {
  return sourcesInUse(registry, config)
    .filter(({ reaches }) => reaches.some(({ by }) => by === 'poll'))
    .map(({ source: { name } }) => {
      const { poll } = connectionTo(name);
      if (poll === undefined) throw new Error(`the source ${name} is polled, but its connection has no poll`);
      return { name, poll };
    });
}

/** The way to the system of a ticket. @throws Error for `holdfast`: there is no system behind a record without a ticket */
export type ConnectionTo = (source: Source) => SourceConnection;

/** Connects a source when it is first needed: of several, a run rarely needs more than one. */
export function connectSources(connections: Readonly<Record<SourceName, Connect>>, tools: SourceTools): ConnectionTo {
  const connected = new Map<SourceName, SourceConnection>();
  return (source) => {
    const known = SourceName.safeParse(source);
    if (!known.success) throw new Error(`no ticketing system stands behind the source "${source}"`);
    const connection = connected.get(known.data) ?? connections[known.data](tools);
    connected.set(known.data, connection);
    return connection;
  };
}
