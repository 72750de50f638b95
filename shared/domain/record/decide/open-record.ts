import * as z from 'zod';
import type { IncidentTicket, TicketRef } from '../../ticket/incident-ticket.ts';
import { addDuration } from '../../words/duration.ts';
import { Instant, type PostMortemId } from '../../words/identifiers.ts';
import type { Author, Person } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { Severity } from '../../words/severity.ts';
import { stricterTlp, Tlp } from '../../words/tlp.ts';
import { HttpLink, WRITTEN } from '../../words/words.ts';
import type { TimelineEntry } from '../content/timeline.ts';
import type { RecordEvent } from '../events/record-events.ts';
import { type PostMortem, RecordKind, ReviewScope } from '../post-mortem.ts';
import type { PostMortemPolicy } from '../record-policy.ts';
import { recordUrlOf } from '../record-url.ts';
import { type Classification, templateFor } from '../template.ts';
import { mustBeAlive, mustBeOpen, mustNotBeAuthor } from './record-rules.ts';
import { measuresInForce } from './settle-measure.ts';

type Rules = { postMortem: PostMortemPolicy };

type ToldOfRecord = {
  /** Of a ticket that its system shows to some only: the record is marked so, or more strictly. */
  readonly leastTlp?: Tlp | undefined;
  /** Left out where it is none of ours. */
  readonly category?: string | undefined;
};

export function openPostMortem(
  postMortemId: PostMortemId,
  incident: IncidentTicket,
  timeline: TimelineEntry[],
  now: string,
  rules: Rules,
  { leastTlp = 'CLEAR', category: told = '' }: ToldOfRecord = {},
): RecordEvent[] {
  const category = rules.postMortem.categories.includes(told) ? told : undefined;
  const dueAt = reviewDueAt({ kind: 'incident', severity: incident.severity, category }, now, rules);
  const tlp = stricterTlp(rules.postMortem.tlp, leastTlp);
  const data = { postMortemId, incident, timeline, openedAt: now, dueAt, category, tlp };
  return [{ type: 'Post-Mortem Opened', data }];
}

/** A record that no ticket opened: a near miss, an exercise, a review of a quarter, an incident that was told by phone. */
export const OpeningByHand = z.strictObject({
  kind: RecordKind,
  title: WRITTEN.prose(5, 255),
  description: z.string().max(30_000).optional(),
  severity: Severity,
  category: z.string().min(1).max(100).optional(),
  tlp: Tlp.optional(),
  /** Beginning of the incident; default: now. */
  beganAt: Instant.optional(),
  /** End of the incident; default: now. */
  endedAt: Instant.optional(),
  url: HttpLink.optional(),
  /** For a periodic review: what it looks at. */
  scope: ReviewScope.optional(),
});
export type OpeningByHand = z.infer<typeof OpeningByHand>;

export function openByHand(
  postMortemId: PostMortemId,
  request: OpeningByHand,
  by: Author,
  now: string,
  rules: Rules,
  importedFrom?: PostMortem['importedFrom'],
): RecordEvent[] {
  const { kind, title, description = '', severity, category, scope, url } = request;
  if (category !== undefined) mustBeKnown(category, rules);
  if ((kind === 'periodic review') !== (scope !== undefined)) {
    const message = kind === 'periodic review' ? 'say which period it looks at' : 'only a periodic review has a scope';
    throw new Refusal('incomplete', `scope: ${message}`, [{ path: 'scope', message }]);
  }
  if (scope !== undefined && Date.parse(scope.to) <= Date.parse(scope.from)) {
    const message = `the end of the period, ${scope.to}, is not after its beginning, ${scope.from}`;
    throw new Refusal('incomplete', message, [{ path: 'scope.to', message }]);
  }
  const [openedAt, closedAt] = [request.beganAt ?? now, request.endedAt ?? now];
  if (Date.parse(closedAt) < Date.parse(openedAt)) {
    const message = `the end, ${closedAt}, is before the beginning, ${openedAt}`;
    throw new Refusal('incomplete', message, [{ path: 'endedAt', message }]);
  }
  const incident: IncidentTicket = {
    ...ticketOf(postMortemId),
    url: url ?? recordUrlOf(rules.postMortem, postMortemId),
    title,
    description,
    severity,
    openedAt,
    closedAt,
    people: [],
    techniques: [],
  };
  const dueAt = reviewDueAt({ kind, severity, category }, now, rules);
  const tlp = request.tlp ?? rules.postMortem.tlp;
  return [
    {
      type: 'Post-Mortem Opened',
      data: {
        postMortemId,
        incident,
        timeline: [],
        openedAt: now,
        dueAt,
        kind,
        category,
        tlp,
        scope: scope && { ...scope, covers: [...new Set(scope.covers)] },
        by,
        importedFrom,
      },
    },
  ];
}

/** A record without a ticket stands for its own. */
export function ticketOf(id: PostMortemId): TicketRef {
  return { source: 'holdfast', site: 'holdfast', ticketId: id, key: `PM-${id.slice(-8)}` };
}

export function reviewDueAt(record: Classification, from: string, { postMortem }: Rules): string {
  const { dueWithin } = templateFor(record, postMortem.templates);
  return addDuration(from, dueWithin ?? postMortem.dueWithin[record.severity]);
}

export function mustBeKnown(category: string, { postMortem: { categories } }: Rules): void {
  if (categories.includes(category)) return;
  const message = `"${category}" is none of the categories of holdfast.config.ts: ${categories.join(', ')}`;
  throw new Refusal('unknown part', message, [{ path: 'category', message }]);
}

export function linkTicket(record: PostMortem): RecordEvent[] {
  if (record.isLinkedToTicket) return [];
  const { source, site, ticketId, key } = record.incident;
  return [
    { type: 'Incident Ticket Linked', data: { postMortemId: record.id, ticket: { source, site, ticketId, key } } },
  ];
}

/**
 * The incident came back after its record was opened: what was written about it is no longer the whole story. It is kept of
 * a record that is still open, too, so that the same news does nothing when it comes again:
 *
 *     reopened 10:00 ── told ── approved 11:00 ── told again, of 10:00: nothing
 *     reopened 10:00 ────────── approved 11:00 ── told late, of 10:00: the record is open again
 */
export function carryOn(
  record: PostMortem,
  ticket: TicketRef,
  reopenedAt: string,
  now: string,
  rules: Rules,
): RecordEvent[] {
  const isBefore = Date.parse(reopenedAt) <= Date.parse(record.carriedOnAt ?? record.openedAt);
  if (isBefore || record.status === 'merged') return [];
  // A review that was over begins anew, and has its time anew; one that is under way keeps its date, however often the incident
  // comes back. A later date that somebody set stays.
  const isUnderWay = record.status === 'open' || record.status === 'in review';
  const anew = isUnderWay ? record.dueAt : reviewDueAt(record, now, rules);
  const dueAt = Date.parse(anew) > Date.parse(record.dueAt) ? anew : record.dueAt;
  return [{ type: 'Post-Mortem Carried On', data: { postMortemId: record.id, ticket, at: reopenedAt, dueAt } }];
}

/** This incident needs no post-mortem. A second person's decision, as any other judgement. */
export function waive(record: PostMortem, reason: string, by: Person, now: string): RecordEvent[] {
  mustBeOpen(record);
  mustNotBeAuthor(record, by);
  mustHaveUndoneWhatWasForAWhile(record);
  return [{ type: 'Post-Mortem Waived', data: { postMortemId: record.id, reason, by, at: now } }];
}

/**
 * The first half of a merge: the record that goes on knows the ticket of the other, and every ticket that the other had
 * absorbed. Repeated, it does nothing.
 *
 *     A into B, B into C: the tickets of A and B lead to C
 */
export function absorb(record: PostMortem, other: PostMortem, by: Person, now: string): RecordEvent[] {
  mustBeAlive(record);
  if (record.id === other.id) throw new Refusal('unknown part', 'a record cannot be merged into itself');
  if (record.kind === 'periodic review' || other.kind === 'periodic review') {
    throw new Refusal(
      'wrong state',
      'a review of a period and the record of an incident stay two: name the record in what the review covers',
    );
  }
  const known = new Set(record.absorbed.map(({ postMortemId }) => postMortemId));
  const also = other.absorbed.filter(({ postMortemId }) => !known.has(postMortemId));
  if (known.has(other.id) && also.length === 0) return [];
  if (record.status !== 'open' && record.status !== 'in review') {
    throw new Refusal(
      'wrong state',
      `the record ${record.id} is ${record.status}, and its review is over; choose an open record to merge into`,
    );
  }
  const { source, site, ticketId, key } = other.incident;
  const ticket = { source, site, ticketId, key };
  const data = { postMortemId: record.id, other: other.id, ticket, by, at: now };
  return [{ type: 'Post-Mortem Absorbed', data: also.length === 0 ? data : { ...data, alsoTickets: also } }];
}

/** The second half: the other record ends. As with a waiver, nobody ends what they wrote. */
export function mergeInto(
  record: PostMortem,
  into: PostMortemId,
  reason: string,
  by: Person,
  now: string,
): RecordEvent[] {
  if (record.status === 'merged' && record.ended?.mergedInto === into) return [];
  mustBeOpen(record);
  mustNotBeAuthor(record, by);
  mustHaveUndoneWhatWasForAWhile(record);
  return [{ type: 'Post-Mortem Merged', data: { postMortemId: record.id, into, reason, by, at: now } }];
}

/** Nobody would ask for it again: the block stays for ever. */
function mustHaveUndoneWhatWasForAWhile(record: PostMortem): void {
  const [measure] = measuresInForce(record);
  if (measure === undefined) return;
  throw new Refusal(
    'wrong state',
    `"${measure.what}", which was meant for a while, is in force still: say that it is undone, or add it to the record that goes on, and name it there in \`goesOn\` (holdfast measure removed --goes-on-in)`,
  );
}
