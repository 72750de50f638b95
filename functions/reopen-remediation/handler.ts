import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { askAboutClosing } from '../../shared/tickets/ask-about-closing.ts';
import type { CreateDependencies } from '../../shared/tickets/create-ticket.ts';
import { linkIncident } from '../../shared/tickets/link-incident.ts';
import { putDueDateBack } from '../../shared/tickets/put-due-date-back.ts';
import { type ReopenDependencies, reopenTicket } from '../../shared/tickets/reopen-ticket.ts';
import { tellDecision, tellWhatWasDecided } from '../../shared/tickets/tell-decision.ts';
import { tellExisting } from '../../shared/tickets/tell-existing.ts';
import { tellFormer } from '../../shared/tickets/tell-former.ts';
import { tellRest } from '../../shared/tickets/tell-rest.ts';
import { lateness, type TellDependencies, tellStanding } from '../../shared/tickets/tell-standing.ts';

const FORMER = {
  told: 'FormerTicketTold',
  'not told': 'TicketNotTold',
  'no former ticket': 'TicketIsNoFollowUp',
  'missing ticket': 'TicketMissing',
} as const;

const METRICS = {
  reopened: 'TicketReopened',
  'not ours to do': 'TicketReopenedBefore',
  refused: 'TicketNotReopened',
} as const;

const ASKED = {
  'not told': 'TicketNotTold',
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
  'not told': 'TicketNotTold',
  told: 'TicketStandingTold',
  'not so any more': 'TicketStandingChanged',
  'missing ticket': 'TicketMissing',
} as const;

const DECIDED = {
  'not told': 'TicketNotTold',
  told: 'TicketDecisionTold',
  'followed up': 'TicketNotReopened',
  'not so any more': 'TicketDecisionChanged',
  'missing ticket': 'TicketMissing',
} as const;

const PUT_BACK = {
  'put back': 'TicketDueDatePutBack',
  restored: 'TicketDueDateLeft',
  'not taken': 'TicketDueDateNotTaken',
  'not so any more': 'TicketDueDateLeft',
  'missing ticket': 'TicketMissing',
} as const;

const RESTED = {
  'not told': 'TicketNotTold',
  told: 'TicketRestTold',
  'nothing to tell': 'TicketWhole',
  'missing ticket': 'TicketMissing',
} as const;

/**
 * Answers in tickets what Holdfast does not take for a fix: one that did not hold is reopened, with the evidence in a comment, or
 * followed up where Jira does not let us;
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
  /** A comment that a ticket does not take stands in the record. Nobody can mend it by sending the message again. */
  const answered = (remediationId: string, metric: string): void => {
    count(metric);
    if (metric !== 'TicketNotTold') return;
    deps.telemetry.warn('a ticket takes no comment; the record of its fix says why', { remediationId });
  };
  return onBusEvents('reopen-remediation', deps, async (event, cause) => {
    const { remediationId } = event.data;
    const say = (metric: string): void => answered(remediationId, metric);
    switch (event.type) {
      case 'Remediation Ticket Created': {
        const { outcome, because } = await linkIncident(deps, event.data, cause);
        count(LINKED[outcome]);
        if (because !== undefined) {
          const { key } = event.data.ticket;
          deps.telemetry.warn('a ticket is not linked to its incident', { key, because });
        }
        const tell = event.data.isExisting === true ? tellExisting : tellRest;
        say(RESTED[await tell(deps, event.data, cause)]);
        return say(FORMER[await tellFormer(deps, event.data, cause)]);
      }
      case 'Remediation Closed Without Claim':
        return say(ASKED[await askAboutClosing(deps, event.data, cause)]);
      case 'Remediation Regraded': {
        const late = lateness(event);
        return late === undefined ? undefined : say(TOLD[await tellStanding(deps, late, cause)]);
      }
      case 'Risk Accepted':
      case 'Risk Acceptance Expired':
      case 'Remediation Cancelled':
      case 'Remediation Verified':
        return say(DECIDED[await tellDecision(deps, event, cause)]);
      case 'Remediation Ticket Found Again':
        if (event.data.isDecisionUntold !== true) return undefined;
        return say(DECIDED[await tellWhatWasDecided(deps, event.data, cause)]);
      case 'Remediation Reopened': {
        say(DECIDED[await tellDecision(deps, event, cause)]);
        // A push that was seen while the ticket was done.
        const outcome = await putDueDateBack(deps, event.data, cause);
        return outcome === 'not so any more' ? undefined : count(PUT_BACK[outcome]);
      }
      case 'Remediation Due Date Pushed':
        return count(PUT_BACK[await putDueDateBack(deps, event.data, cause)]);
      case 'Remediation Ineffective':
      case 'Remediation Regressed': {
        const outcome = await reopenTicket(deps, event.data, cause);
        count(METRICS[outcome.outcome]);
        if (outcome.outcome === 'reopened' && !outcome.isTold) say('TicketNotTold');
        if (outcome.outcome !== 'refused') return undefined;
        const { key, refusal, notMade } = outcome;
        deps.telemetry.warn('a ticket cannot be reopened; another follows up on it', { key, because: refusal.message });
        // The queue tries again, and its dead-letter queue shows the reason to who can fix the cause.
        if (notMade !== undefined) throw notMade;
        return undefined;
      }
      default:
        return say(TOLD[await tellStanding(deps, event, cause)]);
    }
  });
}
