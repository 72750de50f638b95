import type { CheckResult } from './verdict.ts';

/**
 * How good the proof of a fix is that passed all its checks. `proven`: a source of evidence says that it works. `attested`: a
 * second person gave their word. `done, not tested`: nothing but its ticket says so.
 */
export type Grade = 'proven' | 'attested' | 'done, not tested';

/** The grade of passed checks: the best of them counts, since all of them had to pass. */
export function gradeOf(results: readonly Pick<CheckResult, 'check'>[]): Grade {
  const kinds = new Set(results.map(({ check }) => check.kind));
  if (kinds.has('signal')) return 'proven';
  return kinds.has('attestation') ? 'attested' : 'done, not tested';
}
