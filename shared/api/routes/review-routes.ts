import * as z from 'zod';
import { handIn } from '../../domain/hints/hand-in.ts';
import * as opening from '../../domain/record/decide/open-record.ts';
import * as decide from '../../domain/record/decide/review-record.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { WRITTEN } from '../../domain/words/words.ts';
import { personOf } from '../access.ts';
import { isAsJudged, isAsWritten, recordEtag } from '../http/etags.ts';
import { type Answer, type Call, NO_BODY, type Route, route } from '../route.ts';
import { RecordView, recordView } from './record-answer.ts';
import { changeRecordForCaller } from './record-calls.ts';

const params = { id: PostMortemId };
const reasoned = {
  schema: z.strictObject({ reason: WRITTEN.reason }),
  example: { reason: 'Say more about the response.' },
};
const answer = { status: 200, means: 'The record', schema: RecordView, hasEtag: true } as const;
const common = { method: 'POST', tag: 'Review', ifMatch: 'required', params, query: {}, answer } as const;

/** From the author's submission to the second person's word on it. */
export const reviewRoutes: Route[] = [
  route({
    ...common,
    operationId: 'submitRecord',
    path: '/post-mortems/{id}/submit',
    summary:
      'Hands the record to the approvers; refused with the list of what is missing, or of the hints that are neither answered nor dismissed',
    action: 'submit records',
    body: NO_BODY,
    handle: (call) => decided(call, (record) => handIn(record, call.by, call.deps.config)),
  }),
  route({
    ...common,
    operationId: 'returnRecord',
    path: '/post-mortems/{id}/return',
    summary: 'Sends the record back to its authors, with the reason',
    action: 'judge records',
    body: reasoned,
    handle: (call) =>
      decided(call, (record) => decide.returnToAuthors(record, call.body.reason, personOf(call.caller))),
  }),
  route({
    ...common,
    operationId: 'approveRecord',
    path: '/post-mortems/{id}/approve',
    summary: 'One person’s word for exactly the revision that they read; the last one that is needed approves',
    action: 'judge records',
    body: { schema: z.strictObject({ revision: z.int().positive() }), example: { revision: 14 } },
    handle: (call) =>
      decided(call, (record) =>
        decide.approve(record, call.body.revision, personOf(call.caller), call.deps.now(), call.deps.config),
      ),
  }),
  route({
    ...common,
    operationId: 'waiveRecord',
    path: '/post-mortems/{id}/waive',
    summary: 'Decides that this incident needs no post-mortem, with the reason',
    action: 'waive records',
    body: reasoned,
    handle: (call) =>
      decided(call, (record) => opening.waive(record, call.body.reason, personOf(call.caller), call.deps.now()), {
        holds: isAsWritten,
        isOfTheIncident: true,
      }),
  }),
];

async function decided(
  call: Call<{ id: PostMortemId }>,
  decision: (record: PostMortem) => ReturnType<typeof handIn>,
  rule: { holds: typeof isAsJudged; isOfTheIncident?: boolean } = { holds: isAsJudged },
): Promise<Answer> {
  const changed = await changeRecordForCaller(call, call.params.id, decision, rule);
  return { body: await recordView(changed, call), etag: recordEtag(changed) };
}
