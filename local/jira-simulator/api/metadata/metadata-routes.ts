import type { Project } from '../../site/catalogue.ts';
import type { Site } from '../../site/site.ts';
import { editScreen } from '../fields/read-edit.ts';
import { screenInForce } from '../fields/screen-in-force.ts';
import { visibleIssue } from '../issues/visible-issue.ts';
import { JiraError } from '../jira-error.ts';
import { numberParameter, type SimulatorCall, type SimulatorRoute } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { fieldMetadata } from './field-metadata.ts';

const pageLimit = 200;

/**
 * What may be created and edited. The older `GET /issue/createmeta` is gone.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-get
 */
export function metadataRoutes(site: Site, siteView: SiteView): SimulatorRoute[] {
  const { rules } = site;
  const isDataCenter = site.description.deployment === 'Data Center';
  return [
    { method: 'GET', pattern: '/rest/api/3/issue/createmeta/:project/issuetypes', handle: listTypes },
    { method: 'GET', pattern: '/rest/api/3/issue/createmeta/:project/issuetypes/:issueTypeId', handle: listFields },
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/editmeta', handle: getEditMetadata },
  ];

  function listTypes({ params, query }: SimulatorCall) {
    const types = rules.typesOf(creatable(params.project ?? '')).map(siteView.issueType);
    return page(query, types, isDataCenter ? 'values' : 'issueTypes');
  }

  /** Cloud names the list `fields`, Data Center `values`, and there its entries have no `key`. */
  function listFields({ params, query }: SimulatorCall) {
    const project = creatable(params.project ?? '');
    const issueType = rules.typesOf(project).find(({ id }) => id === params.issueTypeId);
    if (issueType === undefined) throw new JiraError(400, ['The issue type selected is invalid.']);
    const { create } = rules.ofType(project, issueType);
    const screen = {
      project: 'required' as const,
      issuetype: 'required' as const,
      ...screenInForce(site, create, project, 'integration'),
    };
    const { comment: _comment, resolution: _resolution, ...shown } = fieldMetadata(screen, site, project, siteView);
    const fields = Object.entries(shown).map(([fieldId, { key, ...more }]) =>
      isDataCenter ? { fieldId, ...more } : { fieldId, key, ...more },
    );
    return page(query, fields, isDataCenter ? 'values' : 'fields');
  }

  function getEditMetadata(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const { comment: _comment, ...screen } = editScreen(site, issue, 'integration');
    return { status: 200, body: { fields: fieldMetadata(screen, site, issue.project, siteView) } };
  }

  /** A project that the caller may not create in is as good as not there. */
  function creatable(idOrKey: string): Project {
    const project = rules.projectCalled(idOrKey);
    if (project !== undefined && rules.may('BROWSE_PROJECTS', project) && rules.may('CREATE_ISSUES', project)) {
      return project;
    }
    throw new JiraError(400, [`No project could be found with key '${idOrKey}'.`]);
  }

  function page(query: URLSearchParams, all: readonly unknown[], name: string) {
    const startAt = numberParameter(query, 'startAt', 0);
    const maxResults = numberParameter(query, 'maxResults', 50);
    if (maxResults > pageLimit) {
      throw new JiraError(400, [`Parameter 'maxResults' must not exceed the limit '${pageLimit}'`]);
    }
    const shown = all.slice(startAt, startAt + maxResults);
    return { status: 200, body: { startAt, maxResults, total: all.length, [name]: shown } };
  }
}
