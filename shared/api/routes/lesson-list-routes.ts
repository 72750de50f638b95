import * as z from 'zod';
import { LessonLine, lessonLists } from '../../domain/lists/lesson-listing.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import type { Author } from '../../domain/words/person.ts';
import { LinePlace, linesOf } from '../../store/lists/lines.ts';
import { PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { LIST_FORMAT, listAnswer, listPage, PAGE_END } from './list-page.ts';

const query = {
  ...PAGE_QUERY,
  ...LIST_FORMAT,
  status: z
    .array(LessonLine.shape.status)
    .min(1)
    .max(3)
    .optional()
    .describe('Without it: what is to be done: open, claimed, and in place with a review that is due'),
  team: z.array(z.string().min(1).max(100)).min(1).max(10).optional().describe('Teams that own the documents'),
  updates: z.array(LessonLine.shape.updates).min(1).max(LessonLine.shape.updates.options.length).optional(),
  dueBefore: Instant.optional(),
};

export const RestrictedLesson = LessonLine.pick({ id: true, postMortemId: true, status: true, tlp: true });
type Shown = LessonLine | z.infer<typeof RestrictedLesson>;

const nameOf = (by: Author | undefined): string | undefined => by?.name ?? by?.id;

const COLUMNS = {
  id: ({ id }: Shown) => id,
  postMortemId: ({ postMortemId }: Shown) => postMortemId,
  status: ({ status }: Shown) => status,
  tlp: ({ tlp }: Shown) => tlp,
  statement: (line: Shown) => ('statement' in line ? line.statement : undefined),
  updates: (line: Shown) => ('updates' in line ? line.updates : undefined),
  document: (line: Shown) => ('document' in line ? line.document : undefined),
  version: (line: Shown) => ('version' in line ? line.version : undefined),
  url: (line: Shown) => ('url' in line ? line.url : undefined),
  proof: (line: Shown) => ('proof' in line ? line.proof : undefined),
  claimedAt: (line: Shown) => ('claimed' in line ? line.claimed?.at : undefined),
  claimedBy: (line: Shown) => ('claimed' in line ? nameOf(line.claimed?.by) : undefined),
  confirmedAt: (line: Shown) => ('confirmedAt' in line ? line.confirmedAt : undefined),
  reopened: (line: Shown) => ('reopened' in line ? line.reopened : undefined),
  ownerTeam: (line: Shown) => ('ownerTeam' in line ? line.ownerTeam : undefined),
  dueAt: (line: Shown) => ('dueAt' in line ? line.dueAt : undefined),
  incident: (line: Shown) => ('incident' in line ? line.incident : undefined),
};

export const lessonListRoutes: Route[] = [
  route({
    operationId: 'listLessons',
    method: 'GET',
    path: '/lessons',
    tag: 'Parts',
    summary:
      'Lessons of all records, the earliest due first: what is not in place, waits for a second person, or is to be looked at again. Those of records that ' +
      'are TLP:AMBER+STRICT or TLP:RED show their ids, status and mark',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query,
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A page of lessons of records that the caller may read',
      schema: z.object({ lessons: z.array(z.union([LessonLine, RestrictedLesson])), ...PAGE_END }),
      files: ['text/csv'],
    },
    async handle(call) {
      const { cursor, limit: _, format, ...question } = call.query;
      const { status, team = [undefined], updates, dueBefore } = question;
      const reviews = status === undefined ? team.map(lessonLists.review) : [];
      const standing = (status ?? ['open', 'claimed']).flatMap((one) => team.map((of) => lessonLists.status(one, of)));
      const lists = [...standing, ...reviews];
      const now = call.deps.now();
      const endsOf = new Map(reviews.map((list) => [list, now]));
      const after = positionIn(question, cursor, LinePlace);
      const page = await listPage(call, {
        question,
        lines: linesOf(call.deps.table, lists, LessonLine, { newestFirst: false, before: dueBefore, endsOf, after }),
        lists,
        isWanted: (line) => updates?.includes(line.updates) ?? true,
        restricted: RestrictedLesson,
        recordOf: ({ postMortemId, tlp }) => ({ id: postMortemId, tlp }),
      });
      return listAnswer<Shown>(page, format, 'lessons', COLUMNS);
    },
  }),
];
