import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';
import { duration, rule } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { HoldfastJsonIncidents } from './holdfast-json-incidents.ts';
import { IncidentIoIncidents } from './incident-io-incidents.ts';
import { JiraIncidents } from './jira-incidents.ts';
import { PagerDutyIncidents } from './pagerduty-incidents.ts';
import { ServiceNowIncidents } from './servicenow-incidents.ts';
import type { SourceName } from './source-names.ts';

/** Settings of each system that incidents come from. */
const CHAPTERS = {
  jira: JiraIncidents,
  'holdfast-json': HoldfastJsonIncidents,
  pagerduty: PagerDutyIncidents,
  'incident-io': IncidentIoIncidents,
  servicenow: ServiceNowIncidents,
} satisfies Record<SourceName, z.ZodType>;

/** Tickets that are incidents, by the system that they come from, and how far a sweep looks back. */
export const IncidentPolicy = z
  .strictObject({
    ...CHAPTERS,
    minimumSeverity: Severity.prefault('low'),
    keepEmailAddresses: z.boolean().prefault(false),
    lookBack: duration('P30D'),
    lookBackEvery: duration('P1D'),
  })
  .check(
    rule({ lookBack: Duration, lookBackEvery: Duration }, ({ lookBack, lookBackEvery }) =>
      durationMs(lookBackEvery) > durationMs(lookBack)
        ? [
            {
              path: ['lookBackEvery'],
              expected: `expected at most ${lookBack}, the lookBack: between two nobody looks`,
            },
          ]
        : [],
    ),
  )
  .prefault({});
