import * as z from 'zod';
import { ForeignName, field, ProjectKey, withoutRepeats } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';
import { SiteKey } from './jira-site.ts';
import { Endings } from './opens-no-record.ts';

/** The same key may name a project on each site. */
const siteAndProject = (item: unknown): unknown => {
  const [site, project] = [field('site')(item), field('project')(item)];
  return site === undefined ? project : `${String(project)} on ${String(site)}`;
};

/** The chapter of Jira: which issues are incidents, and how severe they are. */
export const JiraIncidents = z
  .strictObject({
    projects: z
      .array(
        z.strictObject({
          project: ProjectKey,
          issueTypes: z.array(ForeignName).min(1).check(withoutRepeats()),
          /** One of `jira.sites`; without it the site of `jira`. */
          site: SiteKey.optional(),
        }),
      )
      .check(withoutRepeats(siteAndProject))
      .prefault([{ project: 'SEC', issueTypes: ['Security Incident'] }]),
    severityByPriority: z
      .record(ForeignName, Severity)
      .prefault({ Highest: 'critical', High: 'high', Medium: 'medium', Low: 'low', Lowest: 'low' }),
    severityOtherwise: Severity.prefault('medium'),
    takesStaticSecret: z.boolean().prefault(false),
    tlpWithSecurityLevel: Tlp.prefault('AMBER+STRICT'),
    opensNoRecord: Endings.prefault([
      { resolutions: ['Duplicate', 'False Positive', 'Canceled', 'Cancelled'] },
      { statuses: ['Duplicate', 'False Positive', 'Canceled', 'Cancelled'] },
    ]),
  })
  .prefault({});
