import * as z from 'zod';
import type { SimulatedAdfDocument } from '../../site/adf-document.ts';
import type { EntityProperty } from '../../site/issue.ts';
import { jsonValueSchema } from '../../site/json.ts';
import type { SiteDescription } from '../../sites/site-description.ts';
import { labelProblem, sortedLabels } from '../fields/labels.ts';
import { readDocument, tooLong } from '../fields/read-document.ts';
import { JiraError } from '../jira-error.ts';

export const propertiesSchema = z.array(z.object({ key: z.string().min(1).max(255), value: jsonValueSchema }));

/** The body of create, edit and transition: https://developer.atlassian.com/cloud/jira/platform/rest/v3/ IssueUpdateDetails */
export const issueRequestSchema = z.object({
  fields: z.record(z.string(), z.unknown()).default({}),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).default({}),
  properties: propertiesSchema.default([]),
  transition: z.unknown().optional(),
});

export type IssueRequest = z.infer<typeof issueRequestSchema>;

export type NewComment = { readonly body: SimulatedAdfDocument; readonly properties: readonly EntityProperty[] };

const commentRequestSchema = z.object({ body: z.unknown(), properties: propertiesSchema.default([]) });

export function readComment(value: unknown, { manners, deployment }: SiteDescription): NewComment {
  const request = commentRequestSchema.safeParse(value);
  if (!request.success) throw new JiraError(400, ['Invalid request payload. Refer to the REST API documentation.']);
  const read = readDocument(request.data.body, { manners, isDataCenter: deployment === 'Data Center' });
  if ('refused' in read) {
    throw new JiraError(400, [], { comment: read.refused === 'too long' ? tooLong : 'Comment body is not valid!' });
  }
  const { document } = read;
  if (document.content.length === 0) throw new JiraError(400, [], { comment: 'Comment body can not be empty!' });
  return { body: document, properties: request.data.properties };
}

/**
 * Turns the verbs of `update` (`add`, `remove`, `set`) into plain field values, given the labels there are now.
 * Jira refuses a field that stands in `fields` and in `update` at once, for it could not tell which one wins.
 */
export function resolveUpdate(
  { fields, update }: IssueRequest,
  currentLabels: readonly string[],
  description: SiteDescription,
) {
  const resolved: Record<string, unknown> = { ...fields };
  const comments: NewComment[] = [];
  for (const [field, operations] of Object.entries(update)) {
    if (field === 'comment') {
      comments.push(...operations.map((operation) => readComment(operation.add, description)));
      continue;
    }
    if (field in fields) throw fieldProblem(field, `Field '${field}' cannot appear in both 'fields' and 'update'`);
    resolved[field] = field === 'labels' ? updatedLabels(operations, currentLabels) : onlySet(field, operations);
  }
  return { fields: resolved, comments };
}

function updatedLabels(operations: readonly Record<string, unknown>[], current: readonly string[]): string[] {
  let labels = [...current];
  for (const operation of operations) {
    const { add, remove, set } = labelOperation.parse(operation);
    if (set !== undefined) labels = [...set];
    if (add !== undefined) labels.push(add);
    if (remove !== undefined) labels = labels.filter((label) => label !== remove);
  }
  const problem = labels.map(labelProblem).find((each) => each !== undefined);
  if (problem !== undefined) throw fieldProblem('labels', problem);
  return sortedLabels(labels);
}

const labelOperation = z.object({
  add: z.string().optional().catch(undefined),
  remove: z.string().optional().catch(undefined),
  set: z.array(z.string()).optional().catch(undefined),
});

function onlySet(field: string, operations: readonly Record<string, unknown>[]): unknown {
  const [operation] = operations;
  if (operations.length === 1 && operation !== undefined && 'set' in operation) return operation.set;
  throw fieldProblem(field, `Field '${field}' supports the operation 'set' only.`);
}

function fieldProblem(field: string, problem: string): JiraError {
  return new JiraError(400, [], { [field]: problem });
}
