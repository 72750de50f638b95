import { type Command, Option } from 'commander';
import * as z from 'zod';
import { PAGE_END } from '../../shared/api/routes/list-page.ts';
import { SignalLine } from '../../shared/domain/lists/signal-line.ts';
import { SignalOutcome, Subject } from '../../shared/domain/verification/signal.ts';
import { subjectNamed } from '../../shared/domain/verification/subject-named.ts';
import { listOptions, printPage } from '../api/list-command.ts';
import { tableText } from '../api/table-text.ts';
import type { CommandLine } from '../command.ts';
import { instant } from '../command-options.ts';

const SignalPage = z.object({ signals: z.array(SignalLine), ...PAGE_END });

const SignalFilters = z.object({
  type: z.string().optional(),
  subject: z.string().optional(),
  resource: z.string().optional(),
  by: z.array(z.string()).optional(),
  outcome: z.array(z.string()).optional(),
  since: z.string().optional(),
  before: z.string().optional(),
});

/** Adds `holdfast signal …` to the program. */
export function addSignal(program: Command, commandLine: CommandLine): void {
  const signal = program
    .command('signal')
    .description('Reads what sources of evidence said, through the API, as the person who signed in.')
    .summary('read what sources of evidence said');
  const command = signal
    .command('list')
    .description('Lists what sources said of controls, techniques, detections and fixes, the newest arrival first.')
    .summary('list signals')
    .addOption(new Option('--type <type>', 'only those about this kind of subject').choices(Subject.shape.type.options))
    .option('--subject <id>', 'only those about this subject; with --type')
    .option('--resource <resource>', 'only those about this resource; * for the subject as a whole')
    .option('--by <source...>', 'only what these sources said')
    .addOption(new Option('--outcome <outcome...>', 'only these').choices(SignalOutcome.options))
    .option('--since <time>', 'only those that arrived then or later, such as 2027-01-15', instant)
    .option('--before <time>', 'only those that arrived before then', instant)
    .addHelpText('after', HELP);
  listOptions(command).action(async (_options: unknown, command: Command) => {
    const { type: subjectType, by: source, ...filters } = SignalFilters.parse(command.opts());
    await printPage(commandLine, command, {
      path: '/signals',
      query: { ...filters, subjectType, source },
      schema: SignalPage,
      text: ({ signals }, columns) => signalTable(signals, columns),
    });
  });
}

function signalTable(signals: readonly SignalLine[], columns?: number): string {
  if (signals.length === 0) return 'no signals\n';
  const rows = signals.map(({ receivedAt, outcome, source, subject, resource = '', reason, detail = '' }) => [
    receivedAt,
    outcome,
    source,
    subjectNamed(subject),
    resource,
    reason ?? detail,
  ]);
  return tableText(['ARRIVED', 'OUTCOME', 'SOURCE', 'SUBJECT', 'RESOURCE', 'SAYS'], rows, columns);
}

const HELP = `
Examples:
  $ holdfast signal list --outcome fail --since 2027-01-15
  $ holdfast signal list --type technique --subject T1566.002`;
