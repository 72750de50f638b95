import * as z from 'zod';
import type { PostMortemFile } from '../../domain/files/post-mortem-file.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import { candidateIn, IMPORT_FORMATS, type ImportFormat, placeIn } from '../../import/import-formats.ts';
import { importedBefore, importRecord } from '../../import/import-record.ts';
import { rehearsedCompleteness } from '../../import/rehearsed-completeness.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { nestsWithin } from '../http/json-depth.ts';
import { type Route, route } from '../route.ts';
import { causeOf } from './record-calls.ts';

const ImportedRecord = z.object({
  outcome: z.enum(['imported', 'there already', 'would be imported']),
  postMortemId: PostMortemId.optional(),
  completeness: z.int().min(0).max(100),
});

const DEPTH_LIMIT = 32;

/** They are written 50 at a time, each time with a look at the whole record, and Lambda has 15 seconds for all of it. */
const ENTRIES_OF_A_CALL = 2_000;

/** Records that were written elsewhere, one at a time. */
export const importRoutes: Route[] = [
  route({
    operationId: 'importRecord',
    method: 'POST',
    path: '/imports',
    tag: 'Export and import',
    summary:
      'Takes one record in that was written elsewhere: a past incident, or the export of another installation. The same again makes nothing new',
    action: 'import records',
    ifMatch: 'none',
    params: {},
    query: {},
    body: {
      schema: z.strictObject({
        format: z.enum(IMPORT_FORMATS),
        record: z.record(z.string(), z.unknown()).refine((record) => nestsWithin(record, DEPTH_LIMIT), {
          error: `expected at most ${DEPTH_LIMIT} levels of lists and objects in each other`,
          abort: true,
        }),
        status: z.enum(['open', 'closed']).optional(),
        isRehearsal: z.boolean().optional(),
      }),
      example: {
        format: 'csv',
        record: {
          ...{ id: 'IR-2023-004', title: 'Laptop lost on a train', severity: 'low' },
          ...{ beganAt: '2023-05-11', endedAt: '2023-06-01' },
        },
      },
    },
    answer: { status: 200, means: 'What became of it', schema: ImportedRecord },
    async handle(call) {
      const { body, by, deps } = call;
      const { format, record, status, isRehearsal = false } = body;
      const found = candidateIn(format, record, deps.config.postMortem.categories);
      if ('faults' in found) {
        const errors = found.faults.map(({ steps, message }) => ({ pointer: pointerTo(steps), detail: message }));
        throw new InvalidRequest(422, 'the record cannot be taken in as it is', errors);
      }
      mustFitIntoACall(found.file);
      const wanted = { file: found.file, sha256: found.sha256, at: deps.now(), by, status };
      return inTheRecord(format, async () => {
        const completeness = rehearsedCompleteness(wanted, deps.config, deps.newId);
        if (!isRehearsal) {
          const { id, outcome } = await importRecord({ ...deps, rules: deps.config }, wanted, causeOf(call));
          return { body: { outcome, postMortemId: id, completeness } };
        }
        const id = await importedBefore(deps.store, wanted);
        const known =
          id === undefined ? { outcome: 'would be imported' } : { outcome: 'there already', postMortemId: id };
        return { body: { ...known, completeness } };
      });
    },
  }),
];

/** @throws InvalidRequest */
function mustFitIntoACall({ timeline }: PostMortemFile): void {
  if (timeline.length <= ENTRIES_OF_A_CALL) return;
  const detail =
    `it has ${timeline.length} entries, and a call takes ${ENTRIES_OF_A_CALL}, since it has 15 seconds for all of them: ` +
    'import it on the command line, with holdfast import';
  throw new InvalidRequest(422, 'the record is too long for a call', [{ pointer: '/record/timeline', detail }]);
}

/** RFC 6901: a name may have a slash in it. */
const pointerTo = (steps: readonly string[]): string =>
  ['', 'record', ...steps].map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

/** Rules speak of places in a file of our own format. It came as the `record` of the body, perhaps in another one. */
async function inTheRecord<Result>(format: ImportFormat, take: () => Promise<Result>): Promise<Result> {
  try {
    return await take();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const missing = error.missing.map((one) => ({ ...one, path: `record.${placeIn(format, one.path)}` }));
    throw new Refusal(error.reason, error.message, missing);
  }
}
