import type { Cause } from '../domain/events/recorded-event.ts';
import { type SyncDependencies, syncShown } from './sync-ticket.ts';
import type { ShownTicket } from './ticket-system.ts';

/**
 * Takes in what people did to a ticket before a due date of ours is written over theirs: afterwards the ticket shows ours, and a push
 * of which no webhook has told yet would be in no record.
 *
 *     due the 5th ─ somebody: the 20th ─ we: the 12th ─ the webhook: shows the 12th, which is ours
 *
 * @param dueOn what is about to be written. A ticket that shows it tells nothing: we may have written it in a run that came to no end
 */
export async function takeInFirst(
  deps: SyncDependencies,
  shown: ShownTicket,
  dueOn: string,
  cause: Cause,
): Promise<void> {
  const reading = await shown.reading();
  if (reading.ticket.dueOn === dueOn) return;
  await syncShown(deps, { ...shown, reading: () => Promise.resolve(reading) }, cause);
}
