import * as z from 'zod';
import { searchWords, WORDS_OF_A_QUESTION } from '../../domain/lists/search-words.ts';
import { RecordSummary, summaryOf } from '../../domain/record/record-summary.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { sha256 } from '../../sha256.ts';
import type { Hit } from '../../store/lists/search.ts';
import { recordsWithWords } from '../../store/lists/search.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { LIST_FORMAT, listAnswer, listPage, PAGE_END } from './list-page.ts';
import { RECORD_COLUMNS } from './list-routes.ts';
import type { AnyCall } from './record-calls.ts';
import { RestrictedSummary } from './record-list-page.ts';

const query = {
  ...PAGE_QUERY,
  ...LIST_FORMAT,
  q: z.string().min(1).max(200).describe('Words, all of which the record has; the beginning of a word finds it, too'),
};

/** Place among what was found: it names no record. */
const Place = z.object({ at: Instant, mark: z.string().regex(/^[0-9a-f]{16}$/) });
type Place = z.infer<typeof Place>;

export const recordSearchRoutes: Route[] = [
  route({
    operationId: 'search',
    method: 'GET',
    path: '/search',
    tag: 'Records',
    summary:
      'Records that have these words in their key, title, category, team, fixes, tickets of fixes, causes or summary, the newest first. ' +
      'A search is no look at a restricted record, and shows its id, status and mark',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query,
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A page of what was found',
      schema: z.object({
        postMortems: z.array(z.union([RecordSummary, RestrictedSummary])),
        ...PAGE_END,
        isWhole: z.boolean().describe('False when more records have these words than are looked at: add a word'),
      }),
      files: ['text/csv'],
    },
    async handle(call) {
      const { q, cursor, limit: _, format } = call.query;
      const words = searchWords(q).slice(0, WORDS_OF_A_QUESTION);
      if (words.length === 0) {
        const detail = 'it has no word of two letters or more';
        throw new InvalidRequest(400, 'the query is not what this route takes', [{ parameter: 'q', detail }]);
      }
      const after = positionIn({ q }, cursor, Place);
      const { hits, isWhole } = await recordsWithWords(call.deps.table, words);
      const page = await listPage(call, {
        question: { q },
        lines: summaries(call, hits, after),
        isWanted: () => true,
        restricted: RestrictedSummary,
        recordOf: (line) => line,
      });
      const answer = listAnswer(page, format, 'postMortems', RECORD_COLUMNS);
      return answer.body === undefined ? answer : { body: { ...answer.body, isWhole } };
    },
  }),
];

/** Records that were found, as they are now: a word that is gone since finds nothing. */
async function* summaries(
  { deps: { store } }: AnyCall,
  hits: readonly Hit[],
  after: Place | undefined,
): AsyncGenerator<{ line: RecordSummary; place: Place }> {
  const markOf = ({ id }: Hit): string => sha256(id).slice(0, 16);
  const from =
    after === undefined ? 0 : hits.findIndex((hit) => hit.openedAt === after.at && markOf(hit) === after.mark) + 1;
  for (const hit of hits.slice(from)) {
    const head = await store.head(hit.id);
    if (head !== undefined) yield { line: summaryOf(head), place: { at: hit.openedAt, mark: markOf(hit) } };
  }
}
