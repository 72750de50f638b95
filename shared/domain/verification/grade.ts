import type { CheckResult } from './check-result.ts';

/**
 * How good the proof of a fix is that passed all its checks. `proven`: a source of evidence says that it works. `attested`: a
 * second person gave their word. `done, not tested`: nothing but its ticket says so, or a check that never failed.
 */
export const GRADES = ['proven', 'attested', 'done, not tested'] as const;
export type Grade = (typeof GRADES)[number];

/** The grade of passed checks: the best of them counts, since all of them had to pass. */
export function gradeOf(results: readonly Pick<CheckResult, 'check' | 'outcome'>[]): Grade {
  const kinds = new Set(results.map(({ check }) => check.kind));
  if (kinds.has('signal')) {
    return results.some(({ outcome }) => outcome === 'untested') ? 'done, not tested' : 'proven';
  }
  return kinds.has('attestation') ? 'attested' : 'done, not tested';
}
