import * as z from 'zod';
import { TicketPerson } from '../words/person.ts';

/** Change of one field of a ticket that people made in its system. */
export const TicketChange = z.object({
  field: z.enum(['key', 'assignee', 'title', 'due date', 'priority']),
  /** Value before, in words; absent where there was none. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Absent where the changelog did not tell. */
  by: TicketPerson.optional(),
});
export type TicketChange = z.infer<typeof TicketChange>;
