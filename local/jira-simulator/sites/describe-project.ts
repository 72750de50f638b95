import type { Project } from '../site/catalogue.ts';
import type { ScreenFields } from './simulated-screen.ts';
import type { ProjectDescription, TypeDescription } from './site-description.ts';
import type { WorkflowDescription } from './workflow-description.ts';

/** Project in which the integration's account may do everything, unless told otherwise. */
export function describeProject(
  project: Project,
  types: readonly TypeDescription[],
  more: Partial<ProjectDescription> = {},
): ProjectDescription {
  return {
    project,
    types,
    priorityIds: [],
    defaultPriorityId: undefined,
    components: [],
    defaultSecurityLevelId: undefined,
    lacking: [],
    formerKeys: [],
    ...more,
  };
}

/** Issue type whose edit screen is its create screen without what a PUT never changes, unless told otherwise. */
export function describeType(
  issueTypeId: string,
  create: ScreenFields,
  workflow: WorkflowDescription,
  more: Partial<TypeDescription> = {},
): TypeDescription {
  const { parent: _parent, ...edit } = create;
  return { issueTypeId, create, edit, hidden: [], creationValidators: [], workflow, ...more };
}
