import * as z from 'zod';
import type { Tone as ToneOfDocument } from '../document/document.ts';
import { Instant } from '../domain/words/identifiers.ts';
import { Tlp } from '../domain/words/tlp.ts';
import { reportDocument } from './render-report.ts';
import type { Report } from './report-data.ts';

/*
 * A report as its page draws it, in words, for whoever draws it themselves: nobody has to say anew what a figure means, and no form of a
 * report says more than another.
 */

/** Every tone of a document: one that is missing here does not compile. */
const TONES = {
  good: 'good',
  bad: 'bad',
  warn: 'warn',
  progress: 'progress',
  neutral: 'neutral',
  withdrawn: 'withdrawn',
  attested: 'attested',
  untested: 'untested',
  unproven: 'unproven',
  doubt: 'doubt',
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
} as const satisfies { [Name in ToneOfDocument]: Name };
const Tone = z.enum(TONES);
export const DrawnMark = z.object({ kind: z.literal('mark'), text: z.string(), tone: Tone });
export const DrawnLink = z.object({ kind: z.literal('link'), text: z.string(), url: z.string() });
export const DrawnTime = z.object({ kind: z.literal('time'), at: Instant, precision: z.enum(['minute', 'second']) });
export const DrawnInline = z.union([z.string(), z.discriminatedUnion('kind', [DrawnLink, DrawnTime, DrawnMark])]);
const Words = z.array(DrawnInline);
const Count = z.int().nonnegative();

export const DrawnFinding = z.object({
  title: z.string(),
  ticket: DrawnLink,
  facts: z.array(Words),
  story: z.array(Words),
  notes: z.array(z.object({ name: z.string(), text: z.string() })),
  evidence: z.array(
    z.object({
      heading: Words,
      results: z.array(z.object({ mark: DrawnMark, check: z.string(), because: z.string(), seen: z.array(Words) })),
    }),
  ),
  isOpen: z.boolean(),
});

export const DrawnBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), text: Words }),
  z.object({
    kind: z.literal('figures'),
    figures: z.array(z.object({ name: z.string(), value: z.string(), note: z.string(), tone: Tone })),
  }),
  z.object({
    kind: z.literal('bars'),
    legend: z.array(z.object({ name: z.string(), tone: Tone, total: Count })),
    groups: z.array(
      z.object({ caption: z.string(), rows: z.array(z.object({ label: z.string(), values: z.array(Count) })) }),
    ),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.object({ name: z.string(), isShort: z.boolean().optional(), isLong: z.boolean().optional() })),
    groups: z.array(z.object({ title: z.string().optional(), rows: z.array(z.array(Words)) })),
    hidden: Count,
  }),
  z.object({ kind: z.literal('findings'), findings: z.array(DrawnFinding), hidden: Count }),
]);

export const DrawnReport = z.object({
  title: z.string(),
  about: Words,
  headline: z.string(),
  marking: Tlp.optional(),
  sections: z.array(z.object({ id: z.string(), title: z.string(), blocks: z.array(DrawnBlock) })),
});
export type DrawnReport = z.infer<typeof DrawnReport>;

/** The sections of a report with everything in words, and no word on how they look. */
export const drawnReport = (report: Report): DrawnReport => DrawnReport.parse(reportDocument(report));
