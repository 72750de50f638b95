import { type Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod';
import type { CommandLine } from '../command.ts';
import { CommonOptions } from '../command-options.ts';
import { listRegrading, reopenEarlier } from './regrade.ts';

const RegradeOptions = CommonOptions.extend({
  apply: z.boolean().default(false),
  atMost: z.int().positive(),
  by: z.string().optional(),
});

/** Adds `holdfast regrade` to the program. */
export function addRegrade(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('regrade')
    .description(
      'Shows what an upgrade makes of fixes that were called verified, and reopens those that failed before it.',
    )
    .summary('fixes that failed before an upgrade')
    .addOption(new Option('--dry-run', 'read only: the default').conflicts('apply'))
    .option('--apply', 'reopen fixes whose fail from before the upgrade waits for a person')
    .option('--at-most <count>', 'how many of them; the next run takes the next', count, 20)
    .option('--by <e-mail>', 'who decides that: for the log', email)
    .addHelpText('after', REGRADE_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, apply, atMost, by, ...where } = RegradeOptions.parse(command.optsWithGlobals());
      if (apply && by === undefined) command.error('error: --apply needs --by <e-mail>, for the log');
      const deps = { installation: await connect(where), terminal, now, asJson: json };
      finished(await (by !== undefined && apply ? reopenEarlier(deps, { atMost, by }) : listRegrading(deps)));
    });
}

function count(text: string): number {
  const parsed = z.int().positive().safeParse(Number(text));
  if (!parsed.success) throw new InvalidArgumentError('It is no whole number above 0.');
  return parsed.data;
}

function email(text: string): string {
  const parsed = z.email().safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('It is no e-mail address.');
  return parsed.data;
}

const REGRADE_HELP = `
Before an upgrade it tells what will be proven, attested, not tested, late or in doubt; run it from the checkout of the new
version, with its holdfast.config.ts. A fail from before the upgrade reopens no ticket by itself: such fixes are shown as in
doubt, and are listed here until a person reopens them or their source passes for long enough. docs/guide.md, "Upgrading".

Examples:
  $ holdfast regrade --dry-run
  $ holdfast regrade --apply --at-most 20 --by lea.brandt@example.com`;
