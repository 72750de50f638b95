import type { IssueType, Status } from '../site/catalogue.ts';
import { classicStatuses, classicWorkflow } from './classic-workflow.ts';
import { describeProject, describeType } from './describe-project.ts';
import { describeSite } from './describe-site.ts';
import { shippedLinkTypes, shippedPriorities, shippedResolutions } from './shipped-with-jira.ts';
import type { ScreenFields } from './simulated-screen.ts';
import { sitePeople } from './site-people.ts';
import { type WorkflowDescription, workflowTransition } from './workflow-description.ts';

const issueTypes: readonly IssueType[] = [
  { id: '10000', name: 'Epic', description: 'A big piece of work.', hierarchyLevel: 1 },
  { id: '10001', name: 'Security Incident', description: 'An event that harmed or threatened our systems.' },
  { id: '10002', name: 'Task', description: 'A small, distinct piece of work.' },
  { id: '10003', name: 'Bug', description: 'A problem or error.' },
  { id: '10010', name: 'Sub-task', description: 'A small part of a larger piece of work.', hierarchyLevel: -1 },
];

const statuses: readonly Status[] = [
  ...classicStatuses,
  { id: '1', name: 'Open', category: 'new' },
  { id: '4', name: 'Reopened', category: 'new' },
  { id: '5', name: 'Resolved', category: 'done' },
  { id: '6', name: 'Closed', category: 'done' },
];

/** The workflow of Jira before 2017: two statuses of done, and a screen that wants the resolution. */
const incidentWorkflow: WorkflowDescription = {
  initialStatusId: '1',
  closedStatusIds: [],
  transitions: [
    workflowTransition('4', 'Start Progress', ['1', '4'], '3'),
    workflowTransition('5', 'Resolve Issue', ['3'], '5', { screen: { resolution: 'required' } }),
    workflowTransition('701', 'Close Issue', ['5'], '6'),
    workflowTransition('3', 'Reopen Issue', ['5', '6'], '4', { resolution: 'cleared' }),
  ],
};

const fields: ScreenFields = {
  summary: 'required',
  description: 'optional',
  priority: 'optional',
  labels: 'optional',
  duedate: 'optional',
  components: 'optional',
  assignee: 'optional',
  reporter: 'optional',
  customfield_10020: 'optional',
};

const workTypes = [
  describeType('10000', fields, classicWorkflow),
  describeType('10002', { ...fields, parent: 'optional' }, classicWorkflow),
  describeType('10003', { ...fields, parent: 'optional' }, classicWorkflow),
  describeType('10010', { ...fields, parent: 'required' }, classicWorkflow),
];
const scheme = { priorityIds: ['1', '2', '3', '4', '5'], defaultPriorityId: '3' };
const components = [{ id: '10010', name: 'Firewall' }];

/** Company-managed projects as Jira ships them, with one renamed key and an incident workflow of the older kind. */
export const classicEnglish = describeSite({
  name: 'classic English',
  catalogue: {
    users: sitePeople('en_US', 'America/New_York'),
    issueTypes,
    priorities: shippedPriorities,
    statuses,
    resolutions: shippedResolutions,
    linkTypes: shippedLinkTypes,
    customFields: [{ id: 'customfield_10020', name: 'Team', type: 'string' }],
  },
  projects: [
    describeProject(
      { id: '10000', key: 'SEC', name: 'Security Operations' },
      [describeType('10001', fields, incidentWorkflow), ...workTypes],
      { ...scheme, components },
    ),
    describeProject({ id: '10001', key: 'PLAT', name: 'Platform Engineering' }, workTypes, {
      ...scheme,
      components,
      formerKeys: ['OLD'],
    }),
    describeProject({ id: '10002', key: 'IAM', name: 'Identity and Access' }, workTypes, { ...scheme, components }),
  ],
});
