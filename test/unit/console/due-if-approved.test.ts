import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../console/shell/preferences.ts', () => ({ zone: { value: 'UTC' } }));
const { dueIfApproved } = await import('../../../console/review/due-if-approved.ts');

const dueAt = '2026-12-05T10:00:00.000Z';

describe('the day by which a fix is due once it is approved', () => {
  it('is said for certain where its author set it, and else as of today', () => {
    const ifApproved = { project: 'PLAT', issueType: 'Task', dueAt, dueOn: '2026-12-04' };
    expect(dueIfApproved({ dueAt, ifApproved })).toBe(', due 4 Dec 2026');
    expect(dueIfApproved({ ifApproved })).toBe(', due 4 Dec 2026 if the last approval is given today');
  });

  it('says that the ticket does not show it, where one is made', () => {
    const words = ', due 5 Dec 2026 if the last approval is given today';
    expect(dueIfApproved({ ifApproved: { project: 'PLAT', dueAt } })).toBe(`${words}, which the ticket does not show`);
    expect(dueIfApproved({ ifApproved: { dueAt } })).toBe(words);
    expect(dueIfApproved({ dueAt })).toBe('');
  });
});
