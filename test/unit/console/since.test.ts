import { describe, expect, it } from 'vitest';
import { ownHandIn, roundOf, sinceWhen, stillNeededIn } from '../../../console/review/since.ts';

type LogEntry = Parameters<typeof sinceWhen>[0][number];

const BEN = { kind: 'person', id: 'ben', name: 'Ben' } as const;
const ANNA = { kind: 'person', id: 'anna', name: 'Anna' } as const;

function logOf(
  ...entries: { type: LogEntry['type']; by: typeof BEN | typeof ANNA; data?: Record<string, unknown> }[]
): LogEntry[] {
  return entries.map(({ type, by, data = {} }, at) => ({
    ...{ id: `entry-${at}`, type, actor: by, data, sequence: at + 1, postMortemId: 'x' },
    ...{ schemaVersion: 1, source: 'holdfast', correlationId: 'x', hops: 0, previousHash: '', hash: '' },
    occurredAt: `2026-11-0${at + 1}T10:00:00.000Z`,
  }));
}

const recordWith = (status: 'in review' | 'approved', approvals: number) => ({
  status,
  approvals: [BEN, ANNA].slice(0, approvals).map((by) => ({ by, at: '2026-11-02T10:00:00.000Z', revision: 13 })),
});

const submitted = (revision: number) => ({ type: 'Post-Mortem Submitted', by: ANNA, data: { revision } }) as const;

describe('since when something is new to an approver', () => {
  it('is the last submission for whoever has not judged it', () => {
    expect(sinceWhen(logOf(submitted(11)), BEN)).toEqual({
      ...{ revision: 12, because: 'it was submitted', at: '2026-11-01T10:00:00.000Z' },
    });
  });

  it('is what the reader returned, and not what came after', () => {
    const log = logOf(submitted(11), { type: 'Post-Mortem Returned', by: BEN, data: { reason: 'x' } }, submitted(15));
    expect(sinceWhen(log, BEN)).toMatchObject({ revision: 12, because: 'you returned it' });
    expect(sinceWhen(log, ANNA)).toMatchObject({ revision: 16, because: 'it was submitted' });
  });

  it('is what the reader approved last', () => {
    const log = logOf(submitted(11), { type: 'Approval Given', by: BEN, data: { revision: 13, stillNeeded: 1 } });
    expect(sinceWhen(log, BEN)).toMatchObject({ revision: 13, because: 'you approved' });
    expect([roundOf(log), stillNeededIn(log, recordWith('in review', 1))]).toEqual([1, 1]);
  });

  it('asks for no further approval once the record is approved, or once the words given do not count any more', () => {
    const log = logOf(submitted(11), { type: 'Approval Given', by: BEN, data: { revision: 13, stillNeeded: 1 } });
    const approved = [...log, ...logOf({ type: 'Post-Mortem Approved', by: ANNA, data: { revision: 13 } })];
    expect(stillNeededIn(approved, recordWith('approved', 2))).toBeUndefined();
    expect(stillNeededIn(log, recordWith('in review', 0))).toBeUndefined();
  });

  it('is unknown before anything was handed in', () => {
    expect(sinceWhen(logOf({ type: 'Post-Mortem Opened', by: ANNA }), BEN)).toBeUndefined();
  });

  it('knows where the reader had a hand in it', () => {
    const log = logOf({ type: 'Section Written', by: BEN, data: { section: 'humanFactor' } }, submitted(3));
    expect(ownHandIn(log, BEN)).toEqual({ place: 'human factor', at: '2026-11-01T10:00:00.000Z' });
    expect(ownHandIn(log, ANNA)).toEqual({ place: '', at: '2026-11-02T10:00:00.000Z' });
  });
});
