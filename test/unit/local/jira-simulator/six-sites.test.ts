import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../../../local/jira-simulator/site/catalogue.ts';
import { onDataCenter } from '../../../../local/jira-simulator/sites/data-center.ts';
import { defaultSite } from '../../../../local/jira-simulator/sites/default-site.ts';
import type { SiteDescription } from '../../../../local/jira-simulator/sites/site-description.ts';
import { sixSites } from '../../../../local/jira-simulator/sites/six-sites.ts';
import { waysOutOf } from '../../../../local/jira-simulator/sites/workflow-description.ts';

const systemFields = [
  ...['summary', 'description', 'priority', 'labels', 'duedate', 'components'],
  ...['assignee', 'reporter', 'parent', 'resolution', 'comment'],
];

/** Ids that a description names and does not have. */
function unknownIds({ catalogue, projects, securityLevels }: SiteDescription): string[] {
  const known = {
    type: catalogue.issueTypes.map(({ id }) => id),
    status: catalogue.statuses.map(({ id }) => id),
    priority: catalogue.priorities.map(({ id }) => id),
    resolution: catalogue.resolutions.map(({ id }) => id),
    level: securityLevels.map(({ id }) => id),
    field: [...systemFields, ...catalogue.customFields.map(({ id }) => id)],
  };
  const named = projects.flatMap(({ types, priorityIds, defaultPriorityId, defaultSecurityLevelId }) => [
    ...[...priorityIds, defaultPriorityId ?? []].flat().map((id) => ['priority', id] as const),
    ...[defaultSecurityLevelId ?? []].flat().map((id) => ['level', id] as const),
    ...types.flatMap(({ issueTypeId, create, edit, workflow, creationValidators }) => [
      ['type', issueTypeId] as const,
      ['status', workflow.initialStatusId] as const,
      ...workflow.closedStatusIds.map((id) => ['status', id] as const),
      ...creationValidators.map(({ field }) => ['field', field] as const),
      ...workflow.transitions.flatMap(({ from, to, resolution }) => [
        ...[...(from === 'every status' ? [] : from), to].map((id) => ['status', id] as const),
        ...(typeof resolution === 'object' ? [['resolution', resolution.setTo] as const] : []),
      ]),
      ...[create, edit, ...workflow.transitions.map(({ screen }) => screen)].flatMap((screen) =>
        screen === 'every field' ? [] : Object.keys(screen).map((field) => ['field', field] as const),
      ),
    ]),
  ]);
  return named.filter(([kind, id]) => !known[kind].includes(id)).map(([kind, id]) => `${kind} ${id}`);
}

const all = [defaultSite(defaultCatalogue), ...sixSites, ...sixSites.map(onDataCenter)];

describe.each(all.map((site) => [site.name, site] as const))('the site "%s"', (_name, site) => {
  it('names nothing that it does not have', () => {
    expect(unknownIds(site)).toEqual([]);
  });

  it('has ids that are unique, within its statuses, types, projects and within each workflow', () => {
    const lists = [
      site.catalogue.statuses,
      site.catalogue.issueTypes,
      site.catalogue.projects,
      ...site.projects.flatMap(({ types }) => types.map(({ workflow }) => workflow.transitions)),
    ];
    const repeated = lists.flatMap((list) =>
      list.map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index),
    );
    expect(repeated).toEqual([]);
  });

  it('leads from the first status of each workflow to a status of done', () => {
    const doneIds = site.catalogue.statuses.filter(({ category }) => category === 'done').map(({ id }) => id);
    const reached = site.projects.flatMap(({ types }) =>
      types.map(({ workflow }) => {
        const seen = new Set([workflow.initialStatusId]);
        for (const id of seen) for (const { to } of waysOutOf(workflow, id)) seen.add(to);
        return [...seen].some((id) => doneIds.includes(id));
      }),
    );
    expect(reached.every(Boolean)).toBe(true);
  });
});
