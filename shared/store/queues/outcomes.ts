import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ChainedEvent } from '../../domain/events/recorded-event.ts';
import { isTicketed, type Remediation } from '../../domain/remediation/remediation.ts';
import { CheckResult } from '../../domain/verification/verdict.ts';
import { daysBetween } from '../../domain/words/day.ts';
import { Instant, PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { identifier, TICKET_KEY } from '../../domain/words/marks.ts';
import { keys } from '../keys.ts';
import { queryPages } from '../query-pages.ts';
import type { Item } from '../records/record-items.ts';

/** What happened to fixes, as the validation report tells it. */
const OUTCOME_EVENTS = [
  'Remediation Claimed',
  'Remediation Check Passed',
  'Remediation Check Inconclusive',
  'Remediation Verified',
  'Remediation Ineffective',
  'Remediation Regressed',
  'Remediation Reopened',
] as const;

export const Outcome = z.object({
  at: Instant,
  type: z.enum(OUTCOME_EVENTS),
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
  const type = OUTCOME_EVENTS.find((one) => one === event.type);
  if (type === undefined || !isTicketed(remediation)) return [];
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
export async function outcomesBetween(
  client: DynamoDBDocumentClient,
  table: string,
  { from, to }: { from: string; to: string },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const day of daysBetween(from, to)) {
    const input = {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': `OUTCOME#${day}`, ':from': `${from}~`, ':to': `${to}~` },
    };
    for await (const page of queryPages(client, input)) {
      outcomes.push(...page.map((item) => OutcomeItem.parse(item).outcome));
    }
  }
  return outcomes;
}
