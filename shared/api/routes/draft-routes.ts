import * as z from 'zod';
import { RecordPath } from '../../domain/record/content/record-path.ts';
import { Instant, PostMortemId } from '../../domain/words/identifiers.ts';
import { Author } from '../../domain/words/person.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import { NotFound } from '../../store/errors.ts';
import type { DraftLine } from '../../store/records/drafts.ts';
import { mustMatch, mustSayWhatWasRead } from '../http/conditions.ts';
import { nestsWithin } from '../http/json-depth.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { mustBeReadable, mustReachRecord } from './record-calls.ts';

/** Half of it is the longest text of a section. DynamoDB takes items of 400 KB. */
export const DRAFT_LIMIT_BYTES = 64 * 1_024;
const DEPTH_LIMIT = 32;
/** In a record at once. */
export const DRAFT_LIMIT = 50;

export const DraftLineView = z.object({
  path: z.string(),
  by: Author.describe('Who saved it last'),
  savedAt: Instant,
  expiresAt: Instant.describe('It is gone then, unless it is saved again'),
  bytes: z.int(),
  self: z.string(),
  etag: z.string().describe('For If-Match'),
});
type DraftLineView = z.infer<typeof DraftLineView>;

const byteLimit = `expected at most ${DRAFT_LIMIT_BYTES} bytes of JSON; attach long material as evidence`;
const Content = z
  .unknown()
  .refine((content) => nestsWithin(content, DEPTH_LIMIT), {
    error: `expected at most ${DEPTH_LIMIT} levels of lists and objects in each other`,
    abort: true,
  })
  .refine((content) => Buffer.byteLength(JSON.stringify(content)) <= DRAFT_LIMIT_BYTES, { error: byteLimit });

const onDraft = {
  path: '/post-mortems/{id}/drafts/{path}',
  tag: 'Writing together',
  params: { id: PostMortemId, path: RecordPath },
  query: {},
} as const;

/** Drafts: what is unfinished, and would be refused as a part of the record. */
export const draftRoutes: Route[] = [
  route({
    operationId: 'listDrafts',
    method: 'GET',
    path: '/post-mortems/{id}/drafts',
    tag: 'Writing together',
    summary: 'Drafts of the record, by path, without their content',
    action: 'read records',
    ifMatch: 'none',
    params: { id: PostMortemId },
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'All of them', schema: z.object({ drafts: z.array(DraftLineView) }) },
    async handle(call) {
      const { id } = call.params;
      await mustBeReadable(call, id, 'drafts');
      const drafts = await call.deps.store.drafts(id);
      return { body: { drafts: drafts.map((one) => lineOf(id, one)) } };
    },
  }),
  route({
    ...onDraft,
    operationId: 'readDraft',
    method: 'GET',
    summary: 'One draft, with its own ETag',
    action: 'read records',
    ifMatch: 'none',
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'The draft',
      schema: z.object({ ...DraftLineView.shape, content: z.unknown().describe('The JSON as it was saved') }),
      hasEtag: true,
    },
    async handle(call) {
      const { id, path } = call.params;
      await mustBeReadable(call, id, `drafts/${path}`);
      const draft = (await call.deps.store.draft(id, path)) ?? nowhere(path);
      return { body: { ...lineOf(id, draft), content: draft.content }, etag: etagOf(draft) };
    },
  }),
  route({
    ...onDraft,
    operationId: 'saveDraft',
    method: 'PUT',
    summary: 'Saves what is unfinished, any JSON, for 30 days: shared by all who write in the record, and in no log',
    action: 'write records',
    ifMatch: 'to overwrite',
    body: { schema: Content, example: { title: 'Turn off legacy authentication', ownerTeam: '' } },
    answer: { status: 200, means: 'The draft, without its content', schema: DraftLineView, hasEtag: true },
    async handle(call) {
      const { id, path } = call.params;
      const { store } = call.deps;
      const { revision } = await mustReachRecord(call, id);
      const saved = await store.saveDraft(id, path, async (before) => {
        const current = before && etagOf(before);
        if (current !== undefined) mustSayWhatWasRead(call);
        mustMatch(call, { current, revision });
        if (before === undefined) mustHaveRoom(await store.drafts(id));
        return { text: JSON.stringify(call.body), by: call.by };
      });
      return { body: lineOf(id, saved), etag: etagOf(saved) };
    },
  }),
  route({
    ...onDraft,
    operationId: 'removeDraft',
    method: 'DELETE',
    summary: 'Throws a draft away; nothing keeps what it said',
    action: 'write records',
    ifMatch: 'required',
    body: NO_BODY,
    answer: { status: 204, means: 'It is gone' },
    async handle(call) {
      const { id, path } = call.params;
      const { revision } = await mustReachRecord(call, id);
      await call.deps.store.removeDraft(id, path, (before) =>
        mustMatch(call, { current: etagOf(before ?? nowhere(path)), revision }),
      );
      return {};
    },
  }),
];

const etagOf = ({ version }: DraftLine): string => `"d${version}"`;

function lineOf(id: PostMortemId, draft: DraftLine): DraftLineView {
  const { path, by, savedAt, expiresAt, bytes } = draft;
  return { path, by, savedAt, expiresAt, bytes, self: `/post-mortems/${id}/drafts/${path}`, etag: etagOf(draft) };
}

function nowhere(path: RecordPath): never {
  throw new NotFound(`draft at ${path} in this record`);
}

function mustHaveRoom(drafts: readonly DraftLine[]): void {
  if (drafts.length < DRAFT_LIMIT) return;
  throw new Refusal('limit', `a post-mortem holds ${DRAFT_LIMIT} drafts; finish some, or throw some away`);
}
