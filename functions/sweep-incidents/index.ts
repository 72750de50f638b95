import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { jiraIncidentSource } from '../../shared/intake/jira/closures.ts';
import { acceptDelivery } from '../../shared/store/inbox/announcements.ts';
import { sweepIncidents } from './handler.ts';

const work = jiraWork('sweep-incidents');
const remember = work.config.operations.inboxRetention;

export const handler = lambda(
  sweepIncidents({
    ...work,
    sources: [jiraIncidentSource(work.jira, work.config)],
    accept: (delivery) => acceptDelivery(work.table, { ...delivery, remember }),
  }),
);
