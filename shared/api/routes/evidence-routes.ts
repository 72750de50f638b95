import * as z from 'zod';
import { Evidence, EvidenceDraft } from '../../domain/record/content/evidence.ts';
import { removePart } from '../../domain/record/decide/write-record.ts';
import { ownKey } from '../../domain/record/evidence/evidence-key.ts';
import {
  announceEvidence,
  isAwaited,
  mustWaitForUpload,
  openEvidence,
  receiveEvidence,
} from '../../domain/record/evidence/keep-evidence.ts';
import { PartId, PostMortemId } from '../../domain/words/identifiers.ts';
import { WRITTEN } from '../../domain/words/words.ts';
import { evidenceIn } from '../../evidence/find-evidence.ts';
import { newestArrival } from '../../evidence/newest-arrival.ts';
import { offerReading } from '../../evidence/offer-reading.ts';
import { offerUpload } from '../../evidence/offer-upload.ts';
import { CustodySoFar, readCustody } from '../../evidence/read-custody.ts';
import { recordEtag } from '../http/etags.ts';
import { keepPosition, keptPosition } from '../http/kept-position.ts';
import { PAGES_IN_A_CALL } from '../http/limits.ts';
import { CURSOR_QUERY, NEXT } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { makeOnce } from './once.ts';
import { etagOfPart } from './part-etags.ts';
import { RecordView, recordView } from './record-answer.ts';
import { changeRecordForCaller, mustBeReadable, readRecordForCaller } from './record-calls.ts';

const evidenceParams = { id: PostMortemId, part: PartId };
const all = '/post-mortems/{id}/evidence';
const one = `${all}/{part}`;

const Upload = z.object({
  evidence: Evidence,
  upload: z.object({
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    expiresAt: z.string(),
  }),
});
const Reading = z.object({
  url: z.string(),
  expiresAt: z.string(),
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  versionId: z.string(),
});
const Custody = z.object({
  state: z.enum(['under way', 'done']).describe('`under way`: there may be more; ask for `next` until it is `done`'),
  custody: z.array(z.looseObject({ what: z.string(), at: z.string(), sequence: z.int(), hash: z.string() })),
  chain: z
    .object({
      isWhole: z.boolean(),
      entries: z.int(),
      lastHash: z.string(),
      broken: z.object({ sequence: z.int(), because: z.string() }).optional(),
    })
    .optional(),
  next: NEXT,
});

/** Evidence: announced, uploaded past this API into its bucket, and opened only with a word on what for. */
export const evidenceRoutes: Route[] = [
  route({
    operationId: 'announceEvidence',
    method: 'POST',
    path: all,
    tag: 'Evidence',
    summary: 'Announces a file by its hash, and gives the request that uploads it',
    action: 'write records',
    ifMatch: 'optional',
    isIdempotentByKey: true,
    params: { id: PostMortemId },
    query: {},
    body: {
      schema: EvidenceDraft,
      example: { name: 'proxy.log', mediaType: 'text/plain', bytes: 48_213, sha256: '9f86d081884c7d65'.repeat(4) },
    },
    answer: {
      status: 201,
      means: 'The evidence, expected, and the request that uploads it',
      schema: Upload,
      hasEtag: true,
    },
    async handle(call) {
      const { params, body, by, deps } = call;
      const evidenceId = PartId.parse(deps.newId());
      const { made, result } = await makeOnce(call, {
        location: `/post-mortems/${params.id}/evidence/${evidenceId}`,
        ids: [evidenceId],
        make: (once) =>
          changeRecordForCaller(
            call,
            params.id,
            (record) => announceEvidence(record, evidenceId, body, by, deps.now(), deps.config),
            { once },
          ),
      });
      const record = result ?? (await readRecordForCaller(call, params.id, 'evidence'));
      const evidence = evidenceIn(record, PartId.parse(made.ids[0]));
      const upload = await offerUpload(deps, params.id, evidence);
      return { body: { evidence, upload }, location: made.location, etag: etagOfPart('evidence', evidence.id)(record) };
    },
  }),
  route({
    operationId: 'readEvidence',
    method: 'GET',
    path: one,
    tag: 'Evidence',
    summary: 'What is known of a piece of evidence; its bytes take a link',
    action: 'read records',
    ifMatch: 'none',
    params: evidenceParams,
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The evidence', schema: Evidence, hasEtag: true },
    async handle(call) {
      const { id, part } = call.params;
      const record = await readRecordForCaller(call, id, `evidence/${part}`);
      return { body: evidenceIn(record, part), etag: etagOfPart('evidence', part)(record) };
    },
  }),
  route({
    operationId: 'renewUploadLink',
    method: 'POST',
    path: `${one}/upload-link`,
    tag: 'Evidence',
    summary: 'Another request for the upload, while the evidence is not held',
    action: 'write records',
    ifMatch: 'none',
    params: evidenceParams,
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The evidence, and the request that uploads it', schema: Upload },
    problems: [409],
    async handle(call) {
      const { id, part } = call.params;
      const record = await readRecordForCaller(call, id, `evidence/${part}`);
      const evidence = evidenceIn(record, part);
      mustWaitForUpload(record, evidence);
      return { body: { evidence, upload: await offerUpload(call.deps, id, evidence) } };
    },
  }),
  route({
    operationId: 'checkEvidenceReceived',
    method: 'POST',
    path: `${one}/received-check`,
    tag: 'Evidence',
    summary: 'Looks now whether the upload is here, and does not wait for S3 to tell',
    action: 'write records',
    ifMatch: 'none',
    params: evidenceParams,
    query: {},
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'The evidence: held, refused, or elsewhere',
      schema: z.object({ evidence: Evidence }),
      hasEtag: true,
    },
    problems: [409],
    async handle(call) {
      const { id, part } = call.params;
      const { evidenceFiles, now } = call.deps;
      const before = evidenceIn(await readRecordForCaller(call, id, `evidence/${part}`), part);
      if (!isAwaited(before)) return { body: { evidence: before } };
      const arrival = await newestArrival(evidenceFiles, ownKey(id, before));
      const record = await changeRecordForCaller(call, id, (current) => receiveEvidence(current, part, arrival, now()));
      return { body: { evidence: evidenceIn(record, part) }, etag: etagOfPart('evidence', part)(record) };
    },
  }),
  route({
    operationId: 'openEvidence',
    method: 'POST',
    path: `${one}/read-link`,
    tag: 'Evidence',
    summary: 'A short link to read it, for a purpose; the log comes first',
    action: 'open evidence',
    ifMatch: 'none',
    params: evidenceParams,
    query: {},
    body: {
      schema: z.strictObject({ purpose: WRITTEN.prose(10, 1_000) }),
      example: { purpose: 'To compare it with the log of the firewall' },
    },
    answer: { status: 200, means: 'A link to exactly the version that is held', schema: Reading },
    problems: [409],
    async handle(call) {
      const { params, body, caller, deps } = call;
      const record = await changeRecordForCaller(call, params.id, (current) =>
        openEvidence(current, evidenceIn(current, params.part), caller, body.purpose, deps.now()),
      );
      return { body: await offerReading(deps, params.id, evidenceIn(record, params.part)) };
    },
  }),
  route({
    operationId: 'readEvidenceCustody',
    method: 'GET',
    path: `${one}/custody`,
    tag: 'Evidence',
    summary: 'Everything that happened to it, from the audit log',
    action: 'read records',
    ifMatch: 'none',
    params: evidenceParams,
    query: CURSOR_QUERY,
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'The chain of custody, and whether the audit log is whole; of a long log page by page',
      schema: Custody,
    },
    async handle(call) {
      const { id, part } = call.params;
      await mustBeReadable(call, id, `evidence/${part}/custody`);
      const { store, unfinished } = call.deps;
      const question = { custody: part, of: id, by: call.by.id };
      const before = await keptPosition(unfinished, question, call.query.cursor, CustodySoFar);
      const { custody, chain, next } = await readCustody(store, id, part, PAGES_IN_A_CALL, before);
      if (next === undefined) return { body: { state: 'done', custody, chain } };
      return { body: { state: 'under way', custody, next: await keepPosition(unfinished, question, next) } };
    },
  }),
  route({
    operationId: 'removeEvidence',
    method: 'DELETE',
    path: one,
    tag: 'Evidence',
    summary: 'Takes back what was announced and is not held',
    action: 'write records',
    ifMatch: 'required',
    params: evidenceParams,
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The record without it', schema: RecordView, hasEtag: true },
    problems: [409],
    async handle(call) {
      const { id, part } = call.params;
      const record = await changeRecordForCaller(
        call,
        id,
        (current) => removePart(current, 'evidence', evidenceIn(current, part).id, call.by),
        { etagOf: etagOfPart('evidence', part) },
      );
      return { body: await recordView(record, call), etag: recordEtag(record) };
    },
  }),
];
