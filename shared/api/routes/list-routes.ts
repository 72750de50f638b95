import * as z from 'zod';
import { may } from '../../domain/access/access.ts';
import { RecordKind, RecordStatus } from '../../domain/record/post-mortem.ts';
import { RecordSummary } from '../../domain/record/record-summary.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { Severity } from '../../domain/words/severity.ts';
import { isRestricted } from '../../domain/words/tlp.ts';
import {
  DuePosition,
  type Listed,
  OpenedPosition,
  recordsByDeadline,
  recordsByOpening,
} from '../../store/records/listings.ts';
import { cursorFor, NEXT, PAGE_QUERY, positionIn } from '../http/paging.ts';
import { type Call, NO_BODY, type Route, route } from '../route.ts';
import { type AnyCall, guardedHead } from './record-calls.ts';

/** Lines that one call looks at, whether they pass the filters or not: an answer is never long in coming. */
const EXAMINED_LIMIT = 500;

const query = {
  ...PAGE_QUERY,
  status: z.array(RecordStatus).min(1).max(6).optional().describe('Repeat it for several. Without it: open, in review'),
  kind: z.array(RecordKind).min(1).max(4).optional(),
  severity: z.array(Severity).min(1).max(4).optional(),
  category: z.array(z.string().min(1).max(100)).min(1).max(20).optional(),
  dueBefore: Instant.optional(),
};
type Query = z.output<z.ZodObject<typeof query>>;

/** A look into a restricted record is logged, so a list says no more of it than that it is there. */
const RestrictedSummary = RecordSummary.pick({ id: true, status: true, tlp: true });

export const listRoutes: Route[] = [
  route({
    operationId: 'listRecords',
    method: 'GET',
    path: '/post-mortems',
    tag: 'Records',
    summary:
      'Open records and those in review, the earliest due first; with another `status`, the newest first. Records that ' +
      'are TLP:AMBER+STRICT or TLP:RED show their id, status and mark',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query,
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A page of records that the caller may read',
      schema: z.object({ postMortems: z.array(z.union([RecordSummary, RestrictedSummary])), next: NEXT }),
    },
    async handle(call) {
      const { cursor, limit: _, ...question } = call.query;
      const { status = ['open', 'in review'], dueBefore } = question;
      const isUnfinished = status.every((one) => one === 'open' || one === 'in review');
      const { table } = call.deps;
      return isUnfinished
        ? page(
            call,
            question,
            recordsByDeadline(table, { after: positionIn(question, cursor, DuePosition), before: dueBefore }),
          )
        : page(call, question, recordsByOpening(table, positionIn(question, cursor, OpenedPosition)));
    },
  }),
];

async function page<Position>(
  call: Call<unknown, Query>,
  question: unknown,
  lines: AsyncGenerator<Listed<Position>>,
): Promise<{ body: unknown }> {
  const postMortems: unknown[] = [];
  let examined = 0;
  let last: Position | undefined;
  for await (const { summary, position } of lines) {
    // There is one more: the page is not the last.
    if (postMortems.length === call.query.limit || examined === EXAMINED_LIMIT) {
      return { body: { postMortems, next: cursorFor(question, last) } };
    }
    examined += 1;
    last = position;
    if (!isWanted(summary, call.query) || !(await mayList(call, summary))) continue;
    postMortems.push(isRestricted(summary.tlp) ? RestrictedSummary.parse(summary) : summary);
  }
  return { body: { postMortems } };
}

function isWanted(summary: RecordSummary, { status, kind, severity, category, dueBefore }: Query): boolean {
  const { category: is = '', dueAt } = summary;
  return (
    (status ?? ['open', 'in review']).includes(summary.status) &&
    (kind?.includes(summary.kind) ?? true) &&
    (severity?.includes(summary.severity) ?? true) &&
    (category?.includes(is) ?? true) &&
    (dueBefore === undefined || dueAt < dueBefore)
  );
}

/** People of a record stand in it, not in its line of the list; they matter at TLP:RED alone. */
async function mayList(call: AnyCall, { id, tlp }: RecordSummary): Promise<boolean> {
  if (may(call.caller, call.action, { tlp, authors: [], team: [] })) return true;
  const head = tlp === 'RED' ? await call.deps.store.head(id) : undefined;
  return head !== undefined && may(call.caller, call.action, await guardedHead(call, head));
}
