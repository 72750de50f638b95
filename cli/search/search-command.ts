import type { Command } from 'commander';
import * as z from 'zod';
import { listOptions, printPage } from '../api/list-command.ts';
import type { CommandLine } from '../command.ts';
import { RecordPage, recordTable } from '../record/record-list.ts';

/** Adds `holdfast search` to the program. */
export function addSearch(program: Command, commandLine: CommandLine): void {
  const command = program
    .command('search')
    .description(
      'Finds records by words of their key, title, people, category, fixes and their tickets, causes, temporary measures and summary.',
    )
    .summary('find records by their words')
    .argument('<words...>', 'a record has all of them; the beginning of a word is enough')
    .addHelpText('after', HELP);
  listOptions(command).action(async (words: string[], _options: unknown, command: Command) => {
    await printPage(commandLine, command, {
      path: '/search',
      query: { q: words.join(' ') },
      schema: RecordPage.extend({ isWhole: z.boolean() }),
      text: ({ postMortems }, columns) => recordTable(postMortems, columns),
      notes: ({ isWhole }) =>
        isWhole ? '' : 'not all: more records have these words than a search looks at; add a word\n',
    });
  });
}

const HELP = `
Accents and capitals do not matter. A search is no look at a restricted record, and shows only that it is there.

Examples:
  $ holdfast search phish payroll
  $ holdfast search NET-112`;
