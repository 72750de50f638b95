import type { Command } from 'commander';
import * as z from 'zod';
import { Me } from '../../shared/api/routes/me-routes.ts';
import { API_URL, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { LessonOfAll, lessonTable } from '../lesson/lesson-list.ts';
import { MeasureOfAll, measureTable } from '../measure/measure-table.ts';
import { ListedRecord, recordTable } from '../record/record-list.ts';
import { FixOfAll, fixTable } from '../remediation/fix-list.ts';

const group = <Line extends z.ZodType>(line: Line) => z.object({ lines: z.array(line), more: z.boolean() });
const MyWork = z.object({
  toDecide: group(ListedRecord),
  toWrite: group(ListedRecord),
  toProve: group(FixOfAll),
  toPutInPlace: group(LessonOfAll),
  toConfirm: group(LessonOfAll),
  toReview: group(LessonOfAll),
  toUndo: group(MeasureOfAll),
});
type MyWork = z.infer<typeof MyWork>;

/** Adds `holdfast my-work` to the program. */
export function addMyWork(program: Command, commandLine: CommandLine): void {
  program
    .command('my-work')
    .description(
      'Shows what waits for you: records to decide and to write, fixes of your teams to prove, lessons to put in place, to confirm and to review, temporary measures to undo.',
    )
    .summary('show what waits for you')
    .option(...API_URL)
    .action(async (_options: unknown, command: Command) => {
      const { api, print } = await asking(commandLine, command);
      const { body, raw } = await api.call(MyWork, { method: 'GET', path: '/my-work' });
      const { body: me } = await api.call(Me, { method: 'GET', path: '/me' });
      print(raw, () => myWorkText(body, me.teams, commandLine.terminal.columns));
      commandLine.finished(true);
    });
}

/** Seven tables, each with the command that shows all of its kind. @param teams of whoever asks */
export function myWorkText(
  { toDecide, toWrite, toProve, toPutInPlace, toConfirm, toReview, toUndo }: MyWork,
  teams: readonly string[],
  columns?: number,
): string {
  const ofTeams = `holdfast lesson list --team ${teams.map(inQuotes).join(' ')}`;
  return [
    part(
      'to decide',
      recordTable(toDecide.lines, columns),
      rest(toDecide, 'holdfast record list --status "in review"'),
    ),
    part('to write', recordTable(toWrite.lines, columns), rest(toWrite, 'holdfast record list --mine --status open')),
    ...(teams.length === 0
      ? [
          'fixes to prove and lessons to put in place, to confirm or to review, and temporary measures to undo, are those of your teams, and you are in none: holdfast me\n',
        ]
      : [
          part('to prove', fixTable(toProve.lines, columns), rest(toProve, 'holdfast remediation list --mine')),
          part('to put in place', lessonTable(toPutInPlace.lines, columns), rest(toPutInPlace, ofTeams)),
          part('to confirm', lessonTable(toConfirm.lines, columns), rest(toConfirm, `${ofTeams} --status claimed`)),
          part('to review', lessonTable(toReview.lines, columns), rest(toReview, `${ofTeams} --status 'in place'`)),
          part(
            'to undo',
            measureTable(toUndo.lines, columns),
            toUndo.more ? 'there are more: the overdue report has those that are due' : '',
          ),
        ]),
  ].join('\n');
}

const part = (name: string, table: string, end: string): string => `${name}\n${table}${end}\n`;

const rest = ({ more }: { more: boolean }, list: string): string => `${more ? 'there are more' : 'the list'}: ${list}`;

/** As a shell takes it for one word. */
const inQuotes = (word: string): string => (/^[\w.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
