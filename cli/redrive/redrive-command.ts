import type { Command } from 'commander';
import type { CommandLine } from '../command.ts';
import { BulkOptions } from '../command-options.ts';
import { redrive } from './redrive.ts';

/** Adds `holdfast redrive` to the program. */
export function addRedrive(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('redrive')
    .description('Shows what lies in the dead-letter queues and why, and sends it back when told to.')
    .summary('show dead letters, and send them back')
    .argument('[queue]', 'the queue to send back, as the list names it')
    .option('--all', 'send back those of every queue')
    .option('--dry-run', 'show what would be sent back, and send nothing')
    .addHelpText('after', REDRIVE_HELP)
    .action(async (queue: string | undefined, _options: unknown, command: Command) => {
      const { json, all, dryRun, ...where } = BulkOptions.parse(command.optsWithGlobals());
      if (all && queue !== undefined) command.error('error: name a queue, or --all, not both');
      const order = { only: queue, isToSend: (all || queue !== undefined) && !dryRun };
      finished(await redrive({ installation: await connect(where), terminal, now, asJson: json }, order));
    });
}

const REDRIVE_HELP = `
Without a queue and without --all it only shows. Fix the cause first: docs/runbooks/dead-letter-queue.md.
What is sent back may come twice, and does no harm: all consumers are made for it.

Examples:
  $ holdfast redrive
  $ holdfast redrive create-remediation --dry-run
  $ holdfast redrive --all`;
