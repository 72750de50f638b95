import { jsonValueSchema } from '../../site/json.ts';
import type { Site } from '../../site/site.ts';
import { JiraError } from '../jira-error.ts';
import type { SimulatorCall, SimulatorRoute } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { mustMayEdit } from './permission-checks.ts';
import { visibleIssue } from './visible-issue.ts';

/** Properties of an issue, in which programs keep data of their own. */
export function propertyRoutes(site: Site, siteView: SiteView): SimulatorRoute[] {
  return [
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/properties', handle: getPropertyKeys },
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/properties/:propertyKey', handle: getProperty },
    { method: 'PUT', pattern: '/rest/api/3/issue/:issueIdOrKey/properties/:propertyKey', handle: putProperty },
  ];

  function getPropertyKeys(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const keys = Object.keys(issue.properties).map((key) => ({ self: propertyUrl(issue.id, key), key }));
    return { status: 200, body: { keys } };
  }

  function getProperty(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const key = call.params.propertyKey ?? '';
    const value = issue.properties[key];
    if (value === undefined) throw new JiraError(404, [`The property ${key} does not exist.`]);
    return { status: 200, body: { key, value } };
  }

  function putProperty(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const key = call.params.propertyKey ?? '';
    mustMayEdit(site, issue);
    const value = jsonValueSchema.safeParse(call.body);
    if (!value.success) throw new JiraError(400, ['The property value must be valid, non-empty JSON.']);
    if (key.length > 255) throw new JiraError(400, ['The property key must be at most 255 characters long.']);
    if (JSON.stringify(value.data).length > 32_768) {
      throw new JiraError(400, ['The property value must be at most 32,768 characters long.']);
    }
    const { isNew } = site.putProperty(issue, key, value.data);
    return { status: isNew ? 201 : 200, body: {} };
  }

  function propertyUrl(issueId: string, key: string): string {
    return `${siteView.api}/issue/${issueId}/properties/${encodeURIComponent(key)}`;
  }
}
