import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { askAboutClosing } from '../../shared/tickets/ask-about-closing.ts';
import type { CreateDependencies } from '../../shared/tickets/create-ticket.ts';
import { linkIncident } from '../../shared/tickets/link-incident.ts';
import { putDueDateBack } from '../../shared/tickets/put-due-date-back.ts';
import { type ReopenDependencies, reopenTicket } from '../../shared/tickets/reopen-ticket.ts';
import { tellDecision } from '../../shared/tickets/tell-decision.ts';
import { tellExisting } from '../../shared/tickets/tell-existing.ts';
import { tellRest } from '../../shared/tickets/tell-rest.ts';
import { lateness, type TellDependencies, tellStanding } from '../../shared/tickets/tell-standing.ts';

const METRICS = {
  reopened: 'TicketReopened',
  'not ours to do': 'TicketReopenedBefore',
  refused: 'TicketNotReopened',
} as const;

const ASKED = {
  asked: 'TicketClosedWithoutClaim',
  'not closed any more': 'TicketClosingTakenBack',
  'missing ticket': 'TicketMissing',
} as const;

const LINKED = {
  linked: 'IncidentLinked',
  'no link': 'IncidentNotLinked',
  'not wanted': 'IncidentLinkNotWanted',
} as const;

const TOLD = {
  told: 'TicketStandingTold',
  'not so any more': 'TicketStandingChanged',
  'missing ticket': 'TicketMissing',
} as const;

const DECIDED = {
  told: 'TicketDecisionTold',
  'not so any more': 'TicketDecisionChanged',
  'missing ticket': 'TicketMissing',
} as const;

const PUT_BACK = {
  'put back': 'TicketDueDatePutBack',
  'not taken': 'TicketDueDateNotTaken',
  'not so any more': 'TicketDueDateLeft',
  'missing ticket': 'TicketMissing',
} as const;

const RESTED = {
  told: 'TicketRestTold',
  'nothing to tell': 'TicketWhole',
  'missing ticket': 'TicketMissing',
} as const;

/**
 * Answers in tickets what Holdfast does not take for a fix: one that did not hold is reopened, with the evidence in a comment;
 * one that was closed without a claim gets the question what is to become of it; one whose evidence is missing is told so, and
 * one about which people decided is told that. A due date that somebody pushed is put back, once.
 */
export function reopenRemediationHandler(
  deps: ReopenDependencies &
    TellDependencies &
    Pick<CreateDependencies, 'config' | 'table'> &
    BusEventDependencies & { telemetry: Telemetry },
) {
  const count = (metric: string): void => deps.telemetry.count(metric);
  return onBusEvents('reopen-remediation', deps, async (event, cause) => {
    switch (event.type) {
      case 'Remediation Ticket Created': {
        const { outcome, because } = await linkIncident(deps, event.data);
        count(LINKED[outcome]);
        if (because !== undefined) {
          const { key } = event.data.ticket;
          deps.telemetry.warn('a ticket is not linked to its incident', { key, because });
        }
        const tell = event.data.isExisting === true ? tellExisting : tellRest;
        return count(RESTED[await tell(deps, event.data)]);
      }
      case 'Remediation Closed Without Claim':
        return count(ASKED[await askAboutClosing(deps, event.data)]);
      case 'Remediation Regraded': {
        const late = lateness(event);
        return late === undefined ? undefined : count(TOLD[await tellStanding(deps, late)]);
      }
      case 'Risk Accepted':
      case 'Risk Acceptance Expired':
      case 'Remediation Cancelled':
      case 'Remediation Reopened':
        return count(DECIDED[await tellDecision(deps, event, cause)]);
      case 'Remediation Due Date Pushed':
        return count(PUT_BACK[await putDueDateBack(deps, event, cause)]);
      case 'Remediation Ineffective':
      case 'Remediation Regressed': {
        const outcome = await reopenTicket(deps, event.data, cause);
        count(METRICS[outcome.outcome]);
        // The queue tries again, and its dead-letter queue shows the reason to who can fix the cause.
        if (outcome.outcome === 'refused') throw outcome.refusal;
        return undefined;
      }
      default:
        return count(TOLD[await tellStanding(deps, event)]);
    }
  });
}
