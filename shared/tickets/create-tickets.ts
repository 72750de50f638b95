import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import { type Remediation, ticketLabel } from '../domain/remediation/remediation.ts';
import { JiraRefused, JiraUnsure } from '../jira/jira-errors.ts';
import { siteName } from '../jira/site.ts';
import { type CreateDependencies, createTicket, fieldsFor, recordNotCreated } from './create-ticket.ts';

/** Jira's own limit: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ */
const BULK_LIMIT = 50;

export type Approval = { approved: EventData<'Recommendation Approved'>; cause: Cause };

type Leased = Approval & { remediation: Extract<Remediation, { state: 'requested' }> };

/**
 * Creates the tickets of several approved recommendations, in one call where there are more than one.
 *
 * Each has a lease of its own, and each is recorded by itself: one that Jira refuses does not hold up the others. The
 * answer gives issues without saying which is whose, so each is looked up by the label that only it can have; what
 * cannot be told apart is in doubt, and the search settles it.
 *
 * @returns for each approval the error that sends it back to its queue, or undefined
 */
export async function createTickets(
  deps: CreateDependencies,
  approvals: readonly Approval[],
): Promise<(Error | undefined)[]> {
  const [only, ...others] = approvals;
  if (only === undefined) return [];
  if (others.length === 0) return [await failureOf(() => createTicket(deps, only.approved, only.cause))];
  if (approvals.length > BULK_LIMIT) throw new RangeError(`at most ${BULK_LIMIT} tickets at once`);

  const failures = new Map<Approval, Error | undefined>();
  const leased: Leased[] = [];
  for (const approval of approvals) {
    const failure = await failureOf(async () => {
      const remediation = await takeLease(deps, approval);
      if (remediation !== undefined) leased.push({ ...approval, remediation });
    });
    failures.set(approval, failure);
  }
  const outcomes = leased.length === 0 ? [] : await createLeased(deps, leased);
  for (const [index, { approved }] of leased.entries()) {
    const approval = approvals.find((one) => one.approved === approved);
    if (approval !== undefined) failures.set(approval, outcomes[index]);
  }
  return approvals.map((approval) => failures.get(approval));
}

async function takeLease({ store, config, now }: CreateDependencies, { approved, cause }: Approval) {
  const { remediation, events } = await store.changeRemediation(
    approved.postMortemId,
    approved.recommendation.id,
    (state) => (state === undefined ? [] : decide.requestTicket(state, now(), config)),
    cause,
  );
  const hasLease = events.some(({ type }) => type === 'Remediation Requested');
  return remediation?.state === 'requested' && hasLease ? remediation : undefined;
}

async function createLeased(deps: CreateDependencies, leased: readonly Leased[]): Promise<(Error | undefined)[]> {
  const { jira } = deps;
  try {
    const fields = await Promise.all(leased.map(({ remediation }) => fieldsFor(deps, remediation)));
    const { created, refused } = await jira.createTickets(fields);
    const byLabel = await ticketsByLabel(deps, created);
    return Promise.all(
      leased.map((one, index) => failureOf(() => recordOutcome(deps, one, refused.get(index), byLabel))),
    );
  } catch (error) {
    return Promise.all(leased.map((one) => failureOf(() => recordNotCreated(deps, one.remediation, error, one.cause))));
  }
}

type Ticket = { issueId: string; key: string };

/** Once issues are created, whatever goes wrong is a doubt and never a refusal: they are there. */
async function ticketsByLabel({ jira }: CreateDependencies, created: readonly Ticket[]): Promise<Map<string, Ticket>> {
  if (created.length === 0) return new Map();
  try {
    const labels = await jira.labelsOf(created.map(({ issueId }) => issueId));
    return new Map(created.flatMap((ticket) => (labels.get(ticket.issueId) ?? []).map((label) => [label, ticket])));
  } catch {
    return new Map();
  }
}

async function recordOutcome(
  deps: CreateDependencies,
  { remediation, cause }: Leased,
  refusal: string | undefined,
  byLabel: ReadonlyMap<string, Ticket>,
): Promise<void> {
  const endpoint = 'POST /rest/api/3/issue/bulk';
  if (refusal !== undefined) {
    await recordNotCreated(deps, remediation, new JiraRefused(endpoint, 400, refusal), cause);
    return;
  }
  const ticket = byLabel.get(ticketLabel(remediation.id));
  if (ticket === undefined) {
    await recordNotCreated(
      deps,
      remediation,
      new JiraUnsure(endpoint, 'which of the new issues is ours is not told'),
      cause,
    );
    return;
  }
  await deps.store.changeRemediation(
    remediation.postMortemId,
    remediation.id,
    (state) =>
      state === undefined ? [] : decide.ticketCreated(state, { site: siteName(deps.config), ...ticket }, false),
    cause,
  );
}

async function failureOf(work: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
