import * as z from 'zod';
import { ChainedEvent } from '../../domain/events/recorded-event.ts';
import { examineRecord, NO_WITNESSES } from '../../domain/history/examine-record.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { sha256 } from '../../sha256.ts';
import { storedRecord } from '../../store/records/stored-record.ts';
import { cursorFor, NEXT, PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { mustBeReadable } from './record-calls.ts';

const Verification = z.object({
  isWhole: z.boolean().describe('Nothing was found: the chain is whole, the head matches, the state is its replay'),
  entries: z.int(),
  head: z.object({ sequence: z.int(), lastHash: z.string() }).describe('To be held against the anchors'),
  findings: z.array(
    z.object({
      kind: z.enum(['missing record', 'broken chain', 'head', 'anchor', 'state', 'unreadable']),
      where: z.string(),
      what: z.string(),
    }),
  ),
});

const LogPosition = z.object({ after: z.int().nonnegative() });

/**
 * Position in a walk through the looks. Each page adds one, so the walk ends where the looks ended at its first page: it
 * would never come to the end of one look a page.
 */
const LookPosition = LogPosition.extend({ until: z.int().nonnegative() });

const common = {
  method: 'GET',
  tag: 'Audit log',
  action: 'read records',
  ifMatch: 'none',
  params: { id: PostMortemId },
  body: NO_BODY,
} as const;

/** The audit log of a record, and whether it is whole. */
export const logRoutes: Route[] = [
  route({
    ...common,
    operationId: 'readEvents',
    path: '/post-mortems/{id}/events',
    summary: 'Every change, in order',
    query: PAGE_QUERY,
    answer: { status: 200, means: 'A page', schema: z.object({ events: z.array(ChainedEvent), next: NEXT }) },
    async handle(call) {
      const { id } = call.params;
      const { limit, cursor } = call.query;
      const { store } = call.deps;
      await mustBeReadable(call, id, 'events');
      const after = positionIn(id, cursor, LogPosition)?.after ?? 0;
      const { events, next } = await store.eventsPage(id, { after, limit });
      return { body: { events, ...(next === undefined ? {} : { next: cursorFor(id, { after: next }) }) } };
    },
  }),
  route({
    ...common,
    operationId: 'readLooks',
    path: '/post-mortems/{id}/looks',
    summary: 'Who read it while it was restricted, in order; this page is a look, too',
    query: PAGE_QUERY,
    answer: {
      status: 200,
      means: 'A page; `afterEntry` of a look is the newest entry of the log at the time',
      schema: z.object({ looks: z.array(ChainedEvent), next: NEXT }),
    },
    async handle(call) {
      const { id } = call.params;
      const { limit, cursor } = call.query;
      const { store } = call.deps;
      const position = positionIn({ looks: id }, cursor, LookPosition);
      await mustBeReadable(call, id, 'looks');
      const { after, until } = position ?? { after: 0, until: await store.lookSequence(id) };
      const { events: looks, next } = await store.looksPage(id, { after, limit, until });
      return {
        body: { looks, ...(next === undefined ? {} : { next: cursorFor({ looks: id }, { after: next, until }) }) },
      };
    },
  }),
  route({
    ...common,
    operationId: 'verifyEvents',
    path: '/post-mortems/{id}/events/verification',
    summary: 'Holds the log, the head and the state together; the anchors are the command line’s: docs/guide.md',
    query: {},
    answer: { status: 200, means: 'What was found', schema: Verification },
    problems: [409],
    async handle(call) {
      const { id } = call.params;
      await mustBeReadable(call, id, 'events/verification');
      const stored = await storedRecord(call.deps.table, id);
      const findings = examineRecord(stored, NO_WITNESSES, sha256);
      const { sequence = 0, lastHash = '' } = stored.head ?? {};
      const head = { sequence, lastHash };
      return { body: { isWhole: findings.length === 0, entries: stored.log.length, head, findings } };
    },
  }),
];
