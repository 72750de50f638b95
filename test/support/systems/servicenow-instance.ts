import { startServiceNow } from '../../../local/stand-ins/servicenow.ts';
import type { SentRequest } from '../../../local/stand-ins/servicenow-scripts.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { connectServiceNow } from '../../../shared/intake/servicenow/connection.ts';
import type { SourceTools } from '../../../shared/intake/source.ts';
import { testIds } from '../world/ids.ts';
import { WEBHOOK_SECRET } from '../world/world.ts';
import { SERVICENOW_SITE } from './servicenow.ts';

export const SERVICENOW_LOGIN = { username: 'holdfast', password: 'of the tests' };

type Chapter = NonNullable<NonNullable<HoldfastConfigInput['incidents']>['servicenow']>;
export type ServiceNowSettings = Partial<Chapter[string]>;

/** The stand-in of an instance, whose scripts post to `deliver`. */
export const startInstance = (clock: () => Date, deliver: (request: SentRequest) => Promise<number>) =>
  startServiceNow({
    ...{ instance: 'acme', clock, deliver, login: SERVICENOW_LOGIN },
    webhook: { url: 'https://holdfast.example.com/webhooks/servicenow/acme', secret: WEBHOOK_SECRET },
  });

export const bothTables = (apiUrl: string, settings: ServiceNowSettings = {}): HoldfastConfigInput => ({
  incidents: {
    servicenow: { acme: { site: SERVICENOW_SITE, apiUrl, tables: { sn_si_incident: {}, incident: {} }, ...settings } },
  },
});

export type OddElement = Parameters<SourceTools['onOdd']>[0];

/** What a function is connected with, and what it was told of elements that cannot be read. */
export function serviceNowTools(input: HoldfastConfigInput, more: Partial<SourceTools> = {}) {
  const odd: OddElement[] = [];
  const config = parseConfig(input);
  const tools: SourceTools = {
    ...{ config, newId: testIds('01KB000000'), timeLeftMs: () => 60_000, run: () => undefined },
    credentials: (_source, schema) => Promise.resolve(schema.parse(SERVICENOW_LOGIN)),
    onOdd: (one) => odd.push(one),
    told: () => Promise.resolve(undefined),
    ...more,
  };
  return { odd, tools, connection: connectServiceNow(tools) };
}

/** Bytes as DynamoDB counts them. */
export const bytesOfValue = (value: unknown): number => Buffer.byteLength(JSON.stringify(value), 'utf8');
