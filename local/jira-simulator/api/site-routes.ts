import { projectByIdOrKey } from '../site/catalogue.ts';
import { jiraTimestamp } from '../site/jira-time.ts';
import type { Site } from '../site/site.ts';
import { JiraError } from './jira-error.ts';
import { numberParameter, type SimulatorCall, type SimulatorRoute } from './route.ts';
import type { SiteView } from './site-view.ts';

/** Facts of the site that seldom change: the caller, the site itself, its projects and priorities. */
export function siteRoutes({ catalogue, clock }: Site, siteView: SiteView): SimulatorRoute[] {
  return [
    { method: 'GET', pattern: '/rest/api/3/myself', handle: getCaller },
    {
      method: 'GET',
      pattern: '/rest/api/3/serverInfo',
      handle: () => ({ status: 200, body: serverInfo(siteView.url, clock()) }),
    },
    { method: 'GET', pattern: '/rest/api/3/project/:projectIdOrKey', handle: getProject },
    { method: 'GET', pattern: '/rest/api/3/priority/search', handle: searchPriorities },
    {
      method: 'GET',
      pattern: '/rest/api/3/issueLinkType',
      handle: () => ({ status: 200, body: { issueLinkTypes: catalogue.linkTypes.map(siteView.linkType) } }),
    },
  ];

  function getCaller({ caller }: SimulatorCall) {
    return {
      status: 200,
      body: {
        ...siteView.user(caller),
        locale: 'en_US',
        groups: { size: 0, items: [] },
        applicationRoles: { size: 1, items: [] },
      },
    };
  }

  function getProject({ params }: SimulatorCall) {
    const idOrKey = params.projectIdOrKey ?? '';
    const project = projectByIdOrKey(catalogue, idOrKey);
    if (project === undefined) throw new JiraError(404, [`No project could be found with key '${idOrKey}'.`]);
    return {
      status: 200,
      body: {
        expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
        ...siteView.project(project),
        description: '',
        issueTypes: catalogue.issueTypes.map(siteView.issueType),
        assigneeType: 'UNASSIGNED',
        components: [],
        versions: [],
        roles: {},
        style: 'classic',
        isPrivate: false,
        properties: {},
      },
    };
  }

  function searchPriorities({ query }: SimulatorCall) {
    const startAt = numberParameter(query, 'startAt', 0);
    const maxResults = Math.min(numberParameter(query, 'maxResults', 50), 50);
    const values = catalogue.priorities.slice(startAt, startAt + maxResults).map((priority) => ({
      ...siteView.priority(priority),
      description: '',
      statusColor: priority.color,
      isDefault: priority.name === 'Medium',
    }));
    const total = catalogue.priorities.length;
    return {
      status: 200,
      body: {
        self: `${siteView.api}/priority/search?startAt=${startAt}&maxResults=${maxResults}`,
        maxResults,
        startAt,
        total,
        isLast: startAt + maxResults >= total,
        values,
      },
    };
  }
}

function serverInfo(url: string, now: Date) {
  return {
    baseUrl: url,
    displayUrl: url,
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    buildNumber: 100_290,
    buildDate: '2026-11-01T00:00:00.000+0000',
    serverTime: jiraTimestamp(now),
    scmInfo: 'simulator',
    serverTitle: 'Jira simulator',
    serverTimeZone: 'Etc/UTC',
  };
}
