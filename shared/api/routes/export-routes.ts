import * as z from 'zod';
import { FILE_FORMAT } from '../../domain/files/post-mortem-file.ts';
import { addDuration, Duration, durationMs } from '../../domain/words/duration.ts';
import { Instant, PostMortemId } from '../../domain/words/identifiers.ts';
import { EXPORT_PREFIX } from '../../export/export-files.ts';
import { exportedRecord } from '../../export/exported-record.ts';
import { beginningOf, inBytes } from '../../export/in-bytes.ts';
import { EXPORT_FORMATS, type ExportFormat, FILE_ENDING, recordPieces } from '../../export/render-record.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { type Answer, NO_BODY, type Route, route } from '../route.ts';
import { readableScope } from './covered-records.ts';
import { type AnyCall, readRecordForCaller } from './record-calls.ts';

const CONTENT_TYPES: Record<ExportFormat, string> = {
  json: 'application/json',
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  veris: 'application/json',
};

/**
 * Longest file that is answered. Lambda sends 6 MB, and the file travels as a text of JSON, in which quotes and line breaks count twice:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const ANSWER_LIMIT_BYTES = 3_000_000;

/** Long enough to follow the link and to begin; what has begun goes on. */
const LINK_VALID_FOR = Duration.parse('PT5M');

const Elsewhere = z.object({
  url: z.string().describe('For whoever has it, without a token'),
  expiresAt: Instant,
  name: z.string(),
});
const ELSEWHERE = {
  means: `It is over ${ANSWER_LIMIT_BYTES / 1_000_000} MB: where to download it, for five minutes`,
  schema: Elsewhere,
};

/** The whole of it is said where the format is: here it would be as long as the rest of the API. */
const ExportedFile = z
  .looseObject({ format: z.literal(FILE_FORMAT), id: z.string(), title: z.string() })
  .describe('The whole record; docs/import-export.md describes the format, and docs/veris.md that of `format=veris`');

/** A whole record, to take along. */
export const exportRoutes: Route[] = [
  route({
    operationId: 'exportRecord',
    method: 'GET',
    path: '/post-mortems/{id}/export',
    tag: 'Export and import',
    summary:
      'The whole record as a file: to import elsewhere, to paste, to read and print, or to share as an incident in VERIS',
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
      elsewhere: ELSEWHERE,
    },
    async handle(call) {
      const { format } = call.query;
      const withComments = call.query.comments === 'true';
      if (withComments) mustTellComments(format);
      const look = `export as ${format}${withComments ? ' with comments' : ''}`;
      return fileOf(call, call.params.id, { format, look, withComments });
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
    answer: { status: 200, means: 'The page', files: ['text/html'], elsewhere: ELSEWHERE },
    async handle(call) {
      const wanted = { format: 'html', look: 'page', withComments: false } as const;
      const { file, ...rest } = await fileOf(call, call.params.id, wanted);
      return file === undefined ? rest : { file: { ...file, isToBeShown: true } };
    },
  }),
];

type Wanted = { format: ExportFormat; look: string; withComments: boolean };

/** The file, or where it is when it is too long for an answer. A link to a restricted record is a look as the file is. */
async function fileOf(call: AnyCall, id: PostMortemId, { format, look, withComments }: Wanted): Promise<Answer> {
  const { store, config, exportFiles, newId, now } = call.deps;
  const record = await readRecordForCaller(call, id, look);
  const { withheld = 0, ...scope } = (await readableScope(call, record)) ?? {};
  const told = 'covers' in scope ? { ...record, scope } : record;
  const exported = { ...(await exportedRecord(store, told, config, { withComments })), coversWithheld: withheld };
  const { first, rest } = beginningOf(inBytes(recordPieces(exported, format, config)), ANSWER_LIMIT_BYTES);
  const [contentType, name] = [CONTENT_TYPES[format], `${id}.${FILE_ENDING[format]}`];
  if (rest === undefined) return { file: { contentType, name, text: Buffer.concat(first).toString() } };
  // A key that nobody guesses, though the bucket lets nobody in without a link.
  const key = `${EXPORT_PREFIX}${id}/${newId()}.${FILE_ENDING[format]}`;
  await exportFiles.put({ key, contentType }, both(first, rest));
  const url = await exportFiles.readLink({ key, name }, durationMs(LINK_VALID_FOR));
  return { status: 303, location: url, body: { url, expiresAt: addDuration(now(), LINK_VALID_FOR), name } };
}

function* both<One>(first: Iterable<One>, rest: Iterable<One>): Generator<One> {
  yield* first;
  yield* rest;
}

/** Comments are by people of this installation, who have no account where the file is imported. */
function mustTellComments(format: ExportFormat): void {
  if (format !== 'json' && format !== 'veris') return;
  const detail = `${format === 'veris' ? 'VERIS' : 'the portable file'} has no comments; take format=markdown or format=html, or GET the comments themselves`;
  throw new InvalidRequest(400, 'the query is not what this route takes', [{ parameter: 'comments', detail }]);
}
