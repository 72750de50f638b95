import { describe, expect, it } from 'vitest';
import { collectRemarks } from '../../../console/review/collect-remarks.ts';
import { decisionsStillOpen } from '../../../console/review/decisions-still-open.ts';
import { isAnythingTyped, NOTHING_TYPED, typedFor } from '../../../console/review/typed-words.ts';

const remark = (place: string, text: string) => ({ path: place, place, text });
const ONE = remark('Summary', 'Say for how long.');
const TWO = remark('Impact', 'Who was told?');

describe('what an approver typed', () => {
  it('is one reason of all remarks, collected anew while nobody wrote in it', () => {
    const first = collectRemarks(undefined, [ONE]);
    expect(first.text).toBe('Summary: Say for how long.');
    expect(collectRemarks(first, [ONE, TWO]).text).toBe('Summary: Say for how long.\nImpact: Who was told?');
    expect(collectRemarks(first, []).text).toBe('');
  });

  it('keeps the reason that was typed, and adds only remarks that came since', () => {
    const typed = { ...collectRemarks(undefined, [ONE]), text: 'Much is missing: say for how long.' };
    expect(collectRemarks(typed, [ONE])).toEqual(typed);
    const more = collectRemarks(typed, [ONE, TWO]);
    expect(more.text).toBe('Much is missing: say for how long.\nImpact: Who was told?');
    expect(collectRemarks(more, [ONE, TWO])).toEqual(more);
  });

  it('waits for who comes back to the same record, and holds the window while there is any', () => {
    typedFor('one').value = { ...NOTHING_TYPED, remarks: [ONE] };
    expect([typedFor('one').value.remarks, typedFor('other').value.remarks]).toEqual([[ONE], []]);
    const reason = collectRemarks(undefined, []);
    expect(
      [
        NOTHING_TYPED,
        { ...NOTHING_TYPED, reason },
        { ...NOTHING_TYPED, reason: { ...reason, text: 'Say why.' } },
        { ...NOTHING_TYPED, decisions: { x: { is: 'decline' as const, reason: '' } } },
        typedFor('one').value,
      ].map(isAnythingTyped),
    ).toEqual([false, false, true, true, true]);
  });

  it('leaves out choices about a recommendation that is gone or approved', () => {
    const decline = { is: 'decline' as const, reason: 'The filter holds these back.' };
    expect(
      decisionsStillOpen({ gone: decline, approved: decline, proposed: decline, declined: decline }, [
        { id: 'approved', status: 'approved' },
        { id: 'proposed', status: 'proposed' },
        { id: 'declined', status: 'declined' },
      ]),
    ).toEqual({ proposed: decline, declined: decline });
  });
});
