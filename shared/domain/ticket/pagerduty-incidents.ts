import * as z from 'zod';
import { EmailAddress, ForeignName, HttpsUrl, withoutRepeats } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { instancesOf, SiteName, SOURCE_SETTINGS } from './source-settings.ts';
import { stateSets } from './state-sets.ts';

const Names = z.array(ForeignName).min(1).max(100).check(withoutRepeats());

const PagerDutyAccount = z.strictObject({
  site: SiteName,
  /** Address of its REST API; accounts in the EU have another. */
  apiUrl: HttpsUrl.prefault('https://api.pagerduty.com'),
  incidentTypes: z.union([z.literal('all'), Names]).prefault(['security_default']),
  /** By name or id; without it, those of all services. */
  services: Names.optional(),
  states: stateSets(['status', 'resolveReason'], {
    opens: [{ status: ['resolved'] }],
    nothingToReview: [{ resolveReason: ['merged'] }],
  }),
  ...SOURCE_SETTINGS,
  /** The names that PagerDuty gives to priorities where nobody changes them. */
  severityBy: z
    .record(ForeignName, Severity)
    .prefault({ P1: 'critical', P2: 'high', P3: 'medium', P4: 'low', P5: 'low' }),
  /** User in whose name the note with the link is written; without it, none is. */
  from: EmailAddress.optional(),
});
export type PagerDutyAccount = z.infer<typeof PagerDutyAccount>;

/** The chapter of PagerDuty, an instance for each account: docs/sources/pagerduty.md. */
export const PagerDutyIncidents = instancesOf(PagerDutyAccount);
