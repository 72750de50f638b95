import * as z from 'zod';
import { Evidence, EvidenceDraft } from '../domain/evidence.ts';
import { PartId, PostMortemId } from '../domain/identifiers.ts';
import { announceEvidence, mustWaitForUpload } from '../domain/keep-evidence.ts';
import { ChainedEvent } from '../domain/recorded-event.ts';
import { removePart } from '../domain/write-record.ts';
import { checkReceived } from '../evidence/check-received.ts';
import { evidenceIn } from '../evidence/find-evidence.ts';
import { offerReading } from '../evidence/offer-reading.ts';
import { offerUpload } from '../evidence/offer-upload.ts';
import { readCustody } from '../evidence/read-custody.ts';
import { guarded } from './access.ts';
import { etagsIn, recordEtag } from './etags.ts';
import { makeOnce } from './once.ts';
import { etagOfPart } from './part-etags.ts';
import { RecordView, recordView } from './record-answer.ts';
import { causeOf, changeRecord, mustBeReadable, readRecord } from './record-calls.ts';
import { NO_BODY, type Route, route } from './route.ts';

const all = '/post-mortems/{id}/evidence';
const one = `${all}/{part}`;
const common = {
  tag: 'Evidence',
  action: 'write records',
  ifMatch: 'none',
  params: { id: PostMortemId, part: PartId },
  query: {},
} as const;

const Upload = z.object({
  evidence: Evidence,
  upload: z
    .object({
      method: z.literal('PUT'),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresAt: z.string(),
    })
    .describe('A request that puts the announced bytes, and no others, where they belong'),
});

const Reading = z.object({
  url: z.string().describe('Opens without a token, for whoever has it: do not pass it on'),
  expiresAt: z.string(),
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  versionId: z.string().optional(),
});

const Custody = z.object({
  custody: z
    .array(z.looseObject({ at: z.string() }))
    .describe('Announced, received, refused, opened: who, when, what for'),
  chain: z.looseObject({ isWhole: z.boolean(), entries: z.int(), lastHash: ChainedEvent.shape.hash }),
});

/** Evidence: announced, uploaded past this API into its bucket, and opened only with a word on what for. */
export const evidenceRoutes: Route[] = [
  route({
    ...common,
    operationId: 'announceEvidence',
    method: 'POST',
    path: all,
    summary: 'Names a file before it travels, and answers with the request that uploads it',
    ifMatch: 'optional',
    isIdempotentByKey: true,
    params: { id: PostMortemId },
    body: {
      schema: EvidenceDraft,
      example: {
        name: 'mail.eml',
        mediaType: 'message/rfc822',
        bytes: 18_204,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    },
    answer: { status: 201, means: 'The evidence, and where to put its bytes', schema: Upload },
    async handle(call) {
      const { params, body, by, deps } = call;
      const evidenceId = PartId.parse(deps.newId());
      const { made, result } = await makeOnce(call, {
        location: `/post-mortems/${params.id}/evidence/${evidenceId}`,
        ids: [evidenceId],
        make: (once) =>
          changeRecord(
            call,
            params.id,
            (record) => announceEvidence(record, evidenceId, body, by, deps.now(), deps.config),
            { once },
          ),
      });
      const record = result ?? (await readRecord(call, params.id));
      const [id = ''] = made.ids;
      const evidence = evidenceIn(record, PartId.parse(id));
      const upload = await offerUpload(deps, evidence);
      return { body: { evidence, upload }, location: made.location, etag: etagsIn(record).parts[id] };
    },
  }),
  route({
    ...common,
    operationId: 'readEvidenceFacts',
    method: 'GET',
    path: one,
    summary: 'What is known of a piece of evidence; its bytes take a link',
    action: 'read records',
    body: NO_BODY,
    answer: { status: 200, means: 'The evidence', schema: Evidence },
    async handle(call) {
      const { id, part } = call.params;
      const record = await readRecord(call, id, `evidence/${part}`);
      return { body: evidenceIn(record, part), etag: etagOfPart('evidence', part)(record) };
    },
  }),
  route({
    ...common,
    operationId: 'renewUploadLink',
    method: 'POST',
    path: `${one}/upload-link`,
    summary: 'A new link to upload what was announced and is not here yet',
    body: NO_BODY,
    answer: { status: 200, means: 'The evidence, and where to put its bytes', schema: Upload },
    problems: [409, 422],
    async handle(call) {
      const record = await readRecord(call, call.params.id, 'evidence');
      const evidence = evidenceIn(record, call.params.part);
      mustWaitForUpload(record, evidence);
      return { body: { evidence, upload: await offerUpload(call.deps, evidence) } };
    },
  }),
  route({
    ...common,
    operationId: 'checkEvidence',
    method: 'POST',
    path: `${one}/received-check`,
    summary: 'Looks now whether the upload is here, and holds it to its announcement',
    body: NO_BODY,
    answer: { status: 200, means: 'The evidence as it stands', schema: z.object({ evidence: Evidence }) },
    problems: [409, 422],
    async handle(call) {
      const { id, part } = call.params;
      await readRecord(call, id, 'evidence');
      const record = await checkReceived(call.deps, id, part, causeOf(call));
      return { body: { evidence: evidenceIn(record, part) }, etag: etagOfPart('evidence', part)(record) };
    },
  }),
  route({
    ...common,
    operationId: 'openEvidence',
    method: 'POST',
    path: `${one}/read-link`,
    summary: 'A link to read it, after who asks and what for is in the log',
    action: 'open evidence',
    body: {
      schema: z.strictObject({ purpose: z.string().min(10).max(1_000) }),
      example: { purpose: 'To show the insurer how the mail looked' },
    },
    answer: { status: 200, means: 'The link', schema: Reading },
    problems: [409, 422],
    async handle(call) {
      const { id, part } = call.params;
      const record = await readRecord(call, id, 'evidence');
      const { author, roles } = call.caller;
      const reader = { author, roles, team: guarded(record).team };
      return { body: await offerReading(call.deps, id, part, { reader, purpose: call.body.purpose }, causeOf(call)) };
    },
  }),
  route({
    ...common,
    operationId: 'readCustody',
    method: 'GET',
    path: `${one}/custody`,
    summary: 'The chain of custody, from the audit log, and whether that is whole',
    action: 'read records',
    body: NO_BODY,
    answer: { status: 200, means: 'Everything that ever happened to it', schema: Custody },
    async handle(call) {
      const { id, part } = call.params;
      await mustBeReadable(call, id, 'evidence/custody');
      return { body: await readCustody(call.deps.store, id, part) };
    },
  }),
  route({
    ...common,
    operationId: 'removeEvidence',
    method: 'DELETE',
    path: one,
    summary: 'Takes out what was announced; what is held stays',
    ifMatch: 'required',
    body: NO_BODY,
    answer: { status: 200, means: 'The record without it', schema: RecordView },
    async handle(call) {
      const { id, part } = call.params;
      const changed = await changeRecord(
        call,
        id,
        (record) => removePart(record, 'evidence', evidenceIn(record, part).id, call.by),
        { etagOf: etagOfPart('evidence', part) },
      );
      return { body: await recordView(changed, call.deps), etag: recordEtag(changed) };
    },
  }),
];
