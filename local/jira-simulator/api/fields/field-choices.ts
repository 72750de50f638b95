import type { Component, CustomField, Priority, Project, Resolution, User } from '../../site/catalogue.ts';
import type { Issue } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import type { SiteManners } from '../../sites/site-manners.ts';

/** What the fields of an issue may hold in one project. */
export type FieldChoices = {
  readonly users: readonly User[];
  readonly priorities: readonly Priority[];
  readonly components: readonly Component[];
  readonly resolutions: readonly Resolution[];
  readonly customFields: readonly CustomField[];
  readonly findIssue: (idOrKey: string) => Issue | undefined;
  readonly manners: SiteManners;
  readonly isDataCenter: boolean;
};

/** @param project undefined when the request names none that there is; then every priority of the site will do */
export function fieldChoices(
  { catalogue, description, rules, findIssue }: Site,
  project: Project | undefined,
): FieldChoices {
  const own = project && rules.ofProject(project);
  return {
    users: catalogue.users,
    priorities: catalogue.priorities.filter(({ id }) => own === undefined || own.priorityIds.includes(id)),
    components: own?.components ?? [],
    resolutions: catalogue.resolutions,
    customFields: catalogue.customFields.filter(
      ({ scopeProjectId }) => scopeProjectId === undefined || scopeProjectId === project?.id,
    ),
    findIssue,
    manners: description.manners,
    isDataCenter: description.deployment === 'Data Center',
  };
}
