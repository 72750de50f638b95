import * as z from 'zod';
import { changesIn, type FieldChange } from '../../domain/history/changes-between.ts';
import { Instant, PostMortemId } from '../../domain/words/identifiers.ts';
import { Actor } from '../../domain/words/person.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import type { EntriesPage } from '../../store/records/log-reads.ts';
import type { RecordStore } from '../../store/records/record-store.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { cursorFor, NEXT, PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { mustBeReadable } from './record-calls.ts';

/**
 * Pages of the log, each of 500 entries or 1 MB at the most, that are read for the changes: from its beginning, also for the last one. The largest
 * timeline is 38 MB of it.
 */
export const LOG_PAGES = 64;
const PAGE_ENTRIES = 500;
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
      const all = await changesOf(store, id, from, to);
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

/** Reads the log up to the revision that is asked for, page by page, and keeps none of them. */
async function changesOf(
  store: Pick<RecordStore, 'eventsPage'>,
  id: PostMortemId,
  from: number,
  to: number,
): Promise<FieldChange[]> {
  const changes = changesIn(from, to);
  let after: number | undefined = 0;
  for (let page = 1; after !== undefined; page += 1) {
    if (page > LOG_PAGES) throw tooLong(after);
    const { events, next }: EntriesPage = await store.eventsPage(id, { after, limit: PAGE_ENTRIES });
    after = changes.follow(events) ? undefined : next;
  }
  return changes.told();
}

const tooLong = (entries: number): Refusal =>
  new Refusal(
    'limit',
    `changes are told of the first ${entries} entries of this log, which are all that one call reads; ask for an older revision as to, or read its events`,
  );
