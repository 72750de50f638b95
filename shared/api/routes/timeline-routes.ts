import * as z from 'zod';
import { TimelineEntry, TimelineEntryDraft } from '../../domain/record/content/timeline.ts';
import {
  addTimelineEntries,
  addTimelineEntry,
  changeTimelineEntry,
  ENTRIES_AT_ONCE,
  removeTimelineEntry,
} from '../../domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { Instant, PartId, PostMortemId } from '../../domain/words/identifiers.ts';
import type { Author } from '../../domain/words/person.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import { NotFound } from '../../store/errors.ts';
import { guarded, mustReach } from '../access.ts';
import { mustMatch } from '../http/conditions.ts';
import { contentEtag, isAsWritten } from '../http/etags.ts';
import { cursorFor, NEXT, PAGE_QUERY, positionIn } from '../http/paging.ts';
import { type Answer, type Call, NO_BODY, type Route, route } from '../route.ts';
import { makeOnce } from './once.ts';
import { causeOf, changeRecordForCaller, mustBeReadable, mustReachRecord } from './record-calls.ts';
import { orAsRead } from './sent-back.ts';

/** An entry with its address, which its time is part of, and its version. */
export const EntryView = TimelineEntry.extend({ self: z.string(), etag: z.string() });
type EntryView = z.infer<typeof EntryView>;

const entryAsRead = orAsRead(TimelineEntryDraft, EntryView);

const Position = z.object({ at: Instant, id: PartId });

const EXAMPLE: z.input<typeof TimelineEntryDraft> = {
  at: '2026-11-19T08:12:00.000Z',
  what: 'The first recipient opened the link',
  kind: 'attacker',
  evidencedBy: 'proxy log',
};

const ofRecord = { id: PostMortemId };
const ofEntry = { id: PostMortemId, at: Instant, entry: PartId };
type OfRecord = { id: PostMortemId };
type OfEntry = z.output<z.ZodObject<typeof ofEntry>>;

const onEntry = {
  path: '/post-mortems/{id}/timeline/{at}/{entry}',
  tag: 'Timeline',
  params: ofEntry,
  query: {},
} as const;
const adding = {
  method: 'POST',
  tag: 'Timeline',
  action: 'write records',
  ifMatch: 'optional',
  isIdempotentByKey: true,
  params: ofRecord,
  query: {},
} as const;

export const timelineRoutes: Route[] = [
  route({
    operationId: 'readTimeline',
    method: 'GET',
    path: '/post-mortems/{id}/timeline',
    tag: 'Timeline',
    summary: 'What happened, by time, page by page',
    action: 'read records',
    ifMatch: 'none',
    params: ofRecord,
    query: PAGE_QUERY,
    body: NO_BODY,
    answer: { status: 200, means: 'A page', schema: z.object({ entries: z.array(EntryView), next: NEXT }) },
    async handle({ params: { id }, query: { limit, cursor }, ...call }) {
      await mustBeReadable(call, id, 'timeline');
      const after = positionIn(id, cursor, Position);
      const { entries, next } = await call.deps.store.timelinePage(id, { after, limit });
      const more = next === undefined ? {} : { next: cursorFor(id, next) };
      return { body: { entries: entries.map((entry) => viewOf(id, entry)), ...more } };
    },
  }),
  route({
    ...adding,
    operationId: 'addTimelineEntry',
    path: '/post-mortems/{id}/timeline',
    summary: 'Adds what happened at a time; says a role, never a name',
    body: { schema: entryAsRead.schema, example: EXAMPLE },
    answer: { status: 201, means: 'The entry', schema: EntryView, hasEtag: true },
    async handle(call) {
      const [entry] = await addEntries(call, [entryAsRead.draftIn(call.body)]);
      return { body: entry, location: entry?.self, etag: entry?.etag };
    },
  }),
  route({
    ...adding,
    operationId: 'addTimelineEntries',
    path: '/post-mortems/{id}/timeline/batch',
    summary: `Adds up to ${ENTRIES_AT_ONCE} entries together: all of them, or none`,
    body: {
      schema: z.strictObject({ entries: z.array(entryAsRead.schema).min(1).max(ENTRIES_AT_ONCE) }),
      example: { entries: [EXAMPLE] },
    },
    answer: {
      status: 201,
      means: 'The entries, in the order of the request',
      schema: z.object({ entries: z.array(EntryView) }),
    },
    async handle(call) {
      return {
        body: { entries: await addEntries(call, call.body.entries.map(entryAsRead.draftIn)) },
        location: call.path.replace('/batch', ''),
      };
    },
  }),
  route({
    ...onEntry,
    operationId: 'readTimelineEntry',
    method: 'GET',
    summary: 'One entry, with its own ETag',
    action: 'read records',
    ifMatch: 'none',
    body: NO_BODY,
    answer: { status: 200, means: 'The entry', schema: EntryView, hasEtag: true },
    async handle({ params: { id, at, entry }, ...call }) {
      await mustBeReadable(call, id, `timeline/${at}/${entry}`);
      const found = await call.deps.store.timelineEntry(id, { at, id: entry });
      return answered(id, found ?? nowhere(at, entry));
    },
  }),
  route({
    ...onEntry,
    operationId: 'rewriteTimelineEntry',
    method: 'PUT',
    summary: 'Corrects an entry that a person wrote; with another time it gets another address',
    action: 'write records',
    ifMatch: 'required',
    body: { schema: entryAsRead.schema, example: EXAMPLE },
    answer: { status: 200, means: 'The entry as it is now', schema: EntryView, hasEtag: true },
    async handle(call) {
      const { id, entry } = call.params;
      const draft = entryAsRead.draftIn(call.body);
      // Before the timeline is asked for anything: its answers tell of the record.
      await mustReachRecord(call, id);
      await mustCorrectTheTicket(call, [draft]);
      await changeEntry(call, (record, before) => changeTimelineEntry(record, before, draft, call.by));
      return answered(id, { ...draft, id: entry, origin: 'person' });
    },
  }),
  route({
    ...onEntry,
    operationId: 'removeTimelineEntry',
    method: 'DELETE',
    summary: 'Takes an entry out that a person wrote; the log keeps what it said',
    action: 'write records',
    ifMatch: 'required',
    body: NO_BODY,
    answer: { status: 204, means: 'It is gone' },
    async handle(call) {
      await changeEntry(call, (record, before) => removeTimelineEntry(record, before, call.by));
      return {};
    },
  }),
];

/** The answer follows from the request and the ids alone, so a repeat gets the same one. */
async function addEntries(call: Call<OfRecord>, drafts: readonly TimelineEntryDraft[]): Promise<EntryView[]> {
  const { by, deps, params, path } = call;
  const entriesWith = (ids: readonly string[]): TimelineEntry[] =>
    drafts.map((draft, index) => ({ ...draft, id: PartId.parse(ids[index]), origin: 'person' }));
  await mustReachRecord(call, params.id);
  await mustCorrectTheTicket(call, drafts);
  const ids = drafts.map(() => deps.newId());
  const { made, result } = await makeOnce(call, {
    location: path,
    ids,
    make: (once) => changeRecordForCaller(call, params.id, (record) => added(record, entriesWith(ids), by), { once }),
  });
  if (result === undefined) await mustReachRecord(call, params.id);
  return entriesWith(made.ids).map((entry) => viewOf(params.id, entry));
}

/** An entry sets right what the ticket said, and nothing else: what people wrote they change themselves. */
async function mustCorrectTheTicket(
  { params: { id }, deps: { store } }: Call<OfRecord>,
  drafts: readonly TimelineEntryDraft[],
): Promise<void> {
  for (const { corrects } of drafts) {
    if (corrects === undefined) continue;
    const entry = await store.timelineEntry(id, corrects);
    const problem =
      entry === undefined
        ? `there is no entry ${corrects.id} at ${corrects.at} in this timeline`
        : entry.origin === 'person'
          ? `the entry ${corrects.id} is no word of the ticket: change it`
          : undefined;
    if (problem !== undefined)
      throw new Refusal('unknown part', `corrects: ${problem}`, [{ path: 'corrects', message: problem }]);
  }
}

function added(record: PostMortem, entries: TimelineEntry[], by: Author): RecordEvent[] {
  const [first, ...others] = entries;
  const isOne = first !== undefined && others.length === 0;
  return isOne ? addTimelineEntry(record, first, by) : addTimelineEntries(record, entries, by);
}

async function changeEntry(
  call: Call<OfEntry>,
  decide: (record: PostMortem, before: TimelineEntry) => RecordEvent[],
): Promise<void> {
  const { id, at, entry } = call.params;
  await call.deps.store.changeTimelineEntry(
    id,
    { at, id: entry },
    (record, before) => {
      mustReach(call.caller, call.action, guarded(record));
      const there = before ?? nowhere(at, entry);
      const { revision } = record;
      mustMatch(call, { current: contentEtag(there), holds: (etag) => isAsWritten(record, etag), revision });
      return decide(record, there);
    },
    causeOf(call),
  );
}

function nowhere(at: string, id: PartId): never {
  throw new NotFound(`entry ${id} at ${at} in this timeline`);
}

function viewOf(id: PostMortemId, entry: TimelineEntry): EntryView {
  return { ...entry, self: `/post-mortems/${id}/timeline/${entry.at}/${entry.id}`, etag: contentEtag(entry) };
}

function answered(id: PostMortemId, entry: TimelineEntry): Answer {
  const view = viewOf(id, entry);
  return { body: view, etag: view.etag };
}
