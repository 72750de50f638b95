import * as z from 'zod';
import { CALENDAR_PERIODS } from '../words/calendar.ts';
import { ReadableName } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';

/** A review of all incidents of a month, a quarter, half a year or a year, which opens by itself when that is over. */
export const PeriodicReview = z.strictObject({
  name: ReadableName.max(60),
  every: z.enum(CALENDAR_PERIODS),
  /** Picks its deadline, as of any record. */
  severity: Severity.prefault('medium'),
  /** Instead of `postMortem.tlp`. Restricted records are looked at only where the review is restricted as well. */
  tlp: Tlp.optional(),
});
export type PeriodicReview = z.infer<typeof PeriodicReview>;
