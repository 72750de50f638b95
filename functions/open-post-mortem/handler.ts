import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { keyForLogs } from '../../shared/domain/words/marks.ts';
import { lookAtTicket } from '../../shared/intake/look-at-ticket.ts';
import { carryOnPostMortemOf, type OpenDependencies, openPostMortemOf } from '../../shared/intake/open-post-mortem.ts';

export type OpenPostMortemDependencies = Omit<OpenDependencies, 'onUnmapped'> &
  BusEventDependencies & { telemetry: Telemetry };

/** Opens a post-mortem for every closed incident ticket, as far as the policy wants one. The record of a reopened one is carried on. */
export function openPostMortemHandler({ telemetry, ...parts }: OpenPostMortemDependencies) {
  const deps: OpenDependencies = {
    ...parts,
    onUnmapped: ({ source, values }) => {
      telemetry.count('IncidentValueUnmapped');
      telemetry.warn('the configuration maps what a ticket says to nothing', { source, values });
    },
  };
  return onBusEvents('open-post-mortem', { ...parts, telemetry }, async (event, cause) => {
    const key = keyForLogs(event.data.ticket.key);
    if (event.type === 'Incident Ticket Reopened') {
      telemetry.count('IncidentTicketReopened');
      await carryOnPostMortemOf(deps, event.data, cause);
      return;
    }
    const isLook = event.type === 'Incident Ticket Changed';
    if (isLook) telemetry.count('IncidentTicketChanged');
    const outcome = await (isLook ? lookAtTicket : openPostMortemOf)(deps, event.data.ticket, cause);
    if (typeof outcome === 'object') {
      if (!outcome.isNews) return;
      telemetry.count('ClosureOpensNoRecord');
      telemetry.info('the closure of an incident opens no record', { key, because: outcome.opensNone });
      return;
    }
    switch (outcome) {
      case 'nothing new':
        return;
      case 'carried on':
        telemetry.count('IncidentTicketReopened');
        return;
      case 'gone':
      case 'cannot be asked':
        telemetry.count('LookWithoutAnswer');
        telemetry.warn('an incident that is said to have changed cannot be read', { key, outcome });
        return;
      case 'opened':
      case 'known':
      case 'no longer closed':
        telemetry.count(outcome === 'opened' ? 'PostMortemOpened' : 'ClosureWithoutNewPostMortem');
        telemetry.info('closure handled', { key, outcome });
    }
  });
}
