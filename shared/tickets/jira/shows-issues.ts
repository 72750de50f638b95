import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { routesOn } from '../../domain/remediation/choose-route.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { JiraIssue } from '../../jira/issue-reading.ts';
import { JiraOutage } from '../../jira/jira-errors.ts';
import { siteName } from '../../jira/site.ts';
import type { ShownTicket } from '../ticket-system.ts';
import { changelogsTogether } from './changelogs-together.ts';
import { rememberedOrder } from './priority-order.ts';
import { shownTicket } from './shown-ticket.ts';

type ShowParts = {
  jira: JiraGateway;
  config: Pick<HoldfastConfig, 'jira' | 'remediation' | 'teams' | 'incidents'>;
  isIncident: Parameters<typeof shownTicket>[2]['isIncident'];
  nowMs: () => number;
  key: string | undefined;
};

/**
 * Shows issues as tickets, with what the site knows of them besides: who we are there, which projects routes call theirs, and the order of its
 * priorities.
 *
 * @returns a function of the issues and, where it is known, of the time at which the site was asked for them
 */
export function showsIssues({ jira, config, isIncident, nowMs, key }: ShowParts) {
  const site = siteName(config);
  const isOneCall = config.jira.deployment === 'Cloud';
  const routed = [...new Set(routesOn(key, config).map(({ project }) => project))];
  const priorityOrder = rememberedOrder(jira, nowMs);

  /** Only a ticket that may be taken for ours is asked about: routes call a project by its old key until somebody changes them. */
  const withProjectInRoutes = async (ticket: ShownTicket): Promise<ShownTicket> => {
    if (!ticket.isOurs || ticket.mark === undefined || routed.includes(ticket.project)) return ticket;
    const keys = await Promise.all(routed.map((one) => jira.project(one).then((project) => project.key, notShown)));
    return { ...ticket, projectInRoutes: routed.filter((_, index) => keys[index] === ticket.project) };
  };

  const withPlaceAndOrder = (ticket: ShownTicket, askedAt: string | undefined): ShownTicket => ({
    ...ticket,
    reading: async () => {
      const reading = await ticket.reading();
      const order = reading.ticket.priority === undefined ? undefined : await priorityOrder();
      const projects = [ticket.project, ...(ticket.projectInRoutes ?? [])];
      const asked = askedAt === undefined ? {} : { askedAt };
      return { ...reading, ...asked, projects, ...(order === undefined ? {} : { priorityOrder: order }) };
    },
  });

  return async (issues: readonly JiraIssue[], askedAt?: string): Promise<ShownTicket[]> => {
    if (issues.length === 0) return [];
    const account = await jira.ownAccountId();
    const logs =
      issues.length === 1
        ? { ...jira, changelogAlone: jira.changelog }
        : changelogsTogether(jira, issues, { isOneCall });
    const shown = issues.map((issue) => shownTicket(logs, issue, { site, account, isIncident }));
    return (await Promise.all(shown.map(withProjectInRoutes))).map((ticket) => withPlaceAndOrder(ticket, askedAt));
  };
}

/** A project that is not shown is none that a ticket is in. Any other error says nothing of it: the ticket may be ours. */
function notShown(error: unknown): undefined {
  if (!(error instanceof JiraOutage)) throw error;
}
