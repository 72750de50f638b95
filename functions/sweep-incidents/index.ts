import { lambda } from '../../runtime/lambda.ts';
import { sourceWork } from '../../runtime/source-work.ts';
import { acceptDelivery } from '../../shared/store/inbox/announcements.ts';
import { sweepIncidentsHandler } from './handler.ts';

const work = sourceWork('sweep-incidents');
const remember = work.config.operations.inboxRetention;

export const handler = lambda(
  sweepIncidentsHandler({
    ...work,
    sources: work.polled(),
    accept: (delivery) => acceptDelivery(work.table, { ...delivery, remember }),
  }),
);
