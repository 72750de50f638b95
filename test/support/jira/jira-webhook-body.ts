/** https://developer.atlassian.com/cloud/jira/platform/webhooks/, with an issue as version 2 of the API shows it. */
export type JsonObject = Readonly<Record<string, unknown>>;

const SITE = 'https://own-sample.atlassian.net';
const api = (path: string) => `${SITE}/rest/api/2/${path}`;
const avatars = (kind: string) =>
  Object.fromEntries(
    [48, 24, 16, 32].map((px) => [`${px}x${px}`, `${SITE}/secure/${kind}avatar?size=${px}&avatarId=10324`]),
  );

/** Since 2019 people are known by their account alone: no name, no key, and often no address. */
export const ROSA = {
  self: api('user?accountId=712020%3Arosa'),
  accountId: '712020:rosa',
  avatarUrls: avatars('user'),
  displayName: 'Rosa Quill',
  active: true,
  timeZone: 'America/Vancouver',
  accountType: 'atlassian',
};
export const ROSA_IN_2019 = { ...ROSA, name: 'rquill', key: 'rquill', emailAddress: 'rosa@example.com' };

const CATEGORIES = {
  new: { id: 2, colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, colorName: 'green', name: 'Done' },
} as const;
type Category = keyof typeof CATEGORIES;

export const statusOf = (name: string, key: Category) => ({
  self: api('status/10001'),
  description: '',
  iconUrl: `${SITE}/`,
  name,
  id: '10001',
  statusCategory: { self: api(`statuscategory/${CATEGORIES[key].id}`), key, ...CATEGORIES[key] },
});
export const RESOLVED = {
  self: api('resolution/10000'),
  id: '10000',
  description: 'Work has been completed.',
  name: 'Done',
};
export const projectOf = (key: string) => ({
  self: api('project/10000'),
  ...{ id: '10000', key, name: 'Response', projectTypeKey: 'software', simplified: false },
  avatarUrls: avatars('project'),
});

/** The fields of a story that nobody has touched; an administrator's own fields stand between those of the system. */
const UNTOUCHED: JsonObject = {
  issuetype: {
    ...{ self: api('issuetype/10001'), id: '10001', description: 'A goal of a user.', name: 'Story', subtask: false },
    ...{ iconUrl: `${SITE}/secure/viewavatar?size=xsmall&avatarId=10315&avatarType=issuetype`, avatarId: 10_315 },
  },
  project: projectOf('TES'),
  priority: { self: api('priority/2'), iconUrl: `${SITE}/images/icons/priorities/high.svg`, name: 'High', id: '2' },
  status: statusOf('To Do', 'new'),
  summary: 'A mailbox forwards to an address that nobody knows',
  description: 'h2. Seen\nA rule in *one* mailbox, made at 03:14 UTC.',
  labels: ['mail', 'forwarding'],
  creator: ROSA,
  reporter: ROSA,
  ...{ assignee: null, resolution: null, resolutiondate: null, environment: null, security: null, lastViewed: null },
  ...{
    customfield_10019: '0|i00067:',
    customfield_10020: null,
    customfield_10021: [],
    customfield_10018: { x: false },
  },
  ...{ components: [], versions: [], fixVersions: [], issuelinks: [], subtasks: [], attachment: [] },
  ...{ timespent: null, aggregatetimespent: null, timeestimate: null, aggregatetimeestimate: null, workratio: -1 },
  ...{ timeoriginalestimate: null, aggregatetimeoriginalestimate: null, timetracking: {}, duedate: null },
  ...{ progress: { progress: 0, total: 0 }, aggregateprogress: { progress: 0, total: 0 } },
  watches: { self: api('issue/TES-7/watchers'), watchCount: 1, isWatching: true },
  votes: { self: api('issue/TES-7/votes'), votes: 0, hasVoted: false },
  created: '2026-03-02T03:20:00.000+0000',
  updated: '2026-03-02T03:20:00.000+0000',
  statuscategorychangedate: '2026-03-02T03:20:00.000+0000',
};

type Telling = {
  readonly event?: string;
  readonly typeName?: string;
  /** `undefined` where the change was nobody's. */
  readonly user?: JsonObject | undefined;
  readonly at: string;
  /** Differences from an untouched story; `undefined` where a field is not there at all. */
  readonly fields?: JsonObject;
  readonly items?: readonly JsonObject[];
};

/** The raw body of a webhook, with everything that Jira puts into one. */
export function webhookBody({ event = 'jira:issue_updated', typeName, at, fields, items, ...who }: Telling): string {
  const user = 'user' in who ? who.user : ROSA;
  return JSON.stringify({
    timestamp: Date.parse(at),
    webhookEvent: event,
    ...(typeName === undefined ? {} : { issue_event_type_name: typeName }),
    user,
    issue: { id: '10107', self: api('issue/10107'), key: 'TES-7', fields: { ...UNTOUCHED, ...fields } },
    ...(items === undefined ? {} : { changelog: { id: '10512', items } }),
  });
}

export const change = (field: string, from: string | null, to: string | null) => ({
  ...{ field, fieldtype: 'jira', fieldId: field },
  ...{ from: from && '10001', fromString: from, to: to && '10002', toString: to },
});
/** Before 2019 ended, items had no id of their field, and its name could begin with a capital. */
export const changeIn2019 = (field: string, from: string | null, to: string | null) => {
  const { fieldId: _id, ...item } = change(field, from, to);
  return item;
};
