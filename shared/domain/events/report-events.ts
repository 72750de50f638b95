import * as z from 'zod';
import type { Catalogue, EventsOf } from '../words/event-definition.ts';
import { Instant } from '../words/identifiers.ts';
import { ReportKind } from '../words/report-name.ts';

/** Catalogue of the reports. */
export const REPORT_EVENTS = {
  'Report Published': {
    means: 'A report was written to the bucket.',
    data: z.object({
      kind: ReportKind,
      period: z.object({ from: Instant, to: Instant }),
      bucket: z.string(),
      keys: z.object({ html: z.string(), markdown: z.string(), json: z.string() }),
      summary: z.string(),
    }),
  },
} as const satisfies Catalogue;

export type ReportEvent = EventsOf<typeof REPORT_EVENTS>;
