import type { IssueType, Project, Status } from '../site/catalogue.ts';
import { describeProject, describeType } from './describe-project.ts';
import { describeSite } from './describe-site.ts';
import { shippedLinkTypes, shippedPriorities, shippedResolutions } from './shipped-with-jira.ts';
import type { ScreenFields } from './simulated-screen.ts';
import { sitePeople } from './site-people.ts';
import { type WorkflowDescription, workflowTransition } from './workflow-description.ts';

const ops: Project = { id: '10100', key: 'OPS', name: 'Operations', style: 'next-gen' };
const app: Project = { id: '10101', key: 'APP', name: 'Application', style: 'next-gen' };
const ofOps = { scopeProjectId: ops.id };
const ofApp = { scopeProjectId: app.id };

/** Each team has types of its own, and names repeat: a name is no key here. */
const issueTypes: readonly IssueType[] = [
  { id: '10111', name: 'Incident', description: '', ...ofOps },
  { id: '10112', name: 'Task', description: '', ...ofOps },
  { id: '10113', name: 'Subtask', description: '', hierarchyLevel: -1, ...ofOps },
  { id: '10122', name: 'Task', description: '', ...ofApp },
];

const statuses: readonly Status[] = [
  { id: '10110', name: 'To Do', category: 'new', ...ofOps },
  { id: '10111', name: 'In Progress', category: 'indeterminate', ...ofOps },
  { id: '10112', name: 'Done', category: 'done', ...ofOps },
  { id: '10120', name: 'To Do', category: 'new', ...ofApp },
  { id: '10121', name: 'Done', category: 'done', ...ofApp },
];

// Jira itself sets the resolution of team-managed issues and clears it. No request may.
const clears = { resolution: 'cleared' } as const;
const resolves = { resolution: { setTo: '10000' } } as const;

const opsWorkflow: WorkflowDescription = {
  initialStatusId: '10110',
  closedStatusIds: [],
  transitions: [
    workflowTransition('11', 'To Do', 'every status', '10110', clears),
    workflowTransition('21', 'In Progress', 'every status', '10111', clears),
    workflowTransition('31', 'Done', 'every status', '10112', resolves),
  ],
};

const appWorkflow: WorkflowDescription = {
  initialStatusId: '10120',
  closedStatusIds: [],
  transitions: [
    workflowTransition('11', 'To Do', 'every status', '10120', clears),
    workflowTransition('21', 'Done', 'every status', '10121', resolves),
  ],
};

const fields: ScreenFields = {
  summary: 'required',
  description: 'optional',
  labels: 'optional',
  assignee: 'optional',
  reporter: 'optional',
  parent: 'optional',
};
const opsFields: ScreenFields = { ...fields, customfield_10140: 'optional' };
const hidden = ['priority', 'duedate', 'components', 'fixVersions', 'versions'];
const severities = (first: number) =>
  ['Critical', 'High', 'Low'].map((value, index) => ({ id: String(first + index), value }));

/** Team-managed projects: types, statuses and fields belong to one project each, and no screen has a priority. */
export const teamManaged = describeSite({
  name: 'team-managed',
  catalogue: {
    users: sitePeople('en_US', 'Etc/UTC'),
    issueTypes,
    priorities: shippedPriorities,
    statuses,
    resolutions: shippedResolutions,
    linkTypes: shippedLinkTypes,
    customFields: [
      { id: 'customfield_10140', name: 'Severity', type: 'option', options: severities(10_140), ...ofOps },
      { id: 'customfield_10151', name: 'Severity', type: 'option', options: severities(10_150), ...ofApp },
    ],
  },
  projects: [
    describeProject(ops, [
      describeType('10111', opsFields, opsWorkflow, { hidden }),
      describeType('10112', opsFields, opsWorkflow, { hidden }),
      describeType('10113', { ...opsFields, parent: 'required' }, opsWorkflow, { hidden }),
    ]),
    describeProject(app, [
      describeType('10122', { ...fields, customfield_10151: 'optional' }, appWorkflow, { hidden }),
    ]),
  ],
});
