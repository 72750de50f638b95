import * as z from 'zod';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type AuditDependencies, auditTickets, type TicketFinding } from '../../shared/tickets/audit-tickets.ts';

const METRICS = {
  orphan: 'TicketOrphaned',
  duplicate: 'TicketDuplicated',
  foreign: 'TicketForeign',
  missing: 'TicketMissing',
} as const;

/** Options of a call by hand; the schedule sends none. */
const AuditOptions = z.object({ all: z.boolean().default(false), dryRun: z.boolean().default(false) });

/** Holds the tickets against the records, closes second tickets, and counts all for a person. @returns what it found and did */
export function auditTicketsHandler(deps: AuditDependencies & { telemetry: Telemetry }) {
  return async (event: unknown): Promise<{ findings: TicketFinding[] }> => {
    const findings = await auditTickets(deps, AuditOptions.catch({ all: false, dryRun: false }).parse(event));
    for (const finding of findings) {
      deps.telemetry.count(METRICS[finding.kind]);
      deps.telemetry.warn('audit finding', finding);
    }
    return { findings };
  };
}
