import { type Command, Option } from 'commander';
import * as z from 'zod';
import { PAGE_END } from '../../shared/api/routes/list-page.ts';
import { LessonLine } from '../../shared/domain/lists/lesson-listing.ts';
import { listOptions, printPage } from '../api/list-command.ts';
import { tableText } from '../api/table-text.ts';
import type { CommandLine } from '../command.ts';
import { instant } from '../command-options.ts';

/** A line of the list. One of a restricted record shows only that it is there. */
export const LessonOfAll = LessonLine.partial().required({ id: true, postMortemId: true, status: true, tlp: true });
type LessonOfAll = z.infer<typeof LessonOfAll>;
const LessonPage = z.object({ lessons: z.array(LessonOfAll), ...PAGE_END });

const LessonFilters = z.object({
  status: z.array(z.string()).optional(),
  team: z.array(z.string()).optional(),
  updates: z.array(z.string()).optional(),
  dueBefore: z.string().optional(),
});

/** Adds `holdfast lesson list`. */
export function addLessonList(lesson: Command, commandLine: CommandLine): void {
  const command = lesson
    .command('list')
    .description(
      'Lists lessons of all records, the earliest due first; without --status those to put in place, those that wait for a second person, and those in place whose review is due.',
    )
    .summary('list the lessons of all records')
    .addOption(new Option('--status <status...>', 'only these').choices(LessonLine.shape.status.options))
    .option('--team <team...>', 'only those whose documents these teams own')
    .addOption(
      new Option('--updates <kind...>', 'only those that update these').choices(LessonLine.shape.updates.options),
    )
    .option('--due-before <time>', 'only those due before then, such as 2027-01-15 or 2027-01-15T12:00:00Z', instant);
  listOptions(command).action(async (_options: unknown, command: Command) => {
    await printPage(commandLine, command, {
      path: '/lessons',
      query: LessonFilters.parse(command.opts()),
      schema: LessonPage,
      text: ({ lessons }, columns) => lessonTable(lessons, columns),
    });
  });
}

/** Other commands want the record as well: it stands there by its id, which they all take. */
export function lessonTable(lessons: readonly LessonOfAll[], columns?: number): string {
  if (lessons.length === 0) return 'no lessons\n';
  const rows = lessons.map(({ id, postMortemId, status, updates = '', dueAt = '', ownerTeam = '', ...lesson }) => [
    id,
    status,
    updates,
    dueAt.split('T')[0] ?? '',
    ownerTeam,
    postMortemId,
    `${lesson.document ?? ''}${lesson.version === undefined ? '' : ` (${lesson.version})`}`,
    lesson.proof ?? '',
    lesson.statement ?? '(restricted)',
  ]);
  return tableText(['ID', 'STATUS', 'UPDATES', 'DUE', 'TEAM', 'RECORD', 'DOCUMENT', 'PROOF', 'LESSON'], rows, columns);
}
