import type { IssueType, LinkType, Priority, Resolution, Status } from '../site/catalogue.ts';
import { describeProject, describeType } from './describe-project.ts';
import { describeSite } from './describe-site.ts';
import { inProgress } from './shipped-with-jira.ts';
import type { ScreenFields } from './simulated-screen.ts';
import { sitePeople } from './site-people.ts';
import { type WorkflowDescription, workflowTransition } from './workflow-description.ts';

const issueTypes: readonly IssueType[] = [
  // Made by the administrator, so it has no other name in English.
  { id: '10201', name: 'Sicherheitsvorfall', description: '' },
  { id: '10202', name: 'Aufgabe', untranslatedName: 'Task', description: '' },
  { id: '10203', name: 'Fehler', untranslatedName: 'Bug', description: '' },
  { id: '10210', name: 'Unteraufgabe', untranslatedName: 'Sub-task', description: '', hierarchyLevel: -1 },
];

const priorities: readonly Priority[] = [
  { id: '1', name: 'Höchste', untranslatedName: 'Highest', color: '#cd1317' },
  { id: '2', name: 'Hoch', untranslatedName: 'High', color: '#e9494a' },
  { id: '3', name: 'Mittel', untranslatedName: 'Medium', color: '#e97f33' },
  { id: '4', name: 'Niedrig', untranslatedName: 'Low', color: '#2d8738' },
  { id: '5', name: 'Niedrigste', untranslatedName: 'Lowest', color: '#57a55a' },
];

const statuses: readonly Status[] = [
  { id: '10200', name: 'Zu erledigen', untranslatedName: 'To Do', category: 'new' },
  { ...inProgress, name: 'In Arbeit', untranslatedName: 'In Progress' },
  { id: '10202', name: 'Fertig', untranslatedName: 'Done', category: 'done' },
];

const resolutions: readonly Resolution[] = [
  { id: '10200', name: 'Fertig', untranslatedName: 'Done' },
  { id: '10201', name: 'Wird nicht erledigt', untranslatedName: "Won't Do" },
  { id: '10202', name: 'Duplikat', untranslatedName: 'Duplicate' },
  { id: '10203', name: 'Nicht reproduzierbar', untranslatedName: 'Cannot Reproduce' },
];

/** Link types are the administrator's words, in every language the same. */
const linkTypes: readonly LinkType[] = [
  { id: '10200', name: 'Blockiert', inward: 'wird blockiert von', outward: 'blockiert' },
  { id: '10201', name: 'Klont', inward: 'wird geklont von', outward: 'klont' },
  { id: '10202', name: 'Duplikat', inward: 'wird dupliziert von', outward: 'dupliziert' },
  { id: '10203', name: 'Bezieht sich auf', inward: 'bezieht sich auf', outward: 'bezieht sich auf' },
];

/** The screen of the last step offers a resolution and does not want it, so a done issue may be unresolved. */
const workflow: WorkflowDescription = {
  initialStatusId: '10200',
  closedStatusIds: [],
  transitions: [
    workflowTransition('11', 'Zu erledigen', 'every status', '10200', { resolution: 'cleared' }),
    workflowTransition('21', 'In Arbeit', 'every status', '3', { resolution: 'cleared' }),
    workflowTransition('31', 'Fertig', 'every status', '10202', { screen: { resolution: 'optional' } }),
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
  customfield_10220: 'optional',
};
const workTypes = [
  describeType('10202', fields, workflow),
  describeType('10203', fields, workflow),
  describeType('10210', { ...fields, parent: 'required' }, workflow),
];
const scheme = {
  priorityIds: ['1', '2', '3', '4', '5'],
  defaultPriorityId: '3',
  components: [{ id: '10220', name: 'Netzwerk' }],
};

/** German profile of the integration's account: names and messages are German unless English is forced. */
export const germanClassic = describeSite({
  name: 'German classic',
  catalogue: {
    users: sitePeople('de_DE', 'Europe/Berlin'),
    issueTypes,
    priorities,
    statuses,
    resolutions,
    linkTypes,
    customFields: [
      {
        id: 'customfield_10220',
        name: 'Bereich',
        type: 'option',
        options: [
          { id: '10221', value: 'Büro' },
          { id: '10222', value: 'Rechenzentrum' },
        ],
      },
    ],
  },
  projects: [
    describeProject(
      { id: '10200', key: 'SIV', name: 'Sicherheitsvorfälle' },
      [describeType('10201', fields, workflow), ...workTypes],
      scheme,
    ),
    describeProject({ id: '10201', key: 'NET', name: 'Netzwerk' }, workTypes, scheme),
  ],
});
