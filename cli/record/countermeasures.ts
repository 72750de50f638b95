import type { Command } from 'commander';
import { SuggestedCountermeasures } from '../../shared/api/routes/countermeasure-routes.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';

/** Adds `holdfast record countermeasures`. */
export function addCountermeasures(record: Command, commandLine: CommandLine): void {
  aboutRecord(record.command('countermeasures'))
    .description(
      'Suggests what to recommend: what MITRE names against the techniques of a record, what meets most of them first.',
    )
    .summary('suggest countermeasures from the techniques of a record')
    .action(async (named: string, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}/countermeasures`;
      const { body, raw } = await api.call(SuggestedCountermeasures, { method: 'GET', path });
      print(raw, () => countermeasuresText(body));
      commandLine.finished(true);
    });
}

/** Suggestions on the terminal, with how sure they are. */
export function countermeasuresText({
  suggestions,
  attackVersion,
  d3fendVersion,
  about,
}: SuggestedCountermeasures): string {
  if (suggestions.length === 0) return 'no suggestions: MITRE names no mitigation for a technique of the record\n';
  const lines = [
    `Suggestions (ATT&CK ${attackVersion}, D3FEND ${d3fendVersion}):`,
    ...suggestions.flatMap(({ mitigation, name, against, d3fend }) => [
      `  ${mitigation}  ${name}`,
      `    against ${against.map((one) => `${one.id} ${one.name}`).join(', ')}`,
      ...d3fend.map((one) => `    ${one.id}  ${one.name}${one.isNamed ? ' (recommended)' : ''}`),
    ]),
    '',
    about,
  ];
  return `${lines.join('\n')}\n`;
}
