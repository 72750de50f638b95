import * as z from 'zod';
import { hasRoleFor } from '../../domain/access/access.ts';
import { LessonReferenceDraft, lessonReopening } from '../../domain/record/content/lesson.ts';
import { mustBeAskedFor } from '../../domain/record/decide/assignment.ts';
import {
  confirmLesson,
  isClaimedAlready,
  putLessonInPlace,
  refuseLesson,
  reopenLesson,
} from '../../domain/record/decide/settle-lesson.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { Instant, PartId, PostMortemId } from '../../domain/words/identifiers.ts';
import { WRITTEN } from '../../domain/words/words.ts';
import { Forbidden, personOf } from '../access.ts';
import { mustSayWhatWasRead } from '../http/conditions.ts';
import { type Call, NO_BODY, type Route, route } from '../route.ts';
import { etagOfPart } from './part-etags.ts';
import { RecordView, recordView } from './record-answer.ts';
import { type AnyCall, changeRecordForCaller } from './record-calls.ts';

const params = { id: PostMortemId, part: PartId };
const common = {
  method: 'POST',
  tag: 'Parts',
  params,
  query: {},
  answer: { status: 200, means: 'The record; the ETag is that of the lesson', schema: RecordView, hasEtag: true },
} as const;
/** Whoever is the second person says which proof they read. */
const deciding = { ...common, action: 'confirm lessons', ifMatch: 'required' } as const;

const Reason = z.strictObject({ reason: lessonReopening(WRITTEN).shape.reason });

/** What becomes of a lesson, before and after the approval of its record. */
export const lessonRoutes: Route[] = [
  route({
    ...common,
    operationId: 'putLessonInPlace',
    path: '/post-mortems/{id}/lessons/{part}/in-place',
    summary:
      'Somebody put the lesson in place, and shows it; a second person confirms it. Of one that is in place: it was reviewed, and holds',
    action: 'write records',
    ifMatch: 'optional',
    // What another said of it is overwritten by whoever has read it.
    problems: [428],
    body: {
      schema: LessonReferenceDraft,
      example: {
        version: 'IRP-7 3.1',
        url: 'https://policies.example.com/irp-7',
        versionAt: '2026-11-21T09:00:00.000Z',
        note: 'On the first page',
      },
    },
    async handle(call) {
      return lessonAnswer(call, (record) => {
        const overwrites = record.lessons.some(
          (lesson) =>
            lesson.id === call.params.part && lesson.status !== 'open' && !isClaimedAlready(lesson, call.body, call.by),
        );
        if (overwrites) mustSayWhatWasRead(call);
        return putLessonInPlace(record, call.params.part, call.body, call.by, call.deps.now());
      });
    },
  }),
  route({
    ...deciding,
    operationId: 'confirmLesson',
    path: '/post-mortems/{id}/lessons/{part}/confirm',
    summary: 'A second person read the proof: the lesson is in place',
    body: NO_BODY,
    async handle(call) {
      mustBeConfirmer(call);
      const by = personOf(call.caller);
      return lessonAnswer(call, (record) => confirmLesson(record, call.params.part, by, call.deps.now()));
    },
  }),
  route({
    ...deciding,
    operationId: 'refuseLesson',
    path: '/post-mortems/{id}/lessons/{part}/refuse',
    summary:
      'What was claimed of the lesson is no proof, because; it is open again. Whoever claimed it takes it back by this too',
    body: { schema: Reason, example: { reason: 'The plan of that version does not name the mailbox.' } },
    async handle(call) {
      const by = personOf(call.caller);
      const { reason } = call.body;
      return lessonAnswer(call, (record) => refuseLesson(record, call.params.part, reason, by, call.deps.now()));
    },
  }),
  route({
    ...deciding,
    operationId: 'reopenLesson',
    path: '/post-mortems/{id}/lessons/{part}/no-longer-holds',
    summary:
      'A review found that the lesson does not hold any more, because; it is open again, to be in place by a new date',
    body: {
      schema: Reason.extend({ dueAt: Instant }),
      example: { reason: 'The new plan dropped its first page.', dueAt: '2027-06-30T00:00:00.000Z' },
    },
    async handle(call) {
      const by = personOf(call.caller);
      mustBeAskedFor(call.body.dueAt, call.deps.now(), call.deps.config);
      return lessonAnswer(call, (record) => reopenLesson(record, call.params.part, call.body, by, call.deps.now()));
    },
  }),
];

/** @throws Forbidden where the configuration leaves it to approvers, and the caller is none */
function mustBeConfirmer({ caller, deps }: Pick<AnyCall, 'caller' | 'deps'>): void {
  if (mayConfirm({ caller, deps })) return;
  throw new Forbidden('only approvers confirm lessons here (postMortem.lessonConfirmers); ask one of them');
}

/** True for whoever may be the second person of a lesson at all, by role and configuration. */
export function mayConfirm({ caller, deps }: Pick<AnyCall, 'caller' | 'deps'>): boolean {
  const isForApprovers = deps.config.postMortem.lessonConfirmers === 'approvers';
  return hasRoleFor(caller, 'confirm lessons') && (!isForApprovers || hasRoleFor(caller, 'judge records'));
}

type LessonCall = AnyCall & { params: { id: PostMortemId; part: PartId } } & Pick<Call, 'path'>;

async function lessonAnswer(call: LessonCall, decide: (record: PostMortem) => RecordEvent[]) {
  const { id, part } = call.params;
  const etagOf = etagOfPart('lesson', part);
  const changed = await changeRecordForCaller(call, id, decide, { etagOf });
  return { body: await recordView(changed, call), etag: etagOf(changed) };
}
