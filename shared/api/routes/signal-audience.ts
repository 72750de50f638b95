import { may } from '../../domain/access/access.ts';
import type { Signal, Subject } from '../../domain/verification/signal.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { idsIn } from '../../domain/words/ids-in-text.ts';
import { recordsAskingFor } from '../../store/queues/subjects-asked-for.ts';
import { watchersOf } from '../../store/queues/watchers.ts';
import { type AnyCall, guardedHead } from './record-calls.ts';

/** Ids that are looked up of one signal. One that has more of them is shown to those alone who may read every record. */
const MOST_NAMED = 10;
/** Records of a subject that are looked at. Beyond them nobody is found who would make the signal readable. */
const MOST_WATCHING = 100;

/**
 * Whether the caller may learn of a signal. It is no part of a record, but it may give one away that they may not read:
 *
 * - its subject is what a fix is checked against: where all claimed ones are of records that they may not read, or where none is claimed and a
 *   recommendation of such a record asks for it, so is the signal. Recommendations of others show nothing: anybody could write one to see it;
 * - it names such a record by its id. The id of a fix leads to no record, and says nothing by itself; as the subject of the signal it does,
 *   so that one which nobody has claimed counts as one of a record that they may not read.
 *
 * What was found out is remembered for the call, since a page is often of few subjects.
 */
export function signalAudience(call: AnyCall): (signal: Signal) => Promise<boolean> {
  if (may(call.caller, 'read records', { tlp: 'RED', authors: [], team: [] })) return () => Promise.resolve(true);
  const mayReadRecord = remembered(
    (id: PostMortemId) => id,
    (id) => recordIsReadable(call, id),
  );
  const ofSubject = remembered(
    ({ type, id }: Subject) => `${type}#${id}`,
    (subject) => subjectIsReadable(call, subject, mayReadRecord),
  );
  return async (signal) => {
    const ids = idsNamedIn(signal);
    if (ids === undefined || ids.size > MOST_NAMED) return false;
    const aboutIt = await ofSubject(signal.subject);
    if (aboutIt === false || (aboutIt === undefined && signal.subject.type === 'remediation')) return false;
    const named = await Promise.all([...ids].map(mayReadRecord));
    return named.every((isReadable) => isReadable !== false);
  };
}

/** @returns undefined where one of its texts cannot be looked through */
function idsNamedIn(signal: Signal): Set<PostMortemId> | undefined {
  const all = new Set<PostMortemId>();
  for (const text of textsOf(signal)) {
    const ids = idsIn(text);
    if (ids === undefined) return undefined;
    for (const id of ids) all.add(id);
  }
  return all;
}

/** All that a sender chooses. */
const textsOf = ({ id, subject, resource, reason, detail, source, url }: Signal): string[] =>
  [id, subject.id, resource, reason, detail, source, url].filter((one) => one !== undefined);

/** @returns undefined when there is no such record */
async function recordIsReadable(call: AnyCall, id: PostMortemId): Promise<boolean | undefined> {
  const head = await call.deps.store.head(id);
  return head && may(call.caller, 'read records', await guardedHead(call, head));
}

/** @returns undefined when no fix of a record that they may not read is checked against it, nor is to be */
async function subjectIsReadable(
  call: AnyCall,
  subject: Subject,
  mayRead: (id: PostMortemId) => Promise<boolean | undefined>,
): Promise<boolean | undefined> {
  const seen = new Set<PostMortemId>();
  for await (const { postMortemId } of watchersOf(call.deps.table, subject, { isLatest: false })) {
    if (seen.has(postMortemId)) continue;
    if ((await mayRead(postMortemId)) === true) return true;
    if (seen.add(postMortemId).size === MOST_WATCHING) return false;
  }
  if (seen.size > 0) return false;
  for await (const id of recordsAskingFor(call.deps.table, subject)) {
    if ((await mayRead(id)) === false || seen.add(id).size === MOST_WATCHING) return false;
  }
  return undefined;
}

function remembered<Of, Answer>(keyOf: (of: Of) => string, find: (of: Of) => Promise<Answer>) {
  const known = new Map<string, Promise<Answer>>();
  return (of: Of): Promise<Answer> => {
    const found = known.get(keyOf(of)) ?? find(of);
    known.set(keyOf(of), found);
    return found;
  };
}
