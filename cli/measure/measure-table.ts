import type * as z from 'zod';
import { MeasureLine } from '../../shared/domain/lists/measure-listing.ts';
import { tableText } from '../api/table-text.ts';

/** A line of the list. One of a restricted record shows only that it is there. */
export const MeasureOfAll = MeasureLine.partial().required({ id: true, postMortemId: true, tlp: true });
type MeasureOfAll = z.infer<typeof MeasureOfAll>;

/** `holdfast measure removed` and `extend` want the record as well: it stands there by its id, which they take. */
export function measureTable(measures: readonly MeasureOfAll[], columns?: number): string {
  if (measures.length === 0) return 'no temporary measures\n';
  const rows = measures.map(({ id, postMortemId, kind = '', until = '', ownerTeam = '', what = '(restricted)' }) => [
    ...[id, kind, until.split('T')[0] ?? '', ownerTeam, postMortemId, what],
  ]);
  return tableText(['ID', 'KIND', 'UNTIL', 'TEAM', 'RECORD', 'MEASURE'], rows, columns);
}
