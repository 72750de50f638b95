import * as z from 'zod';
import { PostMortemId } from '../domain/identifiers.ts';
import { NotFound } from '../store/errors.ts';
import { mustReach } from './access.ts';
import { recordEtag } from './etags.ts';
import { RecordView, recordView } from './record-answer.ts';
import { guardedHead, readRecord } from './record-calls.ts';
import { NO_BODY, type Route, route } from './route.ts';

/** Finding and reading records. */
export const recordRoutes: Route[] = [
  route({
    operationId: 'readRecord',
    method: 'GET',
    path: '/post-mortems/{id}',
    tag: 'Records',
    summary: 'The record, with what it still lacks; its timeline is read by itself',
    action: 'read records',
    ifMatch: 'none',
    params: { id: PostMortemId },
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The record', schema: RecordView },
    async handle(call) {
      const record = await readRecord(call, call.params.id);
      return { body: await recordView(record, call.deps), etag: recordEtag(record) };
    },
  }),
  route({
    operationId: 'findRecordOfTicket',
    method: 'GET',
    path: '/incident-tickets/{source}/{key}/post-mortem',
    tag: 'Records',
    summary: 'The id of the record of an incident ticket',
    action: 'read records',
    ifMatch: 'none',
    params: { source: z.string().min(1).max(50), key: z.string().min(1).max(200) },
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'Which record it is', schema: z.object({ id: PostMortemId }) },
    async handle(call) {
      const { params, caller, deps } = call;
      const none = new NotFound(`post-mortem for the incident ticket ${params.key} of ${params.source}`);
      const id = await deps.store.postMortemOfKey(params.source, params.key);
      const head = id && (await deps.store.head(id));
      if (head === undefined) throw none;
      mustReach(caller, call.action, await guardedHead(call, head), none);
      return { body: { id: head.id } };
    },
  }),
];
