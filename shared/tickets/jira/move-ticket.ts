import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import type { MovingDecision } from '../../domain/remediation/route.ts';
import { isNamed } from '../../domain/ticket/ticket-outcome.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { Way } from '../../jira/issue-moves.ts';
import { isStatusChange } from '../../jira/issue-reading.ts';
import { JiraRefused } from '../../jira/jira-errors.ts';
import type { ShownTicket } from '../ticket-system.ts';
import { type Move, type MoveOption, planMove, waysBack } from './plan-move.ts';
import { choicesOf, nameOf } from './refused-creation.ts';

type Mover = Pick<JiraGateway, 'statusOf' | 'waysFrom' | 'go'>;
type MoverOfShown = Mover & Pick<JiraGateway, 'changelog'>;
/** As it was shown before it is moved. */
type Moved = Pick<ShownTicket, 'issueId' | 'updatedAt'>;
type Claims = Pick<RemediationPolicy, 'claims'>;
/** `from`: name of the status in which the ticket is. */
type AskedMove = Move & { readonly from: string };

/**
 * Moves a ticket out of done. A way that Jira refuses is followed by the next, with what its screen wants. Whoever moves it to done again
 * in the same moment says anew that it is done: it was out of done, and no other way is tried.
 *
 * @param reason what a screen that wants one is told; it may stand in every ticket
 * @returns false when it was not done, so nothing was moved
 * @throws JiraRefused when no way is open to our account, or each wants what nobody has configured
 */
export async function reopenIssue(
  jira: MoverOfShown,
  { issueId, updatedAt }: Moved,
  route: PlannedRoute,
  reason: string,
): Promise<boolean> {
  const status = await jira.statusOf(issueId);
  if (status.statusCategory.key !== 'done') return false;
  // A rule of the workflow may have led it elsewhere, or a person was faster.
  const isOut = async (way: Way): Promise<boolean> =>
    (await jira.statusOf(issueId)).statusCategory.key !== 'done' || wasGone(jira, { issueId, updatedAt }, way);
  await move(jira, issueId, { goal: 'reopen', route, reason, from: status.name, claims: [] }, isOut);
  return true;
}

/** Whether somebody went this way since, and the ticket may be elsewhere by now. */
async function wasGone(
  jira: Pick<JiraGateway, 'changelog'>,
  { issueId, updatedAt }: Moved,
  { to }: Way,
): Promise<boolean> {
  const since = (await jira.changelog(issueId)).filter(({ created }) => Date.parse(created) >= Date.parse(updatedAt));
  return since.flatMap(({ items }) => items).some((item) => isStatusChange(item) && item.to === to.id);
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

const DECIDED: Record<MovingDecision, string> = {
  onCancelled: 'The fix was cancelled',
  onAccepted: 'The risk was accepted for a time',
  onVerified: 'The fix was verified',
};

/**
 * Moves a ticket after a decision, where its route says how, once: what people closed stays as they closed it, and what they move on from there
 * in the same moment is theirs.
 *
 * @returns false when the route says nothing, or there was nothing to move
 * @throws JiraRefused when there is no such way, or it wants what nobody has configured
 */
export async function moveAfterDecision(
  jira: MoverOfShown,
  moved: Moved,
  { route, decision }: { route: PlannedRoute; decision: MovingDecision },
  { claims }: Claims,
): Promise<boolean> {
  const wanted = route[decision]?.transition;
  if (wanted === undefined) return false;
  const { issueId } = moved;
  const { statusCategory, ...status } = await jira.statusOf(issueId);
  const isClosed = statusCategory.key === 'done' && decision !== 'onVerified';
  if (isClosed || isNamed(status, wanted)) return false;
  const asked = { goal: decision, route, reason: DECIDED[decision], from: status.name, claims };
  await move(jira, issueId, asked, (way) => wasGone(jira, moved, way));
  return true;
}

/** @param isThere whether the ticket has gone a way that was refused all the same */
async function move(
  jira: Mover,
  issueId: string,
  asked: AskedMove,
  isThere: (way: Way) => Promise<boolean> = () => Promise.resolve(false),
): Promise<void> {
  const { goal } = asked;
  const ways = await jira.waysFrom(issueId);
  const options =
    goal === 'reopen' ? waysBack(ways, asked) : [planMove(ways, asked)].filter((one) => one !== undefined);
  const refusals: JiraRefused[] = [];
  for (const option of options) {
    const refusal = await refusalOf(() => goOne(jira, issueId, option, asked));
    if (refusal === undefined) return;
    refusals.push(refusal);
    if (await isThere(option.way)) return;
  }
  throw together(refusals) ?? new JiraRefused(endpointOf(issueId), 409, noWay(ways, asked));
}

const endpointOf = (issueId: string): string => `POST /rest/api/3/issue/${issueId}/transitions`;

async function goOne(jira: Mover, issueId: string, option: MoveOption, asked: AskedMove): Promise<void> {
  const { way, fields, untold, missing } = option;
  const { goal, route, from } = asked;
  const line = `${route.path}.${goal}`;
  if (missing.length > 0) {
    throw new JiraRefused(
      endpointOf(issueId),
      400,
      `not sent: the way "${way.name}" out of ${from} wants ${missing.map(fieldWanted).join(', ')}`,
      { advice: `Set ${line}.fields, or name another transition in ${line}.transition` },
    );
  }
  try {
    await jira.go(issueId, way, fields);
  } catch (error) {
    if (!(error instanceof JiraRefused) || error.status !== 400) throw error;
    // Jira does not tell of every field that a screen has.
    if (Object.keys(untold).length > 0) return jira.go(issueId, way, { ...fields, ...untold });
    throw error.withAdvice(`What the way "${way.name}" asks for is set in ${line}`);
  }
}

/** The refusal that stopped the work; undefined when it is done. Any other error is none: nobody knows what became of it. */
async function refusalOf(work: () => Promise<void>): Promise<JiraRefused | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof JiraRefused) return error;
    throw error;
  }
}

/** Refusals of several ways as one, in which each says why. */
function together(refusals: readonly JiraRefused[]): JiraRefused | undefined {
  const [first, ...others] = refusals;
  if (first === undefined || others.length === 0) return first;
  const reasons = refusals.map((one) => one.reasons).join('; and by another way: ');
  return new JiraRefused(
    first.endpoint,
    first.status,
    reasons,
    first.advice === undefined ? {} : { advice: first.advice },
  );
}

const fieldWanted = ({ id, field }: MoveOption['missing'][number]): string =>
  `${nameOf(id, field)} (${id}${choicesOf(field)})`;

function noWay(ways: readonly Way[], { goal, route, from }: AskedMove): string {
  const where = goal === 'reopen' ? 'out of done' : goal === 'close' ? 'to done' : `that fits ${route.path}.${goal}`;
  const offered = ways.map(({ id, name, to }) => `${name} (${id}) to ${to.name}`).join(', ');
  const wanted = route[goal]?.transition;
  const called = wanted === undefined ? '' : ` called "${wanted}" (${route.path}.${goal}.transition)`;
  return (
    `the workflow has no transition ${where}${called} from ${from} for this account; add one, or give the account the permission to ` +
    `move issues. It offers ${offered === '' ? 'none' : offered}`
  );
}
