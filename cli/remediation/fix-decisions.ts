import { type Command, Option } from 'commander';
import * as z from 'zod';
import { Attestation } from '../../shared/domain/verification/attestation.ts';
import type { RecommendationId } from '../../shared/domain/words/identifiers.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { instant, placeFrom0, recommendationId } from '../command-options.ts';

/** Adds `holdfast remediation attest`, `accept-risk` and `cancel`. */
export function addFixDecisions(remediation: Command, commandLine: CommandLine): void {
  /** @param route what the API calls the decision @param schema what it is told of it, from the options */
  const decision = (name: string, route: string, schema: z.ZodObject) =>
    aboutRecord(remediation.command(name))
      .argument('<remediation>', 'the id of the fix', recommendationId)
      .action(async (named: string, remediationId: RecommendationId, _options: unknown, command: Command) => {
        const body = schema.parse(command.opts());
        const { api, print, recordId } = await asking(commandLine, command);
        const path = `/post-mortems/${await recordId(named)}/remediations/${remediationId}`;
        const { etag: ifMatch } = await api.call(z.unknown(), { method: 'GET', path });
        const call = { method: 'POST' as const, path: `${path}/${route}`, body, ifMatch };
        const { body: fix, raw } = await api.call(z.object({ state: z.string() }), call);
        print(raw, () => `Your word is taken. ${remediationId} is ${fix.state}.\n`);
        commandLine.finished(true);
      });

  decision('attest', 'attestations', z.object({ check: z.int(), outcome: z.string(), note: z.string() }))
    .description('Says of a check of a claimed fix that it passes or fails. Nobody attests what they did themselves.')
    .summary('say that a check of a fix passes, or fails')
    .requiredOption('--check <number>', 'its place in the plan, from 0', placeFrom0)
    .addOption(
      new Option('--outcome <outcome>', 'what you saw')
        .choices(Attestation.shape.outcome.options)
        .makeOptionMandatory(),
    )
    .requiredOption('--note <words>', 'what you did, and what you saw')
    .addHelpText('after', ATTEST_HELP);

  const Risk = z.object({ until: z.string(), reason: z.string(), compensatingControl: z.string() });
  decision('accept-risk', 'risk-acceptance', Risk)
    .description(
      'Decides to live without a fix until a date, with something that holds meanwhile. No author of the record does.',
    )
    .summary('live without a fix until a date')
    .requiredOption('--until <time>', 'such as 2027-01-31', instant)
    .requiredOption('--reason <words>', 'why')
    .requiredOption('--compensating-control <words>', 'what holds meanwhile');

  decision('cancel', 'cancel', z.object({ reason: z.string() }))
    .description('Gives a fix up, with the reason. No author of the record does.')
    .summary('give a fix up')
    .requiredOption('--reason <words>', 'why');
}

const ATTEST_HELP = `
Example:
  $ holdfast remediation attest SEC-12 01KA0000000000000000000002 --check 0 --outcome pass --note "A test report came through."`;
