import * as z from 'zod';
import { ForeignName, HttpsUrl } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { instancesOf, SiteName, SOURCE_SETTINGS } from './source-settings.ts';
import { type StateSets, stateSets } from './state-sets.ts';

const FACETS = ['state', 'name', 'closeCode'] as const;
export type ServiceNowFacet = (typeof FACETS)[number];
export type ServiceNowStates = StateSets<ServiceNowFacet>;

/**
 * The close code may stay when an incident is opened again, so that it counts only beside a state.
 *
 * @param byDefault sets of a table as it is shipped
 */
const table = (byDefault: ServiceNowStates) =>
  z.strictObject({
    states: stateSets(FACETS, byDefault)
      .refine(
        ({ opens, nothingToReview }) => [...opens, ...nothingToReview].every(({ state, name }) => state ?? name),
        { error: 'expected a state or a name beside each closeCode, which may stay when an incident is opened again' },
      )
      .prefault({}),
    /** Records of the table that are incidents for Holdfast. Of each, all that is named has to hold, by value or by label. */
    only: z
      .strictObject({
        categories: z.array(ForeignName).min(1).optional(),
        assignmentGroups: z.array(ForeignName).min(1).optional(),
      })
      .prefault({}),
  });

/** Number and name: 7 is Closed here, and Cancelled among security incidents. https://support.servicenow.com/kb?id=kb_article_view&sysparm_article=KB0564465 */
const INCIDENT: ServiceNowStates = {
  opens: [
    { state: ['6'], name: ['Resolved'] },
    { state: ['7'], name: ['Closed'] },
  ],
  nothingToReview: [
    { state: ['8'], name: ['Canceled', 'Cancelled'] },
    { state: ['6'], name: ['Resolved'], closeCode: ['Duplicate'] },
    { state: ['7'], name: ['Closed'], closeCode: ['Duplicate'] },
  ],
};

/** By name alone: no page of ServiceNow says the numbers, and teams define processes of their own. Review is the state of a security incident that waits for its review. */
const SECURITY_INCIDENT: ServiceNowStates = {
  opens: [{ name: ['Review', 'Closed'] }],
  nothingToReview: [
    { name: ['Canceled', 'Cancelled'] },
    { name: ['Review', 'Closed'], closeCode: ['Duplicate', 'False positive'] },
  ],
};

const Tables = z.strictObject({
  sn_si_incident: table(SECURITY_INCIDENT).optional(),
  incident: table(INCIDENT).optional(),
});
export type ServiceNowTable = keyof z.infer<typeof Tables>;

const Instance = z.strictObject({
  site: SiteName,
  /** Where programs reach it, when that is not `https://<site>`. */
  apiUrl: HttpsUrl.optional(),
  tables: Tables.refine((tables) => Object.keys(tables).length > 0, {
    error: 'expected sn_si_incident, incident or both',
  }).prefault({ sn_si_incident: {} }),
  /** Whether the link to the record is written into the incident. */
  workNotes: z.boolean().prefault(true),
  ...SOURCE_SETTINGS,
  severityBy: z.record(ForeignName, Severity).prefault({
    '1 - Critical': 'critical',
    '2 - High': 'high',
    '3 - Moderate': 'medium',
    '4 - Low': 'low',
    '5 - Planning': 'low',
  }),
});
export type ServiceNowInstance = z.infer<typeof Instance>;
export type ServiceNowTableSettings = NonNullable<ServiceNowInstance['tables'][ServiceNowTable]>;

/** The chapter of ServiceNow: docs/sources/servicenow.md. */
export const ServiceNowIncidents = instancesOf(Instance);
