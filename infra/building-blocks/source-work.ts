import { secretVariable } from '../../shared/intake/source-secret.ts';
import type { RecordTable } from '../capabilities/record-table.ts';
import type { SourceSecrets } from '../capabilities/source-secrets.ts';
import type { HoldfastFunction } from './function.ts';

/** Rights and settings of a function that asks the systems that incidents come from. */
export interface SourceWork {
  readonly recordTable: RecordTable;
  /** Secrets of the sources in use. */
  readonly sources: readonly SourceSecrets[];
}

export function sourceWorkEnvironment({ recordTable, sources }: SourceWork): Record<string, string> {
  return {
    TABLE_NAME: recordTable.table.tableName,
    ...Object.fromEntries(
      sources.flatMap(({ apis }) => apis.map(({ path, secret }) => [secretVariable(path, 'API'), secret.arn])),
    ),
  };
}

export function grantSourceCredentials({ sources }: Pick<SourceWork, 'sources'>, worker: HoldfastFunction): void {
  for (const { secret } of sources.flatMap(({ apis }) => apis)) secret.grantRead(worker);
}
