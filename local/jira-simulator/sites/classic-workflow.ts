import type { Status } from '../site/catalogue.ts';
import { inProgress } from './shipped-with-jira.ts';
import { type WorkflowDescription, workflowTransition } from './workflow-description.ts';

export const classicStatuses: readonly Status[] = [
  { id: '10000', name: 'To Do', category: 'new' },
  inProgress,
  { id: '10001', name: 'In Review', category: 'indeterminate' },
  { id: '10002', name: 'Done', category: 'done' },
];

/** Jira's own workflow of a company-managed project: every status reaches every other, and done sets the resolution. */
export const classicWorkflow: WorkflowDescription = {
  initialStatusId: '10000',
  closedStatusIds: [],
  transitions: [
    workflowTransition('11', 'To Do', 'every status', '10000', { resolution: 'cleared' }),
    workflowTransition('21', 'In Progress', 'every status', '3', { resolution: 'cleared' }),
    workflowTransition('31', 'In Review', 'every status', '10001', { resolution: 'cleared' }),
    workflowTransition('41', 'Done', 'every status', '10002', { resolution: { setTo: '10000' } }),
  ],
};
