import { jiraWork } from '../../runtime/jira-work.ts';
import { lambda } from '../../runtime/lambda.ts';
import { acceptDelivery } from '../../shared/store/announcements.ts';
import { jiraIncidentSource } from '../../shared/ticketing/jira-incident-source.ts';
import { sweepIncidents } from './handler.ts';

const work = jiraWork('sweep-incidents');
const remember = work.config.operations.inboxRetention;

export const handler = lambda(
  sweepIncidents({
    ...work,
    sources: [jiraIncidentSource(work.jira, work.config)],
    accept: (delivery) => acceptDelivery(work.place, { ...delivery, remember }),
  }),
);
