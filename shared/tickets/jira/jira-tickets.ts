import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { routeOfTicket, routesOn, routeWhereItIs } from '../../domain/remediation/choose-route.ts';
import { TICKET_LABEL, ticketLabel } from '../../domain/remediation/remediation.ts';
import type { NamedRoute } from '../../domain/remediation/route.ts';
import { alsoNamed } from '../../domain/ticket/jira-site.ts';
import { durationMs } from '../../domain/words/duration.ts';
import { plainText } from '../../jira/adf.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { JiraIssue } from '../../jira/issue-reading.ts';
import { FETCH_LIMIT } from '../../jira/issue-reads.ts';
import { JiraIssueMissing, JiraOutage, JiraRateLimited, JiraRefused, JiraUnsure } from '../../jira/jira-errors.ts';
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
import { changelogsTogether } from './changelogs-together.ts';
import { createFields } from './create-fields.ts';
import { createIssue, createIssues } from './create-issue.ts';
import { type CreateScreens, createScreens } from './create-screens.ts';
import { idsChanged, idsChangedSince, ticketsCreated, ticketsNamed } from './find-tickets.ts';
import { incidentPlaces } from './incident-places.ts';
import { linkToIncident } from './link-incident.ts';
import { linkToEarlier } from './link-to-earlier.ts';
import { placesInJira } from './places-in-jira.ts';
import { rememberedOrder } from './priority-order.ts';
import { projectIn } from './project-in-key.ts';
import { shownTicket } from './shown-ticket.ts';
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

  const shownAs = async (issues: readonly JiraIssue[]): Promise<ShownTicket[]> => {
    if (issues.length === 0) return [];
    const account = await jira.ownAccountId();
    const logs = issues.length === 1 ? jira : changelogsTogether(jira, issues);
    const shown = issues.map((issue) => shownTicket(logs, issue, { site, account, isIncident }));
    return (await Promise.all(shown.map(withProjectInRoutes))).map(withPlaceAndOrder);
  };
  const routed = [...new Set(routesOn(key, config).map(({ project }) => project))];
  /** Only a ticket that may be taken for ours is asked about: routes call a project by its old key until somebody changes them. */
  const withProjectInRoutes = async (ticket: ShownTicket): Promise<ShownTicket> => {
    if (!ticket.isOurs || ticket.mark === undefined || routed.includes(ticket.project)) return ticket;
    const keys = await Promise.all(routed.map((key) => jira.project(key).then((project) => project.key, notShown)));
    return { ...ticket, projectInRoutes: routed.filter((_, index) => keys[index] === ticket.project) };
  };
  const priorityOrder = rememberedOrder(jira, nowMs);
  const withPlaceAndOrder = (ticket: ShownTicket): ShownTicket => ({
    ...ticket,
    reading: async () => {
      const reading = await ticket.reading();
      const order = reading.ticket.priority === undefined ? undefined : await priorityOrder();
      const projects = [ticket.project, ...(ticket.projectInRoutes ?? [])];
      return { ...reading, projects, ...(order === undefined ? {} : { priorityOrder: order }) };
    },
  });
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
    create: (draft) => createIssue(creator, draft),
    mostAtOnce: BULK_LIMIT,
    createMany(drafts) {
      if (drafts.length > BULK_LIMIT) throw new RangeError(`at most ${BULK_LIMIT} tickets at once`);
      return createIssues(creator, drafts);
    },
    async show(ticketId, lastKey) {
      const issue = await jira.issue(ticketId);
      // With its whole project out of sight, a ticket is not gone.
      if (issue === undefined && lastKey !== undefined) await jira.project(projectIn(lastKey));
      return issue && (await shownAs([issue]))[0];
    },
    shown: (ticketIds) => shownIds(jira, ticketIds),
    showMany: async (ticketIds) => shownAs((await inGroups(ticketIds, (some) => jira.issuesById(some))).flat()),
    mostShown: FETCH_LIMIT,
    withNameOf: async (remediation, where) => shownAs(await ticketsNamed(jira, remediation, where)),
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

/** A project that is not shown is none that a ticket is in. Any other error says nothing of it: the ticket may be ours. */
function notShown(error: unknown): undefined {
  if (!(error instanceof JiraOutage)) throw error;
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
  const isPutOff = error instanceof JiraRateLimited || error instanceof JiraTurnTaken;
  if (isPutOff || error instanceof JiraOutage) return 'limited';
  if (error instanceof JiraUnsure || error instanceof TicketsOutOfSight) return 'unknown';
  return error instanceof JiraIssueMissing ? 'no such ticket' : undefined;
}
