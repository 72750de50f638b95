import type { Telemetry } from '../../runtime/telemetry.ts';
import {
  type AuditDependencies,
  auditTickets as audit,
  closeDuplicates,
  type Finding,
} from '../../shared/jira/audit-tickets.ts';

/** Twice the interval of its schedule, so that what one run could not see the next one does. */
const LOOK_BACK_DAYS = 15;

const METRICS = { orphan: 'TicketOrphaned', duplicate: 'TicketDuplicated', missing: 'TicketMissing' } as const;

/** Holds Jira against the records, closes second tickets, and counts the rest for a person. @returns what it found */
export function auditTickets(deps: AuditDependencies & { telemetry: Telemetry }) {
  return async (): Promise<{ findings: Finding[] }> => {
    const findings = await audit(deps, LOOK_BACK_DAYS);
    for (const finding of findings) {
      deps.telemetry.count(METRICS[finding.kind]);
      deps.telemetry.warn('audit finding', finding);
    }
    await closeDuplicates(deps, findings);
    return { findings };
  };
}
