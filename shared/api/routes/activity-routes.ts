import * as z from 'zod';
import { RecordPath } from '../../domain/record/content/record-path.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { Author, isSameAuthor } from '../../domain/words/person.ts';
import { notePresence, presentAt } from '../../store/records/presence.ts';
import { changedSince } from '../../store/records/recent-changes.ts';
import { contentEtag } from '../http/etags.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { mustReachRecord } from './record-calls.ts';

const Activity = z.object({
  revision: z.int().describe('For `since` of the next call'),
  contentRevision: z.int().describe('The revision of the last change to what an approver judges'),
  changed: z.array(z.string()).describe('Paths that changed after `since`, without what stands there'),
  isWhole: z.boolean().describe('False when more has changed than is listed: read the record anew'),
  present: z
    .array(z.object({ by: Author, path: z.string() }))
    .describe('Others who said within the last minute that they are there, and where'),
});

/** What goes on at a record, for who has it open and asks every few seconds. It tells no content, so that asking is no look. */
export const activityRoutes: Route[] = [
  route({
    operationId: 'readActivity',
    method: 'GET',
    path: '/post-mortems/{id}/activity',
    tag: 'Writing together',
    summary: 'What changed since a revision, and who is there: no content, and so no look at a restricted record',
    action: 'read records',
    ifMatch: 'none',
    params: { id: PostMortemId },
    query: {
      since: z.coerce.number().int().min(1).optional().describe('The revision that was read; without it, no changes'),
      presence: RecordPath.optional().describe('Where the caller is, told to others for a minute'),
    },
    body: NO_BODY,
    answer: { status: 200, means: 'What goes on', schema: Activity, hasEtag: true },
    async handle(call) {
      const { id } = call.params;
      const { since, presence } = call.query;
      const { table, now } = call.deps;
      const read = await mustReachRecord(call, id);
      mustHaveBeen(since, read.revision);
      if (presence !== undefined) await notePresence(table, id, { by: call.by, path: presence }, now());
      const hasChanged = since !== undefined && since < read.revision;
      const { head, changed, isWhole } = hasChanged
        ? await changedSince(table, id, since)
        : { head: read, changed: [], isWhole: true };
      const present = (await presentAt(table, id, now())).filter(({ by }) => !isSameAuthor(by, call.by));
      const { revision, contentRevision } = head;
      const body = { revision, contentRevision, changed, isWhole, present };
      return { body, etag: contentEtag(body) };
    },
  }),
];

function mustHaveBeen(since: number | undefined, revision: number): void {
  if (since === undefined || since <= revision) return;
  const detail = `the record is at revision ${revision}; send a revision that you read`;
  throw new InvalidRequest(400, 'the query is not what this route takes', [{ parameter: 'since', detail }]);
}
