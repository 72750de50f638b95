import type { Project } from '../site/catalogue.ts';
import type { Site } from '../site/site.ts';
import { JiraError } from './jira-error.ts';
import type { SiteView } from './site-view.ts';

export const projectExpansions = 'description,lead,issueTypes,url,projectKeys,permissions,insight';

/** The project that a path names. One that the caller may not browse is as good as gone. */
export function visibleProject({ rules }: Site, idOrKey: string): Project {
  const project = rules.projectCalled(idOrKey);
  if (project !== undefined && rules.may('BROWSE_PROJECTS', project)) return project;
  throw new JiraError(404, [`No project could be found with key '${idOrKey}'.`]);
}

/** A project with its types and components. */
export function projectShown({ rules }: Site, siteView: SiteView, project: Project) {
  return {
    ...siteView.project(project),
    description: '',
    issueTypes: rules.typesOf(project).map(siteView.issueType),
    assigneeType: 'UNASSIGNED',
    components: rules.ofProject(project).components.map(({ id, name }) => ({ id, name })),
    versions: [],
    roles: {},
    style: project.style ?? 'classic',
    isPrivate: false,
    properties: {},
  };
}
