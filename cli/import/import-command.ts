import { type Command, Option } from 'commander';
import * as z from 'zod';
import { IMPORT_FORMATS } from '../../shared/import/import-formats.ts';
import type { CommandLine } from '../command.ts';
import { BulkOptions } from '../command-options.ts';
import { importFiles } from './import-files.ts';

const ImportOptions = BulkOptions.extend({
  format: z.enum(IMPORT_FORMATS).optional(),
  status: z.enum(['open', 'closed']).optional(),
});

/** Adds `holdfast import` to the program. */
export function addImport(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('import')
    .description('Takes records in from files: past incidents, and records of another installation.')
    .summary('take records in from files')
    .argument('<file...>', 'JSON, CSV or VERIS; by default as the name of the file ends')
    .addOption(new Option('--format <format>', 'what the files are').choices(IMPORT_FORMATS))
    .addOption(new Option('--status <status>', 'what the records end with').choices(['open', 'closed']))
    .option('--dry-run', 'look at everything, and write nothing; needs no installation')
    .addHelpText('after', IMPORT_HELP)
    .action(async (files: string[], _options: unknown, command: Command) => {
      const { json, all: _, dryRun, format, status, ...where } = ImportOptions.parse(command.optsWithGlobals());
      const installation = dryRun ? undefined : await connect(where);
      finished(await importFiles({ installation, terminal, now, asJson: json }, { files, format, status, dryRun }));
    });
}

const IMPORT_HELP = `
A record that is refused is told with its place in the file, and the others are taken in. The same file may come again:
nothing is written twice, and what broke off goes on. docs/import-export.md tells the formats.

Examples:
  $ holdfast import past-incidents.csv --dry-run
  $ holdfast import past-incidents.csv
  $ holdfast import vcdb/*.json --format veris
  $ holdfast import record.json --status open`;
