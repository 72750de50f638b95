import { jiraTimestamp } from '../site/jira-time.ts';
import type { Site } from '../site/site.ts';
import type { SiteDescription } from '../sites/site-description.ts';
import { JiraError } from './jira-error.ts';
import { projectExpansions, projectShown, visibleProject } from './project-shown.ts';
import { numberParameter, type SimulatorCall, type SimulatorRoute } from './route.ts';
import type { SiteView } from './site-view.ts';

/** Facts of the site that seldom change: the caller, the site itself, its projects and priorities. */
export function siteRoutes(site: Site, siteView: SiteView): SimulatorRoute[] {
  const { catalogue, clock, description, rules } = site;
  return [
    { method: 'GET', pattern: '/rest/api/3/myself', handle: getCaller },
    {
      method: 'GET',
      pattern: '/rest/api/3/serverInfo',
      handle: () => ({ status: 200, body: serverInfo(description, siteView.url, clock()) }),
    },
    { method: 'GET', pattern: '/rest/api/3/project/search', handle: searchProjects },
    { method: 'GET', pattern: '/rest/api/3/project/:projectIdOrKey', handle: getProject },
    { method: 'GET', pattern: '/rest/api/3/priority/search', handle: searchPriorities },
    // Whole lists, which are all that Data Center has.
    {
      method: 'GET',
      pattern: '/rest/api/3/project',
      handle: () => ({ status: 200, body: visibleProjects().map(siteView.project) }),
    },
    {
      method: 'GET',
      pattern: '/rest/api/3/priority',
      handle: () => ({ status: 200, body: catalogue.priorities.map(siteView.priority) }),
    },
    { method: 'GET', pattern: '/rest/api/3/issueLinkType', handle: listLinkTypes },
  ];

  function getCaller({ caller }: SimulatorCall) {
    return {
      status: 200,
      body: {
        ...siteView.user(caller),
        locale: caller.locale ?? 'en_US',
        ...(caller.accountType === 'app' && description.deployment === 'Cloud' && { appType: 'service' }),
        groups: { size: 0, items: [] },
        applicationRoles: { size: 1, items: [] },
      },
    };
  }

  function getProject({ params }: SimulatorCall) {
    const project = visibleProject(site, params.projectIdOrKey ?? '');
    return { status: 200, body: { ...projectShown(site, siteView, project), expand: projectExpansions } };
  }

  function visibleProjects() {
    return catalogue.projects.filter((project) => rules.may('BROWSE_PROJECTS', project));
  }

  function searchProjects({ query }: SimulatorCall) {
    const keys = query.getAll('keys');
    const projects = visibleProjects().filter(({ key }) => keys.length === 0 || keys.includes(key));
    const startAt = numberParameter(query, 'startAt', 0);
    const maxResults = Math.min(numberParameter(query, 'maxResults', 50), 100);
    const total = projects.length;
    return {
      status: 200,
      body: {
        self: `${siteView.api}/project/search?startAt=${startAt}&maxResults=${maxResults}`,
        startAt,
        maxResults,
        total,
        isLast: startAt + maxResults >= total,
        values: projects.slice(startAt, startAt + maxResults).map(siteView.project),
      },
    };
  }

  /** Switched off, linking has no types to tell of, and Jira answers 404. */
  function listLinkTypes() {
    if (!description.isLinkingOn) throw new JiraError(404, ['Issue linking is currently disabled.']);
    return { status: 200, body: { issueLinkTypes: catalogue.linkTypes.map(siteView.linkType) } };
  }

  /** The list is the site's. What a project chooses from is told by create metadata alone. */
  function searchPriorities({ query }: SimulatorCall) {
    const defaultPriorityId = description.projects[0]?.defaultPriorityId;
    const startAt = numberParameter(query, 'startAt', 0);
    const maxResults = Math.min(numberParameter(query, 'maxResults', 50), 50);
    const values = catalogue.priorities.slice(startAt, startAt + maxResults).map((priority) => ({
      ...siteView.priority(priority),
      description: '',
      statusColor: priority.color,
      isDefault: priority.id === defaultPriorityId,
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

function serverInfo({ address, deployment }: SiteDescription, apiUrl: string, now: Date) {
  const url = address.kind === 'gateway' ? address.browseUrl : apiUrl;
  return {
    baseUrl: url,
    displayUrl: url,
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: deployment === 'Cloud' ? 'Cloud' : 'Server',
    buildNumber: 100_290,
    buildDate: '2026-11-01T00:00:00.000+0000',
    serverTime: jiraTimestamp(now),
    scmInfo: 'simulator',
    serverTitle: 'Jira simulator',
    serverTimeZone: 'Etc/UTC',
  };
}
