import * as z from 'zod';
import { TemporaryMeasure } from '../record/content/temporary-measure.ts';
import { isAlive } from '../record/decide/record-rules.ts';
import { measuresInForce } from '../record/decide/settle-measure.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import { PostMortemId } from '../words/identifiers.ts';
import { Tlp } from '../words/tlp.ts';
import { type ListEntry, type Listing, type ListPath, listing } from './list-entry.ts';

const OF_MEASURE = TemporaryMeasure.pick({
  id: true,
  kind: true,
  what: true,
  ownerTeam: true,
  since: true,
  until: true,
  url: true,
});

/** A temporary measure in force as a line of a list. As with lessons, not strict: a list says less of restricted ones. */
export const MeasureLine = z.object(OF_MEASURE.shape).extend({
  postMortemId: PostMortemId,
  extended: z.int().nonnegative().describe('How often it was needed for longer'),
  incident: z.string().describe('Key of the incident that it contains'),
  tlp: Tlp.describe('Mark of its record'),
});
export type MeasureLine = z.infer<typeof MeasureLine>;

/** Temporary measures in force, the earliest end first. */
export const measureLists = {
  inForce: (team: string): ListPath => ['measure', 'in force', team],
};

/** What the lists say of the temporary measures of a record. */
export function measureListing(record: PostMortem): Listing {
  const { id: postMortemId, incident, tlp } = record;
  const inForce = isAlive(record) ? measuresInForce(record) : [];
  const entries = inForce.map(({ id, kind, what, ownerTeam, since, until, url, extensions = [] }): ListEntry => {
    const line: MeasureLine = {
      ...{ id, postMortemId, kind, what, ownerTeam, since, until, extended: extensions.length },
      ...(url === undefined ? {} : { url }),
      ...{ incident: incident.key, tlp },
    };
    return { list: measureLists.inForce(ownerTeam), at: until, id, line };
  });
  return listing(entries, tlp);
}
