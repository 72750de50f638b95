import type { Command } from 'commander';
import * as z from 'zod';
import { RecordView } from '../../shared/api/routes/record-answer.ts';
import type { PartId } from '../../shared/domain/words/identifiers.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { etagOption, instant, partId } from '../command-options.ts';
import { aboutLesson } from './lesson-refusal.ts';
import { lessonText } from './lesson-text.ts';

const Reason = z.object({ reason: z.string() });
const Read = z.object({ etag: z.string().optional() });

/** Adds `holdfast lesson confirm`, `refuse` and `no-longer-holds`: the words of a second person. */
export function addLessonDecisions(lesson: Command, commandLine: CommandLine): void {
  /** @param schema what the API is told, from the options; undefined where it is told nothing */
  const decision = (name: string, schema: z.ZodObject | undefined) =>
    aboutRecord(lesson.command(name))
      .argument('<lesson>', 'its id', partId)
      .action(async (named: string, lessonId: PartId, _options: unknown, command: Command) => {
        const body = schema?.parse(command.opts());
        const { api, print, recordId } = await asking(commandLine, command);
        const path = `/post-mortems/${await recordId(named)}/lessons/${lessonId}`;
        // A refusal holds of whatever is claimed now; a confirmation only of what was read.
        const { etag: ifMatch = (await api.call(z.unknown(), { method: 'GET', path })).etag } = Read.parse(
          command.opts(),
        );
        const call = { method: 'POST' as const, path: `${path}/${name}`, body, ifMatch };
        const { body: record, raw } = await api.call(RecordView, call).catch((error: unknown) => {
          throw aboutLesson(error);
        });
        const lesson = record.lessons.find(({ id }) => id === lessonId);
        const after = lesson === undefined ? '' : `\n${lessonText(lesson)}`;
        print(raw, () => `Your word is taken. The lesson ${lessonId} is ${lesson?.status ?? 'gone'}.\n${after}`);
        commandLine.finished(true);
      });

  decision('confirm', undefined)
    .description(
      'Confirms that a lesson is in place, by exactly what you read of it. Nobody confirms what they put in place themselves.',
    )
    .summary('confirm that a lesson is in place, as a second person')
    .requiredOption('--etag <etag>', 'the ETag that `holdfast lesson show` told you with it', etagOption);

  decision('refuse', Reason)
    .description(
      'Says that what was claimed of a lesson does not show it, or takes your own claim back: it is open again.',
    )
    .summary('refuse what was claimed of a lesson')
    .requiredOption('--reason <words>', 'why');

  decision('no-longer-holds', Reason.extend({ dueAt: z.string() }))
    .description('Says that a lesson that is in place does not hold any more: it is open again, for a new date.')
    .summary('say that a lesson does not hold any more')
    .requiredOption('--reason <words>', 'what you found')
    .requiredOption('--due-at <time>', 'by when it has to be in place again, such as 2027-06-30', instant);
}
