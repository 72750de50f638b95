import * as z from 'zod';
import type { Telemetry } from '../../runtime/telemetry.ts';
import {
  type AuditDependencies,
  auditTickets as audit,
  closeDuplicates,
  type TicketFinding,
} from '../../shared/tickets/audit-tickets.ts';

/** Twice the interval of its schedule, so that what one run could not see the next one does. */
const LOOK_BACK_DAYS = 15;

const METRICS = { orphan: 'TicketOrphaned', duplicate: 'TicketDuplicated', missing: 'TicketMissing' } as const;

/** What a person may ask for; the schedule asks for nothing. */
const Wish = z.object({
  /** Look at all tickets, not only at those of the last days. */
  all: z.boolean().default(false),
  /** Find, and close nothing. */
  dryRun: z.boolean().default(false),
});

/** Holds Jira against the records, closes second tickets, and counts all for a person. @returns what it found and did */
export function auditTickets(deps: AuditDependencies & { telemetry: Telemetry }) {
  return async (event: unknown): Promise<{ findings: TicketFinding[] }> => {
    const { all, dryRun } = Wish.catch({ all: false, dryRun: false }).parse(event);
    const found = await audit(deps, all ? undefined : LOOK_BACK_DAYS);
    const findings = dryRun ? found : await closeDuplicates(deps, found);
    for (const finding of findings) {
      deps.telemetry.count(METRICS[finding.kind]);
      deps.telemetry.warn('audit finding', finding);
    }
    return { findings };
  };
}
