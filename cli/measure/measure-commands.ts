import type { Command } from 'commander';
import * as z from 'zod';
import { RecordView } from '../../shared/api/routes/record-answer.ts';
import type { PartId } from '../../shared/domain/words/identifiers.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { instant, partId } from '../command-options.ts';

const Removal = z.object({ note: z.string(), url: z.string().optional(), undoneAt: z.string().optional() });
/** Of a removal: where the measure goes on, by the record as people name it. */
const GoingOn = z.object({ goesOnIn: z.string().optional(), goesOnAs: z.string().optional() });
const Extension = z.object({ until: z.string(), because: z.string() });

/** Adds `holdfast measure …` to the program. */
export function addMeasure(program: Command, commandLine: CommandLine): void {
  const measure = program
    .command('measure')
    .description(
      'Says what became of a temporary measure: a block, an isolation or an exception by which an incident was contained. `record show` has their ids.',
    )
    .summary('say that a temporary measure is undone, or is needed for longer');

  const word = (name: string, schema: z.ZodObject, done: string) =>
    aboutRecord(measure.command(name))
      .argument('<measure>', 'its id', partId)
      .action(async (named: string, measureId: PartId, _options: unknown, command: Command) => {
        const { goesOnIn, goesOnAs } = GoingOn.parse(command.opts());
        if ((goesOnIn === undefined) !== (goesOnAs === undefined)) {
          command.error('error: --goes-on-in goes with --goes-on-as: the record, and the measure there');
        }
        const { api, print, recordId } = await asking(commandLine, command);
        const goesOn = goesOnIn && { postMortemId: await recordId(goesOnIn), measureId: goesOnAs };
        const body = { ...schema.parse(command.opts()), ...(goesOn && { goesOn }) };
        const path = `/post-mortems/${await recordId(named)}/temporary-measures/${measureId}`;
        const { etag: ifMatch } = await api.call(z.unknown(), { method: 'GET', path });
        const call = { method: 'POST' as const, path: `${path}/${name}`, body, ifMatch };
        const { body: record, raw } = await api.call(RecordView, call);
        const found = record.temporaryMeasures.find(({ id }) => id === measureId);
        const became = goesOnIn === undefined ? done : `goes on in ${goesOnIn}`;
        print(
          raw,
          () => `${found?.what ?? measureId} ${became}${name === 'extend' ? ` ${found?.until ?? ''}` : ''}.\n`,
        );
        commandLine.finished(true);
      });

  word('removed', Removal, 'is undone')
    .description('Says that a temporary measure is undone, and what shows it.')
    .summary('say that a temporary measure is undone')
    .requiredOption('--note <words>', 'what shows it: a test, a rule that is gone')
    .option('--url <url>', 'the change by which it was undone')
    .option('--undone-at <time>', 'when it was undone, where that was before now', instant)
    .option(
      '--goes-on-in <record>',
      'it is not undone, but goes on in this record, such as the one that yours is merged into',
    )
    .option('--goes-on-as <measure>', 'its id there', partId);

  word('extend', Extension, 'is to be undone by')
    .description('Says that a temporary measure is needed for longer: until when, and why.')
    .summary('say that a temporary measure is needed for longer')
    .requiredOption('--until <time>', 'by when it is undone, such as 2027-01-31', instant)
    .requiredOption('--because <words>', 'why it is needed for longer');
}
