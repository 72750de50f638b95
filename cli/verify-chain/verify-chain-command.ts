import type { Command } from 'commander';
import type { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import type { CommandLine } from '../command.ts';
import { CommonOptions, postMortemId } from '../command-options.ts';
import { verifyChain } from './verify-chain.ts';

/** Adds `holdfast verify-chain` to the program. */
export function addVerifyChain(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('verify-chain')
    .description('Shows whether anybody changed a record past its audit log.')
    .summary('hold records to their audit logs and anchors')
    .argument('[post-mortem]', 'one record; by default all that the anchors name', postMortemId)
    .addHelpText('after', VERIFY_CHAIN_HELP)
    .action(async (id: PostMortemId | undefined, _options: unknown, command: Command) => {
      const { json, ...where } = CommonOptions.parse(command.optsWithGlobals());
      finished(await verifyChain({ installation: await connect(where), terminal, now, asJson: json }, id));
    });
}

const VERIFY_CHAIN_HELP = `
It checks of each record that the hash chain of its log is whole, that the head and the anchors of past days name the
hashes that are there, and that the stored state is what the log tells. docs/runbooks/broken-chain.md says what to do
about what it finds.

Examples:
  $ holdfast verify-chain
  $ holdfast verify-chain 01KA0000000000000000000001 --json`;
