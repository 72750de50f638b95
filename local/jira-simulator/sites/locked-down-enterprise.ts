import type { IssueType, Priority, Status } from '../site/catalogue.ts';
import { classicStatuses, classicWorkflow } from './classic-workflow.ts';
import { describeProject, describeType } from './describe-project.ts';
import { describeSite } from './describe-site.ts';
import { relatesLink, shippedPriorities, shippedResolutions } from './shipped-with-jira.ts';
import type { ScreenFields } from './simulated-screen.ts';
import { sitePeople } from './site-people.ts';
import { type WorkflowDescription, workflowTransition } from './workflow-description.ts';

const issueTypes: readonly IssueType[] = [
  { id: '10401', name: 'Security Incident', description: '' },
  { id: '10402', name: 'Remediation', description: '' },
];

const priorities: readonly Priority[] = [
  ...shippedPriorities,
  { id: '20', name: 'Critical', color: '#cd1317' },
  { id: '21', name: 'Major', color: '#e9494a' },
  { id: '22', name: 'Minor', color: '#2d8738' },
];

const statuses: readonly Status[] = [
  ...classicStatuses,
  { id: '10400', name: 'Registered', category: 'new' },
  { id: '10401', name: 'In Treatment', category: 'indeterminate' },
  { id: '10402', name: 'Risk Accepted', category: 'done' },
  { id: '10403', name: 'Remediated', category: 'done' },
  { id: '10404', name: 'Verified', category: 'done' },
];

/** Every step wants its own words, one is for auditors alone, and reopening leaves the resolution where it is. */
const riskWorkflow: WorkflowDescription = {
  initialStatusId: '10400',
  closedStatusIds: [],
  transitions: [
    workflowTransition('21', 'Treat', ['10400'], '10401'),
    workflowTransition('41', 'Remediate', ['10400', '10401'], '10403', {
      screen: { customfield_10061: 'required', comment: 'optional' },
      resolution: { setTo: '10000' },
    }),
    workflowTransition('51', 'Accept risk', ['10400', '10401'], '10402', {
      screen: { customfield_10063: 'required' },
      resolution: { setTo: '10001' },
    }),
    workflowTransition('61', 'Verify', ['10403'], '10404', { isForIntegration: false }),
    workflowTransition('71', 'Reopen', ['10402', '10403'], '10401', { screen: { customfield_10062: 'required' } }),
  ],
};

const incidentFields: ScreenFields = { summary: 'required', description: 'optional', duedate: 'optional' };
const fields: ScreenFields = {
  ...incidentFields,
  components: 'optional',
  customfield_10050: 'required',
  customfield_10051: 'required',
};
/** Asked by a validator of the workflow, so create metadata calls the field optional. */
const creationValidators = [{ field: 'components', message: 'Please provide Component' }];
const types = (workflow: WorkflowDescription) => [
  describeType('10401', incidentFields, workflow),
  describeType('10402', fields, workflow, { creationValidators }),
];
const components = [
  { id: '10040', name: 'Network' },
  { id: '10041', name: 'Payments' },
];
const cannotAssign = ['ASSIGN_ISSUES', 'DELETE_ISSUES', 'MODIFY_REPORTER', 'SET_ISSUE_SECURITY'] as const;

/** Reached through the gateway; required custom fields, a component that only a validator asks for, and few permissions. */
export const lockedDownEnterprise = describeSite({
  name: 'locked-down enterprise',
  address: {
    kind: 'gateway',
    cloudId: '5e1d0a7c-4b2f-4a53-9f0e-7c3b1d2a6e98',
    browseUrl: 'https://enterprise.example.com',
  },
  catalogue: {
    users: sitePeople('en_US', 'Asia/Kolkata'),
    issueTypes,
    priorities,
    statuses,
    resolutions: shippedResolutions,
    linkTypes: [relatesLink],
    customFields: [
      {
        id: 'customfield_10050',
        name: 'Data classification',
        type: 'option',
        options: [
          { id: '10501', value: 'Public' },
          { id: '10502', value: 'Confidential' },
        ],
      },
      { id: 'customfield_10051', name: 'Cost centre', type: 'number' },
      { id: 'customfield_10061', name: 'Root cause', type: 'string' },
      { id: 'customfield_10062', name: 'Reason', type: 'string' },
      { id: 'customfield_10063', name: 'Approver', type: 'user' },
    ],
  },
  securityLevels: [
    { id: '10060', name: 'Restricted', visibleInProjectIds: [] },
    { id: '10061', name: 'Security', visibleInProjectIds: ['10400'] },
  ],
  projects: [
    describeProject({ id: '10400', key: 'SEC', name: 'Security' }, types(riskWorkflow), {
      priorityIds: ['20', '21', '22'],
      defaultPriorityId: '21',
      components,
      defaultSecurityLevelId: '10061',
      lacking: cannotAssign,
    }),
    describeProject({ id: '10401', key: 'FIN', name: 'Finance' }, types(riskWorkflow), {
      priorityIds: ['1', '2', '3', '4', '5'],
      defaultPriorityId: '3',
      components,
      // Hides the issue from the account that created it.
      defaultSecurityLevelId: '10060',
      lacking: [...cannotAssign, 'LINK_ISSUES', 'ADD_COMMENTS'],
    }),
    // Its key is a reserved word of JQL.
    describeProject({ id: '10402', key: 'IF', name: 'Infrastructure' }, types(classicWorkflow), {
      priorityIds: ['20', '21', '22'],
      defaultPriorityId: '21',
      components,
      lacking: cannotAssign,
    }),
  ],
});
