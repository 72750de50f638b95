import {
  type ChosenRoute,
  chooseRoute,
  type PlannedRoute,
  type RouteFacts,
  type RoutePolicy,
  routeFacts,
} from '../../shared/domain/remediation/choose-route.ts';
import type { RemediationPolicy } from '../../shared/domain/remediation/remediation-policy.ts';
import type { MoveSetting } from '../../shared/domain/remediation/route.ts';
import type { FieldSetting } from '../../shared/domain/remediation/route-field.ts';
import { teamIn } from '../../shared/domain/remediation/team-directory.ts';
import type { JiraSites } from '../../shared/domain/ticket/jira-site.ts';
import type { PostMortemId, RecommendationId } from '../../shared/domain/words/identifiers.ts';
import { Severity } from '../../shared/domain/words/severity.ts';
import { NotFound } from '../../shared/store/errors.ts';
import { recordReads } from '../../shared/store/records/record-reads.ts';
import type { Installation } from '../installation.ts';

type Policy = RoutePolicy & {
  readonly remediation: Pick<RemediationPolicy, 'labels'>;
  readonly schedules: { readonly timezone: string };
  readonly jira: JiraSites;
};

/** What a recommendation of a record is routed by. */
export async function factsOfRecord(
  { table }: Pick<Installation, 'table'>,
  { postMortemId, id }: { postMortemId: PostMortemId; id: RecommendationId },
): Promise<RouteFacts> {
  const store = recordReads(table);
  const [head, recommendation] = await Promise.all([store.head(postMortemId), store.recommendation(postMortemId, id)]);
  if (head === undefined || recommendation === undefined) throw new NotFound(`recommendation ${id} in ${postMortemId}`);
  return routeFacts(recommendation, head.tlp);
}

/** The route of a recommendation, for people or programs. */
export function explainRoute(
  facts: RouteFacts,
  policy: Policy,
  { explain, asJson }: { explain: boolean; asJson: boolean },
): string {
  const chosen = chooseRoute(facts, policy);
  const sent = sentBy(chosen.route, facts, policy);
  if (asJson) {
    const { route, passedOver } = chosen;
    const before = passedOver.map(({ route: { name, path }, because }) => ({ name, path, because }));
    return `${JSON.stringify({ route, ...(explain ? { facts, passedOver: before, sent } : {}) }, undefined, 2)}\n`;
  }
  return explain ? explanation(chosen, sent, policy) : `${titleOf(chosen.route, policy)}\n`;
}

function titleOf({ name, path, project, issueType, site }: PlannedRoute, { jira }: Policy): string {
  const title = `${name}${name === path ? '' : ` (${path})`}: ${issueType} in ${project}`;
  return site === undefined ? title : `${title} on ${site}, ${jira.sites[site]?.site}`;
}

function explanation({ route, passedOver }: ChosenRoute, sent: readonly string[], policy: Policy): string {
  const before = passedOver.map(({ route: { name }, because }) => `  not ${name}: ${because}`);
  return [
    titleOf(route, policy),
    ...before,
    '  sent, as far as the screen of the project has it:',
    ...sent.map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/** What a ticket of this route is created, moved and linked with, a line each. */
function sentBy(route: PlannedRoute, { severity, team }: RouteFacts, policy: Policy): string[] {
  const { component = [], parent, assignee, securityLevel, labels = [], fields = {} } = route;
  const timezone = teamIn(policy, team)?.timezone ?? policy.schedules.timezone;
  const line = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}: ${value}`]);
  return [
    `priority: ${priorityOf(route, severity)}`,
    `due: ${route.due === 'none' ? 'nothing' : `the ${route.due ?? 'calendar day'} in ${timezone}`}`,
    `labels: holdfast, holdfast-<id>${[...policy.remediation.labels, ...labels].map((label) => `, ${label}`).join('')}`,
    ...line('component', component.length === 0 ? undefined : component.join(', ')),
    ...line('parent', parent),
    ...line('assignee', assignee),
    ...line('security level', securityLevel),
    ...Object.entries(fields).map(([id, setting]) => `${id}: ${settingInWords(setting)}`),
    ...moveInWords('reopened', route.reopen),
    ...moveInWords('closed as a duplicate', route.close),
    `link of a duplicate: ${route.duplicateLink ?? 'Duplicate, where the site has it'}`,
    `link to the incident: ${route.incidentLink ?? 'Relates, where the site has it'}`,
  ];
}

function priorityOf({ priority }: PlannedRoute, severity: Severity): string {
  if (priority === 'none') return 'nothing';
  const place = Severity.options.indexOf(severity) + 1;
  return (
    priority?.[severity] ?? `the one for ${severity}, number ${place} of the four most urgent that the project allows`
  );
}

function settingInWords(setting: FieldSetting): string {
  if ('from' in setting) return `from ${setting.from}`;
  return Object.values(setting).flat().join(', ');
}

function moveInWords(what: string, move: MoveSetting | undefined): string[] {
  if (move === undefined) return [];
  const { transition, resolution, fields = {} } = move;
  const parts = [
    ...(transition === undefined ? [] : [`by ${transition}`]),
    ...(resolution === undefined ? [] : [`resolution ${resolution}`]),
    ...Object.entries(fields).map(([id, setting]) => `${id} ${settingInWords(setting)}`),
  ];
  return [`${what}: ${parts.join(', ')}`];
}
