import type { Command } from 'commander';
import type { CommandLine } from '../command.ts';
import { addInPlace } from './in-place-command.ts';
import { addLessonDecisions } from './lesson-decisions.ts';
import { addLessonList } from './lesson-list.ts';
import { addLessonShow } from './lesson-show.ts';

/** Adds `holdfast lesson …` to the program. */
export function addLesson(program: Command, commandLine: CommandLine): void {
  const lesson = program
    .command('lesson')
    .description('Works with lessons of records through the API, as the person who signed in.')
    .summary('list and show lessons, put one in place, and confirm it');
  addLessonList(lesson, commandLine);
  addLessonShow(lesson, commandLine);
  addInPlace(lesson, commandLine);
  addLessonDecisions(lesson, commandLine);
}
