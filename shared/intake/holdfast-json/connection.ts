import { inOrder, type TimelineEntry } from '../../domain/record/content/timeline.ts';
import type { IncidentTicket, TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { PartId } from '../../domain/words/identifiers.ts';
import { keyForLogs } from '../../domain/words/marks.ts';
import type { IncidentDetails, SourceConnection, SourceTools } from '../source.ts';

/** The system told everything when it told the closure; there is nobody to ask. It has been longer than we keep that. */
export class ToldIncidentExpired extends Error {
  readonly ticket: TicketRef;

  constructor(ticket: TicketRef) {
    super(
      `what ${ticket.site} told of ${keyForLogs(ticket.key)} is no longer kept (operations.inboxRetention): have it post the closure ` +
        'again under a new id, or open the record by hand',
    );
    this.name = 'ToldIncidentExpired';
    this.ticket = ticket;
  }
}

/** Knows only what it was told: details come from what is kept, and nothing is asked or linked. */
export function connectHoldfastJson({ told, newId }: SourceTools): SourceConnection {
  return {
    async details(ticket): Promise<IncidentDetails | undefined> {
      const last = await told(ticket);
      if (last === undefined) throw new ToldIncidentExpired(ticket);
      if (last.state === 'open') return undefined;
      const { incident, closedAs, leastTlp, category, unmapped } = last;
      return { incident, timeline: timelineOf(incident, newId), closedAs, leastTlp, category, unmapped };
    },
    poll: undefined,
    wasClosed: undefined,
    look: undefined,
    linkBack: undefined,
    check: () => Promise.resolve([]),
  };
}

function timelineOf({ title, openedAt, closedAt }: IncidentTicket, newId: () => string): TimelineEntry[] {
  const id = (): PartId => PartId.parse(newId());
  return inOrder([
    { id: id(), at: openedAt, what: `Ticket opened: ${title}`, kind: 'detection', role: 'reporter', origin: 'ticket' },
    { id: id(), at: closedAt, what: 'Ticket closed', kind: 'action', role: 'responder', origin: 'ticket' },
  ]);
}
