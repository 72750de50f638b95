import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import { FILE_FORMAT } from '../../domain/files/post-mortem-file.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { exportedRecord } from '../../export/exported-record.ts';
import { EXPORT_FORMATS, type ExportFormat, FILE_ENDING, renderRecord } from '../../export/render-record.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { type File, NO_BODY, type Route, route } from '../route.ts';
import { type AnyCall, readRecordForCaller } from './record-calls.ts';

const CONTENT_TYPES: Record<ExportFormat, string> = {
  json: 'application/json',
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 6 MB an answer, with room for its JSON. */
const ANSWER_LIMIT_BYTES = 4_500_000;

/** The whole of it is said where the format is: here it would be as long as the rest of the API. */
const ExportedFile = z
  .looseObject({ format: z.literal(FILE_FORMAT), id: z.string(), title: z.string() })
  .describe('The whole record; docs/import-export.md describes the format');

/** A whole record, to take along. */
export const exportRoutes: Route[] = [
  route({
    operationId: 'exportRecord',
    method: 'GET',
    path: '/post-mortems/{id}/export',
    tag: 'Export and import',
    summary: 'The whole record as a file: to import elsewhere, to paste, or to read and print',
    action: 'export records',
    ifMatch: 'none',
    params: { id: PostMortemId },
    query: {
      format: z.enum(EXPORT_FORMATS).prefault('json'),
      comments: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true`: with a chapter of the comments, in Markdown and HTML; the portable file has none'),
    },
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'The file',
      schema: ExportedFile,
      files: ['text/markdown', 'text/html'],
    },
    problems: [413],
    async handle(call) {
      const { format } = call.query;
      const withComments = call.query.comments === 'true';
      if (withComments) mustTellComments(format);
      const look = `export as ${format}${withComments ? ' with comments' : ''}`;
      return { file: await fileOf(call, call.params.id, { format, look, withComments }) };
    },
  }),
  route({
    operationId: 'readRecordPage',
    method: 'GET',
    path: '/post-mortems/{id}/page',
    tag: 'Records',
    summary: 'The record as a page to read and print, for everybody who may read it',
    action: 'read records',
    ifMatch: 'none',
    params: { id: PostMortemId },
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The page', files: ['text/html'] },
    problems: [413],
    async handle(call) {
      return {
        file: {
          ...(await fileOf(call, call.params.id, { format: 'html', look: 'page', withComments: false })),
          isToBeShown: true,
        },
      };
    },
  }),
];

type Wanted = { format: ExportFormat; look: string; withComments: boolean };

async function fileOf(call: AnyCall, id: PostMortemId, { format, look, withComments }: Wanted): Promise<File> {
  const { store, config } = call.deps;
  const record = await readRecordForCaller(call, id, look);
  const text = renderRecord(await exportedRecord(store, record, config, { withComments }), format, config);
  if (Buffer.byteLength(text) > ANSWER_LIMIT_BYTES) {
    throw new HTTPException(413, { message: `the record is too long for an answer; use: holdfast export ${id}` });
  }
  return { contentType: CONTENT_TYPES[format], name: `${id}.${FILE_ENDING[format]}`, text };
}

/** Comments are by people of this installation, who have no account where the file is imported. */
function mustTellComments(format: ExportFormat): void {
  if (format !== 'json') return;
  const detail =
    'the portable file has no comments; take format=markdown or format=html, or GET the comments themselves';
  throw new InvalidRequest(400, 'the query is not what this route takes', [{ parameter: 'comments', detail }]);
}
