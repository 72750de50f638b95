import type { Schemas } from '../data/api.ts';
import { timeInWords } from '../marks/time-in-words.ts';

type Recommendation = Schemas['Recommendation'];
type WithDueDate = { [Name in 'dueAt' | 'ifApproved']?: Recommendation[Name] | undefined };

/**
 * When a fix is due, as far as an approver can know. Without a date of its author it is reckoned from the last approval. The ticket
 * shows the day of its team's calendar, which need not be the reader's.
 *
 * @param readAt when the record was read, of which day `ifApproved` tells: it may be shown over midnight
 */
export function dueIfApproved({ dueAt: dueAtOfAuthor, ifApproved }: WithDueDate, readAt: string): string {
  if (ifApproved === undefined) return '';
  const { project, dueAt, dueOn } = ifApproved;
  const day = timeInWords(dueOn ?? dueAt, 'day');
  const isUnseen = project !== undefined && dueOn === undefined;
  return [
    `, due ${day}`,
    dueAtOfAuthor === undefined ? ` if the last approval is given on ${timeInWords(readAt, 'day')}` : '',
    isUnseen ? ', which the ticket does not show' : '',
  ].join('');
}
