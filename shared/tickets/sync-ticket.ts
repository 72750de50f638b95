import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { applyToRemediation } from '../domain/remediation/apply-remediation.ts';
import { syncWithTicket, type TicketReading } from '../domain/remediation/decide/claim.ts';
import { ticketCreated } from '../domain/remediation/decide/creation.ts';
import { isTicketed, type Remediation } from '../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../domain/remediation/remediation-events.ts';
import type { JiraGateway } from '../jira/gateway.ts';
import { isDone, isStatusChange, type JiraIssue } from '../jira/issue-reading.ts';
import { personFrom, siteName } from '../jira/site.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { tieOf } from './tie.ts';

export type SyncDependencies = {
  store: RecordStore;
  jira: JiraGateway;
  config: Pick<HoldfastConfig, 'remediation' | 'verification' | 'jira'>;
  now: () => string;
};

export type SyncOutcome = {
  outcome: 'changed' | 'unchanged' | 'unknown ticket' | 'missing in Jira';
  events: RemediationEvent[];
};

/**
 * Brings a remediation in step with its ticket, as Jira has it now. Says nothing about why: a webhook, a sweep, one
 * too many of either. What is in step already stays as it is, so our own writes never come back as changes.
 */
export async function syncTicket(deps: SyncDependencies, issueId: string, cause: Cause): Promise<SyncOutcome> {
  const issue = await deps.jira.issue(issueId);
  if (issue === undefined) return { outcome: 'missing in Jira', events: [] };
  const pointer = (await deps.store.remediationOfIssue(siteName(deps.config), issue.id)) ?? tieOf(issue);
  if (pointer === undefined) return { outcome: 'unknown ticket', events: [] };
  const reading = await readTicket(deps, issue);
  const { events } = await deps.store.changeRemediation(
    pointer.postMortemId,
    pointer.remediationId,
    (state) => {
      if (state === undefined) return [];
      // The webhook was faster than the answer to our create, or that answer never came: the ticket tells of itself,
      // and all that it tells goes into one change: nobody may hear of this ticket again.
      const adopted = ticketCreated(state, reading.ticket, true);
      const known = adopted.reduce<Remediation | undefined>(applyToRemediation, state) ?? state;
      return isTicketed(known) && known.ticket.issueId === issue.id
        ? [...adopted, ...syncWithTicket(known, reading, deps.now(), deps.config)]
        : adopted;
    },
    cause,
  );
  return { outcome: events.length === 0 ? 'unchanged' : 'changed', events };
}

/** @returns undefined when the ticket is gone or hidden */
export async function currentReading(deps: SyncDependencies, issueId: string): Promise<TicketReading | undefined> {
  const issue = await deps.jira.issue(issueId);
  return issue === undefined ? undefined : readTicket(deps, issue);
}

async function readTicket({ jira, config }: SyncDependencies, issue: JiraIssue): Promise<TicketReading> {
  const { assignee, status, statuscategorychangedate, resolutiondate, updated } = issue.fields;
  const claim = { at: statuscategorychangedate ?? resolutiondate ?? updated, status: status.name };
  const lastMove = isDone(issue)
    ? (await jira.changelog(issue.id)).findLast(({ items }) => items.some(isStatusChange))
    : undefined;
  return {
    ticket: {
      site: siteName(config),
      issueId: issue.id,
      key: issue.key,
      ...(assignee ? { assignee: personFrom(assignee) } : {}),
    },
    isDone: isDone(issue),
    status: status.name,
    claim: { ...claim, ...(lastMove?.author ? { by: personFrom(lastMove.author) } : {}) },
  };
}
