import type { TicketRef } from '../domain/ticket/incident-ticket.ts';

/** A closure as the source system tells it when asked. */
export type ClosedTicket = { ticket: TicketRef; closedAt: string };

/** Which closures a source is asked for; instants are ISO 8601 UTC. */
export type Window = {
  /** Only what went to done at this time or later. */
  readonly closedSince: string;
  /** What surely has to be found: tickets that changed at this time or later, whatever the change was. */
  readonly changedSince: string;
  readonly now: string;
};

/** A ticketing system that can be asked what was closed. Each one that Holdfast listens to has one of these. */
export interface IncidentSource {
  /** As in `TicketRef.source`. */
  readonly name: string;
  /** Incidents in scope that are done, in no certain order; a few too many are welcome, one too few is a lost lesson. */
  closures(window: Window): Promise<ClosedTicket[]>;
}
