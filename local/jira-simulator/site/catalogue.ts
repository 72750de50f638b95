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
};

export type Project = { readonly id: string; readonly key: string; readonly name: string };
export type IssueType = { readonly id: string; readonly name: string; readonly description: string };
export type Priority = { readonly id: string; readonly name: string; readonly color: string };
export type StatusCategoryKey = 'new' | 'indeterminate' | 'done';
export type Status = { readonly id: string; readonly name: string; readonly category: StatusCategoryKey };
export type Resolution = { readonly id: string; readonly name: string };
export type LinkType = {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
};
export type CustomField = { readonly id: string; readonly name: string };

export type StatusCategory = {
  readonly id: number;
  readonly key: StatusCategoryKey;
  readonly name: string;
  readonly colorName: string;
};

/** The three categories are fixed in Jira, whatever statuses a workflow has. */
export const statusCategories: Readonly<Record<StatusCategoryKey, StatusCategory>> = {
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
