import type { Issue } from '../../site/issue.ts';
import type { IssueStore } from '../../site/issue-store.ts';
import type { Json } from '../../site/json.ts';
import type { SiteRules } from '../../site/site-rules.ts';
import type { SiteView } from '../site-view.ts';
import { issueDetailsView } from './issue-details-view.ts';
import { issueFields, selectedFields } from './issue-fields.ts';

export type IssueSelection = {
  /** Field names, `*all`, `*navigable`, or names with a minus to leave out. */
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
};

const expandable = 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations';

export type IssueView = ReturnType<typeof createIssueView>;

/** Shows issues and what hangs on them as JSON, the way this version of the API does. */
export function createIssueView(view: SiteView, store: IssueStore, rules: SiteRules) {
  const details = issueDetailsView(view);
  const allFields = issueFields(view, store, rules, details);
  return {
    ...details,

    issue(issue: Issue, { fields, properties, expand }: IssueSelection) {
      return {
        expand: expandable,
        id: issue.id,
        self: `${view.api}/issue/${issue.id}`,
        key: issue.key,
        ...(properties.length > 0 && { properties: selectedProperties(issue, properties) }),
        ...(expand.includes('changelog') && { changelog: details.newestHistories(issue) }),
        fields: selectedFields(allFields(issue), fields),
      };
    },
  };
}

function selectedProperties({ properties }: Issue, wanted: readonly string[]): Record<string, Json> {
  const isWanted = (key: string) => wanted.includes('*all') || wanted.includes(key);
  return Object.fromEntries(Object.entries(properties).filter(([key]) => isWanted(key)));
}
