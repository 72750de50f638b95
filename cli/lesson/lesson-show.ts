import type { Command } from 'commander';
import { Lesson } from '../../shared/domain/record/content/lesson.ts';
import type { PartId } from '../../shared/domain/words/identifiers.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { partId } from '../command-options.ts';
import { lessonText } from './lesson-text.ts';

/** Adds `holdfast lesson show`. */
export function addLessonShow(lesson: Command, commandLine: CommandLine): void {
  aboutRecord(lesson.command('show'))
    .description(
      'Shows a lesson, what shows that it is in place, and the ETag of that, by which `lesson confirm` knows what you read.',
    )
    .summary('show a lesson and what shows it')
    .argument('<lesson>', 'its id', partId)
    .action(async (named: string, lessonId: PartId, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}/lessons/${lessonId}`;
      const { body, raw, etag = '' } = await api.call(Lesson, { method: 'GET', path });
      // Its quotes would get lost in a shell; the API takes it without them.
      print(raw, () => `${lessonText(body)}\netag ${etag.replaceAll('"', '')}\n`);
      commandLine.finished(true);
    });
}
