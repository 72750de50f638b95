import { type Command, Option } from 'commander';
import * as z from 'zod';
import { PAGE_END } from '../../shared/api/routes/list-page.ts';
import { RECORD_SORTS } from '../../shared/domain/lists/record-listing.ts';
import { RecordKind, RecordStatus } from '../../shared/domain/record/post-mortem.ts';
import { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import { Severity } from '../../shared/domain/words/severity.ts';
import { Tlp } from '../../shared/domain/words/tlp.ts';
import { flag, listOptions, printPage } from '../api/list-command.ts';
import { tableText } from '../api/table-text.ts';
import type { CommandLine } from '../command.ts';
import { instant } from '../command-options.ts';

/** A line of the list. A restricted record shows only that it is there. */
export const ListedRecord = z.object({
  id: PostMortemId,
  status: RecordStatus,
  tlp: Tlp,
  severity: z.string().optional(),
  incident: z.object({ key: z.string(), title: z.string() }).optional(),
  dueAt: z.string().optional(),
});
type ListedRecord = z.infer<typeof ListedRecord>;
export const RecordPage = z.object({ postMortems: z.array(ListedRecord), ...PAGE_END });

const RecordFilters = z.object({
  status: z.array(z.string()).optional(),
  kind: z.array(z.string()).optional(),
  severity: z.array(z.string()).optional(),
  category: z.array(z.string()).optional(),
  technique: z.array(z.string()).optional(),
  mine: z.boolean().optional(),
  dueBefore: z.string().optional(),
  sort: z.string().optional(),
});

/** Adds `holdfast record list`. */
export function addRecordList(record: Command, commandLine: CommandLine): void {
  const command = record
    .command('list')
    .description(
      'Lists records; without --status those that are open or in review, the earliest due first; with --technique or --mine ' +
        'those of any status, the newest first.',
    )
    .summary('list records')
    .addOption(new Option('--status <status...>', 'only these').choices(RecordStatus.options))
    .addOption(new Option('--kind <kind...>', 'only these').choices(RecordKind.options))
    .addOption(new Option('--severity <severity...>', 'only these').choices(Severity.options))
    .option('--category <category...>', 'only these')
    .option('--technique <id...>', 'only those with these techniques of ATT&CK, or sub-techniques of them')
    .option('--mine', 'only those in which you take part')
    .option('--due-before <time>', 'only those due before then, such as 2027-01-15 or 2027-01-15T12:00:00Z', instant)
    .addOption(new Option('--sort <order>', 'the newest, the last changed or the worst first').choices(RECORD_SORTS));
  listOptions(command).action(async (_options: unknown, command: Command) => {
    const { mine, ...filters } = RecordFilters.parse(command.opts());
    await printPage(commandLine, command, {
      path: '/post-mortems',
      query: { ...filters, mine: flag(mine) },
      schema: RecordPage,
      text: ({ postMortems }, columns) => recordTable(postMortems, columns),
    });
  });
}

export function recordTable(records: readonly ListedRecord[], columns?: number): string {
  if (records.length === 0) return 'no records\n';
  const rows = records.map(({ id, status, tlp, severity = '', incident, dueAt = '' }) => [
    id,
    incident === undefined || incident.key === id ? '' : incident.key,
    status,
    severity,
    tlp,
    dueAt.split('T')[0] ?? '',
    incident?.title ?? '(restricted)',
  ]);
  return tableText(['ID', 'INCIDENT', 'STATUS', 'SEVERITY', 'TLP', 'DUE', 'TITLE'], rows, columns);
}
