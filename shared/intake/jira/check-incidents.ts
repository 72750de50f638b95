import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../../domain/words/look.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { isCalled } from '../../jira/issue-type.ts';
import { JiraProjectHidden } from '../../jira/jira-errors.ts';
import { lackingPermission } from '../../jira/lacking-permission.ts';
import type { JiraProject } from '../../jira/site-reads.ts';

type IncidentProject = HoldfastConfig['incidents']['jira']['projects'][number];
type Asked = Pick<JiraGateway, 'project' | 'doneStatuses' | 'lackingPermissions'>;

const CONFIG = 'incidents.jira.projects';

/** Looks whether the incidents of one project are shown to us, can be closed, and can be linked to their records. */
export async function checkIncidents(jira: Asked, { project, issueTypes }: IncidentProject): Promise<Look> {
  const what = `incidents of the Jira project ${project}`;
  try {
    const shown = await jira.project(project);
    const ofTypes = await Promise.all(issueTypes.map((type) => problemsOfType(jira, shown, type)));
    const lacking = await jira.lackingPermissions(shown.key, ['LINK_ISSUES']);
    return looked(what, [
      ...(shown.key === project ? [] : [renamedProject(shown.key)]),
      ...ofTypes.flat(),
      ...lacking.map((key) => lackingPermission(key, 'an incident gets no link to its record')),
    ]);
  } catch (error) {
    if (!(error instanceof JiraProjectHidden)) return notSeen(what, error);
    return looked(what, [{ code: 'not shown', problem: error.what, advice: error.remedy }]);
  }
}

const renamedProject = (key: string): FoundProblem => ({
  code: 'renamed',
  problem: `the project is called ${key} now, and its webhooks are ignored`,
  advice: `write ${key} into ${CONFIG}`,
});

async function problemsOfType(jira: Asked, shown: JiraProject, called: string): Promise<FoundProblem[]> {
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
  const done =
    type.id === undefined ? undefined : await jira.doneStatuses({ project: shown.key, issueTypeId: type.id });
  if (done === undefined || done.length > 0) return [];
  return [
    {
      code: `no end of ${called}`,
      problem: `no status of the type ${called} is of the category Done, so no incident is ever closed`,
      advice: 'put the last status of its workflow into the category Done in Jira',
    },
  ];
}
