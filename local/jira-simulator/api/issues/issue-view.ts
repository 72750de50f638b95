import { type AdfDocument, textOfDocument } from '../../site/adf-document.ts';
import type { Comment, History, Issue, IssueLink, RemoteLink } from '../../site/issue.ts';
import type { IssueStore } from '../../site/issue-store.ts';
import { jiraTimestamp } from '../../site/jira-time.ts';
import type { Json } from '../../site/json.ts';
import type { SiteView } from '../site-view.ts';

export type IssueSelection = {
  /** Field names, `*all`, `*navigable`, or names with a minus to leave out. */
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
};

const expandable = 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations';

/** Shows issues and what hangs on them as JSON, the way this version of the API does. */
export function createIssueView(view: SiteView, store: IssueStore) {
  const text = (document: AdfDocument) => (view.version === 3 ? document : textOfDocument(document));

  const issueView = {
    issue(issue: Issue, { fields, properties, expand }: IssueSelection) {
      return {
        expand: expandable,
        id: issue.id,
        self: `${view.api}/issue/${issue.id}`,
        key: issue.key,
        ...(properties.length > 0 && { properties: selectedProperties(issue, properties) }),
        ...(expand.includes('changelog') && { changelog: issueView.newestHistories(issue) }),
        fields: selectedFields(allFields(issue), fields),
      };
    },

    /** In this embedded form the newest history comes first; the changelog resource has the oldest first. */
    newestHistories({ histories }: Issue) {
      const shown = histories.map(issueView.history).reverse();
      return { startAt: 0, maxResults: shown.length, total: shown.length, histories: shown };
    },

    history({ id, author, createdAt, items }: History) {
      return { id, author: view.user(author), created: jiraTimestamp(createdAt), items };
    },

    comment(issue: Issue, { id, author, body, createdAt, properties }: Comment, withProperties: boolean) {
      return {
        self: `${view.api}/issue/${issue.id}/comment/${id}`,
        id,
        author: view.user(author),
        body: text(body),
        updateAuthor: view.user(author),
        created: jiraTimestamp(createdAt),
        updated: jiraTimestamp(createdAt),
        jsdPublic: true,
        ...(withProperties && { properties }),
      };
    },

    remoteLink(issue: Issue, { id, globalId, application, relationship, object }: RemoteLink) {
      return {
        id,
        self: `${view.api}/issue/${issue.key}/remotelink/${id}`,
        ...(globalId !== null && { globalId }),
        application,
        ...(relationship !== null && { relationship }),
        object,
      };
    },
  };
  return issueView;

  function allFields(issue: Issue): Record<string, unknown> {
    const comments = issue.comments.map((comment) => issueView.comment(issue, comment, false));
    return {
      statuscategorychangedate: jiraTimestamp(issue.statusCategoryChangedAt),
      issuetype: view.issueType(issue.issueType),
      project: view.project(issue.project),
      resolution: issue.resolution && view.resolution(issue.resolution),
      resolutiondate: issue.resolvedAt && jiraTimestamp(issue.resolvedAt),
      created: jiraTimestamp(issue.createdAt),
      updated: jiraTimestamp(issue.updatedAt),
      priority: view.priority(issue.priority),
      labels: issue.labels,
      duedate: issue.dueDate,
      assignee: issue.assignee && view.user(issue.assignee),
      status: view.status(issue.status),
      statusCategory: view.statusCategory(issue.status),
      summary: issue.summary,
      description: issue.description && text(issue.description),
      creator: view.user(issue.creator),
      reporter: view.user(issue.reporter),
      issuelinks: issue.links.flatMap(linkShown),
      subtasks: [],
      components: [],
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
        priority: view.priority(other.priority),
        issuetype: view.issueType(other.issueType),
      },
    };
    const end = direction === 'outward' ? { outwardIssue: shown } : { inwardIssue: shown };
    return [{ id, self: `${view.api}/issueLink/${id}`, type: view.linkType(type), ...end }];
  }
}

export type IssueView = ReturnType<typeof createIssueView>;

/** Fields that `*navigable` leaves out: Jira's issue navigator has no column for them. */
const notNavigable = new Set(['comment', 'attachment']);

function selectedFields(all: Readonly<Record<string, unknown>>, wanted: readonly string[]): Record<string, unknown> {
  const excluded = new Set(wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const included = wanted.filter((name) => !name.startsWith('-'));
  const isWanted = (name: string) =>
    included.includes('*all') ||
    ((included.length === 0 || included.includes('*navigable')) && !notNavigable.has(name)) ||
    included.includes(name);
  return Object.fromEntries(Object.entries(all).filter(([name]) => isWanted(name) && !excluded.has(name)));
}

function selectedProperties({ properties }: Issue, wanted: readonly string[]): Record<string, Json> {
  const isWanted = (key: string) => wanted.includes('*all') || wanted.includes(key);
  return Object.fromEntries(Object.entries(properties).filter(([key]) => isWanted(key)));
}
