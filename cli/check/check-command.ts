import type { Command } from 'commander';
import type { CommandLine } from '../command.ts';
import { CommonOptions } from '../command-options.ts';
import { check } from './check.ts';

/** Adds `holdfast check` to the program. */
export function addCheck(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('check')
    .description(
      'Looks whether the installation reaches the systems of its configuration, and sees there what it names.',
    )
    .summary('look whether ticketing systems can be reached')
    .addHelpText('after', CHECK_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, ...where } = CommonOptions.parse(command.optsWithGlobals());
      finished(await check({ installation: await connect(where), terminal, now, asJson: json }));
    });
}

const CHECK_HELP = `
It runs a function of the installation, which has the credentials; it changes nothing. Run it after a deployment, after a
change of a token, and when an alarm says that a ticketing system refuses. Of each route it says which permissions the
account lacks, and what the screen of the project wants or does not take. It does not see whether webhooks arrive, nor what
a rule of the workflow asks for when a ticket is created.

Examples:
  $ holdfast check
  $ holdfast check --json`;
