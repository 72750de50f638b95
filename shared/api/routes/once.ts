import { canonicalJson } from '../../domain/words/canonical-json.ts';
import { sha256 } from '../../sha256.ts';
import { AlreadyExists } from '../../store/errors.ts';
import { type Made, madeBefore, onceItem } from '../../store/inbox/once.ts';
import { keys } from '../../store/keys.ts';
import type { Item } from '../../store/table.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { IDEMPOTENCY_KEY_LIMIT } from '../http/limits.ts';
import type { Call } from '../route.ts';

/** Result of a handler: where it will be found, the ids that it gets, and how it is written. */
export type Making<Result> = {
  location: string;
  ids: readonly string[];
  /** @param once goes into the transaction that writes it */
  make: (once: Item[]) => Promise<Result>;
};

/**
 * Makes something, once for each `Idempotency-Key` of a caller.
 *
 *     call ── made, answer lost ─ ─ ✗        call again, same key ── it is there: the same answer
 *     call ─┬─ read: nothing ── make ✓
 *     call ─┴─ read: nothing ── make ✗ the key is taken ── read: it is there
 *
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 *
 * @returns what was made before under the same key, or what is made now with its result
 * @throws InvalidRequest 400 for a key that is none, 422 when the key was used for another request
 */
export async function makeOnce<Result>(
  call: Pick<Call, 'method' | 'path' | 'body' | 'header' | 'by' | 'deps'>,
  { location, ids, make }: Making<Result>,
): Promise<{ made: Made; result: Result | undefined }> {
  const key = keyOf(call);
  const fingerprint = sha256(canonicalJson([call.method, call.path, call.body]));
  const fresh = { fingerprint, location, ids: [...ids] };
  if (key === undefined) return { made: fresh, result: await make([]) };

  const { by, deps } = call;
  const before = await madeBefore(deps.table, by.id, key);
  if (before !== undefined) return { made: same(before, fingerprint), result: undefined };
  try {
    return { made: fresh, result: await make([onceItem(by.id, key, fresh, deps.now())]) };
  } catch (error) {
    const isTaken = error instanceof AlreadyExists && error.pointer === keys.once(by.id, key).pk;
    const meanwhile = isTaken ? await madeBefore(deps.table, by.id, key) : undefined;
    if (meanwhile === undefined) throw error;
    return { made: same(meanwhile, fingerprint), result: undefined };
  }
}

function same(made: Made, fingerprint: string): Made {
  if (made.fingerprint === fingerprint) return made;
  throw new InvalidRequest(422, 'this Idempotency-Key was used for another request; take a new one for each');
}

function keyOf({ header }: Pick<Call, 'header'>): string | undefined {
  const key = header('idempotency-key');
  if (key === undefined || (key !== '' && key.length <= IDEMPOTENCY_KEY_LIMIT)) return key;
  throw new InvalidRequest(400, `Idempotency-Key: expected 1 to ${IDEMPOTENCY_KEY_LIMIT} characters, such as a UUID`);
}
