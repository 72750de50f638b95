import type { Command } from 'commander';
import type { CommandLine } from '../command.ts';
import { BulkOptions } from '../command-options.ts';
import { audit } from './audit.ts';

/** Adds `holdfast audit` to the program. */
export function addAudit(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('audit')
    .description('Finds tickets in Jira that no record knows, second tickets, and tickets that are gone.')
    .summary('hold Jira against the records')
    .option('--all', 'look at all tickets, not only at those of the last 15 days')
    .option('--dry-run', 'close no second ticket')
    .addHelpText('after', AUDIT_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, all, dryRun, ...where } = BulkOptions.parse(command.optsWithGlobals());
      finished(await audit({ installation: await connect(where), terminal, now, asJson: json }, { all, dryRun }));
    });
}

const AUDIT_HELP = `
It runs the function that the schedule runs: second tickets are linked and closed with a comment, never deleted.
docs/runbooks/audit-findings.md says what to do about the rest.

Examples:
  $ holdfast audit --dry-run
  $ holdfast audit --all --json`;
