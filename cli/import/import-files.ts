import config from '#config';
import { backOff } from '../../runtime/back-off.ts';
import { newId } from '../../runtime/identity.ts';
import type { Import } from '../../shared/domain/files/import.ts';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { Refusal } from '../../shared/domain/words/refusal.ts';
import type { Candidate } from '../../shared/import/candidate.ts';
import type { ImportFormat } from '../../shared/import/import-formats.ts';
import { importRecord } from '../../shared/import/import-record.ts';
import { rehearsedCompleteness } from '../../shared/import/rehearsed-completeness.ts';
import { recordStore } from '../../shared/store/records/record-store.ts';
import type { Installation } from '../installation.ts';
import { type Terminal, whileBusy } from '../terminal.ts';
import { type ImportReport, importText, type RecordLine } from './import-report.ts';
import { readCandidates } from './read-candidates.ts';

/** Author of imported records: the command. AWS logs the credentials of the person who runs it. */
const BY = { kind: 'machine' as const, id: 'holdfast import' };

export type ImportOptions = {
  files: readonly string[];
  format?: ImportFormat | undefined;
  status?: 'open' | 'closed' | undefined;
  dryRun: boolean;
};

export type ImportFilesDependencies = {
  /** A dry run needs none. */
  installation: Installation | undefined;
  terminal: Terminal;
  now: () => string;
  asJson: boolean;
};

/** @returns whether every record of every file was taken in, or was there already */
export async function importFiles(
  { installation, terminal, now, asJson }: ImportFilesDependencies,
  options: ImportOptions,
): Promise<boolean> {
  const records = await whileBusy(terminal, 'reading the files', async (say) => {
    const lines: RecordLine[] = [];
    const take = taker(installation, now, config);
    for (const file of options.files) {
      const candidates = await readCandidates(file, options.format, config.postMortem.categories);
      for (const [index, found] of candidates.entries()) {
        say(`${file}: ${index + 1} of ${candidates.length}`);
        lines.push({ file, place: found.place, id: found.id, ...(await take(found, options)) });
      }
    }
    return lines;
  });
  const report: ImportReport = { isDryRun: options.dryRun, records };
  terminal.out(asJson ? `${JSON.stringify(report, undefined, 2)}\n` : importText(report));
  return records.every(({ outcome }) => outcome !== 'refused');
}

type Outcome = Omit<RecordLine, 'file' | 'place' | 'id'>;

/** Takes in one record. A refusal by the rules is part of the report; an error of AWS ends the command, and the next run goes on. */
function taker(installation: Installation | undefined, now: () => string, rules: HoldfastConfig) {
  const store = installation && recordStore({ table: installation.table, rules, now, newId, backOff });
  return async (found: Candidate, { status }: ImportOptions): Promise<Outcome> => {
    if ('faults' in found)
      return { outcome: 'refused', faults: found.faults.map(({ path, message }) => ({ path, message })) };
    const wanted: Import = { file: found.file, sha256: found.sha256, at: now(), by: BY, status };
    try {
      const completeness = rehearsedCompleteness(wanted, rules, newId);
      if (store === undefined) return { outcome: 'would be imported', completeness };
      const cause = { actor: BY, correlationId: `import:${found.sha256.slice(0, 16)}`, hops: 0 };
      const { id, outcome } = await importRecord({ store, rules, newId }, wanted, cause);
      return { outcome, postMortemId: id, completeness };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const faults = error.missing.map(({ path, message }) => ({ path, message }));
      return { outcome: 'refused', faults: faults.length === 0 ? [{ path: '', message: error.message }] : faults };
    }
  };
}
