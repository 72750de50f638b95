import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';
import { duration, ForeignName, field, ProjectKey, rule, withoutRepeats } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';

/** Which tickets are incidents, how severe they are, and how far a sweep looks back. */
export const IncidentPolicy = z
  .strictObject({
    jira: z
      .array(
        z.strictObject({
          project: ProjectKey,
          issueTypes: z.array(ForeignName).min(1).check(withoutRepeats()),
        }),
      )
      .check(withoutRepeats(field('project')))
      .prefault([{ project: 'SEC', issueTypes: ['Security Incident'] }]),
    severityByPriority: z
      .record(ForeignName, Severity)
      .prefault({ Highest: 'critical', High: 'high', Medium: 'medium', Low: 'low', Lowest: 'low' }),
    severityOtherwise: Severity.prefault('medium'),
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
