import * as z from 'zod';
import { LessonLine, lessonLists } from '../domain/lists/lesson-listing.ts';
import { Lesson } from '../domain/record/content/lesson.ts';
import { isRestricted, TLP_MARKS, type Tlp } from '../domain/words/tlp.ts';
import { WITHHELD } from '../domain/words/without-words.ts';
import { HttpLink } from '../domain/words/words.ts';
import { countsUnder, linesOf } from '../store/lists/lines.ts';
import type { Table } from '../store/table.ts';
import type { LessonStanding, ListedLesson } from './listed-lesson.ts';
import type { LessonDuty, LessonsNow } from './report-input.ts';

/** Lines that are listed of each status. The counts have all, so a report reads no more as lessons grow in number. */
const LISTED_OF_EACH = 100;
const STATUSES = Lesson.shape.status.options;
/** Beginnings of the lists that are counted: by status, and what is open again. */
const COUNTED = [['lesson'], ['lesson reopened']];
const Counted = z.enum([...STATUSES, 'no longer holds']);

/**
 * Where all lessons stand, from the lists beside the records: counts of all, and of each status the first lines.
 *
 * @param duties those that are due; they tell which are to be reviewed
 * @param teams names that the configuration knows: of restricted records, others are words that somebody wrote
 */
export async function lessonsNow(
  table: Table,
  duties: readonly LessonDuty[],
  teams: readonly string[],
  now: string,
): Promise<LessonsNow> {
  const toReview = new Set(
    duties
      .filter(({ duty, dueAt }) => duty === 'review' && Date.parse(dueAt) <= Date.parse(now))
      .map(({ lessonId }) => lessonId),
  );
  const counts = async (marks: readonly Tlp[]) =>
    (await Promise.all(COUNTED.map((beginning) => countsUnder(table, beginning, marks)))).flat();
  const [open, restricted, ...found] = await Promise.all([
    counts(TLP_MARKS.filter((tlp) => !isRestricted(tlp))),
    counts(TLP_MARKS.filter(isRestricted)),
    ...STATUSES.map((status) => firstOf(table, status, now)),
  ]);
  return {
    counts: [...open.flatMap((one) => counted(one)), ...restricted.flatMap((one) => counted(one, teams))],
    listed: found.flatMap(({ lines }) => lines).map((line) => listed(line, toReview)),
    isMore: found.some(({ isMore }) => isMore),
  };
}

/**
 * The first lines of a status. Of what is in place, what is to be reviewed stands at the top, and then the latest date first: the others
 * have their date long behind them, and stay.
 */
async function firstOf(
  table: Table,
  status: Lesson['status'],
  now: string,
): Promise<{ lines: LessonLine[]; isMore: boolean }> {
  const isInPlace = status === 'in place';
  const toReview = linesOf(table, [lessonLists.review()], LessonLine, { newestFirst: false, before: now });
  const all = linesOf(table, [lessonLists.status(status)], LessonLine, { newestFirst: isInPlace });
  const lines = new Map<string, LessonLine>();
  for (const some of isInPlace ? [toReview, all] : [all]) {
    for await (const { line } of some) {
      if (lines.has(line.id)) continue;
      if (lines.size === LISTED_OF_EACH) return { lines: [...lines.values()], isMore: true };
      lines.set(line.id, line);
    }
  }
  return { lines: [...lines.values()], isMore: false };
}

function counted(
  { list: [, name, team], count }: { list: string[]; count: number },
  known?: readonly string[],
): LessonsNow['counts'] {
  const status = Counted.safeParse(name).data;
  if (status === undefined) return [];
  if (team === undefined) return [{ status, count }];
  return [{ status, team: known === undefined || known.includes(team) ? team : WITHHELD, count }];
}

function listed(line: LessonLine, toReview: ReadonlySet<LessonDuty['lessonId']>): ListedLesson {
  const {
    postMortemId,
    id: lessonId,
    document,
    updates,
    ownerTeam,
    version,
    proof,
    dueAt,
    claimed,
    confirmedAt,
  } = line;
  const url = HttpLink.safeParse(line.url).data;
  return {
    ...{
      postMortemId,
      lessonId,
      what: `${document} (${updates})`,
      ownerTeam,
      standing: standingOf(line, toReview),
      dueAt,
    },
    ...(version === undefined ? {} : { version }),
    ...(url === undefined ? {} : { url }),
    ...(proof === undefined ? {} : { proof }),
    ...(claimed === undefined ? {} : { claimedAt: claimed.at }),
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
  };
}

function standingOf(
  { id, status, reopened, confirmedAt }: LessonLine,
  toReview: ReadonlySet<LessonDuty['lessonId']>,
): LessonStanding {
  if (status === 'open') return reopened ?? 'open';
  if (status === 'claimed') return 'claimed';
  if (toReview.has(id)) return 'review due';
  return confirmedAt === undefined ? 'not confirmed' : 'in place';
}
