import * as z from 'zod';
import type { ChainedEvent } from '../../domain/events/recorded-event.ts';
import { isTicketed, type Remediation } from '../../domain/remediation/remediation.ts';
import { isRemediationEvent, type RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import { Instant, PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { identifier, TICKET_KEY } from '../../domain/words/marks.ts';
import { keys, partitions } from '../keys.ts';
import type { Item, Table } from '../table.ts';
import { itemsOfDays } from './items-of-days.ts';

export const CHANGES_IN_TICKETS = [
  'due date pushed, put back',
  'due date pushed, left',
  'due date pushed while done',
  'due date not put back',
  'priority lowered',
  'moved where no route leads',
  'closed in bulk',
  'missing',
  'shown again',
] as const;

/** Something that people did to the ticket of a fix, and that its readers should know: the work may be avoided. */
export const ChangeInTicket = z.object({
  at: Instant,
  what: z.enum(CHANGES_IN_TICKETS),
  postMortemId: PostMortemId,
  remediationId: RecommendationId,
  title: z.string(),
  ownerTeam: z.string(),
  site: z.string(),
  key: identifier(z.string(), TICKET_KEY),
  /** Value before and after, in words; absent where there was none. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Name of whoever did it, where that is known. */
  by: z.string().optional(),
});
export type ChangeInTicket = z.infer<typeof ChangeInTicket>;

/** The entry of the day's ledger for an event, or none. Written with the event, so that no report reads the history. */
export function ticketChangeItem(event: ChainedEvent, remediation: Remediation): Item[] {
  if (!isRemediationEvent(event) || !isTicketed(remediation)) return [];
  const told = toldOf(event);
  if (told === undefined) return [];
  const { id: remediationId, postMortemId, title, ownerTeam, ticket } = remediation;
  const { site, key } = ticket;
  const at = told.at ?? event.occurredAt;
  const change: ChangeInTicket = { postMortemId, remediationId, title, ownerTeam, site, key, ...told, at };
  return [{ ...keys.ticketChange(event.occurredAt, event.id), change }];
}

type Told = Pick<ChangeInTicket, 'what' | 'from' | 'to' | 'by'> & { at?: string };

const PUSHED = {
  'put back': 'due date pushed, put back',
  'put back once open': 'due date pushed while done',
  left: 'due date pushed, left',
} as const;

function toldOf(event: RemediationEvent): Told | undefined {
  switch (event.type) {
    case 'Remediation Due Date Pushed': {
      const { answer, from, to, at } = event.data;
      return { what: PUSHED[answer], at, ...values(from, to), ...doer(event.data) };
    }
    case 'Remediation Due Date Not Put Back':
      return { what: 'due date not put back', at: event.data.at };
    case 'Remediation Priority Lowered': {
      const { from, to, at } = event.data;
      return { what: 'priority lowered', at, ...values(from.name ?? from.id, to.name ?? to.id), ...doer(event.data) };
    }
    case 'Remediation Ticket Moved Out': {
      const { fromKey, ticket, at } = event.data;
      return { what: 'moved where no route leads', at, ...values(fromKey, ticket.key), ...doer(event.data) };
    }
    case 'Remediation Closed In Bulk':
      return { what: 'closed in bulk', at: event.data.claimAt, ...doer(event.data) };
    case 'Remediation Ticket Missing':
      return { what: 'missing', at: event.data.at };
    case 'Remediation Ticket Found Again':
      return { what: 'shown again', at: event.data.at };
    default:
      return undefined;
  }
}

const values = (from: string | null | undefined, to: string | null | undefined) => ({
  ...(from == null ? {} : { from }),
  ...(to == null ? {} : { to }),
});

const doer = ({ by }: { by?: { name: string } | undefined }) => (by === undefined ? {} : { by: by.name });

const Entry = z.object({ change: ChangeInTicket });

/** Changes that were seen after `from` up to `to`, in the order in which they were seen. Reads these days and nothing else. */
export async function ticketChangesBetween(
  table: Table,
  span: { from: string; to: string },
): Promise<ChangeInTicket[]> {
  return (await itemsOfDays(table, partitions.ticketChanges, span)).map((item) => Entry.parse(item).change);
}
