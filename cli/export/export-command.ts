import { type Command, Option } from 'commander';
import * as z from 'zod';
import type { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import type { CommandLine } from '../command.ts';
import { BulkOptions, postMortemIds } from '../command-options.ts';
import { EXPORT_FORMATS, exportRecords } from './export-records.ts';

const ExportOptions = BulkOptions.extend({ format: z.enum(EXPORT_FORMATS), out: z.string().optional() });

/** Adds `holdfast export` to the program. */
export function addExport(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('export')
    .description(
      'Writes whole records as JSON that can be imported, as Markdown, as a page to print, or as incidents in VERIS.',
    )
    .summary('write whole records to files')
    .argument('[post-mortem...]', 'the records', postMortemIds)
    .option('--all', 'every record that there is')
    .addOption(new Option('--format <format>', 'the form').choices(EXPORT_FORMATS).default('json'))
    .option('--out <folder>', 'a file for each record, named by its id; without it, to the standard output')
    .addHelpText('after', EXPORT_HELP)
    .action(async (named: PostMortemId[], _options: unknown, command: Command) => {
      const { json, all, dryRun: _, format, out, ...where } = ExportOptions.parse(command.optsWithGlobals());
      if (all === named.length > 0) command.error('error: name records, or --all, and not both');
      const dependencies = { installation: await connect(where), terminal, now, asJson: json };
      finished(await exportRecords(dependencies, { ids: all ? undefined : named, format, out }));
    });
}

const EXPORT_HELP = `
A look at a restricted record (TLP:RED, TLP:AMBER+STRICT) stands in its audit log.

Examples:
  $ holdfast export 01KA0000000000000000000001 --format html > record.html
  $ holdfast export --all --out records
  $ holdfast export --all --format veris > incidents.json`;
