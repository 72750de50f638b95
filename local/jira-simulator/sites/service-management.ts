import type { IssueType, LinkType, Priority, Status } from '../site/catalogue.ts';
import { classicStatuses, classicWorkflow } from './classic-workflow.ts';
import { describeProject, describeType } from './describe-project.ts';
import { describeSite } from './describe-site.ts';
import { duplicateLink, inProgress, shippedResolutions } from './shipped-with-jira.ts';
import type { ScreenFields } from './simulated-screen.ts';
import { sitePeople } from './site-people.ts';
import { type WorkflowDescription, workflowTransition } from './workflow-description.ts';

const issueTypes: readonly IssueType[] = [
  { id: '10301', name: '[System] Incident', description: 'For system outages or incidents.' },
  { id: '10302', name: 'Task', description: 'A small, distinct piece of work.' },
];

const priorities: readonly Priority[] = [
  { id: '10', name: 'P1', color: '#cd1317' },
  { id: '11', name: 'P2', color: '#e9494a' },
  { id: '12', name: 'P3', color: '#e97f33' },
  { id: '13', name: 'P4', color: '#2d8738' },
];

const statuses: readonly Status[] = [
  ...classicStatuses,
  { id: '10300', name: 'Waiting for support', category: 'new' },
  { id: '10302', name: 'Pending', category: 'indeterminate' },
  { id: '10303', name: 'Resolved', category: 'done' },
  { id: '10304', name: 'Canceled', category: 'done' },
  { id: '6', name: 'Closed', category: 'done' },
];

const linkTypes: readonly LinkType[] = [
  duplicateLink,
  { id: '10301', name: 'Problem/Incident', inward: 'is caused by', outward: 'causes' },
];

const open = ['10300', inProgress.id, '10302'];

/** What is closed stays closed: no transition leads out of it. */
const supportWorkflow: WorkflowDescription = {
  initialStatusId: '10300',
  closedStatusIds: [],
  transitions: [
    workflowTransition('11', 'Respond to customer', ['10300', '10302'], inProgress.id),
    workflowTransition('851', 'Pending', [inProgress.id], '10302'),
    workflowTransition('761', 'Resolve this issue', open, '10303', {
      screen: { resolution: 'required', comment: 'optional' },
    }),
    workflowTransition('901', 'Cancel request', open, '10304'),
    workflowTransition('781', 'Back to support', ['10303'], '10300', { resolution: 'cleared' }),
    workflowTransition('931', 'Close', ['10303'], '6'),
  ],
};

const fields: ScreenFields = {
  summary: 'required',
  description: 'required',
  priority: 'optional',
  labels: 'optional',
  assignee: 'optional',
  reporter: 'optional',
};
const scheme = { priorityIds: ['10', '11', '12', '13'], defaultPriorityId: '12' };

/** Incidents in a service desk: customers read along unless a comment is marked internal, and priorities are P1 to P4. */
export const serviceManagement = describeSite({
  name: 'service management',
  catalogue: {
    users: sitePeople('en_GB', 'Europe/London'),
    issueTypes,
    priorities,
    statuses,
    resolutions: shippedResolutions,
    linkTypes,
    customFields: [
      {
        id: 'customfield_10030',
        name: 'Impact',
        type: 'option',
        options: [
          { id: '10031', value: 'Extensive / Widespread' },
          { id: '10032', value: 'Minor / Localized' },
        ],
      },
    ],
  },
  projects: [
    describeProject(
      { id: '10300', key: 'SUP', name: 'Support', typeKey: 'service_desk' },
      [describeType('10301', { ...fields, customfield_10030: 'required' }, supportWorkflow)],
      scheme,
    ),
    describeProject(
      { id: '10301', key: 'ENG', name: 'Engineering' },
      [describeType('10302', fields, classicWorkflow)],
      scheme,
    ),
  ],
});
