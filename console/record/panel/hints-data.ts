import { api } from '../../data/api.ts';
import { got } from '../../data/refusal.ts';

export type Hint = Awaited<ReturnType<typeof readHints>>[number];
export const hintsKey = (id: string) => ['hints', id];

/** Hints of the record and of its whole timeline, page by page. */
export async function readHints(id: string, signal: AbortSignal) {
  const page = async (cursor: string | undefined) => {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    return got(await api.GET('/post-mortems/{id}/hints', { params: { path: { id }, query }, signal })).data;
  };
  const first = await page(undefined);
  const all = [...first.hints];
  let { next } = first;
  while (next !== undefined) {
    const more = await page(next);
    all.push(...more.hints);
    next = more.next;
  }
  return all;
}
