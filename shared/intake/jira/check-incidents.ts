import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../../domain/words/look.ts';
import { type InTime, withoutLimit } from '../../in-time.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { isCalled } from '../../jira/issue-type.ts';
import { JiraProjectHidden, JiraRefused } from '../../jira/jira-errors.ts';
import { lackingPermission } from '../../jira/lacking-permission.ts';
import type { JiraProject } from '../../jira/site-reads.ts';

type IncidentProject = HoldfastConfig['incidents']['jira']['projects'][number];
type Asked = Pick<JiraGateway, 'project' | 'doneStatuses' | 'lackingPermissions' | 'screenOf'>;
type Severities = Pick<HoldfastConfig['incidents']['jira'], 'severityByPriority' | 'severityOtherwise'>;

const CONFIG = 'incidents.jira.projects';

/**
 * Looks whether the incidents of one project are shown to us, can be closed, have priorities that the configuration knows, and can
 * be linked to their records.
 */
export async function checkIncidents(
  { jira, inTime = withoutLimit }: { jira: Asked; inTime: InTime | undefined },
  asked: IncidentProject,
  severities: Severities,
): Promise<Look> {
  const what = `incidents of the Jira project ${asked.project}`;
  try {
    return looked(what, await inTime(() => problemsOfProject(jira, asked, severities)));
  } catch (error) {
    if (!(error instanceof JiraProjectHidden)) return notSeen(what, error);
    return looked(what, [{ code: 'not shown', problem: error.what, advice: error.remedy }]);
  }
}

async function problemsOfProject(
  jira: Asked,
  { project, issueTypes }: IncidentProject,
  severities: Severities,
): Promise<FoundProblem[]> {
  const shown = await jira.project(project);
  const ofTypes = await Promise.all(
    issueTypes.map((type) => problemsOfType(jira, { shown, called: type, severities })),
  );
  const lacking = await jira.lackingPermissions(shown.key, ['LINK_ISSUES']);
  return [
    ...(shown.key === project ? [] : [renamedProject(shown.key)]),
    ...ofTypes.flat(),
    ...lacking.map((key) => lackingPermission(key, 'an incident gets no link to its record')),
  ];
}

const renamedProject = (key: string): FoundProblem => ({
  code: 'renamed',
  problem: `the project is called ${key} now, and its webhooks are ignored`,
  advice: `write ${key} into ${CONFIG}`,
});

type AskedType = { readonly shown: JiraProject; readonly called: string; readonly severities: Severities };

async function problemsOfType(jira: Asked, { shown, called, severities }: AskedType): Promise<FoundProblem[]> {
  const type = shown.issueTypes.find((one) => isCalled(one, called));
  if (type === undefined) {
    const names = shown.issueTypes.map(({ name }) => name).join(', ');
    return [
      {
        code: `no type ${called}`,
        problem: `the project has no issues of the type ${called}`,
        advice: `write one of ${names} into ${CONFIG}`,
      },
    ];
  }
  if (type.id === undefined) return [];
  const { id } = type;
  const [ends, priorities] = await Promise.all([
    jira.doneStatuses({ project: shown.key, issueTypeId: id }),
    prioritiesOf(jira, shown.key, id),
  ]);
  return [...(ends?.length === 0 ? [noEnd(called)] : []), ...withoutSeverity(priorities, called, severities)];
}

const noEnd = (called: string): FoundProblem => ({
  code: `no end of ${called}`,
  problem: `no status of the type ${called} is of the category Done, so no incident is ever closed`,
  advice: 'put the last status of its workflow into the category Done in Jira',
});

/** Names of the priorities that an issue of this type may have. None where Jira does not tell: we may not create incidents, or none has one. */
async function prioritiesOf(jira: Asked, project: string, issueTypeId: string): Promise<string[]> {
  try {
    const { fields } = await jira.screenOf(project, issueTypeId);
    return (fields.get('priority')?.allowedValues ?? []).map(({ name }) => name);
  } catch (error) {
    if (error instanceof JiraRefused) return [];
    throw error;
  }
}

/** A priority that is not in the list is a choice. That none is, is another language, or another scheme. */
function withoutSeverity(
  priorities: readonly string[],
  called: string,
  { severityByPriority, severityOtherwise }: Severities,
): FoundProblem[] {
  if (priorities.length === 0 || priorities.some((name) => Object.hasOwn(severityByPriority, name))) return [];
  return [
    {
      code: `no severity of ${called}`,
      problem: `the priorities of the type ${called} are ${priorities.join(', ')}, so every incident is ${severityOtherwise}`,
      advice: 'write them into incidents.jira.severityByPriority',
    },
  ];
}
