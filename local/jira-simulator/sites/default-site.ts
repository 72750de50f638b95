import type { SimulatedCatalogue } from '../site/catalogue.ts';
import type { SiteDescription } from './site-description.ts';
import { kindManners } from './site-manners.ts';
import { type WorkflowDescription, workflowTransition } from './workflow-description.ts';

/** Site on which every project has every type, every screen every field, and every status reaches every other. */
export function defaultSite(catalogue: SimulatedCatalogue): SiteDescription {
  const workflow = workflowOfAll(catalogue);
  const types = catalogue.issueTypes.map(({ id }) => ({
    issueTypeId: id,
    create: 'every field' as const,
    edit: 'every field' as const,
    hidden: [],
    creationValidators: [],
    workflow,
  }));
  return {
    name: 'default',
    catalogue,
    projects: catalogue.projects.map((project) => ({
      project,
      types,
      priorityIds: catalogue.priorities.map(({ id }) => id),
      defaultPriorityId: (catalogue.priorities.find(({ name }) => name === 'Medium') ?? catalogue.priorities[0])?.id,
      components: [],
      defaultSecurityLevelId: undefined,
      lacking: [],
      formerKeys: [],
    })),
    securityLevels: [],
    isLinkingOn: true,
    deployment: 'Cloud',
    address: { kind: 'site', cloudId: '00000000-0000-4000-8000-000000000000' },
    manners: kindManners,
  };
}

/** Global transitions 11, 21, 31 … as in the workflows that Jira makes by itself. */
function workflowOfAll({ statuses, resolutions }: SimulatedCatalogue): WorkflowDescription {
  const initial = statuses.find(({ category }) => category === 'new') ?? statuses[0];
  if (initial === undefined) throw new Error('The catalogue has no status: give it at least one.');
  const [resolution] = resolutions;
  return {
    initialStatusId: initial.id,
    closedStatusIds: [],
    transitions: statuses.map(({ id, name, category }, index) =>
      workflowTransition(`${index + 1}1`, name, 'every status', id, {
        screen: 'every field',
        resolution: category !== 'done' ? 'cleared' : resolution === undefined ? 'kept' : { setTo: resolution.id },
      }),
    ),
  };
}
