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

/** Where the webhooks of a source come in. */
export type WebhookEndpoint = {
  /** What stands behind `/webhooks/`, and names the secret: `jira`, `pagerduty/acme`. */
  readonly path: string;
  readonly name: SourceName;
  readonly webhook: Webhook;
};

/** The webhooks that may come in, by their path. */
export function webhooksInUse(registry: SourceRegistry, config: HoldfastConfig): ReadonlyMap<string, WebhookEndpoint> {
  const endpoints = sourcesInUse(registry, config).flatMap(({ source: { name }, reaches }) =>
    reaches.flatMap((reach): WebhookEndpoint[] =>
      reach.by === 'webhook' ? [{ path: pathOf(name, reach.at), name, webhook: reach.webhook }] : [],
    ),
  );
  return new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]));
}

/** Names a source, or one instance of it, or one of its endpoints. */
export const pathOf = (name: SourceName, at?: string): string => (at === undefined ? name : `${name}/${at}`);

/** Sources that Holdfast calls, or the instances of them, each with a secret of its own. */
export const calledPaths = (registry: SourceRegistry, config: HoldfastConfig): string[] =>
  sourcesInUse(registry, config).flatMap(({ source }) => pathsCalled(source, config));

/** Paths of the secrets with which Holdfast calls a source. */
export const pathsCalled = (source: IncidentSource, config: HoldfastConfig): string[] =>
  source.credentials === undefined
    ? []
    : (source.instances?.(config) ?? [undefined]).map((instance) => pathOf(source.name, instance));

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
