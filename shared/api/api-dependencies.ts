import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { EvidenceFiles } from '../evidence/evidence-files.ts';
import type { ExportFiles } from '../export/export-files.ts';
import type { AskedReport } from '../report/asked-report.ts';
import type { ReportFiles } from '../report/report-files.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import type { EvidenceStore } from '../verification/assess-fix.ts';
import type { UnfinishedFiles } from './unfinished-files.ts';

/** Dependencies of the routes. */
export type ApiDependencies = {
  store: RecordStore;
  /** Table of the store, for reads past it: listings. */
  table: Table;
  evidenceFiles: EvidenceFiles;
  exportFiles: ExportFiles;
  unfinished: UnfinishedFiles;
  evidence: EvidenceStore;
  reportFiles: ReportFiles;
  /** Has a report made, and does not wait for it. */
  startReport: (asked: AskedReport) => Promise<void>;
  config: HoldfastConfig;
  telemetry: { count: (metric: string) => void; warn: (message: string, fields: Record<string, unknown>) => void };
  now: () => string;
  newId: () => string;
  /** Told of errors that no rule of ours explains. */
  unexpected: (error: Error) => void;
};
