import { describe, expect, it } from 'vitest';
import { checkInWords, subjectInWords } from '../../../../shared/domain/verification/check-in-words.ts';

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
});
