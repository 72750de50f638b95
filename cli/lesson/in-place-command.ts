import { type Command, Option } from 'commander';
import * as z from 'zod';
import { RecordView } from '../../shared/api/routes/record-answer.ts';
import type { PartId } from '../../shared/domain/words/identifiers.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { instant, partId, wholeNumber } from '../command-options.ts';
import { aboutLesson } from './lesson-refusal.ts';

const Options = z.object({
  documentVersion: z.string(),
  url: z.string().optional(),
  versionDate: z.string().optional(),
  note: z.string().optional(),
  audience: z.string().optional(),
  people: z.int().optional(),
  trained: z.int().optional(),
  trainedBy: z.string().optional(),
  exercised: z.string().optional(),
  exerciseResult: z.string().optional(),
  test: z.string().optional(),
  tested: z.string().optional(),
  testResult: z.string().optional(),
  testUrl: z.string().optional(),
  testEvidence: z.string().optional(),
});

/** Adds `holdfast lesson in-place`. */
export function addInPlace(lesson: Command, commandLine: CommandLine): void {
  aboutRecord(lesson.command('in-place'))
    .description(
      'Puts a lesson in place, with what shows it; a second person confirms it. Of one that is in place: it was reviewed, and holds. ' +
        'A policy, a procedure and a plan take --url and --version-date, training the people, a detection the test.',
    )
    .summary('put a lesson in place, with what shows it')
    .argument('<lesson>', 'its id', partId)
    // `--version` is the program's own.
    .requiredOption('--document-version <version>', 'the version of the document that says it, such as "IRP-7 3.1"')
    .option('--url <url>', 'where this version is')
    .option(
      '--version-date <time>',
      'of when this version is, such as 2027-01-15; not from before the incident',
      instant,
    )
    .option('--note <words>', 'where in it, for example')
    .option('--audience <words>', 'of training: whom it is for')
    .option('--people <number>', 'of training: how many they are', wholeNumber)
    .option('--trained <number>', 'of training: how many of them did it', wholeNumber)
    .option('--trained-by <time>', 'of training: by when they had', instant)
    .option('--exercised <time>', 'of a plan or training: when it was tried out, such as by a tabletop', instant)
    .option('--exercise-result <words>', 'how that went')
    .option('--test <words>', 'of a detection: what was run to see that it fires')
    .option('--tested <time>', 'when', instant)
    .addOption(new Option('--test-result <result>', 'what it did').choices(['fired', 'did not fire']))
    .option('--test-url <url>', 'where the result is')
    .option('--test-evidence <id>', 'the evidence of the record that shows it', partId)
    .addHelpText('after', HELP)
    .action(async (named: string, lessonId: PartId, _options: unknown, command: Command) => {
      const options = Options.parse(command.opts());
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}/lessons/${lessonId}`;
      // A claim or a review of one that somebody put in place already is of the version that was read.
      const { etag: ifMatch } = await api.call(z.unknown(), { method: 'GET', path });
      const call = { method: 'POST' as const, path: `${path}/in-place`, body: proofOf(options), ifMatch };
      const { body, raw } = await api.call(RecordView, call).catch((error: unknown) => {
        throw aboutLesson(error);
      });
      const status = body.lessons.find(({ id }) => id === lessonId)?.status;
      print(raw, () =>
        status === 'claimed'
          ? `The lesson ${lessonId} is put in place: ${options.documentVersion}. It waits for a second person to confirm it.\n`
          : `The lesson ${lessonId} is in place: ${options.documentVersion}.\n`,
      );
      commandLine.finished(true);
    });
}

/** What the API takes. It says of each what is still wanted, so half a training is sent as it is. */
function proofOf(options: z.infer<typeof Options>): object | undefined {
  const { documentVersion: version, url, versionDate: versionAt, note } = options;
  const { audience, people, trained, trainedBy, exercised, exerciseResult } = options;
  const { test: what, tested, testResult, testUrl, testEvidence } = options;
  return given({
    ...{ version, url, versionAt, note },
    training: given({ audience, people, trained, at: trainedBy }),
    exercise: given({ at: exercised, result: exerciseResult }),
    test: given({ what, at: tested, result: testResult, url: testUrl, evidenceId: testEvidence }),
  });
}

/** Without what nobody said. @returns undefined for nothing at all */
function given(fields: Record<string, unknown>): object | undefined {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

const HELP = `
Examples:
  $ holdfast lesson in-place SEC-12 01KA0000000000000000000001 --document-version "IRP-7 3.1" \\
      --url https://policies.example.com/irp-7 --version-date 2027-01-15
  $ holdfast lesson in-place SEC-12 01KA0000000000000000000002 --document-version 2027.1 \\
      --audience payroll --people 20 --trained 18 --trained-by 2027-01-15
  $ holdfast lesson in-place SEC-12 01KA0000000000000000000003 --document-version 4 --test "Reads of 500 files in a minute" \\
      --tested 2027-01-15 --test-result fired --test-url https://siem.example.com/alerts/17`;
