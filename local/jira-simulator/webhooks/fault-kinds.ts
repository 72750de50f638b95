import * as z from 'zod';

/** How often a fault strikes. Alone it strikes once; with a `probability` it goes on until it is removed. */
const often = {
  times: z.int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
};

/** Requests that it strikes. In `path` a `*` stands for one segment and `**` for any number. Default: every request. */
const request = {
  ...often,
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).optional(),
  path: z.string().default('/rest/**'),
};

/** Deliveries that it strikes, for example `jira:issue_created`. Default: every delivery. */
const delivery = { ...often, webhookEvent: z.string().optional() };

/** Places of members, such as `issues` or `issues.fields.priority`. A list stands for each of its elements. */
const members = z.array(z.string().min(1)).min(1);

const answerAfterMs = z.number().nonnegative().optional();

export const faultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('status'),
    ...request,
    status: z.int().min(400).max(599),
    retryAfterSeconds: z.number().nonnegative().optional(),
    /** `jira-quota-global-based`, `jira-quota-tenant-based`, `jira-burst-based`, `jira-per-issue-on-write` */
    rateLimitReason: z.string().optional(),
  }),
  /** Requests that change nothing, and get no answer or a 504 after a while. */
  z.object({ kind: z.literal('timeout-before-write'), ...request, answerAfterMs }),
  /** It happens, and no answer comes; or the true answer after a while. */
  z.object({ kind: z.literal('timeout-after-write'), ...request, answerAfterMs }),
  z.object({ kind: z.literal('reset-before-write'), ...request }),
  z.object({ kind: z.literal('reset-after-write'), ...request }),
  /** Whatever stands before Jira answers with a page of its own: a login, a consent, a notice. Jira never sees the request. */
  z.object({ kind: z.literal('proxy-page'), ...request, status: z.int().default(200) }),
  /** A site that was renamed sends callers to its new host, and most clients drop the login on the way. */
  z.object({
    kind: z.literal('redirect'),
    ...request,
    to: z.url(),
    status: z.union([z.literal(301), z.literal(302), z.literal(307), z.literal(308)]).default(301),
  }),
  /** The token is dead for the call: expired, revoked, or lost by a proxy. */
  z.object({ kind: z.literal('dead-login'), ...request }),
  /** Answers 204 and changes nothing, as some sites do to an assignee. */
  z.object({ kind: z.literal('no-effect'), ...request }),
  /** Leaves members out of the answer, or makes them null. */
  z.object({ kind: z.literal('member-absent'), ...request, members }),
  z.object({ kind: z.literal('member-null'), ...request, members }),
  /** Puts an element before those of lists that have any: null, or what is named. */
  z.object({ kind: z.literal('odd-element'), ...request, members, element: z.json().default(null) }),
  /** The next page is the one that was asked for, again and again. */
  z.object({ kind: z.literal('repeated-page-token'), ...request }),
  z.object({
    kind: z.literal('bulk-partial-failure'),
    ...often,
    failedElementNumbers: z.array(z.int().nonnegative()).min(1),
    status: z.int().default(500),
  }),
  /** Stays until it is removed. The greatest lag counts. */
  z.object({ kind: z.literal('index-lag'), lagMs: z.number().nonnegative() }),
  z.object({ kind: z.literal('webhook-lost'), ...delivery }),
  /** Without a delay it waits until the simulator is told to release its webhooks. */
  z.object({
    kind: z.literal('webhook-late'),
    ...delivery,
    delayMs: z.number().nonnegative().optional(),
    /** `Secondary` webhooks are the fallout of a bigger change; Jira may send them 15 minutes late. */
    flow: z.enum(['Primary', 'Secondary']).default('Primary'),
  }),
  z.object({ kind: z.literal('webhook-repeated'), ...delivery, copies: z.int().positive().default(1) }),
  /** Arrives after the delivery that follows it. */
  z.object({ kind: z.literal('webhook-reordered'), ...delivery }),
  z.object({ kind: z.literal('webhook-unsigned'), ...delivery }),
  /** Bodies without the changelog, or without what else is named. */
  z.object({ kind: z.literal('webhook-member-absent'), ...delivery, members: members.default(['changelog']) }),
]);
