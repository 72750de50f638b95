import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { addDuration, subtractDuration } from '../domain/duration.ts';
import type { PostMortemId, RecommendationId } from '../domain/identifiers.ts';
import type { HoldfastConfig } from '../domain/policy.ts';
import type { Remediation } from '../domain/remediation.ts';
import { readCursor } from '../store/cursor.ts';
import { dueActions, dueRemediations, dueReviews } from '../store/due.ts';
import { outcomesBetween } from '../store/outcomes.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { ReportInput } from './report-input.ts';

export type GatherDependencies = {
  store: Pick<RecordStore, 'remediation'>;
  place: { client: DynamoDBDocumentClient; table: string };
  config: Pick<HoldfastConfig, 'reports' | 'jira' | 'postMortem'>;
};

/** Where the last report ended: the next one begins there, whenever its schedule comes round. */
export const REPORT_CURSOR = 'publish-report';

/** Reads what the reports are made of: what is due, and what happened in the period. Never the history before it. */
export async function gatherReportInput(deps: GatherDependencies, now: string): Promise<ReportInput> {
  const { place, config } = deps;
  const { period, settle, upcomingWithin, title } = config.reports;
  const ahead = addDuration(now, upcomingWithin);
  const to = subtractDuration(now, settle);
  const span = { from: (await readCursor(place, REPORT_CURSOR)) ?? subtractDuration(to, period), to };
  const [overdue, acceptances, reviews, outcomes, upcoming] = await Promise.all([
    dueRemediations(place, 'remediation', now),
    dueRemediations(place, 'acceptance', ahead),
    dueReviews(place, now),
    outcomesBetween(place.client, place.table, span),
    upcomingChecks(deps, ahead),
  ]);
  return {
    now,
    period: span,
    title,
    site: config.jira.site,
    recordUrl: config.postMortem.recordUrl,
    overdue,
    acceptances,
    reviews,
    outcomes,
    known: await load(deps, new Map(outcomes.map((one) => [one.remediationId, one.postMortemId]))),
    upcoming,
  };
}

async function upcomingChecks(deps: GatherDependencies, until: string): Promise<Remediation[]> {
  const due = new Map<RecommendationId, PostMortemId>();
  for await (const { remediationId, postMortemId } of dueActions(deps.place, 'verify', until)) {
    due.set(remediationId, postMortemId);
  }
  return load(deps, due);
}

async function load(
  { store }: GatherDependencies,
  wanted: ReadonlyMap<RecommendationId, PostMortemId>,
): Promise<Remediation[]> {
  const found = await Promise.all([...wanted].map(([id, postMortemId]) => store.remediation(postMortemId, id)));
  return found.filter((one) => one !== undefined);
}
