import type { SimulatedAdfDocument } from './adf-document.ts';
import type {
  Component,
  IssueType,
  LinkType,
  Priority,
  Project,
  Resolution,
  SecurityLevel,
  Status,
  User,
} from './catalogue.ts';
import type { Json } from './json.ts';

/**
 * An issue at one moment. It is never changed in place: every change makes a new value, so that the search index can
 * keep serving an older one and a webhook can carry the one it is about.
 */
export type Issue = {
  readonly id: string;
  readonly key: string;
  readonly project: Project;
  readonly issueType: IssueType;
  readonly summary: string;
  readonly description: SimulatedAdfDocument | null;
  /** None where the project has no priorities. */
  readonly priority: Priority | null;
  readonly status: Status;
  readonly statusCategoryChangedAt: Date;
  readonly resolution: Resolution | null;
  readonly resolvedAt: Date | null;
  readonly labels: readonly string[];
  readonly components: readonly Component[];
  readonly security: SecurityLevel | null;
  readonly parentId: string | null;
  /** `yyyy-MM-dd` */
  readonly dueDate: string | null;
  readonly assignee: User | null;
  readonly reporter: User;
  readonly creator: User;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly comments: readonly Comment[];
  /** Oldest first. */
  readonly histories: readonly History[];
  readonly remoteLinks: readonly RemoteLink[];
  readonly links: readonly IssueLink[];
  readonly properties: Readonly<Record<string, Json>>;
  readonly customFields: Readonly<Record<string, Json>>;
};

export type EntityProperty = { readonly key: string; readonly value: Json };

export type Comment = {
  readonly id: string;
  readonly author: User;
  readonly body: SimulatedAdfDocument;
  readonly createdAt: Date;
  readonly properties: readonly EntityProperty[];
  /** The role that alone may read it. */
  readonly visibleTo?: string | undefined;
};

export type History = {
  readonly id: string;
  readonly author: User;
  readonly createdAt: Date;
  readonly items: readonly SimulatedChangeItem[];
};

/** One changed field, exactly as the changelog and the webhooks show it. */
export type SimulatedChangeItem = {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
};

export type RemoteLink = {
  readonly id: number;
  readonly globalId: string | null;
  readonly application: Readonly<Record<string, Json>>;
  readonly relationship: string | null;
  readonly object: Readonly<Record<string, Json>> & { readonly title: string; readonly url: string };
};

export type IssueLink = {
  readonly id: string;
  readonly type: LinkType;
  readonly direction: 'inward' | 'outward';
  readonly otherIssueId: string;
};

/** The fields that a person or the API may set. What is absent stays as it is. */
export type IssueEdit = Partial<
  Pick<
    Issue,
    | 'issueType'
    | 'summary'
    | 'description'
    | 'priority'
    | 'resolution'
    | 'labels'
    | 'components'
    | 'parentId'
    | 'dueDate'
    | 'assignee'
    | 'reporter'
    | 'customFields'
  >
>;
