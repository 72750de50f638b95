import type { JiraError } from '../jira-error.ts';
import { notUnderstood } from './jql-tokens.ts';
import { JqlUnknown } from './jql-unknown.ts';

const jqlFieldNames = {
  project: 'project',
  issuetype: 'issuetype',
  type: 'issuetype',
  labels: 'labels',
  status: 'status',
  statuscategory: 'statusCategory',
  key: 'key',
  issuekey: 'key',
  issue: 'key',
  id: 'key',
  updated: 'updated',
  updateddate: 'updated',
  assignee: 'assignee',
  reporter: 'reporter',
  creator: 'creator',
  priority: 'priority',
  resolution: 'resolution',
  component: 'component',
  parent: 'parent',
  due: 'due',
  duedate: 'due',
  created: 'created',
  createddate: 'created',
} as const;
export type JqlField = (typeof jqlFieldNames)[keyof typeof jqlFieldNames];

const orderFieldNames = { updated: 'updated', created: 'created', key: 'key', issuekey: 'key', id: 'key' } as const;
export type JqlOrderField = (typeof orderFieldNames)[keyof typeof orderFieldNames];

export const jqlField = (name: string): JqlField | undefined => lookUp(jqlFieldNames, name);
export const jqlOrderField = (name: string): JqlOrderField | undefined => lookUp(orderFieldNames, name);

/** Fields of every Jira that are not simulated: that the simulator lacks them must never look like nothing found. */
const notSimulated = new Set(
  ['sprint', 'resolved']
    .concat(['fixversion', 'affectedversion', 'text', 'summary', 'description', 'comment', 'level'])
    .concat([
      'watcher',
      'voter',
      'attachments',
      'environment',
      'filter',
      'category',
      'lastviewed',
      'statuscategorychangeddate',
    ]),
);

export function unknownField(name: string): JiraError {
  const problem = `Field '${name}' does not exist or is not simulated`;
  return notSimulated.has(name.toLowerCase())
    ? notUnderstood(problem)
    : new JqlUnknown(`Error in the JQL Query: ${problem}.`);
}

function lookUp<Value>(names: Readonly<Record<string, Value>>, name: string): Value | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(names, lower) ? names[lower] : undefined;
}
