import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import type { NamedRoute } from '../../domain/remediation/route.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraRefused } from '../../jira/jira-errors.ts';
import type { ShownTicket, TicketSystem } from '../ticket-system.ts';
import { closeIssue, moveAfterDecision, reopenIssue } from './move-ticket.ts';

type Shown = {
  /** @throws JiraIssueMissing when the site does not show it */
  mustShow(ticketId: string): Promise<ShownTicket>;
  /** Settings of now for a route that a record keeps. */
  routeOf(recorded: NamedRoute): PlannedRoute;
  /** The same for where the ticket is now. */
  routeAt(recorded: NamedRoute, shown: ShownTicket): PlannedRoute;
};

/** Moves of tickets from status to status. An incident is never moved, and what another account made is only reopened. */
export function ticketMoves(
  jira: Pick<JiraGateway, 'statusOf' | 'waysFrom' | 'go' | 'changelog'>,
  policy: Pick<RemediationPolicy, 'claims'>,
  { mustShow, routeOf, routeAt }: Shown,
): Pick<TicketSystem, 'reopen' | 'close' | 'moveAfter'> {
  const mustBeOurs = async (ticketId: string): Promise<ShownTicket> => {
    const shown = await mustShow(ticketId);
    if (shown.isIncident) throw notMoved(shown, 'it is an incident');
    if (!shown.isOurs) throw notMoved(shown, 'another account created it');
    return shown;
  };
  return {
    async reopen(ticketId, route, reason) {
      const shown = await mustShow(ticketId);
      if (shown.isIncident) throw notMoved(shown, 'it is an incident');
      return reopenIssue(jira, shown, routeAt(route, shown), reason);
    },
    async close(ticketId, route) {
      const shown = await mustBeOurs(ticketId);
      await closeIssue(jira, shown.issueId, routeAt(route, shown), policy);
    },
    async moveAfter(decision, ticketId, recorded) {
      if (routeOf(recorded)[decision] === undefined) return false;
      const shown = await mustBeOurs(ticketId);
      return moveAfterDecision(jira, shown, { route: routeAt(recorded, shown), decision }, policy);
    },
  };
}

const notMoved = ({ issueId }: ShownTicket, because: string): JiraRefused =>
  new JiraRefused(`POST /rest/api/3/issue/${issueId}/transitions`, 403, `not sent: ${because}`);
