import * as z from 'zod';
import { TICKET_EVENTS, type TicketEvent } from '../domain/ticket/ticket-events.ts';
import { ToldIncident } from '../domain/ticket/told-incident.ts';

/** Ids stand in keys of the table, whose parts `#` separates, and which hold 2,048 bytes. U+FFFD stands for characters that are lost: it may be any id. */
const keyPart = (limit: number) =>
  z.string().regex(new RegExp(`^[^\\p{Cc}#\ufffd]{1,${limit}}$`, 'u'), {
    error: `expected 1 to ${limit} characters without control characters, lost characters and #`,
  });

/** Names of a ticket that go into keys. Stored events have no such limits, so that they stay readable. */
const KeyParts = z.object({ site: keyPart(253), ticketId: keyPart(200), key: keyPart(200) });

/** An item holds 400 KB, with what stands beside the event in it. */
const ITEM_LIMIT_BYTES = 300_000;

/**
 * Looks whether the table takes what a message means. A signed message may have any text in any place.
 *
 * @throws ZodError when a name of the ticket fits no key, or the event is none of the catalogue
 * @throws Error when it is too much for an item
 */
export function mustFitTheTable(event: TicketEvent, told: ToldIncident | undefined): void {
  KeyParts.parse(namesIn(event));
  TICKET_EVENTS[event.type].data.parse(event.data);
  ToldIncident.optional().parse(told);
  const bytes = Math.max(...[event, told].map((one) => Buffer.byteLength(JSON.stringify(one ?? null))));
  if (bytes > ITEM_LIMIT_BYTES)
    throw new Error(`it tells ${bytes} bytes of one incident, and an item of the table holds less`);
}

function namesIn(event: TicketEvent): z.input<typeof KeyParts> {
  if (event.type !== 'Remediation Ticket Changed') return event.data.ticket;
  const { site, issueId, key } = event.data;
  return { site, ticketId: issueId, key };
}
