import type { Command } from 'commander';
import * as z from 'zod';
import { RecordView } from '../../shared/api/routes/record-answer.ts';
import type { LessonReferenceDraft } from '../../shared/domain/record/content/lesson.ts';
import type { PartId } from '../../shared/domain/words/identifiers.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { partId } from '../command-options.ts';
import { addLessonList } from './lesson-list.ts';

/** `--version` is the program's own. */
const Reference = z
  .object({ documentVersion: z.string(), url: z.string().optional(), note: z.string().optional() })
  .transform(({ documentVersion: version, ...rest }): z.input<typeof LessonReferenceDraft> => ({ version, ...rest }));

/** Adds `holdfast lesson …` to the program. */
export function addLesson(program: Command, commandLine: CommandLine): void {
  const lesson = program
    .command('lesson')
    .description('Works with lessons of records through the API, as the person who signed in.')
    .summary('list lessons, and tell that one is in place');
  addLessonList(lesson, commandLine);

  aboutRecord(lesson.command('in-place'))
    .description(
      'Tells that the document says the lesson now, or was reviewed and still does: in which version, and where.',
    )
    .summary('tell that the document says a lesson')
    .argument('<lesson>', 'its id', partId)
    .requiredOption('--document-version <version>', 'the version of the document that says it, such as "IRP-7 3.1"')
    .option('--url <url>', 'where the document is')
    .option('--note <words>', 'where in it, for example')
    .addHelpText('after', HELP)
    .action(async (named: string, lessonId: PartId, _options: unknown, command: Command) => {
      const body = Reference.parse(command.opts());
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}/lessons/${lessonId}`;
      // A review of one that is in place already is of the version that was read.
      const { etag: ifMatch } = await api.call(z.unknown(), { method: 'GET', path });
      const { raw } = await api.call(RecordView, { method: 'POST', path: `${path}/in-place`, body, ifMatch });
      print(raw, () => `The lesson ${lessonId} is in place: ${body.version}.\n`);
      commandLine.finished(true);
    });
}

const HELP = `
Example:
  $ holdfast lesson in-place SEC-12 01KA0000000000000000000001 --document-version "IRP-7 3.1"`;
