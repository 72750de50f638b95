import * as z from 'zod';
import { absorb, mergeInto } from '../../domain/record/decide/open-record.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { WRITTEN } from '../../domain/words/words.ts';
import { NotFound } from '../../store/errors.ts';
import { guarded, mustReach, personOf } from '../access.ts';
import { mustMatch } from '../http/conditions.ts';
import { isAsWritten, recordEtag } from '../http/etags.ts';
import { type Route, route } from '../route.ts';
import { RecordView, recordView } from './record-answer.ts';
import { causeOf, changeRecordForCaller, mustKnowOfItsReturn, readRecordForCaller } from './record-calls.ts';

/** Two records of one incident become one. */
export const mergeRoutes: Route[] = [
  route({
    operationId: 'mergeRecord',
    method: 'POST',
    path: '/post-mortems/{id}/merge',
    tag: 'Review',
    summary: 'Ends this record in favour of another one of the same incident; its ticket leads there from then on',
    action: 'merge records',
    ifMatch: 'required',
    params: { id: PostMortemId },
    query: {},
    body: {
      schema: z.strictObject({ into: PostMortemId, reason: WRITTEN.reason }),
      example: { into: '01KAREC0RD0000000000000001', reason: 'Both tickets tell of the same campaign.' },
    },
    answer: { status: 200, means: 'The record that ended', schema: RecordView, hasEtag: true },
    /**
     * Two records, so two transactions, each of which does nothing when it was done before: a repeat of the call finishes
     * what a lost answer or a crash left half-way.
     *
     *     the other absorbs ✓ ── this one merges ✓
     *     the other absorbs ✓ ── ✗      the same call again ── absorbed already ── this one merges ✓
     */
    async handle(call) {
      const { params, body, caller, deps } = call;
      const by = personOf(caller);
      const record = await deps.store.postMortem(params.id);
      if (record === undefined) throw new NotFound(`post-mortem ${params.id}`);
      mustReach(caller, call.action, guarded(record));
      const isDone = record.status === 'merged' && record.ended?.mergedInto === body.into;
      if (isDone) {
        const read = await readRecordForCaller(call, params.id);
        return { body: await recordView(read, call), etag: recordEtag(read) };
      }
      // Before the other one absorbs anything: this one can be merged, and is the one that was read.
      const { revision } = record;
      mustMatch(call, { current: recordEtag(record), holds: (etag) => isAsWritten(record, etag), revision });
      mustKnowOfItsReturn(call, record);
      mergeInto(record, body.into, body.reason, by, deps.now());

      await deps.store.changePostMortem(
        body.into,
        (other) => {
          mustReach(caller, call.action, guarded(other));
          return absorb(other, record, by, deps.now());
        },
        causeOf(call),
      );
      const merge = (current: PostMortem) => mergeInto(current, body.into, body.reason, by, deps.now());
      // The other one has absorbed it: from here on only the rules can say no, and no version.
      const ended = await changeRecordForCaller(call, params.id, merge, { holds: () => true });
      return { body: await recordView(ended, call), etag: recordEtag(ended) };
    },
  }),
];
