import * as z from 'zod';
import type { Site } from '../../site/site.ts';
import type { SimulatedPermission } from '../../sites/site-description.ts';
import { fieldName } from '../fields/field-names.ts';
import { issueNotFound, JiraError } from '../jira-error.ts';
import { visibleProject } from '../project-shown.ts';
import { listParameter, type SimulatorCall, type SimulatorRoute } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { fieldSchema } from './field-metadata.ts';

const permissionSchema = z.enum([
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
  'LINK_ISSUES',
  'ADD_COMMENTS',
  'DELETE_ISSUES',
  'MODIFY_REPORTER',
  'SET_ISSUE_SECURITY',
]) satisfies z.ZodType<SimulatedPermission>;

/** Lists of the whole site, and what the caller may do in one project. In team-managed projects a name is no key of them. */
export function siteListRoutes(site: Site, siteView: SiteView): SimulatorRoute[] {
  const { catalogue, rules, store, isVisible } = site;
  return [
    { method: 'GET', pattern: '/rest/api/3/field', handle: listFields },
    {
      method: 'GET',
      pattern: '/rest/api/3/resolution',
      handle: () => ({ status: 200, body: catalogue.resolutions.map(siteView.resolution) }),
    },
    {
      method: 'GET',
      pattern: '/rest/api/3/status',
      handle: () => ({ status: 200, body: catalogue.statuses.map(siteView.status) }),
    },
    {
      method: 'GET',
      pattern: '/rest/api/3/issuetype',
      handle: () => ({ status: 200, body: catalogue.issueTypes.map(siteView.issueType) }),
    },
    { method: 'GET', pattern: '/rest/api/3/project/:project/statuses', handle: listStatuses },
    { method: 'GET', pattern: '/rest/api/3/mypermissions', handle: listPermissions },
  ];

  /** Only what the caller may see in some project. */
  function listFields() {
    const { customFields } = catalogue;
    const used = site.description.projects
      .filter(({ project }) => rules.may('BROWSE_PROJECTS', project))
      .flatMap(({ types }) => types.flatMap(({ create }) => (create === 'every field' ? [] : Object.keys(create))));
    const ids = new Set([...systemFields, ...used, ...customFields.map(({ id }) => id)]);
    const fields = [...ids].map((id) => {
      const scopeProjectId = customFields.find((field) => field.id === id)?.scopeProjectId;
      return {
        id,
        key: id,
        name: fieldName(id, customFields, siteView.locale),
        custom: id.startsWith('customfield_'),
        orderable: true,
        navigable: true,
        searchable: true,
        clauseNames: id.startsWith('customfield_') ? [`cf[${id.replace('customfield_', '')}]`] : [id],
        schema: fieldSchema(id, customFields),
        ...(scopeProjectId !== undefined && { scope: { type: 'PROJECT', project: { id: scopeProjectId } } }),
      };
    });
    return { status: 200, body: fields };
  }

  function listStatuses({ params }: SimulatorCall) {
    const project = visibleProject(site, params.project ?? '');
    const types = rules.typesOf(project).map((issueType) => {
      const { transitions, initialStatusId } = rules.ofType(project, issueType).workflow;
      const ids = new Set([initialStatusId, ...transitions.map(({ to }) => to)]);
      const { self, id, name, subtask } = siteView.issueType(issueType);
      const statuses = [...ids].map((statusId) => siteView.status(rules.statusWithId(statusId)));
      return { self, id, name, subtask, statuses };
    });
    return { status: 200, body: types };
  }

  function listPermissions({ query }: SimulatorCall) {
    const wanted = listParameter(query, 'permissions').map((name) => permissionSchema.safeParse(name).data);
    const keys = wanted.filter((key) => key !== undefined);
    if (keys.length === 0 || keys.length < wanted.length) throw new JiraError(400, ['Unrecognized permission']);
    const project = askedProject(query);
    const permissions = keys.map((key) => [
      key,
      {
        id: key,
        key,
        name: key,
        type: 'PROJECT',
        description: '',
        havePermission: project === undefined || rules.may(key, project),
      },
    ]);
    return { status: 200, body: { permissions: Object.fromEntries(permissions) } };
  }

  function askedProject(query: URLSearchParams) {
    const issueKey = query.get('issueKey') ?? query.get('issueId');
    if (issueKey !== null) {
      const issue = store.find(issueKey);
      if (issue === undefined || !isVisible(issue)) throw issueNotFound();
      return issue.project;
    }
    const projectKey = query.get('projectKey') ?? query.get('projectId');
    return projectKey === null ? undefined : visibleProject(site, projectKey);
  }
}

const systemFields = ['summary', 'description', 'priority', 'labels', 'duedate', 'assignee', 'reporter', 'resolution'];
