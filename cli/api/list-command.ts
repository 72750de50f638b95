import type { Command } from 'commander';
import * as z from 'zod';
import { PAGE_LIMIT } from '../../shared/api/http/limits.ts';
import type { PAGE_END } from '../../shared/api/routes/list-page.ts';
import type { CommandLine } from '../command.ts';
import type { Api, ApiCall } from './api.ts';
import { API_URL, ApiOptions, asking } from './api-command.ts';

/** Options of every list: its page, and its form. */
export function listOptions(command: Command): Command {
  return command
    .option('--limit <count>', 'how many at most, 1 to 100')
    .option('--cursor <cursor>', 'go on where the page before ended')
    .option('--csv', 'print CSV, for a spreadsheet: all pages, or with --limit or --cursor the one')
    .option(...API_URL);
}
const PageOptions = z.object({
  limit: z.string().optional(),
  cursor: z.string().optional(),
  csv: z.boolean().default(false),
});

type PageEnd = z.infer<z.ZodObject<typeof PAGE_END>>;

type ListCall<Schema extends z.ZodType<PageEnd>> = {
  path: string;
  query: Readonly<Record<string, string | readonly string[] | undefined>>;
  schema: Schema;
  text: (page: z.output<Schema>, columns?: number) => string;
  /** What else is to be known of a page; nothing, as a rule. */
  notes?: (page: z.output<Schema>) => string;
};

/**
 * Asks for a page of a list, and prints it as a table, as JSON or as CSV. CSV is the whole list unless a page is asked for. A file has
 * no room for how the list goes on, which is told on the standard error then.
 */
export async function printPage<Schema extends z.ZodType<PageEnd>>(
  commandLine: CommandLine,
  command: Command,
  { path, query: filters, schema, text, notes }: ListCall<Schema>,
): Promise<void> {
  const { csv, ...page } = PageOptions.parse(command.opts());
  if (csv && ApiOptions.parse(command.optsWithGlobals()).json) command.error('error: --csv or --json, not both');
  const { terminal, finished } = commandLine;
  const { api, print } = await asking(commandLine, command);
  const query = { ...filters, ...page };
  if (csv && page.limit === undefined && page.cursor === undefined) {
    for await (const text of allPages(api, path, query)) terminal.out(text);
    if (notes !== undefined) terminal.err(notes((await api.call(schema, { method: 'GET', path, query })).body));
    finished(true);
    return;
  }
  const { body, raw } = await api.call(schema, { method: 'GET', path, query });
  const end = `${notes?.(body) ?? ''}${moreText(body)}`;
  if (csv) {
    terminal.out((await api.file({ method: 'GET', path, query: { ...query, format: 'csv' } })).text);
    terminal.err(end);
  } else print(raw, () => `${text(body, terminal.columns)}${end}`);
  finished(true);
}

/** Each page of a list as CSV, the names of the columns on the first one alone. */
async function* allPages(api: Api, path: string, filters: NonNullable<ApiCall['query']>): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const query = { ...filters, limit: PAGE_LIMIT, cursor, format: 'csv' };
    const { text, next } = await api.file({ method: 'GET', path, query });
    yield cursor === undefined ? text : text.slice(text.indexOf('\n') + 1);
    cursor = next;
  } while (cursor !== undefined);
}

/** How a list goes on, for a terminal; nothing on its last page. */
export function moreText({ next, looked }: PageEnd): string {
  if (next === undefined) return '';
  const of = looked?.of === undefined ? '' : ` of ${looked.of}`;
  const so = looked === undefined ? 'there are more' : `looked at ${looked.at}${of} lines, and there may be more`;
  return `${so}: --cursor ${next}\n`;
}

/** A filter that is either asked for or not, as the API takes it. */
export const flag = (isAsked: boolean | undefined): 'true' | undefined => (isAsked === true ? 'true' : undefined);
