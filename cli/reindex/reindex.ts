import { backOff } from '../../runtime/back-off.ts';
import type { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import { listReports } from '../../shared/store/inbox/reports.ts';
import type { ListDependencies } from '../../shared/store/lists/kept-listing.ts';
import { listFix, listRecord } from '../../shared/store/lists/list-record.ts';
import { noteSubjectsOnce } from '../../shared/store/queues/subjects-asked-for.ts';
import { recordsByOpening } from '../../shared/store/records/listings.ts';
import { loadRecord, remediationsOf } from '../../shared/store/records/record-reads.ts';
import type { CommandDependencies } from '../command.ts';
import { explained } from '../explain-error.ts';
import type { Installation } from '../installation.ts';
import { whileBusy } from '../terminal.ts';
import { type ReindexReport, reindexText } from './reindex-text.ts';

export type ReindexDependencies = Omit<CommandDependencies, 'installation'> & {
  installation: Pick<Installation, 'table'>;
};

/**
 * Brings the lists, the search and the counts in step with every record and its fixes. What is in step is only read, so that it can be
 * run again at any time. So it is with the subjects that a record asks for, and with the reports that were published. Records that are opened meanwhile are listed as always.
 *
 * @returns whether every record is in the lists; one that cannot be listed does not hold up the others
 */
export async function reindex({
  installation: { table },
  terminal,
  now,
  asJson,
}: ReindexDependencies): Promise<boolean> {
  const deps = { table, backOff, now };
  const report = await whileBusy(terminal, 'listing the records', async (say) => {
    const failed: ReindexReport['failed'][number][] = [];
    let records = 0;
    let fixes = 0;
    for await (const { summary } of recordsByOpening(table, undefined)) {
      records += 1;
      say(`listing the records: ${records}, opened ${summary.openedAt.split('T')[0]}`);
      try {
        fixes += await listWithFixes(deps, summary.id);
      } catch (error) {
        if (!isOfOneRecord(error)) throw error;
        failed.push({ postMortemId: summary.id, because: error.message });
      }
    }
    return { records, fixes, reports: await listReports(table), failed };
  });
  terminal.out(asJson ? `${JSON.stringify(report, undefined, 2)}\n` : reindexText(report));
  return report.failed.length === 0;
}

/** @returns how many fixes it has */
async function listWithFixes(deps: ListDependencies, id: PostMortemId): Promise<number> {
  const record = (await loadRecord(deps.table, id))?.record;
  if (record !== undefined) await noteSubjectsOnce(deps.table, record);
  await listRecord(deps, id);
  const fixes = await remediationsOf(deps.table, id);
  for (const fix of fixes) await listFix(deps, id, fix.id);
  return fixes.length;
}

/** Missing rights, a dead network or a throttled table would fail every other record as well. */
const isOfOneRecord = (error: unknown): error is Error =>
  error instanceof Error && (OF_ONE_WRITE.includes(error.name) || explained(error) === undefined);
const OF_ONE_WRITE = ['TransactionCanceledException', 'ValidationException'];
