import * as z from 'zod';
import { duration, ProjectKey } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';

/** Which tickets are incidents, how severe they are, and how far a sweep looks back. */
export const IncidentPolicy = z
  .strictObject({
    jira: z
      .array(z.strictObject({ project: ProjectKey, issueTypes: z.array(z.string().min(1)).min(1) }))
      .prefault([{ project: 'SEC', issueTypes: ['Security Incident'] }]),
    severityByPriority: z
      .record(z.string(), Severity)
      .prefault({ Highest: 'critical', High: 'high', Medium: 'medium', Low: 'low', Lowest: 'low' }),
    severityOtherwise: Severity.prefault('medium'),
    lookBack: duration('P30D'),
    lookBackEvery: duration('P1D'),
  })
  .prefault({});
