import * as z from 'zod';
import { JiraAccount } from './own-account.ts';

export const JiraUser = z.object({
  accountId: z.string(),
  displayName: z.string().prefault(''),
  emailAddress: z.string().optional(),
});
export type JiraUser = z.infer<typeof JiraUser>;

/**
 * Jira writes 2026-11-21T10:00:00.000+0000; ISO 8601 wants a colon in the offset. jira.js has turned some times of
 * its answers into dates already.
 */
export const JiraTime = z.union([z.string(), z.date()]).transform((value, context) => {
  const time = value instanceof Date ? value.getTime() : Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(time)) {
    context.addIssue({ code: 'custom', message: 'expected a Jira time, such as 2026-11-21T10:00:00.000+0000' });
    return z.NEVER;
  }
  return new Date(time).toISOString();
});

export const JiraStatus = z.object({
  id: z.string().optional(),
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
  'assignee',
  'reporter',
  'creator',
  'labels',
  'created',
  'updated',
  'resolution',
  'resolutiondate',
  'statuscategorychangedate',
];

export const IssueFields = z.object({
  summary: z.string().prefault(''),
  description: z.unknown().optional(),
  status: JiraStatus,
  project: z.object({ key: z.string() }),
  issuetype: z.object({ id: z.string().optional(), name: z.string() }),
  priority: z.object({ name: z.string() }).nullish(),
  assignee: JiraUser.nullish(),
  reporter: JiraUser.nullish(),
  /** Account that made the issue, which nobody can change. Nothing where that person was deleted. */
  creator: JiraAccount.nullish().catch(undefined),
  labels: z.array(z.string()).prefault([]),
  created: JiraTime,
  updated: JiraTime,
  /** Missing where the workflow knows none. Names are translated, ids are not. */
  resolution: z.object({ id: z.string().optional(), name: z.string() }).nullish(),
  resolutiondate: JiraTime.nullish(),
  statuscategorychangedate: JiraTime.nullish(),
});

export type IssueFields = z.infer<typeof IssueFields>;

/** An issue as the API answers it; webhooks carry the same fields. */
export const JiraIssue = z.object({
  id: z.string(),
  key: z.string(),
  fields: IssueFields,
  properties: z.record(z.string(), z.unknown()).prefault({}),
});
export type JiraIssue = z.infer<typeof JiraIssue>;

export const ChangeItem = z.object({
  field: z.string().prefault(''),
  fieldId: z.string().optional(),
  from: z.string().nullish(),
  fromString: z.string().nullish(),
  to: z.string().nullish(),
  toString: z.string().nullish().catch(undefined),
});
export type ChangeItem = z.infer<typeof ChangeItem>;

/** `fieldId` when there is one, else `field`, which older webhooks capitalise: "Status". */
export const isStatusChange = ({ field, fieldId }: ChangeItem): boolean =>
  (fieldId ?? field).toLowerCase() === 'status';

export const isResolutionChange = ({ field, fieldId }: ChangeItem): boolean =>
  (fieldId ?? field).toLowerCase() === 'resolution';

export const ChangelogEntry = z.object({
  id: z.string(),
  author: JiraUser.optional(),
  created: JiraTime,
  items: z.array(ChangeItem),
});
export type ChangelogEntry = z.infer<typeof ChangelogEntry>;

export const isDone = ({ fields }: JiraIssue): boolean => fields.status.statusCategory.key === 'done';
