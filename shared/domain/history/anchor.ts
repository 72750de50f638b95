import * as z from 'zod';
import { canonicalJson } from '../words/canonical-json.ts';
import { Day, dayOf, daysBetween } from '../words/day.ts';
import { PostMortemId } from '../words/identifiers.ts';

/** Head of a record's audit log at one moment: entry `sequence` had this hash. */
export const AnchoredHead = z.object({ postMortemId: PostMortemId, sequence: z.int().positive(), hash: z.string() });
export type AnchoredHead = z.infer<typeof AnchoredHead>;

/**
 * The heads of all records that changed on a day, kept where nobody can change them. Whoever rewrites a whole chain,
 * every hash in it, cannot rewrite this.
 */
export const Anchor = z.object({
  version: z.literal(1),
  day: Day,
  heads: z.array(AnchoredHead),
  /** Newest looks at the restricted records that were read on the day. Days without one lack it. */
  looks: z.array(AnchoredHead).optional(),
});
export type Anchor = z.infer<typeof Anchor>;

export const ANCHOR_PREFIX = 'anchors/';

export const anchorKey = (day: Day): string => `${ANCHOR_PREFIX}${day}.json`;

/** The file: the same heads give the same bytes. */
export function anchorText(day: Day, heads: readonly AnchoredHead[], looks: readonly AnchoredHead[]): string {
  const seen = looks.length === 0 ? {} : { looks: byRecord(looks) };
  return canonicalJson({ version: 1, day, heads: byRecord(heads), ...seen } satisfies Anchor);
}

const byRecord = (heads: readonly AnchoredHead[]): AnchoredHead[] =>
  heads.toSorted((a, b) => (a.postMortemId < b.postMortemId ? -1 : 1));

/** A change may be written a little after the time that it carries, and clocks differ. */
const SETTLE_MS = 600_000;
/** How far back the first run looks. */
const FIRST_LOOK_MS = 30 * 86_400_000;

/**
 * The days to anchor at `now`, in order: those that are over, from the one after the last anchored one. The day under
 * way is never among them, for its heads still move.
 *
 * @param from the first instant that is not anchored; undefined before the first run
 */
export function daysToAnchor(from: string | undefined, now: string): Day[] {
  const settled = Date.parse(now) - SETTLE_MS;
  const first = from ?? new Date(settled - FIRST_LOOK_MS).toISOString();
  const underWay = dayOf(new Date(settled).toISOString());
  return daysBetween(first, now).filter((day) => day < underWay);
}
