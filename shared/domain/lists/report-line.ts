import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';
import { ReportKind, ReportName } from '../words/report-name.ts';

/** A report as a line of a list. */
export const ReportLine = z.object({
  name: ReportName.describe('For `GET /reports/{name}`'),
  kind: ReportKind,
  generatedAt: Instant.describe('Moment of which it tells, by which the list is sorted'),
  period: z.object({ from: Instant, to: Instant }).describe('Time of which it tells what happened'),
  summary: z.string().describe('The answer, in one sentence'),
  madeFor: z
    .object({ kind: z.enum(['person', 'machine']), id: z.string(), name: z.string().optional() })
    .optional()
    .describe('Who asked for it; missing when the schedule did'),
});
export type ReportLine = z.infer<typeof ReportLine>;
