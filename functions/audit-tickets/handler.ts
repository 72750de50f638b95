import * as z from 'zod';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { runAll } from '../../shared/run-all.ts';
import { type AuditDependencies, auditTickets, type TicketFinding } from '../../shared/tickets/audit-tickets.ts';

const METRICS = {
  orphan: 'TicketOrphaned',
  duplicate: 'TicketDuplicated',
  foreign: 'TicketForeign',
  missing: 'TicketMissing',
} as const;

/** Options of a call by hand; the schedule sends none. */
const AuditOptions = z.object({ all: z.boolean().default(false), dryRun: z.boolean().default(false) });

/**
 * Holds the tickets of each site against the records, closes second tickets, and counts all for a person.
 *
 * @returns what it found and did
 * @throws AggregateError when a site could not be audited; what was found on the others is counted and logged
 */
export function auditTicketsHandler(deps: Omit<AuditDependencies, 'tickets'> & { telemetry: Telemetry }) {
  return async (event: unknown): Promise<{ findings: TicketFinding[] }> => {
    const scope = AuditOptions.catch({ all: false, dryRun: false }).parse(event);
    const { all } = deps.ticketSites;
    const found: TicketFinding[][] = all.map(() => []);
    const audits = all.map((tickets, place) => ({
      name: `tickets on ${tickets.site}`,
      run: async () => {
        const findings = await auditTickets({ ...deps, tickets }, scope);
        for (const finding of findings) {
          deps.telemetry.count(METRICS[finding.kind]);
          deps.telemetry.warn('audit finding', finding);
        }
        found[place] = findings;
      },
    }));
    await runAll(audits, audits.length);
    return { findings: found.flat() };
  };
}
