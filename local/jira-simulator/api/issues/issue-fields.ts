import type { Issue, IssueLink } from '../../site/issue.ts';
import type { IssueStore } from '../../site/issue-store.ts';
import { jiraTimestamp } from '../../site/jira-time.ts';
import type { SiteRules } from '../../site/site-rules.ts';
import type { SiteView } from '../site-view.ts';
import { type IssueDetailsView, textShown } from './issue-details-view.ts';

/** Shows all fields of an issue by their names. */
export function issueFields(view: SiteView, store: IssueStore, rules: SiteRules, details: IssueDetailsView) {
  return shownFields;

  /** What a type lacks is not null in its issues: it is not there. */
  function shownFields(issue: Issue): Record<string, unknown> {
    const { hidden, create, edit } = rules.ofType(issue.project, issue.issueType);
    const screens = [create, edit].flatMap((screen) => (screen === 'every field' ? [] : Object.keys(screen)));
    const own = screens.filter((field) => field.startsWith('customfield_')).map((field) => [field, null]);
    const all = { ...Object.fromEntries(own), ...allFields(issue) };
    return Object.fromEntries(Object.entries(all).filter(([field]) => !hidden.includes(field)));
  }

  function allFields(issue: Issue): Record<string, unknown> {
    const comments = issue.comments.map((comment) => details.comment(issue, comment, false));
    return {
      // Data Center does not keep it.
      ...(!view.isDataCenter && { statuscategorychangedate: jiraTimestamp(issue.statusCategoryChangedAt) }),
      issuetype: view.issueType(issue.issueType),
      project: view.project(issue.project),
      resolution: issue.resolution && view.resolution(issue.resolution),
      resolutiondate: issue.resolvedAt && jiraTimestamp(issue.resolvedAt),
      created: jiraTimestamp(issue.createdAt),
      updated: jiraTimestamp(issue.updatedAt),
      ...(issue.priority !== null && { priority: view.priority(issue.priority) }),
      labels: issue.labels,
      duedate: issue.dueDate,
      assignee: issue.assignee && view.user(issue.assignee),
      status: view.status(issue.status),
      statusCategory: view.statusCategory(issue.status),
      summary: issue.summary,
      description: issue.description && textShown(view, issue.description),
      creator: view.user(issue.creator),
      reporter: view.user(issue.reporter),
      issuelinks: issue.links.flatMap(linkShown),
      subtasks: [],
      components: issue.components.map(({ id, name }) => ({ id, name })),
      ...parentShown(issue),
      ...(issue.security !== null && { security: { id: issue.security.id, name: issue.security.name } }),
      fixVersions: [],
      versions: [],
      attachment: [],
      ...issue.customFields,
      comment: {
        comments,
        self: `${view.api}/issue/${issue.id}/comment`,
        maxResults: comments.length,
        total: comments.length,
        startAt: 0,
      },
    };
  }

  function parentShown({ parentId }: Issue) {
    const parent = store.find(parentId ?? '');
    return parent === undefined
      ? {}
      : { parent: { id: parent.id, key: parent.key, fields: { summary: parent.summary } } };
  }

  function linkShown({ id, type, direction, otherIssueId }: IssueLink) {
    const other = store.find(otherIssueId);
    if (other === undefined) return [];
    const shown = {
      id: other.id,
      key: other.key,
      self: `${view.api}/issue/${other.id}`,
      fields: {
        summary: other.summary,
        status: view.status(other.status),
        ...(other.priority !== null && { priority: view.priority(other.priority) }),
        issuetype: view.issueType(other.issueType),
      },
    };
    const end = direction === 'outward' ? { outwardIssue: shown } : { inwardIssue: shown };
    return [{ id, self: `${view.api}/issueLink/${id}`, type: view.linkType(type), ...end }];
  }
}

/** Fields that `*navigable` leaves out: Jira's issue navigator has no column for them. */
const notNavigable = new Set(['comment', 'attachment']);

export function selectedFields(
  all: Readonly<Record<string, unknown>>,
  wanted: readonly string[],
): Record<string, unknown> {
  const excluded = new Set(wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const included = wanted.filter((name) => !name.startsWith('-'));
  const isWanted = (name: string) =>
    included.includes('*all') ||
    ((included.length === 0 || included.includes('*navigable')) && !notNavigable.has(name)) ||
    included.includes(name);
  return Object.fromEntries(Object.entries(all).filter(([name]) => isWanted(name) && !excluded.has(name)));
}
