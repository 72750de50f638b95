import * as z from 'zod';
import { ProjectKey } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';

/** The chapter of Jira: which issues are incidents, and how severe they are. */
export const JiraIncidents = z
  .strictObject({
    projects: z
      .array(z.strictObject({ project: ProjectKey, issueTypes: z.array(z.string().min(1)).min(1) }))
      .prefault([{ project: 'SEC', issueTypes: ['Security Incident'] }]),
    severityByPriority: z
      .record(z.string(), Severity)
      .prefault({ Highest: 'critical', High: 'high', Medium: 'medium', Low: 'low', Lowest: 'low' }),
    severityOtherwise: Severity.prefault('medium'),
  })
  .prefault({});
