import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { coveredBy, openPeriodicReview, type ReviewedRecord, reviewTicket } from '../domain/record/periodic-review.ts';
import type { PeriodicReview } from '../domain/record/periodic-review-policy.ts';
import { type PostMortem, REVIEWED_AT_MOST } from '../domain/record/post-mortem.ts';
import { type RecordSummary, summaryOf } from '../domain/record/record-summary.ts';
import { type Period, periodBefore } from '../domain/words/calendar.ts';
import { PostMortemId } from '../domain/words/identifiers.ts';
import { AlreadyExists } from '../store/errors.ts';
import { recordsOpenedIn } from '../store/records/listings.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';

type Dependencies = {
  store: Pick<RecordStore, 'open' | 'head' | 'postMortem' | 'postMortemOfTicket'>;
  table: Table;
  config: HoldfastConfig;
  telemetry: { count: (metric: string) => void; info: (message: string, fields: Record<string, unknown>) => void };
  now: () => string;
  newId: () => string;
  hasTime: () => boolean;
};

/** Opens the review of each period that is over, once, where there is a record in it. */
export async function openPeriodicReviews(deps: Dependencies, cause: Cause): Promise<void> {
  for (const review of deps.config.postMortem.periodicReviews) {
    if (deps.hasTime()) await openOne(deps, review, cause);
  }
}

async function openOne(deps: Dependencies, review: PeriodicReview, cause: Cause): Promise<void> {
  const { store, table, config, telemetry, now, newId } = deps;
  const period = periodBefore(review.every, config.schedules.timezone, now());
  const ticket = reviewTicket(review, period);
  if ((await store.postMortemOfTicket(ticket)) !== undefined) return;
  const opened: RecordSummary[] = [];
  for await (const line of recordsOpenedIn(table, period)) opened.push(line);
  const lines: RecordSummary[] = [];
  for (const line of coveredBy(review, config, opened)) {
    if (line.isImported !== true || (await isOfThePeriod(deps, line, period))) lines.push(line);
  }
  if (lines.length === 0 || !deps.hasTime()) return;
  const named: ReviewedRecord[] = [];
  for (const line of lines.slice(0, REVIEWED_AT_MOST)) {
    const record = await store.postMortem(line.id);
    // It may be marked more strictly since its line was read.
    if (record !== undefined && coveredBy(review, config, [summaryOf(record)]).length > 0) named.push(factsOf(record));
  }
  const id = PostMortemId.parse(newId());
  try {
    await store.open(id, ticket, openPeriodicReview(id, review, period, { lines, named }, now(), config), cause);
  } catch (error) {
    // Another run was faster.
    if (error instanceof AlreadyExists) return;
    throw error;
  }
  telemetry.count('PeriodicReviewOpened');
  telemetry.info('PeriodicReviewOpened', { postMortemId: id, period: period.name, records: lines.length });
}

/** Of a record of up to some megabytes, the little that the figures need. */
function factsOf({
  id,
  carriedOn,
  milestones,
  sections,
  rootCauses,
  recommendations,
  lessons,
}: PostMortem): ReviewedRecord {
  const { detection, response, impact } = sections;
  return { id, carriedOn, milestones, sections: { detection, response, impact }, rootCauses, recommendations, lessons };
}

/** A file may bring an incident of years ago: the record was opened now, and is none of this period. */
async function isOfThePeriod({ store }: Dependencies, { id }: RecordSummary, { from, to }: Period): Promise<boolean> {
  const endedAt = (await store.head(id))?.incident.closedAt;
  return endedAt !== undefined && Date.parse(endedAt) >= Date.parse(from) && Date.parse(endedAt) < Date.parse(to);
}
