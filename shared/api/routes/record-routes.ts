import * as z from 'zod';
import { OpeningByHand, openByHand, ticketOf } from '../../domain/record/decide/open-record.ts';
import { classify } from '../../domain/record/decide/write-record.ts';
import { type PostMortem, RecordKind } from '../../domain/record/post-mortem.ts';
import { Instant, PostMortemId } from '../../domain/words/identifiers.ts';
import { Severity } from '../../domain/words/severity.ts';
import { Tlp } from '../../domain/words/tlp.ts';
import { NotFound } from '../../store/errors.ts';
import { Forbidden, mustReach } from '../access.ts';
import { recordEtag } from '../http/etags.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { mustCoverRecords } from './covered-records.ts';
import { makeOnce } from './once.ts';
import { RecordView, recordView } from './record-answer.ts';
import { causeOf, changeRecordForCaller, guardedHead, readRecordForCaller } from './record-calls.ts';

const Classification = z
  .strictObject({
    kind: RecordKind.exclude(['periodic review'])
      .optional()
      .describe('What it was found to be, such as a false positive. A periodic review stays one'),
    category: z.string().min(1).max(100).optional(),
    severity: Severity.optional(),
    tlp: Tlp.optional(),
    dueAt: Instant.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'expected at least one of them' })
  .meta({ minProperties: 1 });

/** Opening, finding, reading and classifying records. */
export const recordRoutes: Route[] = [
  route({
    operationId: 'openRecord',
    method: 'POST',
    path: '/post-mortems',
    tag: 'Records',
    summary:
      'Opens a record that no ticket opened: a near miss, an exercise, a periodic review, an incident told by phone',
    action: 'open records',
    ifMatch: 'none',
    isIdempotentByKey: true,
    params: {},
    query: {},
    body: {
      schema: OpeningByHand,
      example: { kind: 'near miss', title: 'Backup key found in a public repository', severity: 'high', tlp: 'AMBER' },
    },
    answer: { status: 201, means: 'The record', schema: RecordView, hasEtag: true },
    async handle(call) {
      const { body, by, caller, deps } = call;
      const id = PostMortemId.parse(deps.newId());
      const tlp = body.tlp ?? deps.config.postMortem.tlp;
      mustReach(
        caller,
        call.action,
        { id, tlp, authors: [by], team: [] },
        new Forbidden(`your role may not open records that are TLP:${tlp}`),
      );
      const { made, result } = await makeOnce(call, {
        location: `/post-mortems/${id}`,
        ids: [id],
        make: async (once) => {
          await mustCoverRecords(call, body.scope?.covers ?? []);
          const events = openByHand(id, body, by, deps.now(), deps.config);
          return deps.store.open(id, ticketOf(id), events, causeOf(call), once);
        },
      });
      const record = result ?? (await readRecordForCaller(call, PostMortemId.parse(made.ids[0])));
      return { body: await recordView(record, call), etag: recordEtag(record), location: made.location };
    },
  }),
  route({
    operationId: 'classifyRecord',
    method: 'PATCH',
    path: '/post-mortems/{id}',
    tag: 'Records',
    summary: 'Sets the kind, the category, the severity or the due date of an open record, or its TLP mark at any time',
    action: 'classify records',
    ifMatch: 'required',
    params: { id: PostMortemId },
    query: {},
    body: { schema: Classification, example: { category: 'phishing', severity: 'critical' } },
    answer: { status: 200, means: 'The record', schema: RecordView, hasEtag: true },
    async handle(call) {
      const { params, body, by, deps } = call;
      const set = (record: PostMortem) => classify(record, body, by, deps.config);
      const changed = await changeRecordForCaller(call, params.id, set, { isOfTheIncident: body.dueAt !== undefined });
      return { body: await recordView(changed, call), etag: recordEtag(changed) };
    },
  }),
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
    answer: { status: 200, means: 'The record', schema: RecordView, hasEtag: true },
    async handle(call) {
      const record = await readRecordForCaller(call, call.params.id);
      return { body: await recordView(record, call), etag: recordEtag(record) };
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
