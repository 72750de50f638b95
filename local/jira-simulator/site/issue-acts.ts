import type { WorkflowTransition } from '../sites/workflow-description.ts';
import type { IssueType, Project, User } from './catalogue.ts';
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
  const { catalogue, rules, store, clock, onEvent } = parts;
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

    /** Takes a way of the workflow. The resolution follows its post function, unless the edit says otherwise. */
    transitionIssue(
      actor: User,
      issue: Issue,
      { to, resolution: effect }: WorkflowTransition,
      edit: IssueEdit = {},
    ): Issue {
      const status = rules.statusWithId(to);
      const at = clock();
      const isSameCategory = status.category === issue.status.category;
      const isFirstResolution = typeof effect === 'object' && issue.resolution === null;
      const resolution = isFirstResolution ? catalogue.resolutions.find(({ id }) => id === effect.setTo) : undefined;
      const moved: Issue = {
        ...issue,
        status,
        statusCategoryChangedAt: isSameCategory ? issue.statusCategoryChangedAt : at,
        ...(effect === 'cleared' && { resolution: null, resolvedAt: null }),
      };
      const next = withEdit(moved, { ...(resolution && { resolution }), ...edit }, at);
      return change(actor, issue, next, 'issue_generic');
    },

    /**
     * The issue keeps its id, gets a key of the new project and is still found by its old key. It keeps its type and status
     * where the new project has them.
     */
    moveIssue(actor: User, issue: Issue, project: Project): Issue {
      const types = rules.typesOf(project);
      const issueType =
        types.find(({ id }) => id === issue.issueType.id) ??
        types.find(({ name }) => name === issue.issueType.name) ??
        types.find(({ hierarchyLevel = 0 }) => hierarchyLevel === 0);
      if (issueType === undefined) throw new Error(`The project ${project.key} has no type of issues to move to.`);
      const { transitions } = rules.ofType(project, issueType).workflow;
      const status = transitions.some(({ to }) => to === issue.status.id)
        ? issue.status
        : rules.initialStatus(project, issueType);
      // A level of the former project is none of this one's.
      const isSame = project.id === issue.project.id;
      const security = isSame ? issue.security : rules.securityLevelOf(project);
      const next: Issue = { ...issue, project, issueType, status, security, key: store.nextKey(project.key) };
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
  { catalogue, rules, store }: SiteParts,
  actor: User,
  project: Project,
  issueType: IssueType,
  at: Date,
): Issue {
  const { defaultPriorityId } = rules.ofProject(project);
  return {
    id: store.nextId('issue'),
    key: store.nextKey(project.key),
    project,
    issueType,
    summary: '',
    description: null,
    priority: catalogue.priorities.find(({ id }) => id === defaultPriorityId) ?? null,
    status: rules.initialStatus(project, issueType),
    statusCategoryChangedAt: at,
    resolution: null,
    resolvedAt: null,
    labels: [],
    components: [],
    security: rules.securityLevelOf(project),
    parentId: null,
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
