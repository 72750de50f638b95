import type { Command } from 'commander';
import type { PostMortemId, RecommendationId } from '../../shared/domain/words/identifiers.ts';
import type { CommandLine } from '../command.ts';
import { CommonOptions, postMortemId, recommendationId } from '../command-options.ts';
import { checkFix } from './check-fix.ts';

/** Adds `holdfast check-fix` to the program. */
export function addCheckFix(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('check-fix')
    .description('Judges a claimed fix now, by all that its sources have said, and shows where it stands.')
    .summary('judge a claimed fix now')
    .argument('<post-mortem>', 'the record', postMortemId)
    .argument('<remediation>', 'the fix: the id of its recommendation', recommendationId)
    .addHelpText('after', CHECK_FIX_HELP)
    .action(
      async (
        record: PostMortemId,
        remediation: RecommendationId,
        _options: unknown,
        command: Command,
      ): Promise<void> => {
        const { json, ...where } = CommonOptions.parse(command.optsWithGlobals());
        const deps = { installation: await connect(where), terminal, now, asJson: json };
        finished(await checkFix(deps, { postMortemId: record, remediationId: remediation }));
      },
    );
}

const CHECK_FIX_HELP = `
It asks no source and no ticketing system: it judges what has arrived, as the schedule would. What the verdict changes, changes
now: a fix that does not hold is reopened. Each fix can be checked once a minute, and each look stands in the log of its
record. It judges with this checkout's version and its holdfast.config.ts: run it from the one that is deployed.
It answers 1 when the fix failed, is in doubt, or lacks evidence that was expected.

Examples:
  $ holdfast check-fix 01KA0000000000000000000001 01KA0000000000000000000002
  $ holdfast check-fix 01KA0000000000000000000001 01KA0000000000000000000002 --json`;
