import type { Command } from 'commander';
import type { CommandLine } from '../command.ts';
import { CommonOptions } from '../command-options.ts';
import { reindex } from './reindex.ts';

/** Adds `holdfast reindex` to the program. */
export function addReindex(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('reindex')
    .description(
      'Brings the lists, the search and the counts in step with all records and reports, of an installation from before they were kept.',
    )
    .summary('bring the lists in step with all records')
    .addHelpText('after', HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, ...where } = CommonOptions.parse(command.optsWithGlobals());
      finished(await reindex({ installation: await connect(where), terminal, now, asJson: json }));
    });
}

const HELP = `
Once after the upgrade is enough: the lists follow every change by themselves. It can be run again at any time, also while people
work, and writes only what is not in step. It runs with this checkout's version: run it from the one that is deployed.

Example:
  $ holdfast reindex`;
