import * as z from 'zod';
import type { Issue } from '../site/issue.ts';
import type { People } from '../site/people.ts';
import { faultSchema } from '../webhooks/fault-kinds.ts';
import type { Faults } from '../webhooks/faults.ts';
import type { WebhookDelivery } from '../webhooks/webhook-delivery.ts';
import type { EarlyRequest } from './early-requests.ts';
import type { RequestLog } from './request-log.ts';
import type { SimulatorAnswer, SimulatorCall, SimulatorRoute } from './route.ts';

const by = z.string().min(1).optional();
const transitionSchema = z.object({ status: z.string(), by, resolution: z.string().min(1).optional() });
const commentSchema = z.object({ text: z.string().min(1), by });
const newIssueSchema = z.object({
  project: z.string(),
  summary: z.string(),
  issueType: z.string().optional(),
  description: z.string().optional(),
  priority: z.string().optional(),
  labels: z.array(z.string()).optional(),
  dueDate: z.string().optional(),
  assignee: z.string().optional(),
  by,
});
const webhookSchema = z.object({
  url: z.url(),
  events: z
    .array(z.enum(['jira:issue_created', 'jira:issue_updated', 'jira:issue_deleted', 'comment_created']))
    .optional(),
  secret: z.string().optional(),
  isSigned: z.boolean().optional(),
});
const faultsSchema = z.union([z.array(faultSchema), faultSchema.transform((fault) => [fault])]);

type ControlParts = {
  readonly people: People;
  readonly faults: Faults;
  readonly delivery: WebhookDelivery;
  readonly requestLog: RequestLog;
  readonly earlyRequests: () => readonly EarlyRequest[];
};

/** The simulator's own switches. They need no login: whoever reaches this address is on the same machine. */
export function controlRoutes({ people, faults, delivery, requestLog, earlyRequests }: ControlParts): SimulatorRoute[] {
  return [
    { method: 'GET', pattern: '/_simulator/state', handle: () => ({ status: 200, body: state() }) },
    { method: 'GET', pattern: '/_simulator/faults', handle: () => ({ status: 200, body: { faults: faults.list() } }) },
    {
      method: 'POST',
      pattern: '/_simulator/faults',
      handle: ({ body }) => ({ status: 201, body: { ids: faultsSchema.parse(body).map(faults.add) } }),
    },
    {
      method: 'DELETE',
      pattern: '/_simulator/faults',
      handle: () => {
        faults.clear();
        return { status: 204 };
      },
    },
    {
      method: 'POST',
      pattern: '/_simulator/issues',
      handle: ({ body }) => {
        const { by: author, ...written } = newIssueSchema.parse(body);
        const { id, key } = people.createIssue(written, { by: author });
        return { status: 201, body: { id, key } };
      },
    },
    {
      method: 'POST',
      pattern: '/_simulator/issues/:key/transition',
      handle: (call) => {
        const { status, ...how } = transitionSchema.parse(call.body);
        return done(call, people.transition(call.params.key ?? '', status, how));
      },
    },
    {
      method: 'POST',
      pattern: '/_simulator/issues/:key/comment',
      handle: (call) => {
        const key = call.params.key ?? '';
        const { text, by: author } = commentSchema.parse(call.body);
        people.addComment(key, text, { by: author });
        return done(call, people.issue(key));
      },
    },
    {
      method: 'POST',
      pattern: '/_simulator/webhooks',
      handle: ({ body }) => {
        delivery.register(webhookSchema.parse(body));
        return { status: 201, body: { webhooks: shownWebhooks() } };
      },
    },
    {
      method: 'POST',
      pattern: '/_simulator/webhooks/release',
      handle: () => {
        delivery.release();
        return { status: 204 };
      },
    },
  ];

  function state() {
    return {
      issues: people.issues(),
      webhooks: shownWebhooks(),
      deliveries: delivery.attempts(),
      faults: faults.list(),
      requests: requestLog.all(),
      earlyRequests: earlyRequests(),
    };
  }

  function shownWebhooks() {
    return delivery.registered().map(({ url, events }) => ({ url, events }));
  }
}

/** A form of the board goes back to the page of the issue; a program gets JSON. */
function done({ isForm }: SimulatorCall, issue: Issue | undefined): SimulatorAnswer {
  if (issue === undefined) return { status: 404 };
  if (isForm) return { status: 303, headers: { location: `/browse/${issue.key}` } };
  return { status: 200, body: { id: issue.id, key: issue.key, status: issue.status.name } };
}
