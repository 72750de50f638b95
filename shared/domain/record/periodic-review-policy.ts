import * as z from 'zod';
import { CALENDAR_PERIODS } from '../words/calendar.ts';
import { field, listRule, ReadableName } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';

/** A review of all incidents of a month, a quarter, half a year or a year, which opens by itself when that is over. */
export const PeriodicReview = z.strictObject({
  /** Its key is made from it, and with that which periods have one already. */
  name: ReadableName.max(60).refine((name) => slugOf(name) !== '', { error: 'expected a letter or a figure in it' }),
  every: z.enum(CALENDAR_PERIODS),
  /** Picks its deadline, as of any record. */
  severity: Severity.prefault('medium'),
  /** Instead of `postMortem.tlp`. What is marked more strictly than the review is not looked at. */
  tlp: Tlp.optional(),
});
export type PeriodicReview = z.infer<typeof PeriodicReview>;

/** Reviews of one key would be one. */
export const reviewsDiffer = listRule((items) => {
  const slugs = items.map((item) => {
    const name = field('name')(item);
    return typeof name === 'string' ? slugOf(name) : undefined;
  });
  return slugs.flatMap((slug, index) => {
    const first = slugs.indexOf(slug);
    return slug === undefined || first === index
      ? []
      : [
          {
            path: [index, 'name'],
            expected: `expected a name that makes another key than the ${first + 1}. one, ${slug}`,
          },
        ];
  });
});

/** The name as a part of a key: letters and figures, whatever stands between them. */
export const slugOf = (name: string): string =>
  (name.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('-').toUpperCase();
