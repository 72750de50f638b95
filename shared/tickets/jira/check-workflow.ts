import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import { claimsFrom } from '../../domain/remediation/claiming.ts';
import type { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import { MOVING_DECISIONS } from '../../domain/remediation/route.ts';
import { type FoundProblem, type Look, notSeen } from '../../domain/words/look.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraIssueMissing } from '../../jira/jira-errors.ts';
import type { StatusOnSite, Workflow } from '../../jira/workflow-reads.ts';
import { type CheckedMove, moveIn, moveLook } from './check-move.ts';

type Asked = Pick<JiraGateway, 'statusesIn' | 'newestIn' | 'waysFrom'>;
type Claims = Pick<RemediationPolicy, 'claims'>;

/** `ways`: a look for each status that a ticket was in; `leavesOpen`: those that there would be. */
type WorkflowLook = {
  readonly problems: readonly FoundProblem[];
  readonly notes: readonly string[];
  readonly ways: readonly Look[];
  readonly leavesOpen: readonly string[];
};

/** Name of the looks at all ways of a route. */
export const waysOf = ({ path, project }: PlannedRoute): string => `${path}: the ways in ${project}`;

/**
 * Looks at the end of a workflow: whether a ticket can be done, whether that counts as a claim, whether there is a way back
 * for a fix that does not hold, how a second ticket of a fix is closed, and where the route moves tickets after decisions. Jira tells ways of an issue alone, so the newest one in each status is asked for its own.
 */
export async function workflowLook(
  jira: Asked,
  { route, workflow, claims, mayMove }: Claims & { route: PlannedRoute; workflow: Workflow; mayMove: boolean },
): Promise<WorkflowLook> {
  const withoutWays = { problems: [], notes: [], ways: [], leavesOpen: [waysOf(route)] };
  const statuses = await jira.statusesIn(workflow);
  if (statuses === undefined) return { ...withoutWays, notes: ['Jira does not tell the statuses of this type'] };
  const done = statuses.filter(({ category }) => category === 'done');
  if (done.length === 0) return { ...withoutWays, problems: [NO_END] };
  const claimed = done.filter((status) => claimsFrom(status, { claims }).length > 0);
  if (claimed.length === 0) return { ...withoutWays, problems: [nothingClaims(done)] };
  const moves: CheckedMove[] = [
    ...claimed.map((from) => ({ goal: 'reopen' as const, route, from, claims })),
    // A second ticket is found soon after it was made.
    ...statuses
      .filter(({ category }) => category === 'new')
      .map((from) => ({ goal: 'close' as const, route, from, claims })),
    ...MOVING_DECISIONS.filter((goal) => route[goal] !== undefined).flatMap((goal) =>
      (goal === 'onVerified' ? claimed : statuses.filter(({ category }) => category === 'new')).map((from) => ({
        goal,
        route,
        from,
        claims,
      })),
    ),
  ];
  if (!mayMove) return { ...withoutWays, leavesOpen: moves.map(moveIn) };
  const ways: Look[] = [];
  const unknown: CheckedMove[] = [];
  for (const move of moves) {
    const look = await lookAtMove(jira, workflow, move);
    if (look === undefined) unknown.push(move);
    else ways.push({ ...look, oneOf: waysOf(route) });
  }
  return { problems: [], notes: unknownIn(unknown), ways, leavesOpen: unknown.map(moveIn) };
}

function unknownIn(moves: readonly CheckedMove[]): string[] {
  const named = (wanted: CheckedMove['goal']) =>
    moves.flatMap(({ goal, from }) => (goal === wanted ? [from.name] : [])).join(', ');
  const [out, end] = [named('reopen'), named('close')];
  return [
    ...(out === '' ? [] : [`the way out of ${out} is not known until a ticket was there`]),
    ...(end === '' ? [] : [`the way to done from ${end} is not known until a ticket was there`]),
  ];
}

const NO_END: FoundProblem = {
  code: 'no end',
  problem: 'no status of its workflow is of the category Done, so no ticket is ever done',
  advice: 'put the last status of the workflow into the category Done in Jira',
};

function nothingClaims(done: readonly StatusOnSite[]): FoundProblem {
  const [first, ...others] = done.map(({ name }) => name);
  const names = [first, ...others].join(', ');
  return {
    code: 'nothing claims',
    problem: `a ticket is done as ${names}, which remediation.claims does not know: no fix is ever taken for done`,
    advice:
      others.length === 0
        ? `add ${names} to remediation.claims, with its resolutions`
        : `add those of ${names} that mean that the work was done to remediation.claims, with their resolutions`,
  };
}

/** @returns undefined where no ticket is in the status, or the one that was is gone */
async function lookAtMove(jira: Asked, workflow: Workflow, move: CheckedMove): Promise<Look | undefined> {
  try {
    const newest = await jira.newestIn(workflow, move.from.id);
    return newest === undefined ? undefined : moveLook(await jira.waysFrom(newest), move);
  } catch (error) {
    return error instanceof JiraIssueMissing ? undefined : notSeen(moveIn(move), error);
  }
}
