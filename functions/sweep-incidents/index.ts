import { lambda } from '../../runtime/lambda.ts';
import { onOdd } from '../../runtime/odd-elements.ts';
import { sourceWork } from '../../runtime/source-work.ts';
import { acceptDelivery } from '../../shared/store/inbox/announcements.ts';
import { sweepIncidentsHandler } from './handler.ts';

const unread: Parameters<typeof onOdd>[0][] = [];
const work = sourceWork('sweep-incidents', (odd) => {
  onOdd(odd);
  unread.push(odd);
});
const remember = work.config.operations.inboxRetention;

export const handler = lambda(
  sweepIncidentsHandler({
    ...work,
    sources: work.polled(),
    accept: (delivery) => acceptDelivery(work.table, { ...delivery, remember }),
    unreadSince: () => unread.splice(0),
  }),
);
