import type { Command } from 'commander';
import * as z from 'zod';
import { RecordView } from '../../shared/api/routes/record-answer.ts';
import type { PartId } from '../../shared/domain/words/identifiers.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { instant, partId } from '../command-options.ts';

const Reason = z.object({ reason: z.string() });

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
        const { etag: ifMatch } = await api.call(z.unknown(), { method: 'GET', path });
        const { body: record, raw } = await api.call(RecordView, {
          method: 'POST',
          path: `${path}/${name}`,
          body,
          ifMatch,
        });
        const status = record.lessons.find(({ id }) => id === lessonId)?.status ?? 'gone';
        print(raw, () => `Your word is taken. The lesson ${lessonId} is ${status}.\n`);
        commandLine.finished(true);
      });

  decision('confirm', undefined)
    .description(
      'Confirms that a lesson is in place, after a look at what shows it. Nobody confirms what they put in place themselves.',
    )
    .summary('confirm that a lesson is in place, as a second person');

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
