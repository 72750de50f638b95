import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expireAcceptance, overdue } from '../domain/decide-remediation.ts';
import type { DomainEvent } from '../domain/events.ts';
import type { HoldfastConfig } from '../domain/policy.ts';
import type { Cause } from '../domain/recorded-event.ts';
import { type Remediation, TICKET_LABEL } from '../domain/remediation.ts';
import { resumeCreation } from '../jira/create-ticket.ts';
import type { JiraGateway } from '../jira/gateway.ts';
import { reopenTicket } from '../jira/reopen-ticket.ts';
import { syncTicket } from '../jira/sync-ticket.ts';
import { readCursor, writeCursor } from '../store/cursor.ts';
import { dueActions, dueRemediations, type SystemQueue } from '../store/due.ts';
import type { RecordStore } from '../store/record-store.ts';
import { runAll, type Task } from './run-all.ts';

export type SweepDependencies = {
  store: RecordStore;
  jira: JiraGateway;
  place: { client: DynamoDBDocumentClient; table: string };
  config: HoldfastConfig;
  now: () => string;
};

const CURSOR = 'sweep-remediation';
/** Before its first run a sweep has seen nothing: it starts with the tickets of the last day. */
const FIRST_LOOK_MS = 86_400_000;
/** Jira's search lags behind its writes; each sweep looks again at what the one before may have missed. */
const OVERLAP_MS = 600_000;

/**
 * Finds what no event told: tickets that changed in Jira, creations and reopenings that were left half done,
 * deadlines that passed. Its cost is that of what changed or is due, never of the history.
 *
 * @throws AggregateError with all that failed; the rest is done
 */
export function sweepRemediations(deps: SweepDependencies, cause: Cause): Promise<void> {
  return runAll([
    { name: 'tickets that changed', run: () => changedTickets(deps, cause) },
    { name: 'creations to finish', run: () => forEachDue(deps, 'create', (due) => resumeCreation(deps, due, cause)) },
    { name: 'tickets to reopen', run: () => forEachDue(deps, 'reopen', (due) => reopenTicket(deps, due, cause)) },
    { name: 'overdue remediations', run: () => pastDeadline(deps, 'remediation', overdue, cause) },
    { name: 'risk acceptances that ran out', run: () => pastDeadline(deps, 'acceptance', expireAcceptance, cause) },
  ]);
}

async function changedTickets(deps: SweepDependencies, cause: Cause): Promise<void> {
  const startedAt = deps.now();
  const cursor = await readCursor(deps.place, CURSOR);
  const sinceMs = Date.parse(startedAt) - (cursor === undefined ? 0 : Date.parse(cursor));
  const minutes = Math.ceil(((cursor === undefined ? FIRST_LOOK_MS : sinceMs) + OVERLAP_MS) / 60_000);
  // Relative, because Jira reads an absolute time in the time zone of the account that asks.
  const changed = await deps.jira.search(
    `labels = "${TICKET_LABEL}" AND updated >= "-${minutes}m" ORDER BY updated ASC`,
  );
  await runAll(
    changed.map((issue) => ({
      name: `ticket ${issue.key}`,
      run: async () => {
        await syncTicket(deps, issue.id, cause);
      },
    })),
  );
  // Only when all went well: otherwise the next sweep starts from the same place.
  await writeCursor(deps.place, CURSOR, startedAt);
}

async function forEachDue(
  { place, now }: SweepDependencies,
  queue: SystemQueue,
  work: (due: Parameters<typeof resumeCreation>[1]) => Promise<unknown>,
): Promise<void> {
  async function* tasks(): AsyncGenerator<Task> {
    for await (const due of dueActions(place, queue, now())) {
      yield {
        name: `remediation ${due.remediationId}`,
        run: async () => {
          await work(due);
        },
      };
    }
  }
  await runAll(tasks());
}

async function pastDeadline(
  { store, place, now }: SweepDependencies,
  queue: 'remediation' | 'acceptance',
  decide: (remediation: Remediation, now: string) => DomainEvent[],
  cause: Cause,
): Promise<void> {
  const due = await dueRemediations(place, queue, now());
  await runAll(
    due
      .filter((remediation) => decide(remediation, now()).length > 0)
      .map(({ postMortemId, id }) => ({
        name: `remediation ${id}`,
        run: async () => {
          await store.changeRemediation(postMortemId, id, (state) => (state ? decide(state, now()) : []), cause);
        },
      })),
  );
}
