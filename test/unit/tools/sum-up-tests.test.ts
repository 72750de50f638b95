import { describe, expect, it } from 'vitest';
import { closingLine, sumUpTests } from '../../../tools/sum-up-tests.ts';

type Status = 'passed' | 'failed' | 'skipped';

/** A file of tests, each called by its status and number. */
const aFile = (status: 'passed' | 'failed', ...tests: Status[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((one, index) => ({ fullName: `${one} ${index}`, status: one })),
});
const aRun = (...testResults: ReturnType<typeof aFile>[]) => ({
  success: testResults.every(({ status }) => status === 'passed'),
  testResults,
});

describe('the sum of a test run', () => {
  it('has no word on skipped tests where there were none', () => {
    expect(closingLine(sumUpTests(aRun(aFile('passed', 'passed', 'passed')), 0))).toBe('2 passed, 0 failed');
  });

  it('counts the skipped ones, and names them', () => {
    const sum = sumUpTests(aRun(aFile('passed', 'passed', 'skipped'), aFile('failed', 'failed', 'skipped')), 1);
    expect([closingLine(sum), sum.skipped]).toEqual(['1 passed, 1 failed, 2 skipped', ['skipped 1', 'skipped 1']]);
  });

  it('takes tests that never ran, because their file could not be set up, for failed', () => {
    const run = aRun(aFile('passed', 'passed'), aFile('failed', 'skipped', 'skipped'), aFile('failed'));
    expect(closingLine(sumUpTests(run, 1))).toBe('1 passed, 3 failed');
  });

  it.each([
    ['that left no results', undefined, 1, '0 passed, 1 failed'],
    ['that left something else', { hello: 'world' }, 0, '0 passed, 1 failed'],
    ['that ended with an error after its tests', aRun(aFile('passed', 'passed')), 1, '1 passed, 1 failed'],
    ['that ran nothing', aRun(), 0, '0 passed, 1 failed'],
  ])('finds a run failed %s', (_, results, exitCode, line) => {
    expect(closingLine(sumUpTests(results, exitCode))).toBe(line);
  });
});
