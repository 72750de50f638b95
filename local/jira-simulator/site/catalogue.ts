/**
 * Settings of a Jira administrator: people, projects, work types, priorities, statuses, resolutions.
 * Ids follow the ones of a fresh Jira Cloud site.
 */
export type SimulatedCatalogue = {
  readonly users: readonly User[];
  readonly projects: readonly Project[];
  readonly issueTypes: readonly IssueType[];
  readonly priorities: readonly Priority[];
  readonly statuses: readonly Status[];
  readonly resolutions: readonly Resolution[];
  readonly linkTypes: readonly LinkType[];
  readonly customFields: readonly CustomField[];
};

export type User = {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress: string;
  readonly active: boolean;
  /** Profile visibility: the API leaves the address out for such users, as most real sites do. */
  readonly emailHidden?: boolean;
  /** IANA name. JQL dates of this user are read in it. Default `Etc/UTC`. */
  readonly timeZone?: string;
  /** Names and messages are answered in it. Default `en_US`. */
  readonly locale?: SimulatedLocale;
  /** Default `atlassian`, a person of the company. */
  readonly accountType?: 'atlassian' | 'app' | 'customer';
  /** Deleted account: a name is left of it, and no account id. */
  readonly isFormer?: boolean;
};

export type SimulatedLocale = 'en_US' | 'en_GB' | 'de_DE';

export type Project = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Default `classic`, which Jira calls company-managed; `next-gen` is team-managed. */
  readonly style?: 'classic' | 'next-gen';
  /** Default `software`. */
  readonly typeKey?: 'software' | 'service_desk' | 'business';
};

/** Jira's shipped names are shown in the language of whoever asks; an administrator's own are not. */
type Translated = { readonly untranslatedName?: string };
/** Project that a type, status or field of a team-managed project belongs to. Names repeat from project to project. */
type Scoped = { readonly scopeProjectId?: string };

export type IssueType = Translated &
  Scoped & {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    /** -1 sub-task, 0 task (the default), 1 epic. */
    readonly hierarchyLevel?: -1 | 0 | 1;
  };
export type Priority = Translated & { readonly id: string; readonly name: string; readonly color: string };
export type StatusCategoryKey = 'undefined' | 'new' | 'indeterminate' | 'done';
export type Status = Translated &
  Scoped & { readonly id: string; readonly name: string; readonly category: StatusCategoryKey };
export type Component = { readonly id: string; readonly name: string };
export type SecurityLevel = {
  readonly id: string;
  readonly name: string;
  /** Projects in which the integration's account sees issues of this level. */
  readonly visibleInProjectIds: readonly string[];
};
export type Resolution = Translated & { readonly id: string; readonly name: string };
export type LinkType = {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
};
export type CustomField = Scoped & {
  readonly id: string;
  readonly name: string;
  /** Default `any`, which takes any JSON. */
  readonly type?: 'any' | 'string' | 'number' | 'option' | 'user';
  /** What a field of the type `option` chooses from. */
  readonly options?: readonly { readonly id: string; readonly value: string }[];
};

export type StatusCategory = {
  readonly id: number;
  readonly key: StatusCategoryKey;
  readonly name: string;
  readonly colorName: string;
};

/**
 * The categories are fixed in Jira, whatever statuses a workflow has. The fourth, "No Category", is rare, and stands in
 * answers of real sites all the same.
 */
export const statusCategories: Readonly<Record<StatusCategoryKey, StatusCategory>> = {
  undefined: { id: 1, key: 'undefined', name: 'No Category', colorName: 'medium-gray' },
  new: { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, key: 'done', name: 'Done', colorName: 'green' },
};

/** The account that calls the API, unless the caller configures other credentials. */
export const integrationUser: User = {
  accountId: '712020:5f0c8e52-holdfast',
  displayName: 'Holdfast',
  emailAddress: 'holdfast@example.com',
  active: true,
};

export const defaultCatalogue: SimulatedCatalogue = {
  users: [
    integrationUser,
    { accountId: '712020:mia', displayName: 'Mia Okafor', emailAddress: 'mia@example.com', active: true },
    { accountId: '712020:jonas', displayName: 'Jonas Berg', emailAddress: 'jonas@example.com', active: true },
    {
      accountId: '712020:amara',
      displayName: 'Amara Silva',
      emailAddress: 'amara@example.com',
      active: true,
      emailHidden: true,
    },
    { accountId: '712020:lee', displayName: 'Lee Park', emailAddress: 'lee@example.com', active: false },
  ],
  projects: [
    { id: '10000', key: 'SEC', name: 'Security Operations' },
    { id: '10001', key: 'PLAT', name: 'Platform Engineering' },
    { id: '10002', key: 'IAM', name: 'Identity and Access' },
  ],
  issueTypes: [
    { id: '10001', name: 'Security Incident', description: 'An event that harmed or threatened our systems.' },
    { id: '10002', name: 'Task', description: 'A small, distinct piece of work.' },
    { id: '10003', name: 'Bug', description: 'A problem or error.' },
  ],
  priorities: [
    { id: '1', name: 'Highest', color: '#cd1317' },
    { id: '2', name: 'High', color: '#e9494a' },
    { id: '3', name: 'Medium', color: '#e97f33' },
    { id: '4', name: 'Low', color: '#2d8738' },
    { id: '5', name: 'Lowest', color: '#57a55a' },
  ],
  statuses: [
    { id: '10000', name: 'To Do', category: 'new' },
    { id: '3', name: 'In Progress', category: 'indeterminate' },
    { id: '10001', name: 'In Review', category: 'indeterminate' },
    { id: '10002', name: 'Done', category: 'done' },
  ],
  resolutions: [
    { id: '10000', name: 'Done' },
    { id: '10001', name: "Won't Do" },
    { id: '10002', name: 'Duplicate' },
    { id: '10003', name: 'Cannot Reproduce' },
  ],
  linkTypes: [
    { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
    { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
    { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
    { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
  ],
  customFields: [],
};

/** Finds an entry by id or, as people type it, by name in any case. */
export function byIdOrName<Entry extends { readonly id: string; readonly name: string }>(
  entries: readonly Entry[],
  idOrName: string,
): Entry | undefined {
  return entries.find(({ id }) => id === idOrName) ?? entries.find(({ name }) => sameText(name, idOrName));
}

export function projectByIdOrKey(catalogue: SimulatedCatalogue, idOrKey: string): Project | undefined {
  return catalogue.projects.find(({ id, key }) => id === idOrKey || sameText(key, idOrKey));
}

export function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
