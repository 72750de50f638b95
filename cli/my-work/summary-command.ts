import type { Command } from 'commander';
import type * as z from 'zod';
import { Summary } from '../../shared/api/routes/my-work-routes.ts';
import { API_URL, asking } from '../api/api-command.ts';
import { tableText } from '../api/table-text.ts';
import type { CommandLine } from '../command.ts';

/** Adds `holdfast summary` to the program. */
export function addSummary(program: Command, commandLine: CommandLine): void {
  program
    .command('summary')
    .description('Counts records, fixes and lessons, of those that you may read without taking part in them.')
    .summary('count records, fixes and lessons')
    .option(...API_URL)
    .action(async (_options: unknown, command: Command) => {
      const { api, print } = await asking(commandLine, command);
      const { body, raw } = await api.call(Summary, { method: 'GET', path: '/summary' });
      print(raw, () => summaryText(body));
      commandLine.finished(true);
    });
}

/** A table for each kind; what there is none of is left out. */
export function summaryText(summary: z.infer<typeof Summary>): string {
  const { postMortems, remediations, grades, lessons, openedIn } = summary;
  const tables = [
    table(['RECORDS', 'SEVERITY'], postMortems, ({ status, severity }) => [status, severity]),
    table(['FIXES', 'TEAM'], remediations, ({ state, team }) => [state, team]),
    table(['VERIFIED FIXES', 'TEAM'], grades, ({ grade, team }) => [grade, team]),
    table(['LESSONS', 'TEAM'], lessons, ({ status, team }) => [status, team]),
    table(['OPENED IN'], openedIn, ({ month }) => [month]),
  ].filter((text) => text !== '');
  return tables.length === 0 ? 'there is nothing to count yet\n' : tables.join('\n');
}

function table<Line extends { count: number }>(
  titles: readonly string[],
  lines: readonly Line[],
  names: (line: Line) => string[],
): string {
  const rows = lines.map((line) => [...names(line), String(line.count)]);
  return rows.length === 0 ? '' : tableText([...titles, 'COUNT'], rows);
}
