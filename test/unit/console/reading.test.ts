import { onlineManager } from '@tanstack/query-core';
import { afterEach, describe, expect, it } from 'vitest';
import { isPassing, queries } from '../../../console/data/query.ts';
import { Refusal } from '../../../console/data/refusal.ts';

const refusal = (status: number, headers: Record<string, string> = {}) =>
  new Refusal(new Response(null, { status, headers }), undefined);

describe('what the console reads', () => {
  afterEach(() => {
    onlineManager.setOnline(true);
    queries.clear();
  });

  it('is asked for without a network as well, so that it fails instead of waiting without a word', async () => {
    onlineManager.setOnline(false);
    const asked = queries.fetchQuery({ queryKey: ['of no network'], queryFn: () => Promise.reject(refusal(404)) });
    expect(queries.getQueryState(['of no network'])?.fetchStatus).toBe('fetching');
    await expect(asked).rejects.toThrow('404');
  });

  it('is asked for again after the time that the API names, and else after longer and longer', () => {
    const { retryDelay } = queries.getDefaultOptions().queries ?? {};
    if (typeof retryDelay !== 'function') throw new Error('there is no time after which it is asked for again');
    expect(retryDelay(0, refusal(503, { 'retry-after': '7' }))).toBe(7_000);
    expect([0, 1].map((failures) => retryDelay(failures, refusal(503)))).toEqual([1_000, 3_000]);
  });

  it('is not asked for again without a word for longer than ten seconds', () => {
    const { retry } = queries.getDefaultOptions().queries ?? {};
    if (typeof retry !== 'function') throw new Error('it is not asked for again');
    const again = (failures: number, seconds: number) =>
      retry(failures, refusal(429, { 'retry-after': String(seconds) }));
    expect([again(0, 10), again(0, 11), again(1, 10), again(2, 1)]).toEqual([true, false, true, false]);
  });

  it('is asked for again only where that may be answered better', () => {
    expect([400, 403, 404, 412, 422, 429, 500, 503].filter((status) => isPassing(refusal(status)))).toEqual([
      429, 500, 503,
    ]);
    expect(isPassing(new TypeError('Failed to fetch'))).toBe(true);
  });
});
