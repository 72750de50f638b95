import * as z from 'zod';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { ReviewScope } from '../../domain/record/post-mortem.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import { mayRead } from '../access.ts';
import { type AnyCall, guardedHead } from './record-calls.ts';

/** Scope of a review as the caller may see it. */
export const ScopeView = z.object({
  ...ReviewScope.shape,
  withheld: z
    .int()
    .positive()
    .optional()
    .describe(
      'How many more it looks at that you may not read: marked more strictly since. Missing when there are none',
    ),
});
export type ScopeView = z.infer<typeof ScopeView>;

type Asking = Pick<AnyCall, 'caller' | 'deps'>;

/** A review looks at records that are there; of one that the caller may not read it is said no more than that. */
export async function mustCoverRecords(call: Asking, covers: readonly PostMortemId[]): Promise<void> {
  const readable = await readableOf(call, covers);
  const missing = covers.flatMap((id, index) =>
    readable.has(id) ? [] : [{ path: `scope.covers.${index}`, message: `there is no record ${id} that you may read` }],
  );
  if (missing.length > 0) {
    throw new Refusal('unknown part', `scope.covers: ${missing.map(({ message }) => message).join('; ')}`, missing);
  }
}

/**
 * The scope of a review without the records that the caller may not read, and how many these are. A record may be marked more strictly
 * long after a review named it.
 */
export async function readableScope(
  call: Asking,
  { scope }: Pick<PostMortem, 'scope'>,
): Promise<ScopeView | undefined> {
  if (scope === undefined) return undefined;
  const readable = await readableOf(call, scope.covers);
  const covers = scope.covers.filter((id) => readable.has(id));
  const withheld = scope.covers.length - covers.length;
  return { ...scope, covers, ...(withheld === 0 ? {} : { withheld }) };
}

async function readableOf({ caller, deps }: Asking, ids: readonly PostMortemId[]): Promise<ReadonlySet<PostMortemId>> {
  const readable = await Promise.all(
    ids.map(async (id) => {
      const head = await deps.store.head(id);
      return head !== undefined && mayRead(caller, await guardedHead({ deps }, head)) ? [id] : [];
    }),
  );
  return new Set(readable.flat());
}
