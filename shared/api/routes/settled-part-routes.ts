import * as z from 'zod';
import { NotificationDraft } from '../../domain/record/content/notification.ts';
import { MeasureRemovalDraft } from '../../domain/record/content/temporary-measure.ts';
import { measureExtended, measureRemoved } from '../../domain/record/decide/settle-measure.ts';
import { notificationSent } from '../../domain/record/decide/settle-record.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { Instant, PartId, PostMortemId } from '../../domain/words/identifiers.ts';
import { WRITTEN } from '../../domain/words/words.ts';
import { mustSayWhatWasRead } from '../http/conditions.ts';
import { type Route, route } from '../route.ts';
import { etagOfPart } from './part-etags.ts';
import { RecordView, recordView } from './record-answer.ts';
import { changeRecordForCaller, readRecordForCaller } from './record-calls.ts';

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

/** Progress of notifications and temporary measures in the world, before and after the approval of their record. */
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
  route({
    ...common,
    operationId: 'reportMeasureRemoved',
    path: '/post-mortems/{id}/temporary-measures/{part}/removed',
    summary:
      'What was done to contain the incident for a while is undone, and this shows it; or it goes on in another record',
    body: {
      schema: MeasureRemovalDraft,
      example: {
        note: 'The rule is gone; a mail from that domain was delivered.',
        url: 'https://example.com/change/77',
      },
    },
    async handle(call) {
      const { params, body, by, deps } = call;
      const etagOf = etagOfPart('temporary measure', params.part);
      const there = body.goesOn?.postMortemId;
      const elsewhere = there === undefined ? undefined : await readRecordForCaller(call, there);
      const decide = (record: PostMortem) => measureRemoved(record, params.part, body, by, deps.now(), elsewhere);
      const changed = await changeRecordForCaller(call, params.id, decide, { etagOf });
      return { body: await recordView(changed, call), etag: etagOf(changed) };
    },
  }),
  route({
    ...common,
    operationId: 'extendMeasure',
    path: '/post-mortems/{id}/temporary-measures/{part}/extend',
    summary: 'What was done to contain the incident is needed for longer: until when, and why',
    ifMatch: 'required',
    body: {
      schema: z.strictObject({ until: Instant, because: WRITTEN.reason }),
      example: { until: '2027-01-19T09:00:00.000Z', because: 'The new filter comes with the release of January.' },
    },
    async handle(call) {
      const { params, body, by, deps } = call;
      const etagOf = etagOfPart('temporary measure', params.part);
      const decide = (record: PostMortem) => measureExtended(record, params.part, body, by, deps.now(), deps.config);
      const changed = await changeRecordForCaller(call, params.id, decide, { etagOf });
      return { body: await recordView(changed, call), etag: etagOf(changed) };
    },
  }),
];
