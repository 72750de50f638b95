import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../console/shell/preferences.ts', () => ({ zone: { value: 'UTC' } }));
const { dueIfApproved } = await import('../../../console/review/due-if-approved.ts');

const readAt = '2026-11-28T23:59:00.000Z';
const dueAt = '2026-12-05T10:00:00.000Z';

describe('the day by which a fix is due once it is approved', () => {
  it('is said for certain where its author set it, and else as of the day on which the record was read', () => {
    const ifApproved = { project: 'PLAT', issueType: 'Task', dueAt, dueOn: '2026-12-04' };
    expect(dueIfApproved({ dueAt, ifApproved }, readAt)).toBe(', due 4 Dec 2026');
    expect(dueIfApproved({ ifApproved }, readAt)).toBe(', due 4 Dec 2026 if the last approval is given on 28 Nov 2026');
  });

  it('says that the ticket does not show it, where one is made', () => {
    const words = ', due 5 Dec 2026 if the last approval is given on 28 Nov 2026';
    expect(dueIfApproved({ ifApproved: { project: 'PLAT', dueAt } }, readAt)).toBe(
      `${words}, which the ticket does not show`,
    );
    expect(dueIfApproved({ ifApproved: { dueAt } }, readAt)).toBe(words);
    expect(dueIfApproved({ dueAt }, readAt)).toBe('');
  });
});
