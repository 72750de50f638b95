import * as z from 'zod';
import { changesBetween, type FieldChange } from '../../domain/history/changes-between.ts';
import { Instant, PostMortemId } from '../../domain/words/identifiers.ts';
import { Actor } from '../../domain/words/person.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { cursorFor, NEXT, PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { mustBeReadable } from './record-calls.ts';

/** The log is read from its beginning, also for the last change. */
export const LOG_LIMIT = 5_000;
/** Lambda answers 6 MB. A page ends sooner where its changes are long. */
const PAGE_BYTES = 2 * 1_024 * 1_024;

const Revision = z.coerce.number().int().min(1);

const Change = z.object({
  path: z.string(),
  before: z.unknown().optional().describe('What stood there at `from`; missing where it is new'),
  after: z.unknown().optional().describe('What stands there at `to`; missing where it is gone'),
  hands: z
    .array(z.object({ by: Actor, at: Instant, revision: z.int() }))
    .describe('Who changed it in between, each once with their last change, the last first'),
});

const Position = z.object({ after: z.string(), to: z.int().positive() });

/** What changed between two revisions of a record, from its log. */
export const differenceRoutes: Route[] = [
  route({
    operationId: 'readChanges',
    method: 'GET',
    path: '/post-mortems/{id}/changes',
    tag: 'Audit log',
    summary: 'Fields that differ between two revisions, with who changed them and when',
    action: 'read records',
    ifMatch: 'none',
    params: { id: PostMortemId },
    query: {
      from: Revision.prefault(1).describe('The revision that was read'),
      to: Revision.optional().describe('Without it: as the record is now'),
      ...PAGE_QUERY,
    },
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A page, by path; what was changed and changed back is not in it',
      schema: z.object({ from: z.int(), to: z.int(), changes: z.array(Change), next: NEXT }),
    },
    problems: [422],
    async handle(call) {
      const { id } = call.params;
      const { from, to: asked, limit, cursor } = call.query;
      const { store } = call.deps;
      const { revision } = await mustBeReadable(call, id, 'changes');
      const question = { id, from, asked };
      const position = positionIn(question, cursor, Position);
      const to = position?.to ?? asked ?? revision;
      mustHaveBeen(from, to, revision);
      mustBeShort(await store.sequence(id));
      const all = changesBetween(await store.events(id), from, to);
      const rest = position === undefined ? all : all.filter(({ path }) => path > position.after);
      const changes = pageOf(rest, limit);
      const last = changes.at(-1);
      const next = last === undefined || changes.length === rest.length ? undefined : { after: last.path, to };
      return { body: { from, to, changes, ...(next === undefined ? {} : { next: cursorFor(question, next) }) } };
    },
  }),
];

/** As many as the page takes, and one at least. */
function pageOf(changes: readonly FieldChange[], limit: number): FieldChange[] {
  let bytes = 0;
  const end = changes.slice(0, limit).findIndex((change) => {
    const isFirst = bytes === 0;
    bytes += Buffer.byteLength(JSON.stringify(change));
    return bytes > PAGE_BYTES && !isFirst;
  });
  return changes.slice(0, end === -1 ? limit : end);
}

function mustHaveBeen(from: number, to: number, revision: number): void {
  const detail = `the record is at revision ${revision}; send two of its revisions, the older one as from`;
  const wrong = from > revision || from > to ? 'from' : to > revision ? 'to' : undefined;
  if (wrong === undefined) return;
  throw new InvalidRequest(400, 'the query is not what this route takes', [{ parameter: wrong, detail }]);
}

function mustBeShort(entries: number): void {
  if (entries <= LOG_LIMIT) return;
  throw new Refusal(
    'limit',
    `the log of this record has ${entries} entries, and changes are told of ${LOG_LIMIT} at the most; read its events`,
  );
}
