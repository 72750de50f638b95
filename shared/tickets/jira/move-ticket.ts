import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { NamedInTicket } from '../../domain/remediation/claiming.ts';
import type { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import type { MoveSetting } from '../../domain/remediation/route.ts';
import { allowedValue } from '../../jira/field-metadata.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { Way } from '../../jira/issue-moves.ts';
import { JiraRefused } from '../../jira/jira-errors.ts';
import { fieldValue } from './field-value.ts';
import { choicesOf, nameOf } from './refused-creation.ts';

type Mover = Pick<JiraGateway, 'statusOf' | 'waysFrom' | 'go'>;
type Claims = Pick<RemediationPolicy, 'claims'>;
type Goal = 'reopen' | 'close';
type Fields = Record<string, unknown>;

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

type Move = Claims & { goal: Goal; route: PlannedRoute; reason: string; from: string };

async function move(jira: Mover, issueId: string, asked: Move): Promise<void> {
  const { goal, route, from } = asked;
  const ways = await jira.waysFrom(issueId);
  const endpoint = `POST /rest/api/3/issue/${issueId}/transitions`;
  const options = waysTo(ways, asked).map((way) => ({ way, ...fieldsFor(way, asked) }));
  const [best] = options.toSorted(
    (a, b) => a.missing.length - b.missing.length || rank(a.way, asked) - rank(b.way, asked),
  );
  if (best === undefined) throw new JiraRefused(endpoint, 409, noWay(ways, asked));
  if (best.missing.length > 0) {
    const line = `${route.path}.${goal}.fields`;
    throw new JiraRefused(
      endpoint,
      400,
      `not sent: the way "${best.way.name}" out of ${from} wants ${best.missing.join(', ')}`,
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

function waysTo(ways: readonly Way[], { goal, route }: Move): Way[] {
  const wanted = route[goal]?.transition;
  return ways.filter(
    (way) =>
      !way.isLooped &&
      (way.to.statusCategory.key === 'done') === (goal === 'close') &&
      (wanted === undefined || isCalled(way, wanted) || isCalled(way.to, wanted)),
  );
}

/**
 * To a status that claims count as finished before one that they do not know, such as "Won't fix"; out of done, to what
 * nobody has begun before the rest.
 */
function rank({ to }: Way, { goal, claims }: Move): number {
  if (goal === 'close') return claims.some(({ statuses }) => statuses.some((one) => isCalled(to, one))) ? 0 : 1;
  const order = ['new', 'indeterminate'];
  const place = order.indexOf(to.statusCategory.key);
  return place === -1 ? order.length : place;
}

const isCalled = ({ id, name }: NamedInTicket, wanted: string): boolean =>
  id === wanted || name.trim().toLowerCase() === wanted.trim().toLowerCase();

/** `untold`: fields that are configured, and that Jira does not say the screen has. `missing`: what the screen wants beside. */
function fieldsFor(way: Way, move: Move): { fields: Fields; untold: Fields; missing: string[] } {
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
  return { fields, untold, missing: missing.map(([id, field]) => `${nameOf(id, field)} (${id}${choicesOf(field)})`) };
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
  const finished = claims.flatMap(({ resolutions }) => resolutions.filter((one) => one !== null));
  const chosen =
    finished.flatMap((one) => allowedValue(allowed, one) ?? [])[0] ?? (field.required ? allowed[0] : undefined);
  return chosen === undefined ? {} : { resolution: { id: chosen.id } };
}

function noWay(ways: readonly Way[], { goal, route, from }: Move): string {
  const where = goal === 'reopen' ? 'out of done' : 'to done';
  const offered = ways.map(({ id, name, to }) => `${name} (${id}) to ${to.name}`).join(', ');
  const wanted = route[goal]?.transition;
  const called = wanted === undefined ? '' : ` called "${wanted}" (${route.path}.${goal}.transition)`;
  return (
    `the workflow has no transition ${where}${called} from ${from} for this account; add one, or give the account the permission to ` +
    `move issues. It offers ${offered === '' ? 'none' : offered}`
  );
}
