import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import { claimsFrom } from '../../domain/remediation/claiming.ts';
import type { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../../domain/words/look.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { Way } from '../../jira/issue-moves.ts';
import { JiraIssueMissing } from '../../jira/jira-errors.ts';
import type { StatusOnSite, Workflow } from '../../jira/workflow-reads.ts';
import { type MoveOption, planMove } from './plan-move.ts';
import { choicesOf, nameOf } from './refused-creation.ts';

type Asked = Pick<JiraGateway, 'doneStatuses' | 'newestIn' | 'waysFrom'>;
type Claims = Pick<RemediationPolicy, 'claims'>;

/** `ways`: a look for each status that a ticket was in; `leavesOpen`: those that there would be. */
type WorkflowLook = {
  readonly problems: readonly FoundProblem[];
  readonly notes: readonly string[];
  readonly ways: readonly Look[];
  readonly leavesOpen: readonly string[];
};

/** Name of the looks at all ways out of done. */
export const waysOutOf = ({ path, project }: PlannedRoute): string => `${path}: the ways out of done in ${project}`;

const wayOutOf = ({ path, project }: PlannedRoute, { name }: StatusOnSite): string =>
  `${path}: the way out of ${name} in ${project}`;

/**
 * Looks at the end of a workflow: whether a ticket can be done, whether that counts as a claim, and whether there is a way back
 * for a fix that does not hold. Jira tells ways of an issue alone, so the newest one in each status is asked for its own.
 */
export async function workflowLook(
  jira: Asked,
  { route, workflow, claims, mayMove }: Claims & { route: PlannedRoute; workflow: Workflow; mayMove: boolean },
): Promise<WorkflowLook> {
  const withoutWays = { problems: [], notes: [], ways: [], leavesOpen: [waysOutOf(route)] };
  const done = await jira.doneStatuses(workflow);
  if (done === undefined) return { ...withoutWays, notes: ['Jira does not tell the statuses of this type'] };
  if (done.length === 0) return { ...withoutWays, problems: [NO_END] };
  const claimed = done.filter((status) => claimsFrom(status, { claims }).length > 0);
  if (claimed.length === 0) return { ...withoutWays, problems: [nothingClaims(done)] };
  if (!mayMove) return { ...withoutWays, leavesOpen: claimed.map((status) => wayOutOf(route, status)) };
  const ways: Look[] = [];
  const unknown: StatusOnSite[] = [];
  for (const status of claimed) {
    const look = await wayBack(jira, { route, workflow, status });
    if (look === undefined) unknown.push(status);
    else ways.push({ ...look, oneOf: waysOutOf(route) });
  }
  const names = unknown.map(({ name }) => name).join(', ');
  return {
    problems: [],
    notes: unknown.length === 0 ? [] : [`the way out of ${names} is not known until a ticket was there`],
    ways,
    leavesOpen: unknown.map((status) => wayOutOf(route, status)),
  };
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

type Back = { readonly route: PlannedRoute; readonly workflow: Workflow; readonly status: StatusOnSite };

/** @returns undefined where no ticket is in the status, or the one that was is gone */
async function wayBack(jira: Asked, { route, workflow, status }: Back): Promise<Look | undefined> {
  const what = wayOutOf(route, status);
  try {
    const newest = await jira.newestIn(workflow, status.id);
    return newest === undefined ? undefined : looked(what, wayBackProblems(await jira.waysFrom(newest), status, route));
  } catch (error) {
    return error instanceof JiraIssueMissing ? undefined : notSeen(what, error);
  }
}

/** The way that `reopen` would take, with the settings of the route. */
function wayBackProblems(ways: readonly Way[], from: StatusOnSite, route: PlannedRoute): FoundProblem[] {
  const best = planMove(ways, { goal: 'reopen', route, reason: 'A check of this fix failed', claims: [] });
  if (best === undefined) return [noWayBack(from, route)];
  return best.missing.map(({ id, field }) => ({
    code: `way out of ${from.id} wants ${id}`,
    problem: `the way "${best.way.name}" wants ${nameOf(id, field)}, and nothing fills it: no ticket is reopened from there`,
    advice: `set ${moveSetting(route, id)}${choicesOf(field)}, or name another way in ${route.path}.reopen.transition`,
  }));
}

function moveSetting({ path }: PlannedRoute, id: MoveOption['missing'][number]['id']): string {
  return id === 'resolution' ? `${path}.reopen.resolution` : `${path}.reopen.fields.${id}`;
}

function noWayBack({ id, name }: StatusOnSite, { path, reopen }: PlannedRoute): FoundProblem {
  const called = reopen?.transition;
  const advice =
    called === undefined
      ? `add one to the workflow that our account may go, or take ${name} out of remediation.claims`
      : `correct ${path}.reopen.transition, or add that one to the workflow`;
  return {
    code: `no way out of ${id}`,
    problem: `there is no way${called === undefined ? '' : ` called ${called}`}: no ticket is reopened from there`,
    advice,
  };
}
