import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import { type FoundProblem, type Look, looked } from '../../domain/words/look.ts';
import type { Way } from '../../jira/issue-moves.ts';
import type { StatusOnSite } from '../../jira/workflow-reads.ts';
import { valueNotAllowed, valueProblems } from './check-values.ts';
import { type Goal, type MoveOption, planMove } from './plan-move.ts';
import { choicesOf, nameOf } from './refused-creation.ts';

export type CheckedMove = Pick<RemediationPolicy, 'claims'> & {
  readonly goal: Goal;
  readonly route: PlannedRoute;
  readonly from: StatusOnSite;
};

const WORDS = {
  reopen: { way: 'way out', without: 'no ticket is reopened from there' },
  close: { way: 'way to done', without: 'no second ticket is closed from there' },
  onCancelled: { way: 'way of a cancelled fix', without: 'its ticket stays there' },
  onAccepted: { way: 'way of an accepted risk', without: 'its ticket stays there' },
  onVerified: { way: 'way of a verified fix', without: 'its ticket stays there' },
} as const satisfies Record<Goal, { way: string; without: string }>;

/** What a look at a move is called. */
export const moveIn = ({ goal, route: { path, project }, from: { name } }: CheckedMove): string =>
  `${path}: the ${WORDS[goal].way} ${goal === 'reopen' ? 'of' : 'from'} ${name} in ${project}`;

/** Looks at the way that a move would take, with the settings of the route. @param ways that a ticket there has */
export function moveLook(ways: readonly Way[], move: CheckedMove): Look {
  const { goal, route, claims } = move;
  const what = moveIn(move);
  const reason = goal === 'reopen' ? 'A check of this fix failed' : 'A second ticket of the same fix';
  const asked = { goal, route, reason, claims: goal === 'reopen' ? [] : claims };
  const best = planMove(ways, asked);
  if (best !== undefined) return looked(what, [...missing(best, move), ...wrongValues(best, move)]);
  if (goal !== 'close') return looked(what, [noWay(move)]);
  const { close: _, ...withoutSettings } = route;
  const another = planMove(ways, { ...asked, route: withoutSettings });
  // Many workflows lead to done by way of other statuses.
  return another === undefined
    ? looked(what, [], [`no way leads there at once: ${WORDS.close.without}`])
    : looked(what, [noWay(move)]);
}

function missing({ way, missing }: MoveOption, { goal, route, from }: CheckedMove): FoundProblem[] {
  const { way: called, without } = WORDS[goal];
  const line = `${route.path}.${goal}`;
  return missing.map(({ id, field }) => ({
    code: `${called} of ${from.id} wants ${id}`,
    problem: `the way "${way.name}" wants ${nameOf(id, field)}, and nothing fills it: ${without}`,
    advice: `set ${line}.${id === 'resolution' ? id : `fields.${id}`}${choicesOf(field)}, or name another way in ${line}.transition`,
  }));
}

function wrongValues({ way, missing }: MoveOption, { goal, route }: CheckedMove): FoundProblem[] {
  const { fields = {}, resolution } = route[goal] ?? {};
  const line = `${route.path}.${goal}`;
  const ofScreen = way.screen.get('resolution');
  const isChosen = ofScreen !== undefined && resolution !== undefined && resolution !== 'none';
  const ofFields = Object.entries(fields).flatMap(([id, setting]) => {
    const field = way.screen.get(id);
    if (field === undefined || missing.some((one) => one.id === id)) return [];
    return valueProblems(setting, { id, field, line: `${line}.fields.${id}` }, []);
  });
  return isChosen
    ? [...ofFields, ...valueNotAllowed(resolution, { id: 'resolution', field: ofScreen, line: `${line}.resolution` })]
    : ofFields;
}

/** Where a decision never moves a ticket to. */
const ELSEWHERE: Partial<Record<Goal, string>> = {
  onVerified: 'it has to lead to a status of remediation.claims: any other takes the claim back; ',
};

function noWay({ goal, from, route }: CheckedMove): FoundProblem {
  const called = route[goal]?.transition;
  const line = `${route.path}.${goal}.transition`;
  return {
    code: `no ${WORDS[goal].way} of ${from.id}`,
    problem: `there is no way${called === undefined ? '' : ` called ${called}`}: ${WORDS[goal].without}`,
    advice:
      called === undefined
        ? `add one to the workflow that our account may go, or take ${from.name} out of remediation.claims`
        : `${ELSEWHERE[goal] ?? ''}correct ${line}, or add that one to the workflow`,
  };
}
