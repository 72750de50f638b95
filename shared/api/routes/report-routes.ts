import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import { ReportLine } from '../../domain/lists/report-line.ts';
import { addDuration, Duration, durationMs } from '../../domain/words/duration.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { ReportKind, ReportName, reportKeys } from '../../domain/words/report-name.ts';
import { parseJson } from '../../domain/words/well-formed.ts';
import { askForReport } from '../../report/ask-for-report.ts';
import { DrawnReport, drawnReport } from '../../report/drawn-report.ts';
import { Report } from '../../report/report-data.ts';
import { reportTable } from '../../report/report-table.ts';
import { NotFound } from '../../store/errors.ts';
import { reportNamed, reportsByTime } from '../../store/inbox/reports.ts';
import { ListPlace } from '../../store/lists/after-place.ts';
import { PAGE_QUERY, positionIn } from '../http/paging.ts';
import { type Answer, NO_BODY, type Route, route } from '../route.ts';
import { LIST_FORMAT, listAnswer, PAGE_END, pageOf } from './list-page.ts';
import type { AnyCall } from './record-calls.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 6 MB an answer, with room for its JSON. */
const ANSWER_LIMIT_BYTES = 4_500_000;
/** What is drawn has an end, however long its report is, which is read whole for it: no longer than the memory of the function bears. */
const DRAWN_FROM_BYTES = 15_000_000;
/** Time for which the address of a file is good. */
const LINK_VALID_FOR = Duration.parse('PT5M');

const FORMS = {
  json: { contentType: 'application/json', ending: 'json' },
  html: { contentType: 'text/html; charset=utf-8', ending: 'html' },
  markdown: { contentType: 'text/markdown; charset=utf-8', ending: 'md' },
  csv: { contentType: 'text/csv; charset=utf-8', ending: 'csv' },
} as const;
const StoredForm = z.enum(['json', 'html', 'markdown']);
const Form = z.enum([...StoredForm.options, 'csv']);

const params = { name: ReportName.describe('Name of the report, from the list or from whoever had it made') };

const COLUMNS = {
  name: ({ name }: ReportLine) => name,
  kind: ({ kind }: ReportLine) => kind,
  generatedAt: ({ generatedAt }: ReportLine) => generatedAt,
  from: ({ period }: ReportLine) => period.from,
  to: ({ period }: ReportLine) => period.to,
  summary: ({ summary }: ReportLine) => summary,
  madeFor: ({ madeFor }: ReportLine) => madeFor?.name ?? madeFor?.id,
};

/** Reports tell of all records, as far as they tell anything of restricted ones: they are for those who may read all. */
export const reportRoutes: Route[] = [
  route({
    operationId: 'listReports',
    method: 'GET',
    path: '/reports',
    tag: 'Reports',
    summary: 'Reports, the newest first: those of the schedule, and those that somebody had made',
    action: 'read reports',
    ifMatch: 'none',
    params: {},
    query: { ...PAGE_QUERY, ...LIST_FORMAT, kind: ReportKind.optional().describe('Those of one kind alone') },
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A page of reports',
      schema: z.object({ reports: z.array(ReportLine), ...PAGE_END }),
      files: ['text/csv'],
    },
    async handle(call) {
      const { cursor, limit: _, format, ...question } = call.query;
      const lines = reportsByTime(call.deps.table, positionIn(question, cursor, ListPlace));
      const isAsked = ({ kind }: ReportLine): boolean => question.kind === undefined || kind === question.kind;
      const page = await pageOf(call, { question, lines }, (line) => Promise.resolve(isAsked(line) ? line : undefined));
      return listAnswer(page, format, 'reports', COLUMNS);
    },
  }),
  route({
    operationId: 'makeReport',
    method: 'POST',
    path: '/reports',
    tag: 'Reports',
    summary:
      'Has a report made now, of what happened since the last one of the schedule, which it does not replace. Whoever asks again within a ' +
      'minute, or while it is being made, is given the same one',
    action: 'make reports',
    ifMatch: 'none',
    params: {},
    query: {},
    body: {
      schema: z.strictObject({
        kind: ReportKind.describe('What it is to tell: what is overdue, or what verification found'),
        mail: z
          .boolean()
          .optional()
          .describe('True: it is announced by mail to those who get the reports of the schedule, once'),
      }),
      example: { kind: 'overdue' },
    },
    answer: {
      status: 202,
      means: 'Where the report is, or will be within minutes',
      schema: z.object({
        name: ReportName.describe('Name of the report'),
        kind: ReportKind,
        path: z.string().describe('Where it will be, below the address of the API; 404 until then'),
        isThere: z.boolean().describe('True when it is made already'),
      }),
    },
    async handle({ deps, body, by }) {
      const { kind, mail = false } = body;
      const { name, isThere } = await askForReport(deps, { kind, isMailed: mail, by });
      return { body: { name, kind, path: `/reports/${name}`, isThere } };
    },
  }),
  route({
    operationId: 'readReport',
    method: 'GET',
    path: '/reports/{name}',
    tag: 'Reports',
    summary: 'A report as JSON, as a page, as Markdown, or what is late or was checked as CSV',
    action: 'read reports',
    ifMatch: 'none',
    params,
    query: {
      format: Form.prefault('json').describe('`csv`: its rows for a spreadsheet; the other forms tell all of it'),
    },
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'The report',
      schema: Report,
      files: ['text/html', 'text/markdown', 'text/csv'],
      hasEtag: true,
    },
    problems: [413],
    async handle(call) {
      const { name } = call.params;
      const { format } = call.query;
      await mustBeThere(call, name);
      return format === 'csv' ? tableOf(call, name) : storedFile(call, name, format);
    },
  }),
  route({
    operationId: 'drawReport',
    method: 'GET',
    path: '/reports/{name}/document',
    tag: 'Reports',
    summary: 'A report in words, section by section, as its page says them: for whoever draws it themselves',
    action: 'read reports',
    ifMatch: 'none',
    params,
    query: {},
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'The report in words; of a list, the first 500, with how many more there are',
      schema: DrawnReport,
      hasEtag: true,
    },
    problems: [413],
    async handle(call) {
      const { name } = call.params;
      await mustBeThere(call, name);
      const { text, etag } = await textOf(call, name, 'json', DRAWN_FROM_BYTES);
      const body = drawnReport(Report.parse(parseJson(text)));
      if (Buffer.byteLength(JSON.stringify(body)) > ANSWER_LIMIT_BYTES) throw tooLong(name);
      return { body, etag: etag.replace(/"$/, '-document"') };
    },
  }),
  route({
    operationId: 'linkReport',
    method: 'GET',
    path: '/reports/{name}/link',
    tag: 'Reports',
    summary: 'A short link to download a report, also one that is too long for an answer',
    action: 'read reports',
    ifMatch: 'none',
    params,
    query: { format: StoredForm.prefault('json').describe('Form of the file') },
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A link that is good for minutes, to whoever has it',
      schema: z.object({
        url: z.string().describe('Address of the file, which wants no token'),
        expiresAt: Instant.describe('Until when it is good'),
      }),
    },
    async handle(call) {
      const { name } = call.params;
      const { format } = call.query;
      await mustBeThere(call, name);
      const file = `${name}.${FORMS[format].ending}`;
      const url = await call.deps.reportFiles.link(reportKeys(name)[format], file, durationMs(LINK_VALID_FOR));
      return { body: { url, expiresAt: addDuration(call.deps.now(), LINK_VALID_FOR) } };
    },
  }),
];

/** @throws NotFound */
async function mustBeThere({ deps }: AnyCall, name: string): Promise<void> {
  if ((await reportNamed(deps.table, name)) === undefined) throw new NotFound(`report ${name}, or not yet`);
}

async function storedFile(call: AnyCall, name: string, format: z.infer<typeof StoredForm>): Promise<Answer> {
  const { text, etag } = await textOf(call, name, format);
  const { contentType, ending } = FORMS[format];
  return { file: { contentType, name: `${name}.${ending}`, text, isToBeShown: format === 'html' }, etag };
}

async function tableOf(call: AnyCall, name: string): Promise<Answer> {
  const { text, etag } = await textOf(call, name, 'json');
  const { contentType, ending } = FORMS.csv;
  const table = reportTable(Report.parse(parseJson(text)));
  return { file: { contentType, name: `${name}.${ending}`, text: table }, etag: etag.replace(/"$/, '-csv"') };
}

/** @throws HTTPException 413 */
async function textOf(
  { deps }: AnyCall,
  name: string,
  format: z.infer<typeof StoredForm>,
  limit = ANSWER_LIMIT_BYTES,
): Promise<{ text: string; etag: string }> {
  const { text, etag } = await deps.reportFiles.read(reportKeys(name)[format], limit);
  if (text !== undefined) return { text, etag };
  throw tooLong(name);
}

const tooLong = (name: string) =>
  new HTTPException(413, {
    message: `the report is too long for an answer; GET /reports/${name}/link gives an address of its file`,
  });
