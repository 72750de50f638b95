import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { EVENTS } from '../../../shared/domain/events/events.ts';
import type { Recommendation } from '../../../shared/domain/remediation/recommendation.ts';
import { claimIn, isClaimedByPullRequest, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { peopleAt } from '../jira/storm-sites.ts';
import { ownerOf } from '../jira/ticket-owner.ts';
import type { KeptRecord, Remains } from './remains.ts';
import type { Violation } from './violation.ts';

export function oneRecordForEveryClosedIncident({ incidents, records }: Remains): Violation[] {
  const promise = 'every closed incident has exactly one post-mortem';
  return incidents.flatMap(({ id, key, status }) => {
    const found = records.filter(({ postMortem }) => postMortem.incident.ticketId === id);
    const isClosed = status.category === 'done';
    if (found.length > 1)
      return [{ promise, because: `${key} has ${found.length}`, about: [key, id, ...found.map((one) => one.id)] }];
    return isClosed && found.length === 0
      ? [{ promise, because: `${key} is closed and has none`, about: [key, `issue/${id}`, id] }]
      : [];
  });
}

export function oneTicketForEveryApprovedRecommendation(remains: Remains): Violation[] {
  return remains.records.flatMap((record) =>
    record.postMortem.recommendations
      .filter(({ status }) => status === 'approved')
      .flatMap((recommendation) => {
        const because = wrongTickets(remains, record, recommendation);
        const promise = 'every approved recommendation has exactly one ticket, or waits with a reason';
        return because === undefined
          ? []
          : [
              {
                promise,
                because: `${recommendation.id}: ${because}`,
                about: [recommendation.id, recommendation.id.toLowerCase()],
              },
            ];
      }),
  );
}

function wrongTickets(
  { tickets, storm }: Remains,
  { remediations }: KeptRecord,
  { id }: Recommendation,
): string | undefined {
  const remediation = remediations.find((one) => one.id === id);
  const former = new Set(remediation === undefined ? [] : formerIdsOf(remediation));
  const living = tickets.filter((issue) => ownerOf(issue) === id && !former.has(issue.id));
  const keys = living.map(({ key }) => key).join(', ');
  if (living.length > 1) return `it has the tickets ${keys}`;
  if (remediation === undefined) return 'it has no remediation';
  if (remediation.state === 'requested' || remediation.state === 'ambiguous') {
    return `it still has no ticket: ${remediation.state}, attempt ${remediation.attempt}`;
  }
  const ticket = remediation.ticket;
  if (ticket === undefined)
    return living.length === 0 ? undefined : `it was cancelled without a ticket and has ${keys}`;
  if (storm.deleted.has(ticket.issueId))
    return living.length === 0 ? undefined : `its ticket was deleted and there is ${keys}`;
  return living[0]?.id === ticket.issueId
    ? undefined
    : `it names ${ticket.key}, and in Jira there is ${keys || 'none'}`;
}

export function noTicketWithoutRecord({ tickets, records }: Remains): Violation[] {
  const known = new Set(
    records.flatMap(({ remediations }) =>
      remediations.flatMap((one) => [
        ...('ticket' in one && one.ticket !== undefined ? [one.ticket.issueId] : []),
        ...formerIdsOf(one),
      ]),
    ),
  );
  return tickets
    .filter(({ id }) => !known.has(id))
    .map((issue) => ({
      promise: 'no ticket is without a record',
      because: `${issue.key} belongs to ${ownerOf(issue)}, which does not know it`,
      about: [issue.key, ownerOf(issue) ?? issue.key],
    }));
}

/** Tickets that nobody could take out of done, and that others follow up on. */
const formerIdsOf = ({ formerTickets = [] }: Remediation): string[] => formerTickets.map(({ issueId }) => issueId);

export function everyRemediationAgreesWithItsTicket({ records, storm }: Remains): Violation[] {
  return records.flatMap(({ remediations }) =>
    remediations.flatMap((remediation) => {
      const because = disagreement(remediation, storm);
      const promise = 'every remediation agrees with its ticket';
      const ticket = 'ticket' in remediation ? remediation.ticket : undefined;
      const about = [remediation.id, remediation.id.toLowerCase(), `issue/${ticket?.issueId}`, `of ${ticket?.key}`];
      return because === undefined ? [] : [{ promise, because: `${remediation.id}: ${because}`, about }];
    }),
  );
}

function disagreement(remediation: Remediation, { jira, site }: Remains['storm']): string | undefined {
  if (!('ticket' in remediation) || remediation.ticket === undefined) return undefined;
  const issue = jira.issue(remediation.ticket.issueId);
  if (issue === undefined || remediation.state === 'cancelled') return undefined;
  const { state, ticket } = remediation;
  if (ticket.key !== issue.key) return `it says ${ticket.key}, Jira says ${issue.key}`;
  if (ticket.assignee?.accountId !== issue.assignee?.accountId) return `it has another assignee than ${issue.key}`;
  const isClaim = peopleAt(site, jira).isClaim(issue);
  if (state === 'ineffective' || state === 'regressed') return `it is ${state}, and nobody reopened ${issue.key}`;
  // What a merged pull request claims has an open ticket, until somebody answers for it there.
  const isOpen = isClaimedByPullRequest(remediation);
  const agrees = isOpen ? issue.status.category !== 'done' : (claimIn(remediation) !== undefined) === isClaim;
  return agrees ? undefined : `it is ${state}, and ${issue.key} is ${issue.status.name} as ${issue.resolution?.name}`;
}

/** A comment of ours carries the failure that it tells of in a property: `shared/jira/gateway.ts`. */
export function oneCommentForEveryFailure({ records, storm }: Remains): Violation[] {
  return records.flatMap(({ log, remediations }) =>
    log.flatMap(({ type, data }, index) => {
      if (type !== 'Remediation Ineffective' && type !== 'Remediation Regressed') return [];
      const { remediationId, failure } = EVENTS[type].data.parse(data);
      const all = storm.jira.issues().filter((issue) => ownerOf(issue) === remediationId);
      const [owned] = all;
      if (owned === undefined) return [];
      const found = all
        .flatMap(({ comments }) => comments)
        .filter(({ properties }) => markersOf(properties).includes(`failure ${failure.at}`));
      const because = `${owned.key} has ${found.length} comments on the failure at ${failure.at}`;
      const about = [owned.key, remediationId, `issue/${owned.id}`];
      const isPutOff = endOf(log.slice(index + 1), remediationId) === 'Risk Accepted';
      if (isPutOff && found.length === 0) return [];
      // With a former ticket that people deleted, its comments went.
      const fix = remediations.find(({ id }) => id === remediationId);
      const isGone = fix !== undefined && formerIdsOf(fix).some((id) => storm.deleted.has(id));
      if (isGone && found.length === 0) return [];
      // Jira took no comment, and the record says so.
      const isSaid = log.slice(index + 1).some((later) => isNotTold(later, remediationId));
      if (isSaid && found.length === 0) return [];
      return found.length === 1 ? [] : [{ promise: 'every failure has one comment of ours', because, about }];
    }),
  );
}

const isNotTold = ({ type, data }: KeptRecord['log'][number], id: string): boolean =>
  type === 'Remediation Ticket Not Told' &&
  Object(data).remediationId === id &&
  Object(Object(data).notTold).about === 'failure';

/** What became of a failure. When its risk is accepted before a worker comes to it, there is nothing to comment. */
const endOf = (later: KeptRecord['log'], id: string): string | undefined =>
  later.find(
    ({ type, data }) =>
      (type === 'Remediation Reopened' || type === 'Risk Accepted') && Object(data).remediationId === id,
  )?.type;

const markersOf = (properties: Issue['comments'][number]['properties']): unknown[] =>
  properties.map(({ value }) => Object(value).marker);
