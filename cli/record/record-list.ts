import * as z from 'zod';
import { RecordStatus } from '../../shared/domain/record/post-mortem.ts';
import { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import { Tlp } from '../../shared/domain/words/tlp.ts';
import { tableText } from '../api/table-text.ts';

/** A line of the list. A restricted record shows only that it is there. */
const Line = z.object({
  id: PostMortemId,
  status: RecordStatus,
  tlp: Tlp,
  severity: z.string().optional(),
  incident: z.object({ key: z.string(), title: z.string() }).optional(),
  dueAt: z.string().optional(),
});
export const RecordPage = z.object({ postMortems: z.array(Line), next: z.string().optional() });

export function recordListText({ postMortems, next }: z.infer<typeof RecordPage>, columns?: number): string {
  const rows = postMortems.map(({ id, status, tlp, severity = '', incident, dueAt = '' }) => [
    id,
    incident === undefined || incident.key === id ? '' : incident.key,
    status,
    severity,
    tlp,
    dueAt.split('T')[0] ?? '',
    incident?.title ?? '(restricted)',
  ]);
  const table =
    rows.length === 0
      ? 'no records\n'
      : tableText(['ID', 'INCIDENT', 'STATUS', 'SEVERITY', 'TLP', 'DUE', 'TITLE'], rows, columns);
  return next === undefined ? table : `${table}there are more: --cursor ${next}\n`;
}
