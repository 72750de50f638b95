import type { IssueType, Status } from '../site/catalogue.ts';
import { describeProject, describeType } from './describe-project.ts';
import { describeSite } from './describe-site.ts';
import { shippedPriorities } from './shipped-with-jira.ts';
import type { ScreenFields } from './simulated-screen.ts';
import { sitePeople } from './site-people.ts';
import { type WorkflowDescription, workflowTransition } from './workflow-description.ts';

const issueTypes: readonly IssueType[] = [
  { id: '10501', name: 'Incident', description: '' },
  { id: '10502', name: 'Task', description: '' },
];

const statuses: readonly Status[] = [
  { id: '10500', name: 'Backlog', category: 'new' },
  { id: '10501', name: 'Doing', category: 'indeterminate' },
  { id: '10502', name: 'Shipped', category: 'done' },
  { id: '10503', name: "Won't fix", category: 'done' },
  { id: '10504', name: 'Verified', category: 'done' },
  { id: '10505', name: 'Triage', category: 'undefined' },
];

const workflow: WorkflowDescription = {
  initialStatusId: '10505',
  closedStatusIds: ['10502', '10503', '10504'],
  transitions: [
    workflowTransition('11', 'Start', ['10500', '10505'], '10501'),
    workflowTransition('21', 'Ship', ['10501'], '10502'),
    workflowTransition('31', 'Drop', ['10500', '10501', '10505'], '10503'),
    workflowTransition('91', 'Ping', ['10501'], '10501', { isLooped: true }),
    workflowTransition('41', 'Verify', ['10502'], '10504'),
    workflowTransition('51', 'Back', ['10502', '10503'], '10500'),
  ],
};

const fields: ScreenFields = {
  summary: 'required',
  priority: 'optional',
  labels: 'optional',
  assignee: 'required',
  reporter: 'optional',
};
const hidden = ['resolution', 'resolutiondate', 'description'];
const scheme = { priorityIds: ['1', '2', '3', '4', '5'], defaultPriorityId: '3' };

/** No resolution ever, no description, no links; several statuses of done, one of no category, and an assignee on demand. */
export const withoutResolution = describeSite({
  name: 'workflow without resolution',
  catalogue: {
    users: sitePeople('en_US', 'Etc/UTC'),
    issueTypes,
    priorities: shippedPriorities,
    statuses,
    resolutions: [],
    linkTypes: [],
    customFields: [],
  },
  isLinkingOn: false,
  projects: [
    describeProject(
      { id: '10500', key: 'SEC', name: 'Security' },
      [describeType('10501', fields, workflow, { hidden }), describeType('10502', fields, workflow, { hidden })],
      scheme,
    ),
    describeProject(
      { id: '10501', key: 'WEB', name: 'Web' },
      [describeType('10502', fields, workflow, { hidden })],
      scheme,
    ),
  ],
});
