import * as z from 'zod';
import { ChainedEvent } from '../../domain/events/recorded-event.ts';
import { ChainHead } from '../../domain/history/audit-chain.ts';
import { beginExamination, findingsOf, RecordExamination } from '../../domain/history/record-examination.ts';
import { NO_WITNESSES, RecordFinding } from '../../domain/history/record-finding.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { sha256 } from '../../sha256.ts';
import { examineFurther } from '../../store/records/examine-further.ts';
import { keepPosition, keptPosition } from '../http/kept-position.ts';
import { PAGES_IN_A_CALL } from '../http/limits.ts';
import { CURSOR_QUERY, cursorFor, NEXT, PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { mustBeReadable } from './record-calls.ts';

const Verification = z.object({
  state: z.enum(['under way', 'done']).describe('`under way`: no verdict yet; ask for `next` until it is `done`'),
  isWhole: z
    .boolean()
    .optional()
    .describe(
      'Verdict on the whole: the chains are whole, the head matches, the state is the replay. Missing while under way',
    ),
  entries: z.int(),
  head: ChainHead.optional().describe('To be held against the anchors; missing while under way'),
  findings: z.array(RecordFinding),
  next: NEXT,
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
    query: CURSOR_QUERY,
    answer: { status: 200, means: 'What was found; of a long record page by page', schema: Verification },
    problems: [409],
    async handle(call) {
      const { id } = call.params;
      const { table, unfinished } = call.deps;
      await mustBeReadable(call, id, 'events/verification');
      const question = { verification: id, by: call.by.id };
      const before = await keptPosition(unfinished, question, call.query.cursor, RecordExamination);
      const examination = await examineFurther(table, before ?? beginExamination(id), PAGES_IN_A_CALL);
      const findings = findingsOf(examination, NO_WITNESSES, sha256);
      const { entries } = examination.log;
      if (examination.at !== 'done') {
        const next = await keepPosition(unfinished, question, examination);
        return { body: { state: 'under way', entries, findings, next } };
      }
      const head = examination.head ?? { sequence: 0, lastHash: '' };
      return { body: { state: 'done', isWhole: findings.length === 0, entries, head, findings } };
    },
  }),
];
