import * as z from 'zod';
import { ForeignName, field, ProjectKey, withoutRepeats } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';

/** The chapter of Jira: which issues are incidents, and how severe they are. */
export const JiraIncidents = z
  .strictObject({
    projects: z
      .array(z.strictObject({ project: ProjectKey, issueTypes: z.array(ForeignName).min(1).check(withoutRepeats()) }))
      .check(withoutRepeats(field('project')))
      .prefault([{ project: 'SEC', issueTypes: ['Security Incident'] }]),
    severityByPriority: z
      .record(ForeignName, Severity)
      .prefault({ Highest: 'critical', High: 'high', Medium: 'medium', Low: 'low', Lowest: 'low' }),
    severityOtherwise: Severity.prefault('medium'),
  })
  .prefault({});
