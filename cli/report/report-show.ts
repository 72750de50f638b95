import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import * as z from 'zod';
import { ReportLine } from '../../shared/domain/lists/report-line.ts';
import { ReportKind } from '../../shared/domain/words/report-name.ts';
import type { Api } from '../api/api.ts';
import { API_URL, ApiOptions, asking } from '../api/api-command.ts';
import { RefusedByApi } from '../api/refused-by-api.ts';
import type { CommandLine } from '../command.ts';
import { CommandFailure } from '../failure.ts';

const FORMS = ['markdown', 'html', 'csv', 'json'] as const;
type Form = (typeof FORMS)[number];

const ShowOptions = ApiOptions.extend({
  html: z.boolean().default(false),
  csv: z.boolean().default(false),
  out: z.string().optional(),
});

/** Adds `holdfast report show`. */
export function addReportShow(report: Command, commandLine: CommandLine): void {
  report
    .command('show')
    .description(
      'Prints a report: as text, as a page, as a table for a spreadsheet, or as JSON with all that it tells.',
    )
    .summary('print a report')
    .argument('<report>', 'its name, or overdue or validation for the newest one')
    .addOption(new Option('--html', 'as a page').conflicts('csv'))
    .option('--csv', 'what is late, or the fixes of the period, as CSV')
    .option('--out <file>', 'write it there, and not to the standard output')
    .option(...API_URL)
    .addHelpText('after', HELP)
    .action(async (named: string, _options: unknown, command: Command) => {
      const { json, html, csv, out } = ShowOptions.parse(command.optsWithGlobals());
      if (json && (html || csv)) command.error('error: --json, --html or --csv, not two of them');
      const form: Form = json ? 'json' : html ? 'html' : csv ? 'csv' : 'markdown';
      const { api } = await asking(commandLine, command);
      const name = await nameOfReport(api, named);
      const text = await reportText(api, name, form);
      if (out === undefined) commandLine.terminal.out(text);
      else {
        await writeFile(out, text);
        commandLine.terminal.err(`${name} is in ${out}\n`);
      }
      commandLine.finished(true);
    });
}

async function nameOfReport(api: Api, named: string): Promise<string> {
  const kind = ReportKind.safeParse(named).data;
  if (kind === undefined) return named;
  const query = { kind, limit: 1 };
  const { body } = await api.call(z.object({ reports: z.array(ReportLine) }), {
    method: 'GET',
    path: '/reports',
    query,
  });
  const [newest] = body.reports;
  if (newest !== undefined) return newest.name;
  throw new CommandFailure(`there is no ${kind} report yet`, `have one made: holdfast report make ${kind}`);
}

async function reportText(api: Api, name: string, form: Form): Promise<string> {
  const path = `/reports/${encodeURIComponent(name)}`;
  try {
    return (await api.file({ method: 'GET', path, query: { format: form } })).text;
  } catch (error) {
    if (!(error instanceof RefusedByApi)) throw error;
    if (error.status === 404) throw new RefusedByApi(404, error.problem, 'look for its name: holdfast report list');
    if (error.status !== 413 || form === 'csv') throw error;
    const { body } = await api.call(z.object({ url: z.url() }), {
      method: 'GET',
      path: `${path}/link`,
      query: { format: form },
    });
    return download(body.url);
  }
}

async function download(url: string): Promise<string> {
  const response = await fetch(url);
  if (response.ok) return response.text();
  throw new CommandFailure(`the file of the report was not given: ${response.status}`, 'repeat the command');
}

const HELP = `
Examples:
  $ holdfast report show overdue
  $ holdfast report show 2027-01-15T07-00-00.000Z-validation --html --out validation.html`;
