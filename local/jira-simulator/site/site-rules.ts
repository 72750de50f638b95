import type {
  ProjectDescription,
  SimulatedPermission,
  SiteDescription,
  TypeDescription,
} from '../sites/site-description.ts';
import { type WorkflowTransition, waysOutOf } from '../sites/workflow-description.ts';
import { type IssueType, type Project, type Status, sameText } from './catalogue.ts';
import type { Issue } from './issue.ts';

export type SiteRules = ReturnType<typeof siteRules>;

/** Answers from the description of a site: what a project has, and what the integration's account may do there. */
export function siteRules({ catalogue, projects, securityLevels }: SiteDescription) {
  return {
    ofProject,
    ofType,
    typesOf,
    projectCalled,
    presentKey,
    may,
    mayRead,
    statusWithId,
    waysOf,
    initialStatus,
    securityLevelOf,
  };

  function ofProject({ id, key }: Project): ProjectDescription {
    const found = projects.find(({ project }) => project.id === id);
    if (found === undefined) throw new Error(`The site does not describe its project ${key}.`);
    return found;
  }

  function ofType(project: Project, issueType: IssueType): TypeDescription {
    const found = ofProject(project).types.find(({ issueTypeId }) => issueTypeId === issueType.id);
    if (found === undefined) throw new Error(`The project ${project.key} has no type ${issueType.name}.`);
    return found;
  }

  function typesOf(project: Project): IssueType[] {
    const ids = ofProject(project).types.map(({ issueTypeId }) => issueTypeId);
    return catalogue.issueTypes.filter(({ id }) => ids.includes(id));
  }

  /** By id or key; a renamed project answers to its former keys too. */
  function projectCalled(idOrKey: string): Project | undefined {
    return projects.find(
      ({ project, formerKeys }) =>
        project.id === idOrKey || [project.key, ...formerKeys].some((key) => sameText(key, idOrKey)),
    )?.project;
  }

  /** Key of an issue with the present key of its project. */
  function presentKey(key: string): string {
    const [projectKey = '', number = ''] = key.split('-');
    return `${projectCalled(projectKey)?.key ?? projectKey}-${number}`;
  }

  function may(permission: SimulatedPermission, project: Project): boolean {
    return !ofProject(project).lacking.includes(permission);
  }

  /** Sees the issue as far as project and security level go. The creator of an issue is no exception. */
  function mayRead({ project, security }: Issue): boolean {
    return may('BROWSE_PROJECTS', project) && (security === null || security.visibleInProjectIds.includes(project.id));
  }

  function statusWithId(id: string): Status {
    const status = catalogue.statuses.find((each) => each.id === id);
    if (status === undefined) throw new Error(`The site has no status ${id}.`);
    return status;
  }

  function waysOf({ project, issueType, status }: Issue): readonly WorkflowTransition[] {
    return waysOutOf(ofType(project, issueType).workflow, status.id);
  }

  function initialStatus(project: Project, issueType: IssueType): Status {
    return statusWithId(ofType(project, issueType).workflow.initialStatusId);
  }

  function securityLevelOf(project: Project) {
    return securityLevels.find(({ id }) => id === ofProject(project).defaultSecurityLevelId) ?? null;
  }
}
