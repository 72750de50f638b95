import type { Remediation, TicketNotTold } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { ids } from './rules.ts';

/** Notes that a ticket takes no comment or no link. The same again is no news: it says something of the ticket's project. */
export function ticketNotTold(state: Remediation, note: Omit<TicketNotTold, 'at'>, now: string): RemediationEvent[] {
  const { notTold } = state;
  if (notTold?.about === note.about && notTold.because === note.because) return [];
  return [{ type: 'Remediation Ticket Not Told', data: { ...ids(state), notTold: { ...note, at: now } } }];
}

/** What was written after all is in the state no longer. What is owed to a ticket out of sight ends when that is shown again. */
export function ticketTold(state: Remediation, about: TicketNotTold['about'], now: string): RemediationEvent[] {
  const { notTold } = state;
  if (notTold?.about !== about || notTold.isMissing === true) return [];
  return [{ type: 'Remediation Ticket Told', data: { ...ids(state), about, at: now } }];
}
