import { type Command, Option } from 'commander';
import * as z from 'zod';
import { PAGE_END } from '../../shared/api/routes/list-page.ts';
import { FIX_SORTS, FixLine } from '../../shared/domain/lists/fix-listing.ts';
import { isTicketed, REMEDIATION_STATES, Remediation } from '../../shared/domain/remediation/remediation.ts';
import { GRADES } from '../../shared/domain/verification/grade.ts';
import { Severity } from '../../shared/domain/words/severity.ts';
import { asking, SOURCE } from '../api/api-command.ts';
import { flag, listOptions, printPage } from '../api/list-command.ts';
import { tableText } from '../api/table-text.ts';
import type { CommandLine } from '../command.ts';
import { instant } from '../command-options.ts';

/** A line of the list of all fixes. One of a restricted record shows only that it is there. */
export const FixOfAll = FixLine.partial().required({ id: true, postMortemId: true, state: true, tlp: true });
type FixOfAll = z.infer<typeof FixOfAll>;
const FixPage = z.object({ remediations: z.array(FixOfAll), ...PAGE_END });

const FixFilters = z.object({
  state: z.array(z.string()).optional(),
  grade: z.array(z.string()).optional(),
  team: z.array(z.string()).optional(),
  mine: z.boolean().optional(),
  priority: z.array(z.string()).optional(),
  overdue: z.boolean().optional(),
  cameBack: z.boolean().optional(),
  dueBefore: z.string().optional(),
  sort: z.string().optional(),
});

/** Adds `holdfast remediation list`. */
export function addFixList(remediation: Command, commandLine: CommandLine): void {
  const command = remediation
    .command('list')
    .description(
      'Lists the fixes of all records that are to be done or to be proven, the earliest due first; or those of one record: one for ' +
        'each recommendation that was approved.',
    )
    .summary('list the fixes of all records, or of one')
    .argument('[record]', 'its id, or the key of its incident')
    .option(...SOURCE)
    .addOption(new Option('--state <state...>', 'only these').choices(REMEDIATION_STATES))
    .addOption(
      new Option('--grade <grade...>', 'only verified ones with these proofs').choices(GRADES).conflicts('state'),
    )
    .option('--team <team...>', 'only those that these teams own')
    .option('--mine', 'only those of your teams: holdfast me')
    .addOption(new Option('--priority <priority...>', 'only these').choices(Severity.options))
    .option('--overdue', 'only those that are late')
    .option('--came-back', 'only those that did not hold, and that nobody says again to be done')
    .option('--due-before <time>', 'only those due before then, such as 2027-01-15 or 2027-01-15T12:00:00Z', instant)
    .addOption(
      new Option(
        '--sort <order>',
        'the earliest due, the most urgent, the highest rank (impact × feasibility, and age) or the last changed first',
      ).choices(FIX_SORTS),
    )
    .addHelpText('after', HELP);
  listOptions(command).action(async (named: string | undefined, _options: unknown, command: Command) => {
    if (named !== undefined) return listOfRecord(commandLine, command, named);
    const { mine, overdue, cameBack, ...filters } = FixFilters.parse(command.opts());
    await printPage(commandLine, command, {
      path: '/remediations',
      query: { ...filters, mine: flag(mine), overdue: flag(overdue), cameBack: flag(cameBack) },
      schema: FixPage,
      text: ({ remediations }, columns) => fixTable(remediations, columns, { isRanked: filters.sort === 'rank' }),
    });
  });
}

/** All of them at once, with all that is known of each: there is nothing to filter by. */
async function listOfRecord(commandLine: CommandLine, command: Command, named: string): Promise<void> {
  const isGiven = (name: string): boolean => command.getOptionValue(name) !== undefined;
  const ofAll = command.options.find(
    (one) => isGiven(one.attributeName()) && !OF_A_RECORD.includes(one.attributeName()),
  );
  if (ofAll !== undefined) command.error(`error: ${ofAll.long} is for the fixes of all records: leave the record out`);
  const { api, print, recordId } = await asking(commandLine, command);
  const path = `/post-mortems/${await recordId(named)}/remediations`;
  const { body, raw } = await api.call(z.object({ remediations: z.array(Remediation) }), { method: 'GET', path });
  print(raw, () => fixesOfRecordText(body.remediations, commandLine.terminal.columns));
  commandLine.finished(true);
}
const OF_A_RECORD: readonly string[] = ['source', 'apiUrl'];

/** Other commands want the record as well: it stands there by its id, which they all take. */
export function fixTable(fixes: readonly FixOfAll[], columns?: number, { isRanked = false } = {}): string {
  if (fixes.length === 0) return 'no fixes\n';
  const rows = fixes.map(({ id, state, grade, priority = '', ownerTeam = '', ticket, title, ...fix }) => [
    id,
    grade === undefined ? state : `${state} (${grade})`,
    ...(isRanked ? [fix.rank?.toString() ?? '', (fix.wantedAgainAt ?? fix.requestedAt)?.split('T')[0] ?? ''] : []),
    priority,
    dueText(fix),
    ownerTeam,
    ticket?.key ?? '',
    fix.postMortemId,
    `${title ?? '(restricted)'}${sameWordsText(fix)}`,
  ]);
  const ranked = isRanked ? ['RANK', 'SINCE'] : [];
  return tableText(['ID', 'STATE', ...ranked, 'PRIORITY', 'DUE', 'TEAM', 'TICKET', 'RECORD', 'TITLE'], rows, columns);
}

const sameWordsText = ({ sameWords = [] }: Pick<FixOfAll, 'sameWords'>): string =>
  sameWords.length === 0 ? '' : ` (same words: ${sameWords.map(({ id, ticket = id }) => ticket).join(', ')})`;

function fixesOfRecordText(remediations: readonly Remediation[], columns?: number): string {
  if (remediations.length === 0) return 'no fixes: a recommendation has one once it is approved\n';
  const rows = remediations.map((one) => [
    one.id,
    one.state,
    one.priority,
    dueText(one),
    one.ownerTeam,
    isTicketed(one) ? one.ticket.key : '',
    one.title,
  ]);
  return tableText(['ID', 'STATE', 'PRIORITY', 'DUE', 'TEAM', 'TICKET', 'TITLE'], rows, columns);
}

function dueText({ dueAt = '', overdueSince }: { dueAt?: string | undefined; overdueSince?: string | undefined }) {
  return `${dueAt.split('T')[0]}${overdueSince === undefined ? '' : ' (overdue)'}`;
}

const HELP = `
Examples:
  $ holdfast remediation list --mine --overdue
  $ holdfast remediation list --team messaging --sort rank
  $ holdfast remediation list --state ineffective regressed --priority critical
  $ holdfast remediation list SEC-12`;
