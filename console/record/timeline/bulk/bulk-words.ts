import type { Entry } from '../entries.ts';
import { spanInWords } from '../gaps.ts';
import type { BulkDeed, BulkDraft } from './bulk-deed.ts';
import type { BulkOutcome } from './run-bulk.ts';

const entries = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);

/** How many of the chosen ones can be changed: `3 of 5; 2 came from the ticket`. */
export function chosenWords(chosen: readonly Entry[]): string {
  if (chosen.length === 0) return 'None chosen. Press the box of an entry; with Shift, all from the last one to it.';
  const ofTicket = chosen.filter(({ origin }) => origin === 'ticket').length;
  if (ofTicket === 0) return `${entries(chosen.length)} chosen`;
  return `${chosen.length - ofTicket} of ${chosen.length}; ${ofTicket} came from the ticket and ${ofTicket === 1 ? 'stays as it' : 'stay as they'} came`;
}

/** What the button does. */
export function deedWords(act: BulkDraft['act'], deed: BulkDeed | undefined, count: number): string {
  switch (act) {
    case 'kind':
      return `Set the kind of ${entries(count)}`;
    case 'role':
      return deed?.act === 'role' && deed.role === ''
        ? `Take out the role of ${entries(count)}`
        : `Set the role of ${entries(count)}`;
    case 'shift':
      return `Move ${entries(count)}${deed?.act === 'shift' ? ` by ${spanInWords(Math.abs(deed.ms))}` : ''}`;
    case 'remove':
      return `Remove ${entries(count)}`;
  }
}

/** What was done. */
export function doneWords({ act }: BulkDeed, { done, same, failed, untried }: Omit<BulkOutcome, 'open'>): string {
  const verb = act === 'remove' ? 'removed; the log keeps what was said' : act === 'shift' ? 'moved' : 'changed';
  const left = failed.length + untried.length;
  return [
    done.length === 0 ? '' : `${entries(done.length)} ${verb}`,
    same === 0 ? '' : `${same} ${same === 1 ? 'was' : 'were'} so already`,
    left === 0 ? '' : `${left} not done`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** How far it is, told now and then, where there is time to listen. @returns undefined for nothing new to tell */
export function progressWords(through: number, count: number): string | undefined {
  return count > 5 && through % 5 === 0 ? `${through} of ${count} are through` : undefined;
}
