import { JiraError } from '../api/jira-error.ts';
import type { IssueType, Project, SimulatedCatalogue, Status, User } from './catalogue.ts';
import { changeItems } from './change-items.ts';
import type { EntityProperty, Issue, IssueEdit } from './issue.ts';
import type { ChangeRecorder, SiteParts } from './record-change.ts';

export type NewIssue = IssueEdit & {
  readonly project: Project;
  readonly issueType: IssueType;
  readonly summary: string;
};

/** Acts on an issue itself, from its creation to its deletion. */
export function issueActs(parts: SiteParts, { change, newHistory }: ChangeRecorder) {
  const { catalogue, store, clock, onEvent } = parts;
  return {
    createIssue(actor: User, { project, ...fields }: NewIssue, properties: readonly EntityProperty[] = []): Issue {
      const at = clock();
      const bare: Issue = {
        ...bareIssue(parts, actor, project, fields.issueType, at),
        properties: Object.fromEntries(properties.map(({ key, value }) => [key, value])),
      };
      const issue = withEdit(bare, fields, at);
      store.save(issue);
      // A creation has no history of its own in Jira, yet its webhook carries one.
      const history = newHistory(actor, changeItems(bare, issue, catalogue.customFields), at);
      onEvent({ kind: 'issue-created', issue, actor, at, history });
      return issue;
    },

    editIssue(actor: User, issue: Issue, edit: IssueEdit): Issue {
      const isAssignmentOnly = Object.keys(edit).length === 1 && 'assignee' in edit;
      return change(
        actor,
        issue,
        withEdit(issue, edit, clock()),
        isAssignmentOnly ? 'issue_assigned' : 'issue_updated',
      );
    },

    transitionIssue(actor: User, issue: Issue, status: Status, edit: IssueEdit = {}): Issue {
      if (status.id === issue.status.id) {
        throw new JiraError(400, [`The issue ${issue.key} is in the status "${status.name}" already.`]);
      }
      const at = clock();
      const isSameCategory = status.category === issue.status.category;
      const enteringDone = status.category === 'done' && issue.resolution === null;
      const resolution = enteringDone ? catalogue.resolutions[0] : undefined;
      const moved: Issue = {
        ...issue,
        status,
        statusCategoryChangedAt: isSameCategory ? issue.statusCategoryChangedAt : at,
        ...(status.category !== 'done' && { resolution: null, resolvedAt: null }),
      };
      const next = withEdit(moved, { ...(resolution && { resolution }), ...edit }, at);
      return change(actor, issue, next, 'issue_generic');
    },

    /** The issue keeps its id, gets a key of the new project and is still found by its old key. */
    moveIssue(actor: User, issue: Issue, project: Project): Issue {
      const next: Issue = { ...issue, project, key: store.nextKey(project.key) };
      return change(actor, issue, next, 'issue_moved');
    },

    deleteIssue(actor: User, issue: Issue): void {
      store.remove(issue.id);
      onEvent({ kind: 'issue-deleted', issue, actor, at: clock() });
    },
  };
}

/** A new issue with nothing in its fields yet. */
function bareIssue(
  { catalogue, store }: SiteParts,
  actor: User,
  project: Project,
  issueType: IssueType,
  at: Date,
): Issue {
  return {
    id: store.nextId('issue'),
    key: store.nextKey(project.key),
    project,
    issueType,
    summary: '',
    description: null,
    priority: defaultPriority(catalogue),
    status: firstStatus(catalogue),
    statusCategoryChangedAt: at,
    resolution: null,
    resolvedAt: null,
    labels: [],
    dueDate: null,
    assignee: null,
    reporter: actor,
    creator: actor,
    createdAt: at,
    updatedAt: at,
    comments: [],
    histories: [],
    remoteLinks: [],
    links: [],
    properties: {},
    customFields: {},
  };
}

function withEdit(issue: Issue, edit: IssueEdit, at: Date): Issue {
  const resolution = edit.resolution === undefined ? issue.resolution : edit.resolution;
  return {
    ...issue,
    ...edit,
    resolvedAt: resolution === null ? null : (issue.resolvedAt ?? at),
    customFields: { ...issue.customFields, ...edit.customFields },
  };
}

function defaultPriority({ priorities }: SimulatedCatalogue) {
  const priority = priorities.find(({ name }) => name === 'Medium') ?? priorities[0];
  if (priority === undefined) throw new Error('The catalogue has no priority: give it at least one.');
  return priority;
}

function firstStatus({ statuses }: SimulatedCatalogue): Status {
  const status = statuses.find(({ category }) => category === 'new') ?? statuses[0];
  if (status === undefined) throw new Error('The catalogue has no status: give it at least one.');
  return status;
}
