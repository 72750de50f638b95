import { describe, expect, it } from 'vitest';
import { tlpInLog } from '../../../console/audit/tlp-in-log.ts';

const opened = (data: Record<string, unknown>) => ({ type: 'Post-Mortem Opened', data }) as const;
const classified = (data: Record<string, unknown>) => ({ type: 'Record Classified', data }) as const;
const commented = { type: 'Comment Added', data: { tlp: 'RED' } } as const;

describe('the TLP mark that a log tells', () => {
  it('is that of the opening until the record is marked otherwise, however often', () => {
    expect(tlpInLog([opened({ tlp: 'GREEN' })])).toBe('GREEN');
    expect(tlpInLog([opened({ tlp: 'GREEN' }), classified({ tlp: 'RED' }), classified({ tlp: 'AMBER' })])).toBe(
      'AMBER',
    );
  });

  it('stays where something else is set, and where another entry has a word of that name', () => {
    expect(tlpInLog([opened({ tlp: 'GREEN' }), classified({ tlp: 'RED' }), classified({ severity: 'low' })])).toBe(
      'RED',
    );
    expect(tlpInLog([opened({ tlp: 'GREEN' }), commented])).toBe('GREEN');
  });

  it('is AMBER, as in the record, of an opening from before records were marked', () => {
    expect(tlpInLog([opened({})])).toBe('AMBER');
  });

  it('is not known without the opening, nor of a mark that there is not', () => {
    expect(tlpInLog([])).toBeUndefined();
    expect(tlpInLog([commented])).toBeUndefined();
    expect(tlpInLog([opened({ tlp: 'AMBER' }), classified({ tlp: 'MAUVE' })])).toBeUndefined();
  });
});
