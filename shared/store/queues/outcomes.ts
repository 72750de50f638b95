import * as z from 'zod';
import type { ChainedEvent } from '../../domain/events/recorded-event.ts';
import { isTicketed, type Remediation } from '../../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import { CheckResult } from '../../domain/verification/check-result.ts';
import { Instant, PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { identifier, TICKET_KEY } from '../../domain/words/marks.ts';
import { keys, partitions } from '../keys.ts';
import type { Item, Table } from '../table.ts';
import { itemsOfDays } from './items-of-days.ts';

/** True when the validation report tells of it: an answer for every event of a remediation. */
const IS_OUTCOME = {
  'Recommendation Approved': false,
  'Remediation Requested': false,
  'Remediation Not Created': false,
  'Remediation Ambiguous': false,
  'Remediation Ticket Created': false,
  'Remediation Ticket Updated': false,
  'Remediation Due Date Pushed': false,
  'Remediation Due Date Put Back': false,
  'Remediation Due Date Not Put Back': false,
  'Remediation Due Date Restored': false,
  'Remediation Due Date Set': false,
  'Remediation Priority Lowered': false,
  'Remediation Ticket Moved Out': false,
  'Remediation Closed In Bulk': false,
  'Remediation Ticket Missing': false,
  'Remediation Ticket Found Again': false,
  'Remediation Ticket Put Away': false,
  'Remediation Ticket Brought Back': false,
  'Remediation Existing Work Changed': false,
  'Remediation Claimed': true,
  'Remediation Vouched For': false,
  'Remediation Closed Without Claim': false,
  'Remediation Reopened': true,
  'Remediation Reopening Begun': false,
  'Remediation Not Reopened': false,
  'Remediation Follow-Up Wanted': false,
  'Remediation Ticket Not Told': false,
  'Remediation Ticket Told': false,
  'Remediation Overdue': false,
  'Remediation Attested': false,
  'Remediation Check Asked For': false,
  'Remediation Doubted': true,
  'Remediation Doubt Ended': false,
  'Remediation Source Asked': false,
  'Remediation Source Gave No Answer': false,
  'Remediation Check Passed': true,
  'Remediation Check Inconclusive': true,
  'Remediation Check Rescheduled': false,
  'Remediation Silence Excused': true,
  'Remediation Evidence Late': true,
  'Remediation Unproven': true,
  'Remediation Set Back': true,
  'Remediation Held': true,
  'Remediation Verified': true,
  'Remediation Regraded': true,
  'Remediation Ineffective': true,
  'Remediation Regressed': true,
  'Risk Accepted': false,
  'Risk Acceptance Expired': false,
  'Remediation Cancelled': false,
} as const satisfies Record<RemediationEvent['type'], boolean>;

type OutcomeType = {
  [Type in RemediationEvent['type']]: (typeof IS_OUTCOME)[Type] extends true ? Type : never;
}[RemediationEvent['type']];

const isOutcome = (type: string): type is OutcomeType =>
  Object.entries(IS_OUTCOME).some(([name, isOne]) => isOne && name === type);

export const Outcome = z.object({
  at: Instant,
  type: z.enum(Object.keys(IS_OUTCOME).filter(isOutcome)),
  postMortemId: PostMortemId,
  remediationId: RecommendationId,
  title: z.string(),
  ownerTeam: z.string(),
  key: identifier(z.string(), TICKET_KEY),
  results: z.array(CheckResult),
});
export type Outcome = z.infer<typeof Outcome>;

const Results = z.object({
  results: z.array(CheckResult).optional(),
  failure: z.object({ results: z.array(CheckResult) }).optional(),
});

/** The entry of the day's ledger for an event, or none. Written with the event, so that no report reads the history. */
export function outcomeItem(event: ChainedEvent, remediation: Remediation): Item[] {
  const { type } = event;
  if (!isOutcome(type) || !isTicketed(remediation)) return [];
  const { results, failure } = Results.parse(event.data);
  const outcome: Outcome = {
    at: event.occurredAt,
    type,
    postMortemId: event.postMortemId,
    remediationId: remediation.id,
    title: remediation.title,
    ownerTeam: remediation.ownerTeam,
    key: remediation.ticket.key,
    results: results ?? failure?.results ?? [],
  };
  return [{ ...keys.outcome(event.occurredAt, event.id), outcome }];
}

const OutcomeItem = z.object({ outcome: Outcome });

/** Outcomes after `from` up to `to`, in order: successive periods share none. Reads these days and nothing else. */
export async function outcomesBetween(table: Table, span: { from: string; to: string }): Promise<Outcome[]> {
  return (await itemsOfDays(table, partitions.outcomes, span)).map((item) => OutcomeItem.parse(item).outcome);
}
