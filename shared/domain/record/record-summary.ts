import * as z from 'zod';
import { Source } from '../ticket/incident-ticket.ts';
import { Instant, PostMortemId } from '../words/identifiers.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';
import { type PostMortemHead, RecordKind, RecordStatus } from './post-mortem.ts';

/** A record as a line of a list. It changes far less often than the record. */
export const RecordSummary = z.object({
  id: PostMortemId,
  kind: RecordKind,
  status: RecordStatus,
  severity: Severity,
  category: z.string().optional(),
  tlp: Tlp,
  incident: z.object({ source: Source, key: z.string(), title: z.string() }),
  openedAt: Instant,
  dueAt: Instant,
  isImported: z.literal(true).optional().describe('It came from a file'),
  changedAt: Instant.optional().describe('When it changed last; with `sort=changed` alone'),
});
export type RecordSummary = z.infer<typeof RecordSummary>;

export function summaryOf(head: PostMortemHead): RecordSummary {
  const { id, kind, status, severity, category, tlp, incident, openedAt, dueAt, importedFrom } = head;
  const { source, key, title } = incident;
  return {
    id,
    kind,
    status,
    severity,
    ...(category === undefined ? {} : { category }),
    tlp,
    incident: { source, key, title },
    openedAt,
    dueAt,
    ...(importedFrom === undefined ? {} : { isImported: true }),
  };
}
