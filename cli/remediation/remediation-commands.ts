import type { Command } from 'commander';
import * as z from 'zod';
import { isTicketed, Remediation } from '../../shared/domain/remediation/remediation.ts';
import type { RecommendationId } from '../../shared/domain/words/identifiers.ts';
import { FixStanding } from '../../shared/verification/fix-standing.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import { tableText } from '../api/table-text.ts';
import { standingText } from '../check-fix/check-fix.ts';
import type { CommandLine } from '../command.ts';
import { recommendationId } from '../command-options.ts';

/** Adds `holdfast remediation list` and `show` to the program. */
export function addRemediation(program: Command, commandLine: CommandLine): void {
  const remediation = program
    .command('remediation')
    .description('Shows the fixes of a record through the API, as the person who signed in.')
    .summary('list the fixes of a record, and show where one stands');

  aboutRecord(remediation.command('list'))
    .description('Lists the fixes of a record: one for each recommendation that was approved.')
    .summary('list the fixes of a record')
    .action(async (named: string, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}/remediations`;
      const { body, raw } = await api.call(z.object({ remediations: z.array(Remediation) }), { method: 'GET', path });
      print(raw, () => remediationsText(body.remediations, commandLine.terminal.columns));
      commandLine.finished(true);
    });

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
}

function remediationsText(remediations: readonly Remediation[], columns?: number): string {
  if (remediations.length === 0) return 'no fixes: a recommendation has one once it is approved\n';
  const rows = remediations.map((one) => [
    one.id,
    one.state,
    one.priority,
    `${one.dueAt.split('T')[0]}${one.overdueSince === undefined ? '' : ' (overdue)'}`,
    one.ownerTeam,
    isTicketed(one) ? one.ticket.key : '',
    one.title,
  ]);
  return tableText(['ID', 'STATE', 'PRIORITY', 'DUE', 'TEAM', 'TICKET', 'TITLE'], rows, columns);
}
