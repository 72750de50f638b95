import type { Remediation, TicketNotTold } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { ids } from './rules.ts';

/** A missing link has a place of its own: it stays missing, whatever else the ticket takes or refuses. */
const known = ({ notTold, notLinked }: Remediation, about: TicketNotTold['about']): TicketNotTold | undefined =>
  about === 'link to the incident' ? notLinked : notTold;

/**
 * Notes that a ticket takes no comment or no link. The same again is no news: it says something of the ticket's project. What is
 * owed to a ticket out of sight is overwritten by nothing else, since it is told when that is shown again.
 */
export function ticketNotTold(state: Remediation, note: Omit<TicketNotTold, 'at'>, now: string): RemediationEvent[] {
  const before = known(state, note.about);
  if (before?.about === note.about && before.because === note.because) return [];
  if (before?.isMissing === true && note.isMissing !== true) return [];
  return [{ type: 'Remediation Ticket Not Told', data: { ...ids(state), notTold: { ...note, at: now } } }];
}

/** What was written after all is in the state no longer. What is owed to a ticket out of sight ends when that is shown again. */
export function ticketTold(state: Remediation, about: TicketNotTold['about'], now: string): RemediationEvent[] {
  const before = known(state, about);
  if (before?.about !== about || before.isMissing === true) return [];
  return [{ type: 'Remediation Ticket Told', data: { ...ids(state), about, at: now } }];
}
