import type { Command } from 'commander';
import type { CommandLine } from '../command.ts';
import { CommonOptions } from '../command-options.ts';
import { doctor } from './doctor.ts';

/** Adds `holdfast doctor` to the program. `check` is its name of before. */
export function addDoctor(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('doctor')
    .alias('check')
    .description(
      'Looks whether the systems of the configuration can be reached, and show and allow what it names; says how to correct what does not.',
    )
    .summary('look whether ticketing systems fit the configuration')
    .addHelpText('after', DOCTOR_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, ...where } = CommonOptions.parse(command.optsWithGlobals());
      finished(await doctor({ installation: await connect(where), terminal, now, asJson: json }));
    });
}

const DOCTOR_HELP = `
It runs a function of the installation, which has the credentials; in Jira it changes nothing. The same function runs once a
day and after each deployment, and raises an alarm when something is not as it was. Run it after a change in Jira or of a
token, and when an alarm sends you here.

Of each route it says which permissions are missing, which fields are required, which values, types of links and statuses
there are not, and whether a done ticket can be reopened. It does not see whether webhooks arrive, nor what a rule of the
workflow asks for when a ticket is created.

Exit code 1: there are problems, or something could not be looked at.

Examples:
  $ holdfast doctor
  $ holdfast doctor --json`;
