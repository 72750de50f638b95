import { EXPENSIVE_READS } from './expensive-reads.ts';

/** What a call takes of the allowance of its caller. */
export function costOf(
  { method, path }: { readonly method: string; readonly path: string },
  query: Readonly<Record<string, readonly string[]>>,
): number {
  // A whole record is written, in many transactions.
  if (method === 'POST' && path === '/imports') return 10;
  if (method !== 'GET') return 2;
  return EXPENSIVE_READS.includes(path) || query.format?.includes('csv') === true ? 10 : 1;
}
