import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { keyForLogs } from '../../shared/domain/words/marks.ts';
import { carryOnPostMortemOf, type OpenDependencies, openPostMortemOf } from '../../shared/intake/open-post-mortem.ts';

/** Opens a post-mortem for every closed incident ticket, as far as the policy wants one. The record of a reopened one is carried on. */
export function openPostMortemHandler(deps: OpenDependencies & BusEventDependencies & { telemetry: Telemetry }) {
  return onBusEvents('open-post-mortem', deps, async (event, cause) => {
    const key = keyForLogs(event.data.ticket.key);
    if (event.type === 'Incident Ticket Reopened') {
      deps.telemetry.count('IncidentTicketReopened');
      await carryOnPostMortemOf(deps, event.data, cause);
      return;
    }
    const outcome = await openPostMortemOf(deps, event.data.ticket, cause);
    if (typeof outcome === 'object') {
      if (!outcome.isNews) return;
      deps.telemetry.count('ClosureOpensNoRecord');
      deps.telemetry.info('the closure of an incident opens no record', { key, because: outcome.opensNone });
      return;
    }
    deps.telemetry.count(outcome === 'opened' ? 'PostMortemOpened' : 'ClosureWithoutNewPostMortem');
    deps.telemetry.info('closure handled', { key, outcome });
  });
}
