import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { routeOfTicket, routeWhereItIs } from '../../domain/remediation/choose-route.ts';
import { TICKET_LABEL, ticketLabel } from '../../domain/remediation/remediation.ts';
import type { NamedRoute } from '../../domain/remediation/route.ts';
import { alsoNamed } from '../../domain/ticket/jira-site.ts';
import { durationMs } from '../../domain/words/duration.ts';
import { plainText } from '../../jira/adf.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { FETCH_LIMIT } from '../../jira/issue-reads.ts';
import {
  JiraConflict,
  JiraIssueMissing,
  JiraOutage,
  JiraRateLimited,
  JiraRefused,
  JiraUnsure,
} from '../../jira/jira-errors.ts';
import { siteName } from '../../jira/site.ts';
import { JiraTurnTaken } from '../../jira/site-turns.ts';
import {
  type ShownTicket,
  type TicketDraft,
  type TicketFailure,
  type TicketSystem,
  TicketsOutOfSight,
} from '../ticket-system.ts';
import { adfOf } from './adf-of.ts';
import { createFields } from './create-fields.ts';
import { createIssue, createIssues } from './create-issue.ts';
import { type CreateScreens, createScreens } from './create-screens.ts';
import { idsChanged, idsChangedSince, ticketsCreated, ticketsNamed } from './find-tickets.ts';
import { incidentPlaces } from './incident-places.ts';
import { linkToIncident } from './link-incident.ts';
import { linkToEarlier } from './link-to-earlier.ts';
import { placesInJira } from './places-in-jira.ts';
import { projectIn } from './project-in-key.ts';
import { showsIssues } from './shows-issues.ts';
import { ticketMoves } from './ticket-moves.ts';

/** Jira's own limit: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ */
const BULK_LIMIT = 50;

/**
 * A Jira site as the system where teams work on fixes. Tickets are found by labels and by their creator, and told by a property.
 *
 * @param config as if it were the only site: see `configuredSites`
 * @param key its name in `jira.sites`; undefined for the site of `jira`
 */
export function jiraTickets(
  jira: JiraGateway,
  config: Pick<HoldfastConfig, 'jira' | 'remediation' | 'teams' | 'incidents'>,
  nowMs: () => number = Date.now,
  key?: string,
): TicketSystem {
  const site = siteName(config);
  const screens = createScreens(jira, nowMs);
  const isIncident = incidentPlaces(config);
  const creator = { jira, screens, isIncident };

  const shownAs = showsIssues({ jira, config, isIncident, nowMs, key });
  const mustShow = async (ticketId: string): Promise<ShownTicket> => {
    const issue = await jira.issue(ticketId);
    const [shown] = issue === undefined ? [] : await shownAs([issue]);
    if (shown === undefined) throw new JiraIssueMissing(`GET /rest/api/3/issue/${ticketId}`);
    return shown;
  };
  const routeOf = (recorded: NamedRoute) => routeOfTicket(recorded, config, key);
  const routeAt = (recorded: NamedRoute, { project, projectInRoutes = [], types }: ShownTicket) =>
    routeWhereItIs(recorded, { projects: [project, ...projectInRoutes], types }, config, key);

  return {
    site,
    names: alsoNamed(site, config.jira),
    key,
    searchLagMs: durationMs(config.remediation.create.indexLag),
    account: () => jira.ownAccountId(),
    turnToCreate: (count) => jira.turnToCreate(count),
    async turnToReopen(ticketId) {
      await jira.turnToReopen(ticketId);
      // A limit of which nobody knows yet is met by a read, and by none of what follows.
      await jira.statusOf(ticketId);
    },
    create: (draft) => createIssue(creator, draft),
    mostAtOnce: BULK_LIMIT,
    createMany(drafts) {
      if (drafts.length > BULK_LIMIT) throw new RangeError(`at most ${BULK_LIMIT} tickets at once`);
      return createIssues(creator, drafts);
    },
    async show(ticketId, lastKey) {
      const askedAt = instant(nowMs());
      const issue = await jira.issue(ticketId);
      // With its whole project out of sight, a ticket is not gone.
      if (issue === undefined && lastKey !== undefined) await jira.project(projectIn(lastKey));
      return issue && (await shownAs([issue], askedAt))[0];
    },
    shown: (ticketIds) => shownIds(jira, ticketIds),
    async showMany(ticketIds) {
      const askedAt = instant(nowMs());
      return shownAs((await inGroups(ticketIds, (some) => jira.issuesById(some))).flat(), askedAt);
    },
    mostShown: FETCH_LIMIT,
    withNameOf: async (remediation, sinceMs) => shownAs(await ticketsNamed(jira, remediation, sinceMs)),
    changedWithin: (ms) => idsChanged(jira, ms),
    changedSince: (search) => idsChangedSince(jira, search),
    async *ours(days) {
      for await (const page of ticketsCreated(jira, days)) yield shownAs(page);
    },
    tellRest: (ticketId, draft) => tellRest({ jira, screens }, ticketId, draft),
    moveDueDate: (ticketId, dueOn) => jira.setDueDate(ticketId, dueOn),
    async giveName({ issueId }, remediation, route) {
      const screen = await screens.of(routeOf(route));
      if (screen !== undefined && !screen.fields.has('labels')) return false;
      return jira.addLabels(issueId, [TICKET_LABEL, ticketLabel(remediation)]);
    },
    ...ticketMoves(jira, config.remediation, { mustShow, routeOf, routeAt }),
    linkDuplicate: (later, earlier, route) => linkToEarlier(jira, { later, earlier }, routeOf(route), 'duplicateLink'),
    linkFollowUp: (later, earlier, recorded) => {
      const route = routeOf(recorded);
      const setting = route.followUpLink === undefined ? 'incidentLink' : 'followUpLink';
      return linkToEarlier(jira, { later, earlier }, route, setting);
    },
    linkToIncident: (ticket, incident, recorded) => {
      const isHere = incident.source === 'jira' && alsoNamed(site, config.jira).includes(incident.site);
      const route = routeOf(recorded);
      if (!isHere || route.incidentLink === 'none') return Promise.resolve('not wanted');
      return linkToIncident(jira, { ticket, incident }, route);
    },
    commentOnce: (ticketId, marker, comment, beforeWriting) =>
      jira.commentOnce(ticketId, marker, adfOf(comment), beforeWriting),
    failureOf,
    withoutWords: (error) => (error instanceof JiraRefused ? error.withoutReasons() : error),
    ...placesInJira({ jira, screens }, config),
  };
}

const instant = (ms: number): string => new Date(ms).toISOString();

async function tellRest(
  { jira, screens }: { jira: JiraGateway; screens: CreateScreens },
  ticketId: string,
  draft: TicketDraft,
): Promise<boolean> {
  const issue = await jira.issue(ticketId);
  // The default security level of a project may hide a new issue from the account that created it.
  if (issue === undefined) throw new JiraIssueMissing(`GET /rest/api/3/issue/${ticketId}`);
  if (plainText(issue.fields.description) !== '') return false;
  const { untold } = createFields(draft, await screens.of(draft.route), new Set(['description']));
  await jira.commentOnce(ticketId, 'description', adfOf(untold));
  return true;
}

async function shownIds(jira: JiraGateway, ticketIds: readonly string[]): Promise<Set<string>> {
  const found = await inGroups(ticketIds, (some) => jira.present(some));
  return new Set(found.flatMap((some) => [...some]));
}

/** Asks for as many as one call takes, group by group. */
async function inGroups<Answer>(
  ids: readonly string[],
  ask: (some: readonly string[]) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < ids.length; start += FETCH_LIMIT) {
    answers.push(await ask(ids.slice(start, start + FETCH_LIMIT)));
  }
  return answers;
}

function failureOf(error: unknown): TicketFailure | undefined {
  if (error instanceof JiraRefused) return 'refused';
  const isPutOff = error instanceof JiraRateLimited || error instanceof JiraTurnTaken || error instanceof JiraConflict;
  if (isPutOff || error instanceof JiraOutage) return 'limited';
  if (error instanceof JiraUnsure || error instanceof TicketsOutOfSight) return 'unknown';
  return error instanceof JiraIssueMissing ? 'no such ticket' : undefined;
}
