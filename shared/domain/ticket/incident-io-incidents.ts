import * as z from 'zod';
import { ForeignName, HttpsUrl, withoutRepeats } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { instancesOf, SiteName, SOURCE_SETTINGS } from './source-settings.ts';
import { stateSets } from './state-sets.ts';

const IncidentIoOrganisation = z.strictObject({
  /** All organisations share one host: this is a name for it, such as acme.incident.io. */
  site: SiteName,
  apiUrl: HttpsUrl.prefault('https://api.incident.io'),
  incidentTypes: z
    .union([z.literal('all'), z.array(ForeignName).min(1).max(100).check(withoutRepeats())])
    .prefault(['Security']),
  states: stateSets(['category', 'status'], {
    opens: [{ category: ['learning', 'closed'] }],
    nothingToReview: [{ category: ['declined', 'merged', 'canceled'] }],
  }),
  ...SOURCE_SETTINGS,
  /** The severities that incident.io begins with. */
  severityBy: z.record(ForeignName, Severity).prefault({ Critical: 'critical', Major: 'high', Minor: 'low' }),
});
export type IncidentIoOrganisation = z.infer<typeof IncidentIoOrganisation>;

/** The chapter of incident.io, an instance for each organisation: docs/sources/incident-io.md. */
export const IncidentIoIncidents = instancesOf(IncidentIoOrganisation);
