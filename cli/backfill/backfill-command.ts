import { type Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod';
import { SourceName } from '../../shared/domain/ticket/source-names.ts';
import type { CommandLine } from '../command.ts';
import { CommonOptions, wholeNumber } from '../command-options.ts';
import { backfill } from './backfill.ts';
import { daysOf } from './backfill-order.ts';

const BackfillOptions = CommonOptions.extend({
  source: SourceName,
  since: z.string(),
  until: z.string().optional(),
  dryRun: z.boolean().default(false),
  atMost: z.int().positive().optional(),
});

/** Adds `holdfast backfill` to the program. */
export function addBackfill(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('backfill')
    .description('Opens records for incidents that were closed before Holdfast came, or while it did not look.')
    .summary('open records for closures of the past')
    .addOption(new Option('--source <name>', 'the ticketing system').choices(SourceName.options).makeOptionMandatory())
    .requiredOption('--since <day>', 'first day of the closures, in UTC, such as 2026-01-01', day)
    .option('--until <day>', 'last day of the closures; without it, all that were closed since', day)
    .option('--dry-run', 'change nothing; say how many there are, how long it would take, and how many calls')
    .option('--at-most <count>', 'closures that this run tells; the next run goes on', wholeNumber)
    .addHelpText('after', BACKFILL_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, source, since, until, dryRun, atMost, ...where } = BackfillOptions.parse(command.optsWithGlobals());
      const days = daysOf({ since, until }, now());
      const deps = { installation: await connect(where), terminal, asJson: json };
      finished(await backfill(deps, { source, ...days, isDryRun: dryRun, atMost }));
    });
}

function day(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('It is no day such as 2026-01-31.');
  return text;
}

const BACKFILL_HELP = `
It runs a function of the installation, which has the credentials, again and again until nothing is left: 30 closures in a
minute. The function keeps its place: end the command with Ctrl-C, and the same one goes on, also from another machine. A
closure with a record is not told again, nor one that opened none by your policy.

A record has the time for its review from the day on that it is opened, so none is overdue at once, but those of one run
become due together: take as many as your teams can review with --at-most, and the next ones when those are through.

Exit code 1: an incident could not be read or told, or a project could not be asked. The others were.

Examples:
  $ holdfast backfill --source jira --since 2026-01-01 --dry-run
  $ holdfast backfill --source jira --since 2026-01-01 --at-most 20
  $ holdfast backfill --source jira --since 2025-01-01 --until 2025-12-31`;
