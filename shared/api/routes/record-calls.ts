import type { Guarded } from '../../domain/access/access.ts';
import type { Cause } from '../../domain/events/recorded-event.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortem, PostMortemHead } from '../../domain/record/post-mortem.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import { isRestricted } from '../../domain/words/tlp.ts';
import { NotFound } from '../../store/errors.ts';
import type { Item } from '../../store/table.ts';
import { guarded, mustReach } from '../access.ts';
import { mustMatch, mustSayWhatWasRead, wasReadAs } from '../http/conditions.ts';
import { isAsWritten, isFromBeforeItsReturn, recordEtag } from '../http/etags.ts';
import type { Call } from '../route.ts';

/** Any call of the table, whatever it takes. */
export type AnyCall = Pick<Call, 'action' | 'by' | 'caller' | 'deps' | 'header'>;

export function causeOf({ by, deps }: AnyCall): Cause {
  return { actor: by, correlationId: `api:${deps.newId()}`, hops: 0 };
}

/**
 * The record, for the caller's eyes. A look at a restricted one is in the chain of its looks before it is answered.
 *
 * @param what of it is read, as the log tells it
 * @throws NotFound also when the caller may not read it
 */
export async function readRecordForCaller(call: AnyCall, id: PostMortemId, what = 'the record'): Promise<PostMortem> {
  const record = await call.deps.store.postMortem(id);
  if (record === undefined) throw new NotFound(`post-mortem ${id}`);
  mustReach(call.caller, call.action, guarded(record));
  if (isRestricted(record.tlp)) await logLook(call, id, what);
  return record;
}

/** Checks the same for what is stored beside the record: its timeline, its log, its remediations. */
export async function mustBeReadable(call: AnyCall, id: PostMortemId, what: string): Promise<PostMortemHead> {
  const head = await mustReachRecord(call, id);
  if (isRestricted(head.tlp)) await logLook(call, id, what);
  return head;
}

/**
 * Checks that the call may do what it wants with a record that it does not load.
 *
 * @throws NotFound, Forbidden
 */
export async function mustReachRecord(call: AnyCall, id: PostMortemId): Promise<PostMortemHead> {
  const head = await call.deps.store.head(id);
  if (head === undefined) throw new NotFound(`post-mortem ${id}`);
  mustReach(call.caller, call.action, await guardedHead(call, head));
  return head;
}

/** Only at TLP:RED does the team of the review matter, so only then is it read. */
export async function guardedHead(
  { deps }: Pick<AnyCall, 'deps'>,
  { id, tlp, authors }: Pick<PostMortemHead, 'id' | 'tlp' | 'authors'>,
): Promise<Guarded & { id: PostMortemId }> {
  const framework = tlp === 'RED' ? await deps.store.section(id, 'framework') : undefined;
  return { id, tlp, authors, team: framework?.team ?? [] };
}

/** Writes down, before it is answered, that the caller sees a restricted record. */
export function logLook(call: AnyCall, id: PostMortemId, what: string): Promise<void> {
  const { by, deps } = call;
  return deps.store.logLook(id, { postMortemId: id, what, by, at: deps.now() }, causeOf(call));
}

/**
 * Changes a record, when the caller may and the record is the one that the caller read. Where nothing is to be changed, the
 * answer still shows the record: of a restricted one, that is a look.
 *
 * @param etagOf what the request is about; without it, the record as a whole
 * @param isOfTheIncident whether it decides about the incident: then one that came back has to be known
 * @param mayBeFirst whether it is written without a condition where nothing is yet
 * @param holds which ETags of the record hold as well: of what was written since, or for a judgement, of the same content
 */
export async function changeRecordForCaller(
  call: AnyCall,
  id: PostMortemId,
  decide: (record: PostMortem) => RecordEvent[],
  {
    etagOf = recordEtag,
    holds = isAsWritten,
    isOfTheIncident = false,
    mayBeFirst = false,
    once = [],
  }: {
    etagOf?: (record: PostMortem) => string | undefined;
    holds?: (record: PostMortem, etag: string) => boolean;
    isOfTheIncident?: boolean;
    mayBeFirst?: boolean;
    once?: Item[];
  } = {},
): Promise<PostMortem> {
  let isOnlyRead = false;
  const changed = await call.deps.store.changePostMortem(
    id,
    (record) => {
      mustReach(call.caller, call.action, guarded(record));
      const { revision } = record;
      const current = etagOf(record);
      if (mayBeFirst && current !== undefined) mustSayWhatWasRead(call);
      mustMatch(call, { current, holds: (etag) => holds(record, etag), revision });
      if (isOfTheIncident) mustKnowOfItsReturn(call, record);
      const events = decide(record);
      isOnlyRead = events.length === 0;
      return events;
    },
    causeOf(call),
    once,
  );
  if (isOnlyRead && isRestricted(changed.tlp)) await logLook(call, id, 'the record');
  return changed;
}

/**
 * An incident that came back is another one to waive, to merge or to set a date for.
 *
 *     waived ── comes back: the record is open again
 *     read: open ── comes back ── waive ✗ the outcome would hang on who was faster
 *
 * @throws Refusal
 */
export function mustKnowOfItsReturn(call: AnyCall, record: PostMortem): void {
  const read = wasReadAs(call);
  if (read === undefined || !read.every((etag) => isFromBeforeItsReturn(record, etag))) return;
  throw new Refusal(
    'wrong state',
    `the incident came back after what you read, and its record is due ${record.dueAt}; read it again`,
  );
}
