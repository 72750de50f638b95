import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { SourceName } from '../../../shared/domain/ticket/source-names.ts';
import { CONNECTIONS, SOURCES } from '../../../shared/intake/registry.ts';
import { connectSources, polledSources, sourcesInUse } from '../../../shared/intake/sources-in-use.ts';

/** Every source is on. */
const EVERYTHING: HoldfastConfigInput = {
  incidents: {
    'holdfast-json': { sites: ['tickets.example.com'] },
    'incident-io': { acme: { site: 'acme.incident.io' } },
    pagerduty: { acme: { site: 'acme.pagerduty.com' }, emea: { site: 'emea.pagerduty.com' } },
    servicenow: { acme: { site: 'acme.service-now.com' }, emea: { site: 'emea.service-now.com' } },
  },
};

const nothing = () => Promise.reject(new Error('nothing is asked here'));
const tools = {
  ...{ config: parseConfig(EVERYTHING), credentials: nothing, told: nothing, newId: () => '' },
  ...{ timeLeftMs: () => 1, run: () => undefined, onOdd: () => {} },
};
const connectionTo = connectSources(CONNECTIONS, tools);
const used = (config: HoldfastConfigInput) =>
  sourcesInUse(SOURCES, parseConfig(config)).map(({ source, reaches }) => [
    source.name,
    ...reaches.map(({ by }) => by),
  ]);

describe('the registry of sources', () => {
  it('has each source under its own name', () => {
    expect(SourceName.options.map((name) => SOURCES[name].name)).toEqual(SourceName.options);
  });

  it('knows how each reaches Holdfast, as the configuration has it', () => {
    expect([used({}), used({ incidents: { jira: { projects: [] } } }), used(EVERYTHING)]).toEqual([
      [['jira', 'webhook', 'poll']],
      [['jira', 'webhook']],
      [
        ['jira', 'webhook', 'poll'],
        ['holdfast-json', 'webhook'],
        ['pagerduty', 'webhook', 'webhook', 'poll'],
        ['incident-io', 'webhook', 'poll'],
        ['servicenow', 'webhook', 'webhook', 'poll'],
      ],
    ]);
  });

  it('can ask every source that it says is polled', () => {
    const config = parseConfig(EVERYTHING);
    expect(polledSources(SOURCES, connectionTo, config).map(({ name }) => name)).toEqual([
      'jira',
      'pagerduty',
      'incident-io',
      'servicenow',
    ]);
    const mute = connectSources({ ...CONNECTIONS, jira: CONNECTIONS['holdfast-json'] }, tools);
    expect(() => polledSources(SOURCES, mute, config)).toThrow(
      'the source jira is polled, but its connection has no poll',
    );
  });

  it('asks nobody about a record without a ticket', () => {
    expect(() => connectionTo('holdfast')).toThrow('no ticketing system stands behind the source "holdfast"');
  });
});
