import * as z from 'zod';
import { NotificationDraft } from '../../domain/record/content/notification.ts';
import { notificationSent } from '../../domain/record/decide/settle-record.ts';
import { PartId, PostMortemId } from '../../domain/words/identifiers.ts';
import { mustSayWhatWasRead } from '../http/conditions.ts';
import { type Route, route } from '../route.ts';
import { etagOfPart } from './part-etags.ts';
import { RecordView, recordView } from './record-answer.ts';
import { changeRecordForCaller } from './record-calls.ts';

const common = {
  method: 'POST',
  tag: 'Parts',
  action: 'write records',
  ifMatch: 'optional',
  // What was told is told otherwise by whoever has read it.
  problems: [428],
  params: { id: PostMortemId, part: PartId },
  query: {},
  answer: { status: 200, means: 'The record; the ETag is that of the part', schema: RecordView, hasEtag: true },
} as const;

const Sent = z.strictObject({
  ...NotificationDraft.pick({ sentAt: true, reference: true, url: true }).shape,
  sentAt: NotificationDraft.shape.sentAt.unwrap(),
});

/** Progress of notifications in the world, before and after the approval of their record. */
export const settledPartRoutes: Route[] = [
  route({
    ...common,
    operationId: 'reportNotificationSent',
    path: '/post-mortems/{id}/notifications/{part}/sent',
    summary: 'The authority, the partner or the public was told: when, and under which reference',
    body: {
      schema: Sent,
      example: { sentAt: '2026-11-20T16:00:00.000Z', reference: 'DSB-2026-1142' },
    },
    async handle(call) {
      const { params, body, by } = call;
      const etagOf = etagOfPart('notification', params.part);
      const decide = (record: Parameters<typeof notificationSent>[0]) => {
        if (record.notifications.some(({ id, sentAt }) => id === params.part && sentAt !== undefined))
          mustSayWhatWasRead(call);
        return notificationSent(record, params.part, body, by);
      };
      const changed = await changeRecordForCaller(call, params.id, decide, { etagOf });
      return { body: await recordView(changed, call), etag: etagOf(changed) };
    },
  }),
];
