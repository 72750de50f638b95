import { expect, it, vi } from 'vitest';

vi.mock('../../../console/shell/preferences.ts', () => ({ zone: { value: 'UTC' } }));
const { withTimesInWords } = await import('../../../console/marks/with-times-in-words.ts');

it('shows the instants of a text as people read them, and nothing else of it', () => {
  expect(withTimesInWords('no evidence, expected by 2026-11-28T09:57:34.519Z')).toBe(
    'no evidence, expected by 28 Nov 2026, 09:57 UTC',
  );
  expect(withTimesInWords('rule 2026-11-28, at 99:99:99Z')).toBe('rule 2026-11-28, at 99:99:99Z');
});
