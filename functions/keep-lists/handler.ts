import * as z from 'zod';
import { onMessages, type QueueDependencies } from '../../runtime/queue/queue-messages.ts';
import { PostMortemId, RecommendationId } from '../../shared/domain/words/identifiers.ts';
import type { ListDependencies } from '../../shared/store/lists/kept-listing.ts';
import { listFix, listRecord, listRecordChange } from '../../shared/store/lists/list-record.ts';

export type KeepListsDependencies = QueueDependencies & ListDependencies;

/** What an event on the bus says of which record and fix it is. The rest is read from the store, where all of it stands. */
const Told = z.object({
  detail: z.object({
    data: z.object({
      postMortemId: PostMortemId,
      remediationId: RecommendationId.optional(),
      recommendation: z.object({ id: RecommendationId }).optional(),
    }),
  }),
});

/** Only with this one a fix begins; other facts of a recommendation are facts of the record. */
const Approved = z.object({ 'detail-type': z.literal('Recommendation Approved') });

/** Brings the lists, the search and the counts in step with what changed. */
export function keepListsHandler(deps: KeepListsDependencies) {
  return onMessages(deps, async (body) => {
    const { postMortemId, remediationId, recommendation } = Told.parse(body).detail.data;
    const isApproved = Approved.safeParse(body).success;
    const fix = isApproved ? recommendation?.id : remediationId;
    if (isApproved) await listRecordChange(deps.table, postMortemId);
    await (fix === undefined ? listRecord(deps, postMortemId) : listFix(deps, postMortemId, fix));
  });
}
