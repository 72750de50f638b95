import { JiraError } from '../api/jira-error.ts';
import type { SimulatedAdfDocument } from './adf-document.ts';
import type { IssueType, LinkType, Project, SimulatedCatalogue, Status, User } from './catalogue.ts';
import { changeItems } from './change-items.ts';
import type { Comment, EntityProperty, History, Issue, IssueEdit, RemoteLink, SimulatedChangeItem } from './issue.ts';
import type { IssueStore } from './issue-store.ts';
import type { Json } from './json.ts';

/** Event on the site, as its webhooks tell it. */
export type SiteEvent = { readonly issue: Issue; readonly actor: User; readonly at: Date } & (
  | { readonly kind: 'issue-created'; readonly history: History }
  | { readonly kind: 'issue-updated'; readonly history: History; readonly typeName: UpdateTypeName }
  | { readonly kind: 'issue-deleted' }
  | { readonly kind: 'comment-created'; readonly comment: Comment }
);

export type UpdateTypeName = 'issue_updated' | 'issue_generic' | 'issue_assigned' | 'issue_moved';

export type NewIssue = IssueEdit & {
  readonly project: Project;
  readonly issueType: IssueType;
  readonly summary: string;
};

type SiteParts = {
  readonly catalogue: SimulatedCatalogue;
  readonly store: IssueStore;
  readonly clock: () => Date;
  readonly onEvent: (event: SiteEvent) => void;
};

/** Acts of people and programs on issues. Each deed is saved first and then told, so a webhook never runs ahead. */
export function createSite({ catalogue, store, clock, onEvent }: SiteParts) {
  return {
    catalogue,
    store,
    clock,

    createIssue(actor: User, { project, ...fields }: NewIssue, properties: readonly EntityProperty[] = []): Issue {
      const at = clock();
      const bare: Issue = {
        id: store.nextId('issue'),
        key: store.nextKey(project.key),
        project,
        issueType: fields.issueType,
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
        properties: Object.fromEntries(properties.map(({ key, value }) => [key, value])),
        customFields: {},
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

    addComment(
      actor: User,
      issue: Issue,
      body: SimulatedAdfDocument,
      properties: readonly EntityProperty[] = [],
    ): Comment {
      const at = clock();
      const comment: Comment = { id: store.nextId('comment'), author: actor, body, createdAt: at, properties };
      const commented: Issue = { ...issue, comments: [...issue.comments, comment], updatedAt: at };
      store.save(commented);
      onEvent({ kind: 'comment-created', issue: commented, actor, at, comment });
      return comment;
    },

    /** A link with a known `globalId` takes the place of the old one; so repeating the call adds nothing. */
    putRemoteLink(actor: User, issue: Issue, fields: Omit<RemoteLink, 'id'>): { link: RemoteLink; isNew: boolean } {
      const known = issue.remoteLinks.find(({ globalId }) => globalId !== null && globalId === fields.globalId);
      const link: RemoteLink = { id: known?.id ?? Number(store.nextId('remote link')), ...fields };
      if (known !== undefined) {
        const remoteLinks = issue.remoteLinks.map((each) => (each.id === known.id ? link : each));
        store.save({ ...issue, remoteLinks });
        return { link, isNew: false };
      }
      const item: SimulatedChangeItem = {
        field: 'RemoteWorkItemLink',
        fieldtype: 'jira',
        from: null,
        fromString: null,
        to: String(link.id),
        toString: `This issue links to "${link.object.title} (Web Link)"`,
      };
      change(actor, issue, { ...issue, remoteLinks: [...issue.remoteLinks, link] }, 'issue_updated', [item]);
      return { link, isNew: true };
    },

    /** Properties are for programs: setting one neither touches `updated` nor tells the webhooks of issues. */
    putProperty(issue: Issue, key: string, value: Json): { isNew: boolean } {
      store.save({ ...issue, properties: { ...issue.properties, [key]: value } });
      return { isNew: !Object.hasOwn(issue.properties, key) };
    },

    linkIssues(actor: User, type: LinkType, inwardIssue: Issue, outwardIssue: Issue): void {
      const id = store.nextId('issue link');
      // The request reads "inwardIssue blocks outwardIssue": the inward issue shows the outward one, and the other way round.
      for (const [issue, other, direction] of [
        [inwardIssue, outwardIssue, 'outward'],
        [outwardIssue, inwardIssue, 'inward'],
      ] as const) {
        const item: SimulatedChangeItem = {
          field: 'Link',
          fieldtype: 'jira',
          from: null,
          fromString: null,
          to: other.key,
          toString: `This issue ${type[direction]} ${other.key}`,
        };
        const link = { id, type, direction, otherIssueId: other.id };
        change(actor, issue, { ...issue, links: [...issue.links, link] }, 'issue_updated', [item]);
      }
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

  function change(
    actor: User,
    before: Issue,
    after: Issue,
    typeName: UpdateTypeName,
    moreItems: readonly SimulatedChangeItem[] = [],
  ): Issue {
    const at = clock();
    const items = [...changeItems(before, after, catalogue.customFields), ...moreItems];
    if (items.length === 0) return before;
    const history = newHistory(actor, items, at);
    const issue: Issue = { ...after, histories: [...after.histories, history], updatedAt: at };
    store.save(issue);
    onEvent({ kind: 'issue-updated', issue, actor, at, history, typeName });
    return issue;
  }

  function newHistory(author: User, items: readonly SimulatedChangeItem[], createdAt: Date): History {
    return { id: store.nextId('history'), author, createdAt, items };
  }
}

export type Site = ReturnType<typeof createSite>;

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
