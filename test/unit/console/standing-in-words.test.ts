import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../console/shell/preferences.ts', () => ({ zone: { value: 'UTC' } }));
const { standingInWords } = await import('../../../console/fix/standing-in-words.ts');

const at = '2026-11-20T06:00:00.000Z';
const standing = { at, state: 'verifying' as const, step: 1, steps: 3, results: [] };

describe('where a fix stands, in words', () => {
  it('names the resource of which a source says fail, and none where it speaks of the whole subject', () => {
    const words = (resource?: string) =>
      standingInWords({
        ...standing,
        doubt: { at, source: 'config', ...(resource === undefined ? {} : { resource }) },
      });
    const end = 'since 20 Nov 2026, 06:00 UTC; not settled yet.';
    expect(words('gateway 2')).toBe(`1 of 3 steps passed. config says fail of gateway 2 ${end}`);
    expect([words('*'), words()]).toEqual(Array(2).fill(`1 of 3 steps passed. config says fail ${end}`));
  });
});
