import type { Request } from '../route.ts';
import { EXPENSIVE_READS } from './expensive-reads.ts';

/** What a call takes of the allowance of its caller. */
export async function costOf(
  { method, path }: { readonly method: string; readonly path: string },
  { query, json }: Pick<Request, 'query' | 'json'>,
): Promise<number> {
  // A whole record is written, in many transactions.
  if (method === 'POST' && path === '/imports') return (await isRehearsal(json)) ? 2 : 10;
  if (method !== 'GET') return 2;
  return EXPENSIVE_READS.includes(path) || query.format?.includes('csv') === true ? 10 : 1;
}

/** What is no JSON is refused later, in words. */
async function isRehearsal(json: Request['json']): Promise<boolean> {
  const body = await json().catch(() => undefined);
  return Object(body).isRehearsal === true;
}
