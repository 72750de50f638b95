import * as z from 'zod';
import { acceptRecommendationRisk, declineRecommendation } from '../../domain/record/decide/review-record.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { WRITTEN } from '../../domain/words/words.ts';
import { personOf } from '../access.ts';
import { recordEtag } from '../http/etags.ts';
import { type Answer, type Call, type Route, route } from '../route.ts';
import { etagOfPart } from './part-etags.ts';
import { RecordView, recordView } from './record-answer.ts';
import { changeRecordForCaller } from './record-calls.ts';
import { RISK } from './remediation-routes.ts';

const common = {
  method: 'POST',
  tag: 'Review',
  ifMatch: 'required',
  params: { id: PostMortemId, part: RecommendationId },
  query: {},
  answer: { status: 200, means: 'The record', schema: RecordView, hasEtag: true },
} as const;

/** Decisions of an approver about one recommendation of a record in review; the others go with the approval. */
export const judgedPartRoutes: Route[] = [
  route({
    ...common,
    operationId: 'declineRecommendation',
    path: '/post-mortems/{id}/recommendations/{part}/decline',
    summary: 'Declines a recommendation, with the reason',
    action: 'judge records',
    body: {
      schema: z.strictObject({ reason: WRITTEN.reason }),
      example: { reason: 'It costs more than the harm that it prevents.' },
    },
    handle: (call) =>
      decided(call, (record) =>
        declineRecommendation(record, call.params.part, call.body.reason, personOf(call.caller)),
      ),
  }),
  route({
    ...common,
    operationId: 'acceptRecommendationRisk',
    path: '/post-mortems/{id}/recommendations/{part}/accept-risk',
    summary: 'Puts a recommendation off until a date, with something in its place; then it is carried out after all',
    action: 'accept risks',
    body: RISK,
    handle: (call) =>
      decided(call, (record) =>
        acceptRecommendationRisk(
          record,
          call.params.part,
          call.body,
          personOf(call.caller),
          call.deps.now(),
          call.deps.config,
        ),
      ),
  }),
];

async function decided(
  call: Call<{ id: PostMortemId; part: RecommendationId }>,
  decision: (record: PostMortem) => RecordEvent[],
): Promise<Answer> {
  const { id, part } = call.params;
  const changed = await changeRecordForCaller(call, id, decision, { etagOf: etagOfPart('recommendation', part) });
  return { body: await recordView(changed, call), etag: recordEtag(changed) };
}
