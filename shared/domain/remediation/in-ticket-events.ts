import * as z from 'zod';
import { Day } from '../words/day.ts';
import type { Catalogue } from '../words/event-definition.ts';
import { Instant, PostMortemId, RecommendationId } from '../words/identifiers.ts';
import { identifier, TICKET_KEY } from '../words/marks.ts';
import { TicketPerson } from '../words/person.ts';
import { REMEMBERED_WORKERS, RemediationTicket, TicketPriority } from './remediation.ts';
import { TicketChange } from './ticket-change.ts';

const remediation = { postMortemId: PostMortemId, remediationId: RecommendationId };

/** What was seen in the ticket. `workedBy`: as in the state; absent where it is as before. */
export const inTicket = {
  ...remediation,
  ticket: RemediationTicket,
  workedBy: z.array(TicketPerson).max(REMEMBERED_WORKERS).optional(),
};

/** When a change was made, and by whom, where the changelog told; else when it was seen. */
const told = { at: Instant, by: TicketPerson.optional() };

/** What people do to the ticket of a fix besides moving it to done, and what is done about that. */
export const IN_TICKET_EVENTS = {
  'Remediation Ticket Updated': {
    means: 'Something was changed in the ticket that harms nobody, or was seen in it for the first time.',
    /** `changes`: absent in events from before they were kept, and empty for what was only seen for the first time. */
    data: z.object({ ...inTicket, changes: z.array(TicketChange).optional() }),
  },
  'Remediation Due Date Pushed': {
    means:
      'Somebody moved the due date of the ticket behind ours, or took it away. The first time it is put back; the fix is due as before.',
    data: z.object({
      ...inTicket,
      from: Day.nullable(),
      to: Day.nullable(),
      /** Due date that the ticket should show. */
      ours: Day,
      /** `put back once open`: the ticket was done when it was seen. */
      answer: z.enum(['put back', 'put back once open', 'left']),
      ...told,
    }),
  },
  'Remediation Due Date Put Back': {
    means: 'Holdfast gave the ticket its due date back, and said so in a comment. It does so once for each fix.',
    /** `untold`: why there is no comment. */
    data: z.object({ ...remediation, dueOn: Day, at: Instant, untold: z.string().optional() }),
  },
  'Remediation Due Date Not Put Back': {
    means: 'Jira does not let Holdfast set the due date of the ticket: what people set there is left.',
    data: z.object({ ...remediation, because: z.string(), at: Instant }),
  },
  'Remediation Due Date Restored': {
    means:
      'Somebody set the due date of the ticket back to ours, or nearer, before Holdfast put it back: that is not done any more, and may be ' +
      'done after a later push.',
    data: z.object({ ...remediation, dueOn: Day, at: Instant }),
  },
  'Remediation Due Date Set': {
    means: 'Holdfast moved the due date of the ticket along with a decision about its fix.',
    data: z.object({ ...remediation, dueOn: Day, at: Instant }),
  },
  'Remediation Priority Lowered': {
    means: 'Somebody gave the ticket a lower priority. It is left; the priority of the fix stays.',
    data: z.object({ ...inTicket, from: TicketPriority, to: TicketPriority, ...told }),
  },
  'Remediation Ticket Moved Out': {
    means: 'The ticket was moved to a project to which no route leads. It is followed there.',
    data: z.object({ ...inTicket, fromKey: identifier(z.string(), TICKET_KEY), ...told }),
  },
  'Remediation Closed In Bulk': {
    means: 'The ticket was moved to done together with others, five or more within a minute, by one person.',
    data: z.object({
      ...remediation,
      /** Time of the claim of this fix, or of the closing that claims nothing, by the clock of the ticketing system. */
      claimAt: Instant,
      site: z.string(),
      by: TicketPerson,
      /** Tickets in all, at least: as many as were known when it was told, and of very many those next to this one. */
      tickets: z.int().positive(),
      /** Times of the first and the last of these. */
      from: Instant,
      to: Instant,
      at: Instant,
    }),
  },
  'Remediation Ticket Missing': {
    means:
      'The ticket is not shown any more: deleted, or hidden from our account. Its fix stays as it is; a person decides.',
    data: z.object({ ...remediation, ticket: RemediationTicket, at: Instant }),
  },
  'Remediation Ticket Found Again': {
    means: 'The ticket is shown again.',
    /** `isDecisionUntold`: something was decided about its fix while it was not shown, and is told now. */
    data: z.object({ ...inTicket, missingSince: Instant, at: Instant, isDecisionUntold: z.literal(true).optional() }),
  },
  'Remediation Ticket Put Away': {
    means:
      'Holdfast moved the ticket to done, because the risk was accepted and its route says so: nobody claims anything by it, and it is ' +
      'brought back when that time is over.',
    /** `at`: when it went to done, by the clock of the ticketing system. */
    data: z.object({ ...remediation, ticket: RemediationTicket, status: z.string(), at: Instant }),
  },
  'Remediation Ticket Brought Back': {
    means: 'A ticket that was put away is out of done again: people moved it, or Holdfast when the time was over.',
    /** `putAwayAt`: the time at which it had gone to done. */
    data: z.object({ ...remediation, putAwayAt: Instant, isByHoldfast: z.boolean(), at: Instant }),
  },
} as const satisfies Catalogue;
