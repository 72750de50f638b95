import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import { claimsFrom } from '../../domain/remediation/claiming.ts';
import type { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import type { MoveSetting, MovingDecision } from '../../domain/remediation/route.ts';
import { isNamed } from '../../domain/ticket/ticket-outcome.ts';
import { allowedValue, type FieldMetadata } from '../../jira/field-metadata.ts';
import type { Way } from '../../jira/issue-moves.ts';
import { fieldValue } from './field-value.ts';

type Fields = Record<string, unknown>;

/** What a ticket is moved for, as routes name it. */
export type Goal = 'reopen' | 'close' | MovingDecision;

export type Move = Pick<RemediationPolicy, 'claims'> & {
  readonly goal: Goal;
  readonly route: PlannedRoute;
  /** What a screen that wants one is told; it may stand in every ticket. */
  readonly reason: string;
};

/** The way to go, with what its screen is filled with. */
export type MoveOption = {
  readonly way: Way;
  readonly fields: Fields;
  /** Fields that are configured, and that Jira does not say the screen has. */
  readonly untold: Fields;
  /** Fields that the screen wants beside. */
  readonly missing: readonly { readonly id: string; readonly field: FieldMetadata }[];
};

/** Chooses among the ways out of a status: one that wants nothing more before one that does. @returns undefined when none leads there */
export const planMove = (ways: readonly Way[], move: Move): MoveOption | undefined => optionsOf(ways, move)[0];

/**
 * All ways out of done, in the order in which they are tried: that of the route, and then the others, because a fix that does not hold
 * matters more than the way in which its ticket comes back.
 */
export function waysBack(ways: readonly Way[], move: Move): MoveOption[] {
  const first = optionsOf(ways, move);
  const { transition: _, ...setting } = move.route.reopen ?? {};
  const all = optionsOf(ways, { ...move, route: { ...move.route, reopen: setting } });
  return [...first, ...all.filter(({ way }) => !first.some((option) => option.way.id === way.id))];
}

const optionsOf = (ways: readonly Way[], move: Move): MoveOption[] =>
  waysTo(ways, move)
    .map((way) => ({ way, ...fieldsFor(way, move) }))
    .toSorted((a, b) => a.missing.length - b.missing.length || rank(a.way, move) - rank(b.way, move));

function waysTo(ways: readonly Way[], move: Move): Way[] {
  const wanted = move.route[move.goal]?.transition;
  return ways.filter(
    (way) =>
      !way.isLooped &&
      mayLeadTo(way, move) &&
      (wanted === undefined || isNamed(way, wanted) || isNamed(way.to, wanted)),
  );
}

/**
 * A decision moves a ticket wherever its route says, but one that proves a fix takes no claim back. Whoever accepts a risk claims no work
 * where that leads to done: the record knows that it was us.
 */
function mayLeadTo({ to }: Way, { goal, claims }: Move): boolean {
  const isDone = to.statusCategory.key === 'done';
  const mayClaim = isDone && claimsFrom(to, { claims }).length > 0;
  switch (goal) {
    case 'reopen':
      return !isDone;
    case 'close':
      return isDone;
    case 'onCancelled':
    case 'onAccepted':
      return true;
    case 'onVerified':
      return mayClaim;
  }
}

/**
 * To a status that claims count as finished before one that they do not know, such as "Won't fix"; out of done, to what
 * nobody has begun before the rest.
 */
function rank({ to }: Way, { goal, claims }: Move): number {
  if (goal !== 'reopen') return claims.some(({ statuses }) => statuses.some((one) => isNamed(to, one))) ? 0 : 1;
  const order = ['new', 'indeterminate'];
  const place = order.indexOf(to.statusCategory.key);
  return place === -1 ? order.length : place;
}

function fieldsFor(way: Way, move: Move): Omit<MoveOption, 'way'> {
  const setting = move.route[move.goal] ?? {};
  const facts = { reason: move.reason };
  const fields: Fields = resolutionFor(way, setting, move);
  const untold: Fields = {};
  for (const [id, one] of Object.entries(setting.fields ?? {})) {
    const value = fieldValue(one, facts, way.screen.get(id));
    if (value === undefined) continue;
    if (way.screen.has(id)) fields[id] = value;
    else untold[id] = value;
  }
  const missing = [...way.screen].filter(
    ([id, { required, hasDefaultValue }]) => required && !hasDefaultValue && !Object.hasOwn(fields, id),
  );
  return { fields, untold, missing: missing.map(([id, field]) => ({ id, field })) };
}

/**
 * Only where the screen has one: a workflow sets and clears the resolution by itself, or has none. Reopened, a ticket with a
 * resolution would be missing from every list of what is unresolved.
 */
function resolutionFor(way: Way, { resolution }: MoveSetting, { goal, claims }: Move): Fields {
  const field = way.screen.get('resolution');
  if (field === undefined || resolution === 'none') return {};
  const allowed = field.allowedValues ?? [];
  if (resolution !== undefined) {
    const found = allowedValue(allowed, resolution);
    return { resolution: found === undefined ? { name: resolution } : { id: found.id } };
  }
  if (goal === 'reopen') return field.required ? {} : { resolution: null };
  if (goal !== 'close') return {};
  const finished = claims.flatMap(({ resolutions }) => resolutions.filter((one) => one !== null));
  const chosen =
    finished.flatMap((one) => allowedValue(allowed, one) ?? [])[0] ?? (field.required ? allowed[0] : undefined);
  return chosen === undefined ? {} : { resolution: { id: chosen.id } };
}
