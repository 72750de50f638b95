import * as z from 'zod';
import { RecordSummary } from '../../domain/record/record-summary.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { listAnswer, PAGE_END } from './list-page.ts';
import { RECORD_QUERY, RestrictedSummary, recordPage } from './record-list-page.ts';

/** Columns of records as a file. */
export const RECORD_COLUMNS = {
  id: (line: RecordSummary | RestrictedSummary) => line.id,
  status: ({ status }: RecordSummary | RestrictedSummary) => status,
  tlp: ({ tlp }: RecordSummary | RestrictedSummary) => tlp,
  incident: (line: RecordSummary | RestrictedSummary) => ('incident' in line ? line.incident.key : undefined),
  title: (line: RecordSummary | RestrictedSummary) => ('incident' in line ? line.incident.title : undefined),
  kind: (line: RecordSummary | RestrictedSummary) => ('kind' in line ? line.kind : undefined),
  severity: (line: RecordSummary | RestrictedSummary) => ('severity' in line ? line.severity : undefined),
  category: (line: RecordSummary | RestrictedSummary) => ('category' in line ? line.category : undefined),
  openedAt: (line: RecordSummary | RestrictedSummary) => ('openedAt' in line ? line.openedAt : undefined),
  dueAt: (line: RecordSummary | RestrictedSummary) => ('dueAt' in line ? line.dueAt : undefined),
};

const LIST_COLUMNS = {
  ...RECORD_COLUMNS,
  changedAt: (line: RecordSummary | RestrictedSummary) => ('changedAt' in line ? line.changedAt : undefined),
};

export const listRoutes: Route[] = [
  route({
    operationId: 'listRecords',
    method: 'GET',
    path: '/post-mortems',
    tag: 'Records',
    summary:
      'Open records and those in review, the earliest due first; with another `status`, a technique or `mine`, the newest first; or as `sort` says. ' +
      'Records that are TLP:AMBER+STRICT or TLP:RED show their id, status and mark',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query: RECORD_QUERY,
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A page of records that the caller may read',
      schema: z.object({ postMortems: z.array(z.union([RecordSummary, RestrictedSummary])), ...PAGE_END }),
      files: ['text/csv'],
    },
    async handle(call) {
      return listAnswer(await recordPage(call), call.query.format, 'postMortems', LIST_COLUMNS);
    },
  }),
];
