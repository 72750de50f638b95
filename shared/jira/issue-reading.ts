import * as z from 'zod';
import { dayOf } from '../domain/words/day.ts';
import { JiraAccount } from './own-account.ts';

export const JiraUser = z.object({
  accountId: z.string().min(1),
  displayName: z.string().catch(''),
  /** Hidden by most people: absent or null then. */
  emailAddress: z.string().nullish().catch(undefined),
});
export type JiraUser = z.infer<typeof JiraUser>;

/** Nobody, or a person who can be told from others: accounts that were deleted, and those of Data Center, have no account id. */
export const KnownUser = JiraUser.nullish().catch(undefined);

/**
 * Jira writes 2026-11-21T10:00:00.000+0000; ISO 8601 wants a colon in the offset. jira.js has turned some times of
 * its answers into dates already. The changelogs of many issues come with numbers: milliseconds, and in Atlassian's example seconds.
 */
export const JiraTime = z.union([z.string(), z.date(), z.number()]).transform((value, context) => {
  const time = typeof value === 'string' ? Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : msOf(value);
  if (Number.isNaN(time)) {
    context.addIssue({ code: 'custom', message: 'expected a Jira time, such as 2026-11-21T10:00:00.000+0000' });
    return z.NEVER;
  }
  return new Date(time).toISOString();
});

/** As seconds, this is the year 5138; as milliseconds, 1973. */
const LAST_SECOND = 1e11;

function msOf(value: Date | number): number {
  if (value instanceof Date) return value.getTime();
  return value < LAST_SECOND ? value * 1_000 : value;
}
/** A day of the calendar, YYYY-MM-DD. jira.js may have made the first moment of it in UTC. */
const JiraDay = z.union([z.iso.date(), z.date().transform((date) => dayOf(date.toISOString()))]);

export const JiraStatus = z.object({
  id: z.string().optional().catch(undefined),
  name: z.string(),
  /** `new`, `indeterminate` or `done`, whatever a team calls its statuses: the one thing that is the same everywhere. */
  statusCategory: z.object({ key: z.string() }),
});

/** The fields that we read of any issue. */
export const ISSUE_FIELDS = [
  'summary',
  'description',
  'status',
  'project',
  'issuetype',
  'priority',
  'duedate',
  'assignee',
  'reporter',
  'creator',
  'labels',
  'created',
  'updated',
  'resolution',
  'resolutiondate',
  'statuscategorychangedate',
  'security',
];

/** What decides whether an issue is any business of ours. */
export const IssueScope = z.object({
  project: z.object({ key: z.string() }),
  issuetype: z.object({
    id: z.string().optional().catch(undefined),
    name: z.string(),
    /** Its name in Jira's own language, where it is one that Jira ships. */
    untranslatedName: z.string().optional().catch(undefined),
  }),
});
export type IssueScope = z.infer<typeof IssueScope>;

/**
 * A field that the type of issue lacks, or that is hidden, is absent; one that is empty may be null. Both mean the same, but for
 * the due date. What we can do without and cannot read is taken as empty, so that it costs itself and not the issue.
 */
export const IssueFields = z.object({
  ...IssueScope.shape,
  summary: z.string().catch(''),
  description: z.unknown().optional(),
  status: JiraStatus,
  /** Security level; absent or null where all may read the issue who see its project. What cannot be read is one, too. */
  security: z.unknown().optional(),
  priority: z
    .object({ id: z.string().optional().catch(undefined), name: z.string() })
    .nullish()
    .catch(undefined),
  duedate: JiraDay.nullish().catch(undefined),
  assignee: KnownUser,
  reporter: KnownUser,
  /** Account that made the issue, which nobody can change. Nothing where that person was deleted. */
  creator: JiraAccount.nullish().catch(undefined),
  labels: z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((labels) => (labels ?? []).filter((label) => typeof label === 'string')),
  created: JiraTime,
  updated: JiraTime,
  /** Missing where the workflow knows none. Names are translated, ids are not. */
  resolution: z.object({ id: z.string().optional(), name: z.string() }).nullish().catch(undefined),
  resolutiondate: JiraTime.nullish().catch(undefined),
  statuscategorychangedate: JiraTime.nullish().catch(undefined),
});

export type IssueFields = z.infer<typeof IssueFields>;

/** An issue as the API answers it; webhooks carry the same fields. */
export const JiraIssue = z.object({
  id: z.string(),
  key: z.string(),
  fields: IssueFields,
  properties: z.record(z.string(), z.unknown()).catch({}),
});
export type JiraIssue = z.infer<typeof JiraIssue>;

export const ChangeItem = z.object({
  field: z.string().prefault(''),
  fieldId: z.string().optional().catch(undefined),
  from: z.string().nullish().catch(undefined),
  fromString: z.string().nullish().catch(undefined),
  to: z.string().nullish().catch(undefined),
  toString: z.string().nullish().catch(undefined),
});
export type ChangeItem = z.infer<typeof ChangeItem>;

/** `fieldId` when there is one, else `field`, which older webhooks capitalise: "Status". */
export const isStatusChange = ({ field, fieldId }: ChangeItem): boolean =>
  (fieldId ?? field).toLowerCase() === 'status';

export const isResolutionChange = ({ field, fieldId }: ChangeItem): boolean =>
  (fieldId ?? field).toLowerCase() === 'resolution';

export const isDueDateChange = ({ field, fieldId }: ChangeItem): boolean =>
  (fieldId ?? field).toLowerCase() === 'duedate';

export const isAssigneeChange = ({ field, fieldId }: ChangeItem): boolean =>
  (fieldId ?? field).toLowerCase() === 'assignee';

/** A move to another project: the key that the issue had is `fromString`. */
export const isKeyChange = ({ field, fieldId }: ChangeItem): boolean =>
  ['issuekey', 'key'].includes((fieldId ?? field).toLowerCase());

export const ChangelogEntry = z.object({
  id: z.string(),
  author: KnownUser,
  created: JiraTime,
  items: z
    .array(ChangeItem.or(z.undefined()).catch(undefined))
    .transform((items) => items.filter((item) => item !== undefined)),
});
export type ChangelogEntry = z.infer<typeof ChangelogEntry>;

export const isDone = ({ fields }: JiraIssue): boolean => fields.status.statusCategory.key === 'done';
