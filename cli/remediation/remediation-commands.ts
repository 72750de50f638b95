import type { Command } from 'commander';
import type { RecommendationId } from '../../shared/domain/words/identifiers.ts';
import { FixStanding } from '../../shared/verification/fix-standing.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import { standingText } from '../check-fix/check-fix.ts';
import type { CommandLine } from '../command.ts';
import { recommendationId } from '../command-options.ts';
import { addFixDecisions } from './fix-decisions.ts';
import { addFixList } from './fix-list.ts';

/** Adds `holdfast remediation …` to the program. */
export function addRemediation(program: Command, commandLine: CommandLine): void {
  const remediation = program
    .command('remediation')
    .description('Works with fixes through the API, as the person who signed in.')
    .summary('list, show and judge fixes');

  addFixList(remediation, commandLine);

  aboutRecord(remediation.command('show'))
    .description('Shows where a fix stands by all that is known now, check by check. Nothing is judged by it.')
    .summary('show where a fix stands')
    .argument('<remediation>', 'its id', recommendationId)
    .action(async (named: string, remediationId: RecommendationId, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}/remediations/${remediationId}/standing`;
      const { body, raw } = await api.call(FixStanding, { method: 'GET', path });
      print(raw, () => `${standingText(body)}\n`);
      commandLine.finished(true);
    });

  addFixDecisions(remediation, commandLine);
}
