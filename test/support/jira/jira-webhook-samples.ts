import { readdirSync, readFileSync } from 'node:fs';
import { referenceData } from '../samples/reference-data.ts';
import {
  change,
  changeIn2019,
  projectOf,
  RESOLVED,
  ROSA,
  ROSA_IN_2019,
  statusOf,
  webhookBody,
} from './jira-webhook-body.ts';

/** A webhook of Jira, and what it means to Holdfast where the stories of project TES are incidents. */
export type WebhookSample = {
  readonly name: string;
  readonly body: string;
  /** The event that comes of it, and the time that the event tells. */
  readonly told?: readonly [type: string, at: string];
  /** The metric that counts it. */
  readonly counted: string;
};

const IGNORED = 'WebhookIgnoredNoStatusChange';
const ACCEPTED = 'WebhookAccepted';
const AT = '2026-03-02T09:15:40.507Z';
const AT_ROSAS = '2026-03-02T01:15:40.470-0800';
const done = { status: statusOf('Done', 'done'), resolution: RESOLVED, resolutiondate: AT_ROSAS, updated: AT_ROSAS };

export const STARTED_WORKING: WebhookSample = {
  name: 'somebody starts to work',
  body: webhookBody({
    typeName: 'issue_generic',
    at: AT,
    fields: { status: statusOf('In Progress', 'indeterminate'), statuscategorychangedate: AT_ROSAS },
    items: [change('status', 'To Do', 'In Progress')],
  }),
  counted: IGNORED,
};

const OWN: readonly WebhookSample[] = [
  STARTED_WORKING,
  {
    name: 'a story is created',
    body: webhookBody({
      event: 'jira:issue_created',
      typeName: 'issue_created',
      at: AT,
      items: [change('status', null, 'To Do')],
    }),
    counted: IGNORED,
  },
  {
    name: 'it is resolved',
    body: webhookBody({
      typeName: 'issue_generic',
      at: AT,
      fields: { ...done, statuscategorychangedate: AT_ROSAS },
      items: [change('resolution', null, 'Done'), change('status', 'In Progress', 'Done')],
    }),
    told: ['Incident Ticket Closed', AT],
    counted: ACCEPTED,
  },
  {
    name: 'it is resolved, as webhooks told it in 2019',
    body: webhookBody({
      typeName: 'issue_generic',
      at: AT,
      user: ROSA_IN_2019,
      fields: { ...done, statuscategorychangedate: undefined },
      items: [changeIn2019('resolution', null, 'Done'), changeIn2019('Status', 'In Progress', 'Done')],
    }),
    told: ['Incident Ticket Closed', AT],
    counted: ACCEPTED,
  },
  {
    name: 'it is resolved by nobody: a rule of Jira did it',
    body: webhookBody({
      user: undefined,
      at: AT,
      fields: { ...done, statuscategorychangedate: AT_ROSAS },
      items: [change('status', 'To Do', 'Done')],
    }),
    told: ['Incident Ticket Closed', AT],
    counted: ACCEPTED,
  },
  {
    name: 'it is archived some days after it was resolved',
    body: webhookBody({
      at: AT,
      fields: {
        ...done,
        status: statusOf('Archived', 'done'),
        statuscategorychangedate: '2026-02-27T10:00:00.000+0000',
      },
      items: [change('status', 'Done', 'Archived')],
    }),
    counted: IGNORED,
  },
  {
    name: 'it is opened again',
    body: webhookBody({
      typeName: 'issue_generic',
      at: AT,
      fields: { status: statusOf('In Progress', 'indeterminate'), statuscategorychangedate: AT_ROSAS },
      items: [change('resolution', 'Done', null), change('status', 'Done', 'In Progress')],
    }),
    told: ['Incident Ticket Reopened', AT],
    counted: ACCEPTED,
  },
  {
    name: 'it gets another priority, text and assignee at once',
    body: webhookBody({
      typeName: 'issue_updated',
      at: AT,
      fields: { ...done, assignee: ROSA, statuscategorychangedate: '2026-03-02T09:15:30.000+0000' },
      items: [
        change('priority', 'High', 'Low'),
        change('description', 'a', 'status: Done'),
        change('assignee', null, 'Rosa Quill'),
      ],
    }),
    counted: IGNORED,
  },
  {
    name: 'it is deleted',
    body: webhookBody({ event: 'jira:issue_deleted', at: AT, fields: done }),
    counted: IGNORED,
  },
  {
    name: 'a story of another project is resolved',
    body: webhookBody({
      at: AT,
      fields: { ...done, project: projectOf('HR') },
      items: [change('status', 'To Do', 'Done')],
    }),
    counted: 'WebhookIgnoredUnknownProject',
  },
  {
    name: 'a version is released',
    body: JSON.stringify({
      timestamp: Date.parse(AT),
      webhookEvent: 'jira:version_released',
      version: { id: '10000' },
    }),
    counted: 'WebhookIgnoredOtherEvent',
  },
];

/** Webhooks that a site of 2019 sent, by the end of their name. */
const MEANINGS: readonly [ending: string, meaning: Omit<WebhookSample, 'name' | 'body'>][] = [
  ['updated-resolved.json', { told: ['Incident Ticket Closed', '2019-02-16T03:15:40.507Z'], counted: ACCEPTED }],
  ['deleted.json', { counted: 'WebhookIgnoredUnknownProject' }],
  ['.json', { counted: IGNORED }],
];

function recorded(): WebhookSample[] {
  const folder = referenceData('data/webhooks/');
  if (folder === undefined) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith('jira-issue-'));
  return names.flatMap((name) => {
    const meaning = MEANINGS.find(([ending]) => name.endsWith(ending))?.[1];
    return meaning === undefined ? [] : [{ name, body: readFileSync(new URL(name, folder), 'utf8'), ...meaning }];
  });
}

const RECORDED = recorded();

/** Those of our own, and those that were recorded where they are at hand. */
export const WEBHOOK_SAMPLES: readonly WebhookSample[] = [...OWN, ...RECORDED];

/** Those that tell of the same move, as far as they are at hand. */
export const STARTS_OF_WORK: readonly WebhookSample[] = [
  STARTED_WORKING,
  ...RECORDED.filter(({ name }) => name.endsWith('started-working.json')),
];
