import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { Way } from '../../jira/issue-moves.ts';
import { JiraRefused } from '../../jira/jira-errors.ts';
import { type Move, type MoveOption, planMove } from './plan-move.ts';
import { choicesOf, nameOf } from './refused-creation.ts';

type Mover = Pick<JiraGateway, 'statusOf' | 'waysFrom' | 'go'>;
type Claims = Pick<RemediationPolicy, 'claims'>;

/**
 * Moves a ticket out of done.
 *
 * @param reason what a screen that wants one is told; it may stand in every ticket
 * @returns false when it was not done, so nothing was moved
 * @throws JiraRefused when there is no way, or it wants what nobody has configured
 */
export async function reopenIssue(jira: Mover, issueId: string, route: PlannedRoute, reason: string): Promise<boolean> {
  const status = await jira.statusOf(issueId);
  if (status.statusCategory.key !== 'done') return false;
  await move(jira, issueId, { goal: 'reopen', route, reason, from: status.name, claims: [] });
  return true;
}

/**
 * Moves a ticket to done. One that is done already stays as it is.
 *
 * @throws JiraRefused when there is no way, or it wants what nobody has configured
 */
export async function closeIssue(jira: Mover, issueId: string, route: PlannedRoute, { claims }: Claims): Promise<void> {
  const status = await jira.statusOf(issueId);
  if (status.statusCategory.key === 'done') return;
  const reason = 'A second ticket of the same fix';
  await move(jira, issueId, { goal: 'close', route, reason, from: status.name, claims });
}

async function move(jira: Mover, issueId: string, asked: Move & { from: string }): Promise<void> {
  const { goal, route, from } = asked;
  const ways = await jira.waysFrom(issueId);
  const endpoint = `POST /rest/api/3/issue/${issueId}/transitions`;
  const best = planMove(ways, asked);
  if (best === undefined) throw new JiraRefused(endpoint, 409, noWay(ways, asked));
  if (best.missing.length > 0) {
    const line = `${route.path}.${goal}.fields`;
    throw new JiraRefused(
      endpoint,
      400,
      `not sent: the way "${best.way.name}" out of ${from} wants ${best.missing.map(fieldWanted).join(', ')}`,
      {
        advice: `Set ${line}, or name another transition in ${route.path}.${goal}.transition`,
      },
    );
  }
  try {
    await jira.go(issueId, best.way, best.fields);
  } catch (error) {
    const hasMore = Object.keys(best.untold).length > 0;
    if (!(error instanceof JiraRefused) || error.status !== 400) throw error;
    // Jira does not tell of every field that a screen has.
    if (hasMore) return jira.go(issueId, best.way, { ...best.fields, ...best.untold });
    throw error.withAdvice(`What the way "${best.way.name}" asks for is set in ${route.path}.${goal}`);
  }
}

const fieldWanted = ({ id, field }: MoveOption['missing'][number]): string =>
  `${nameOf(id, field)} (${id}${choicesOf(field)})`;

function noWay(ways: readonly Way[], { goal, route, from }: Move & { from: string }): string {
  const where = goal === 'reopen' ? 'out of done' : 'to done';
  const offered = ways.map(({ id, name, to }) => `${name} (${id}) to ${to.name}`).join(', ');
  const wanted = route[goal]?.transition;
  const called = wanted === undefined ? '' : ` called "${wanted}" (${route.path}.${goal}.transition)`;
  return (
    `the workflow has no transition ${where}${called} from ${from} for this account; add one, or give the account the permission to ` +
    `move issues. It offers ${offered === '' ? 'none' : offered}`
  );
}
