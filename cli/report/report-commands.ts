import { type Command, Option } from 'commander';
import * as z from 'zod';
import { PAGE_END } from '../../shared/api/routes/list-page.ts';
import { ReportLine } from '../../shared/domain/lists/report-line.ts';
import { ReportKind } from '../../shared/domain/words/report-name.ts';
import { listOptions, printPage } from '../api/list-command.ts';
import { tableText } from '../api/table-text.ts';
import type { CommandLine } from '../command.ts';
import { addReportMake } from './report-make.ts';
import { addReportShow } from './report-show.ts';

const ReportPage = z.object({ reports: z.array(ReportLine), ...PAGE_END });
const ReportFilters = z.object({ kind: z.string().optional() });

/** Adds `holdfast report …` to the program. */
export function addReport(program: Command, commandLine: CommandLine): void {
  const report = program
    .command('report')
    .description('Reads reports and has one made, through the API, as the person who signed in.')
    .summary('read reports, and have one made now');
  const list = report
    .command('list')
    .description('Lists the reports that there are, the newest first.')
    .summary('list reports')
    .addOption(new Option('--kind <kind>', 'only these').choices(ReportKind.options));
  listOptions(list).action(async (_options: unknown, command: Command) => {
    await printPage(commandLine, command, {
      path: '/reports',
      query: ReportFilters.parse(command.opts()),
      schema: ReportPage,
      text: ({ reports }, columns) => reportList(reports, columns),
    });
  });
  addReportShow(report, commandLine);
  addReportMake(report, commandLine);
}

function reportList(reports: readonly ReportLine[], columns?: number): string {
  if (reports.length === 0) return 'no reports\n';
  const rows = reports.map(({ name, madeFor, summary }) => [name, madeFor?.name ?? madeFor?.id ?? '', summary]);
  return tableText(['NAME', 'MADE FOR', 'SUMMARY'], rows, columns);
}
