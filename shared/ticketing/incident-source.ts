import type { TicketRef } from '../domain/incident.ts';

/** A closure as the source system tells it when asked. */
export type ClosedTicket = { ticket: TicketRef; closedAt: string };

/** A ticketing system that can be asked what was closed. Each one that Holdfast listens to has one of these. */
export interface IncidentSource {
  /** As in `TicketRef.source`. */
  readonly name: string;
  /**
   * Incidents in scope that went to done at `since` or later, in no certain order; a few too many are welcome, one too
   * few is a lost lesson.
   *
   * @param since ISO 8601 UTC
   * @param now ISO 8601 UTC
   */
  closedSince(since: string, now: string): Promise<ClosedTicket[]>;
}
