import { describe, expect, it } from 'vitest';
import { checkInWords, subjectInWords, wantedInWords } from '../../../../shared/domain/verification/check-in-words.ts';

const check = { kind: 'signal' as const, subject: { type: 'control' as const, id: 'S3.1' } };

describe('a check in words', () => {
  it('says of a plan that names no sources that any is accepted, which is assumed', () => {
    expect([checkInWords(check), subjectInWords({ ...check, resources: ['eu', 'us'] })]).toEqual([
      'Signal about control S3.1, any source accepted (assumed)',
      'the newest word of each source, any accepted (assumed), about control S3.1 on eu and us',
    ]);
  });

  it('names the sources that decide, and assumes nothing then', () => {
    expect(checkInWords({ ...check, sources: ['scan', 'edr'], need: 'any' })).toBe(
      'Signal: the newest word of scan or edr about control S3.1',
    );
  });

  it.each([
    ['T1566.002', 'T1566.002 Phishing: Spearphishing Link'],
    ['T1086', 'T1086 PowerShell, now T1059.001 Command and Scripting Interpreter: PowerShell'],
    ['T9999', 'T9999'],
  ])('names the technique that it is about, as far as the catalogue knows it: %s', (id, named) => {
    const about = { kind: 'signal' as const, subject: { type: 'technique' as const, id } };
    expect([
      checkInWords(about),
      checkInWords({ ...about, sources: ['scan'] }),
      wantedInWords({ check: about, outcome: 'unknown', because: '', evidence: [] }),
    ]).toEqual([
      `Signal about technique ${named}, any source accepted (assumed)`,
      `Signal: the newest word of scan about technique ${named}`,
      `a signal about technique ${named}`,
    ]);
  });
});
