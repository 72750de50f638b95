import * as z from 'zod';
import { hasRoleFor } from '../../domain/access/access.ts';
import { FixLine, fixLists, UNSETTLED } from '../../domain/lists/fix-listing.ts';
import { LessonLine, lessonLists } from '../../domain/lists/lesson-listing.ts';
import type { ListPath } from '../../domain/lists/list-entry.ts';
import { MeasureLine, measureLists } from '../../domain/lists/measure-listing.ts';
import { listedNamesOf, recordLists } from '../../domain/lists/record-listing.ts';
import { RecordSummary } from '../../domain/record/record-summary.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { isSameAuthor } from '../../domain/words/person.ts';
import { Severity } from '../../domain/words/severity.ts';
import { isRestricted, type Tlp } from '../../domain/words/tlp.ts';
import { countsUnder, linesOf } from '../../store/lists/lines.ts';
import { type Call, NO_BODY, type Route, route } from '../route.ts';
import { teamsOf } from './caller-teams.ts';
import { RestrictedFix } from './fix-list-routes.ts';
import { RestrictedLesson } from './lesson-list-routes.ts';
import { mayConfirm } from './lesson-routes.ts';
import { mayList, readableMarks } from './list-page.ts';
import type { AnyCall } from './record-calls.ts';
import { RestrictedSummary } from './record-list-page.ts';

/** Of each kind: the next to do. The lists have the rest. */
const SHOWN = 25;
/** Lines looked at for them. */
const LOOKED_AT = 100;

const group = <Line extends z.ZodType>(line: Line) =>
  z.object({ lines: z.array(line), more: z.boolean().describe('True when there may be more: the list has them') });
/** A temporary measure of a restricted record: that it is there. */
export const RestrictedMeasure = MeasureLine.pick({ id: true, postMortemId: true, tlp: true });
const Records = group(z.union([RecordSummary, RestrictedSummary]));

export const MyWork = z.object({
  toDecide: Records.describe(
    'Records in review that wait for your word: you may judge them, and did not write in them',
  ),
  toWrite: Records.describe('Open records in which you take part'),
  toProve: group(z.union([FixLine, RestrictedFix])).describe(
    'Fixes of your teams that are not verified, the earliest due first',
  ),
  toPutInPlace: group(z.union([LessonLine, RestrictedLesson])).describe(
    'Lessons of your teams that are not in place yet',
  ),
  toConfirm: group(z.union([LessonLine, RestrictedLesson])).describe(
    'Lessons of your teams that somebody else put in place, and that wait for a second person',
  ),
  toReview: group(z.union([LessonLine, RestrictedLesson])).describe(
    'Lessons of your teams that are in place, and of which it is time to look whether they still hold',
  ),
  toUndo: group(z.union([MeasureLine, RestrictedMeasure])).describe(
    'Temporary measures in force that your teams undo, the earliest end first',
  ),
});

const Counted = z.int().nonnegative();
export const Summary = z.object({
  postMortems: z.array(z.object({ status: z.string(), severity: z.string(), count: Counted })),
  remediations: z.array(z.object({ state: z.string(), team: z.string(), count: Counted })),
  grades: z.array(z.object({ grade: z.string(), team: z.string(), count: Counted })),
  lessons: z.array(z.object({ status: z.string(), team: z.string(), count: Counted })),
  openedIn: z.array(z.object({ month: z.string().describe('`2026-11`'), count: Counted })),
});

export const myWorkRoutes: Route[] = [
  route({
    operationId: 'readMyWork',
    method: 'GET',
    path: '/my-work',
    tag: 'Records',
    summary: 'What waits for you: to decide, to write, to prove, to put in place, to confirm, to review, to undo',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The next of each', schema: MyWork },
    async handle(call) {
      const [toDecide, toWrite, toProve, toPutInPlace, toConfirm, toReview, toUndo] = await Promise.all([
        recordsToDecide(call),
        recordsToWrite(call),
        fixesToProve(call),
        lessonsToPutInPlace(call),
        lessonsToConfirm(call),
        lessonsToReview(call),
        measuresToUndo(call),
      ]);
      return { body: { toDecide, toWrite, toProve, toPutInPlace, toConfirm, toReview, toUndo } };
    },
  }),
  route({
    operationId: 'readSummary',
    method: 'GET',
    path: '/summary',
    tag: 'Records',
    summary: 'How many records, fixes and lessons there are, of those that you may read without taking part in them',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The counts; what there is none of is left out', schema: Summary },
    async handle(call) {
      const marks = readableMarks(call);
      const under = (...beginning: string[]) => countsUnder(call.deps.table, beginning, marks);
      const [records, states, grades, lessons, months] = await Promise.all([
        under('record', 'status'),
        under('fix', 'state'),
        under('fix', 'grade'),
        under('lesson'),
        under('record', 'opened'),
      ]);
      const named = <One>(
        found: typeof records,
        make: (names: readonly string[], count: number) => One | undefined,
      ): One[] => found.flatMap(({ list, count }) => make(list, count) ?? []);
      return {
        body: {
          postMortems: named(records, ([, , status, severity], count) => ({ status, severity, count })),
          // A list of a state has those of all teams; those of the teams come after it.
          remediations: named(states, ([, , state, team], count) =>
            team === undefined ? undefined : { state, team, count },
          ),
          grades: named(grades, ([, , grade, team], count) =>
            team === undefined ? undefined : { grade, team, count },
          ),
          lessons: named(lessons, ([, status, team], count) =>
            team === undefined ? undefined : { status, team, count },
          ),
          openedIn: named(months, ([, , month], count) => ({ month, count })),
        },
      };
    },
  }),
];

type Group<Line> = { lines: Line[]; more: boolean };

async function recordsToDecide(call: Call): Promise<Group<RecordSummary | RestrictedSummary>> {
  const judging: AnyCall = { ...call, action: 'judge records' };
  if (!hasRoleFor(call.caller, 'judge records')) return { lines: [], more: false };
  const lists = Severity.options.map((severity) => recordLists.status('in review', severity));
  const lines = linesOf(call.deps.table, lists, RecordSummary, { newestFirst: false });
  return nextOf(
    judging,
    lines,
    RestrictedSummary,
    (line) => line,
    async ({ id }) => {
      const head = await call.deps.store.head(id);
      if (head === undefined || head.status !== 'in review') return false;
      const { authors, submittedBy, approvals } = head;
      return ![...authors, submittedBy, ...approvals.map(({ by }) => by)].some(
        (one) => one !== undefined && isSameAuthor(one, call.by),
      );
    },
  );
}

function recordsToWrite(call: Call): Promise<Group<RecordSummary | RestrictedSummary>> {
  const lines = linesOf(call.deps.table, listedNamesOf(call.by).map(recordLists.person), RecordSummary, {
    newestFirst: true,
  });
  return nextOf(
    call,
    lines,
    RestrictedSummary,
    (line) => line,
    ({ status }) => status === 'open',
  );
}

function fixesToProve(call: Call): Promise<Group<FixLine | z.infer<typeof RestrictedFix>>> {
  const lists = teamsOf(call.caller, call.deps.config).flatMap((team): ListPath[] =>
    UNSETTLED.map((state) => fixLists.state(state, team)),
  );
  const lines = linesOf(call.deps.table, lists, FixLine, { newestFirst: false });
  return nextOf(
    call,
    lines,
    RestrictedFix,
    ({ postMortemId: id, tlp }) => ({ id, tlp }),
    () => true,
  );
}

function lessonsToPutInPlace(call: Call): Promise<Group<LessonLine | z.infer<typeof RestrictedLesson>>> {
  const lists = teamsOf(call.caller, call.deps.config).map((team) => lessonLists.status('open', team));
  const lines = linesOf(call.deps.table, lists, LessonLine, { newestFirst: false });
  return nextOf(
    call,
    lines,
    RestrictedLesson,
    ({ postMortemId: id, tlp }) => ({ id, tlp }),
    () => true,
  );
}

async function lessonsToConfirm(call: Call): Promise<Group<LessonLine | z.infer<typeof RestrictedLesson>>> {
  if (!mayConfirm(call)) return { lines: [], more: false };
  const lists = teamsOf(call.caller, call.deps.config).map((team) => lessonLists.status('claimed', team));
  const lines = linesOf(call.deps.table, lists, LessonLine, { newestFirst: false });
  return nextOf(
    call,
    lines,
    RestrictedLesson,
    ({ postMortemId: id, tlp }) => ({ id, tlp }),
    ({ claimed }) => claimed === undefined || !isSameAuthor(claimed.by, call.by),
  );
}

function lessonsToReview(call: Call): Promise<Group<LessonLine | z.infer<typeof RestrictedLesson>>> {
  const lists = teamsOf(call.caller, call.deps.config).map(lessonLists.review);
  const order = { newestFirst: false, before: call.deps.now() };
  return nextOf(
    call,
    linesOf(call.deps.table, lists, LessonLine, order),
    RestrictedLesson,
    ({ postMortemId: id, tlp }) => ({ id, tlp }),
    () => true,
  );
}

function measuresToUndo(call: Call): Promise<Group<MeasureLine | z.infer<typeof RestrictedMeasure>>> {
  const lists = teamsOf(call.caller, call.deps.config).map(measureLists.inForce);
  return nextOf(
    call,
    linesOf(call.deps.table, lists, MeasureLine, { newestFirst: false }),
    RestrictedMeasure,
    ({ postMortemId: id, tlp }) => ({ id, tlp }),
    () => true,
  );
}

async function nextOf<Line, Shown>(
  call: AnyCall,
  lines: AsyncGenerator<{ line: Line }>,
  restricted: z.ZodType<Shown>,
  recordOf: (line: Line) => { id: PostMortemId; tlp: Tlp },
  isToDo: (line: Line) => boolean | Promise<boolean>,
): Promise<Group<Line | Shown>> {
  const shown: (Line | Shown)[] = [];
  let looked = 0;
  for await (const { line } of lines) {
    if (shown.length === SHOWN || looked === LOOKED_AT) return { lines: shown, more: true };
    looked += 1;
    const record = recordOf(line);
    if (!(await mayList(call, record)) || !(await isToDo(line))) continue;
    shown.push(isRestricted(record.tlp) ? restricted.parse(line) : line);
  }
  return { lines: shown, more: false };
}
