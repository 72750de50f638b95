import type { Component, Project, SecurityLevel, SimulatedCatalogue } from '../site/catalogue.ts';
import type { SimulatedScreen } from './simulated-screen.ts';
import type { SiteManners } from './site-manners.ts';
import type { WorkflowDescription } from './workflow-description.ts';

/** Whole site as data: what its administrator made of it, and how its Jira answers. */
export type SiteDescription = {
  /** Name of the kind of site, for tests and messages. */
  readonly name: string;
  readonly catalogue: SimulatedCatalogue;
  readonly projects: readonly ProjectDescription[];
  readonly securityLevels: readonly SecurityLevel[];
  /** Switched off, even the list of link types answers 404. */
  readonly isLinkingOn: boolean;
  readonly deployment: 'Cloud' | 'Data Center';
  readonly address: SiteAddress;
  readonly manners: SiteManners;
};

/**
 * Where programs reach the API. The cloudId is what a site keeps when it is renamed. Service accounts and scoped tokens work at the gateway only, under the site's cloudId, and
 * people browse another host.
 * https://support.atlassian.com/user-management/docs/understand-service-accounts/
 */
export type SiteAddress =
  | {
      readonly kind: 'site';
      readonly cloudId: string;
      /** Where Jira stands under the host, as on many installations of Data Center. */
      readonly contextPath?: '/jira';
    }
  | { readonly kind: 'gateway'; readonly cloudId: string; readonly browseUrl: string };

export type ProjectDescription = {
  readonly project: Project;
  readonly types: readonly TypeDescription[];
  /** Priority scheme: the ids that issues of this project choose from. None where no screen has a priority. */
  readonly priorityIds: readonly string[];
  readonly defaultPriorityId: string | undefined;
  readonly components: readonly Component[];
  /** Level of a new issue whose creator sets none, or may set none. */
  readonly defaultSecurityLevelId: string | undefined;
  /** What the integration's account may not do here. People may do everything. */
  readonly lacking: readonly SimulatedPermission[];
  /** Keys that the project had before it was renamed. They still find it. */
  readonly formerKeys: readonly string[];
};

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ */
export type SimulatedPermission =
  | 'BROWSE_PROJECTS'
  | 'CREATE_ISSUES'
  | 'EDIT_ISSUES'
  | 'TRANSITION_ISSUES'
  | 'ASSIGN_ISSUES'
  | 'LINK_ISSUES'
  | 'ADD_COMMENTS'
  | 'DELETE_ISSUES'
  | 'MODIFY_REPORTER'
  | 'SET_ISSUE_SECURITY';

/** Issue type as one project has it. */
export type TypeDescription = {
  readonly issueTypeId: string;
  readonly create: SimulatedScreen;
  readonly edit: SimulatedScreen;
  /** Fields that answers do not have at all, not even as null. */
  readonly hidden: readonly string[];
  /** Demands that create metadata does not know of. */
  readonly creationValidators: readonly { readonly field: string; readonly message: string }[];
  readonly workflow: WorkflowDescription;
};
